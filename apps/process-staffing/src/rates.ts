import type { erp, Project } from '#contracts';
import { addMoney, type CalendarDate, inForceOrFirst, type Money, priceOfMinutes } from '#kernel';

/** What an hour of a role is sold for, from a day on. */
export type Rate = Pick<erp.BillingRate, 'hourlyRate' | 'effectiveFrom'>;

/** Every rate a role was sold at on a project; none where it was not sold. */
export const ratesOf = (project: Pick<Project, 'rates'> | null, role: string | null): Rate[] =>
  (project?.rates ?? [])
    .filter((rate) => rate.role === role)
    .map(({ hourlyRate, effectiveFrom = null }) => ({ hourlyRate, effectiveFrom }));

/** What minutes of work are sold for, each day at the rate of that day, rounded once a rate; null where none is agreed. */
export function priceByDay(byDay: ReadonlyMap<CalendarDate, number>, rates: Rate[]): Money | null {
  const minutesAt = new Map<Money, number>();
  for (const [day, minutes] of byDay) {
    const rate = inForceOrFirst(rates, day)?.hourlyRate;
    if (rate) minutesAt.set(rate, (minutesAt.get(rate) ?? 0) + minutes);
  }
  const priced = [...minutesAt].map(([rate, minutes]) => priceOfMinutes(minutes, rate));
  return priced.length > 0 ? priced.reduce(addMoney) : null;
}
