import type { erp } from '#contracts';
import { type CalendarDate, inForce, sameAmount } from '#kernel';
import type { MobilisableDeal } from './mobilisation-rules.js';

type Rates = erp.BillingRate[];

const from = ({ effectiveFrom }: erp.BillingRate): string => effectiveFrom ?? '';
const isSame = (one: erp.BillingRate, other: erp.BillingRate): boolean =>
  one.role === other.role && from(one) === from(other) && sameAmount(one.hourlyRate, other.hourlyRate);

/**
 * The rates agreed so far with what a changed deal says now. A new rate counts from the day its line names, else from
 * `changedOn`; what was to count later is replaced by it. Rates of roles no longer sold stay, for time worked before.
 */
export function revisedRates(before: Rates, lines: MobilisableDeal['lines'], changedOn: CalendarDate): Rates {
  const roles = [...new Set([...before.map(({ role }) => role), ...lines.map(({ role }) => role)])];
  return roles.flatMap((role) => {
    const known = before.filter((rate) => rate.role === role);
    const line = lines.find((one) => one.role === role);
    return line ? revisedRate(known, line, changedOn) : known;
  });
}

function revisedRate(known: Rates, line: MobilisableDeal['lines'][number], changedOn: CalendarDate): Rates {
  const { role, hourlyRate, effectiveFrom = null } = line;
  const newest = known.reduce<erp.BillingRate | undefined>(
    (last, one) => (last && from(last) > from(one) ? last : one),
    undefined,
  );
  if (!newest) return [{ role, hourlyRate, effectiveFrom: null }];
  const isNew = !sameAmount(newest.hourlyRate, hourlyRate);
  if (!isNew && (effectiveFrom === null || effectiveFrom === from(newest))) return known;
  const day = effectiveFrom ?? changedOn;
  // The same rate from another day: the day was put right.
  const others = isNew || !newest.effectiveFrom ? known : known.filter((one) => one !== newest);
  const earlier = others.filter((one) => from(one) < day);
  const running = inForce(earlier, day);
  return running && sameAmount(running.hourlyRate, hourlyRate)
    ? earlier
    : [...earlier, { role, hourlyRate, effectiveFrom: day }];
}

/** Rates that were not agreed before, by the day they count from, the earliest first. */
export function newRates(before: Rates, after: Rates): [day: CalendarDate, rates: Rates][] {
  const added = after.filter((rate) => rate.effectiveFrom && !before.some((one) => isSame(one, rate)));
  const days = [...new Set(added.map(from))].sort();
  return days.map((day) => [day, added.filter((rate) => from(rate) === day)]);
}

/** The first day on which some role has another rate than before; null where none has, on any day. */
export function firstDayChanged(before: Rates, after: Rates): CalendarDate | null {
  const roles = new Set(before.map(({ role }) => role));
  const days = [...before, ...after].map(from).sort();
  const rateOf = (rates: Rates, role: string, day: string) =>
    inForce(
      rates.filter((one) => one.role === role),
      day,
    )?.hourlyRate;
  const changed = days.find((day) =>
    [...roles].some((role) => {
      const [was, is] = [rateOf(before, role, day), rateOf(after, role, day)];
      return was && is ? !sameAmount(was, is) : was !== is;
    }),
  );
  return changed === undefined ? null : changed || beginning;
}

/** Stands for the first of all days. */
const beginning = '0001-01-01';
