import type { ClosedEntry } from './close-record.js';

/** What came of the time of one legal entity. */
export interface EntityFigures {
  legalEntity: string;
  currency: string;
  approved: number;
  /** In the ERP by the cut-off, or later. */
  inTime: number;
  late: number;
  /** Approved, and not in the ERP at all. */
  missing: number;
  /** Minor units of what is late or missing. */
  worthMissed: number;
}

export function byEntity(entries: ClosedEntry[], cutOff: number): EntityFigures[] {
  const names = [...new Set(entries.map(({ legalEntity }) => legalEntity))].toSorted();
  return names.map((legalEntity) => {
    const own = entries.filter((entry) => entry.legalEntity === legalEntity);
    const missed = own.filter((entry) => !isInTime(entry, cutOff));
    const missing = missed.filter(({ chargedAt }) => chargedAt === null).length;
    return {
      legalEntity,
      currency: own[0]!.currency,
      approved: own.length,
      inTime: own.length - missed.length,
      late: missed.length - missing,
      missing,
      worthMissed: sum(missed.map(({ worth }) => worth)),
    };
  });
}

const isInTime = ({ chargedAt }: ClosedEntry, cutOff: number): boolean => chargedAt !== null && chargedAt <= cutOff;

/** What holds up an entry. */
export const limits = ['outage', 'recovery', 'ERP quota', 'people', 'gateway'] as const;
export type Limit = (typeof limits)[number];

/** What one stretch of the close looked like at its end. */
export interface Stretch {
  from: number;
  to: number;
  approved: number;
  charged: number;
  /** Approved, not charged, and not with a person. */
  waiting: number;
  withPeople: number;
  /** What held up most of what was held up; null where nothing was. */
  limit: Limit | null;
}

/** Calls in flight to the ERP at a moment. */
export interface Sample {
  at: number;
  inFlight: number;
}

/** When the ERP was away, and when it first took a charge again. */
export interface Outage {
  from: number;
  to: number;
  recoveredAt: number;
}

export interface Surroundings {
  samples: Sample[];
  atOnce: number;
  outages: Outage[];
}

/** From this part of the ERP's places in use on average, they are what is short. */
const full = 0.8;

/** The close cut into stretches of equal length, from the first approval on. */
export function stretches(
  entries: ClosedEntry[],
  from: number,
  to: number,
  lengthMs: number,
  around: Surroundings,
): Stretch[] {
  const count = Math.max(1, Math.ceil((to - from) / lengthMs));
  return Array.from({ length: count }, (_one, index) => {
    const span = { from: from + index * lengthMs, to: from + (index + 1) * lengthMs };
    const known = entries.filter(({ approvedAt }) => approvedAt <= span.to);
    const open = known.filter(({ chargedAt }) => chargedAt === null || chargedAt > span.to);
    const withPeople = open.filter((entry) => isWithPerson(entry, span.to)).length;
    const waiting = open.length - withPeople;
    const charged = known.length - open.length;
    return {
      ...span,
      approved: known.length,
      charged,
      waiting,
      withPeople,
      limit: limitOf(span, waiting, withPeople, around),
    };
  });
}

const isWithPerson = ({ stoppedAt, settledAt }: ClosedEntry, at: number): boolean =>
  stoppedAt !== null && stoppedAt <= at && (settledAt === null || settledAt > at);

function limitOf(
  { from, to }: { from: number; to: number },
  waiting: number,
  withPeople: number,
  { samples, atOnce, outages }: Surroundings,
): Limit | null {
  if (waiting + withPeople === 0) return null;
  if (withPeople > waiting) return 'people';
  const within = (start: number, end: number): number => Math.max(0, Math.min(to, end) - Math.max(from, start));
  const away = sum(outages.map((one) => within(one.from, one.to)));
  const recovering = sum(outages.map((one) => within(one.to, one.recoveredAt)));
  if (away + recovering > (to - from) / 2) return away >= recovering ? 'outage' : 'recovery';
  const seen = samples.filter(({ at }) => at >= from && at < to);
  const mean = sum(seen.map(({ inFlight }) => inFlight)) / Math.max(1, seen.length);
  return mean >= full * atOnce ? 'ERP quota' : 'gateway';
}

/** Entry-milliseconds held up by each limit, the greatest first. */
export function held(all: Stretch[]): { limit: Limit; share: number }[] {
  const waits = all.flatMap(({ from, to, limit, waiting, withPeople }) =>
    limit ? [{ limit, held: (to - from) * (waiting + withPeople) }] : [],
  );
  const whole = sum(waits.map((one) => one.held));
  return limits
    .map((limit) => ({
      limit,
      share: sum(waits.filter((one) => one.limit === limit).map((one) => one.held)) / (whole || 1),
    }))
    .filter(({ share }) => share > 0)
    .toSorted((one, other) => other.share - one.share);
}

const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);
