import { Decimal } from 'decimal.js';
import { everyDay, Failure, weekdayOf } from '#kernel';

/** Hours from Sunday to Saturday; a week that already has these minutes is left as it is spread. */
export function weekOf(weeklyMinutes: number, workDays: number[], held: number[] | null = null): number[] {
  const aDay = new Decimal(weeklyMinutes).dividedBy(60).dividedBy(workDays.length).toDecimalPlaces(2).toNumber();
  const even = [0, 1, 2, 3, 4, 5, 6].map((day) => (workDays.includes(day) ? aDay : 0));
  return held && [weeklyMinutes, minutesOf(even)].includes(minutesOf(held)) ? held : even;
}

const minutesOf = (week: number[]): number =>
  Math.round(
    Decimal.sum(0, ...week)
      .times(60)
      .toNumber(),
  );

/** The days of a week somebody works, whatever the hours. */
export const worksOn = (week: number[], day: string): boolean => (week[weekdayOf(day)] ?? 0) > 0;

export function workingDays(from: string, to: string, week: number[]): number {
  return everyDay(from, to).filter((day) => worksOn(week, day)).length;
}

/** Hours a day that make up these minutes, to a hundredth; null where nobody could work that much. */
export function hoursADay(minutes: number, days: number): number | null {
  if (days === 0) return null;
  const hours = new Decimal(minutes).dividedBy(60).dividedBy(days).toDecimalPlaces(2);
  return hours.greaterThan(24) ? null : hours.toNumber();
}

/** The same, of a plan that has to hold. Throws a Failure (`rejected`) where it cannot. */
export function requireHoursADay(minutes: number, days: number, product: string): number {
  const hours = hoursADay(minutes, days);
  if (hours !== null) return hours;
  throw new Failure('rejected', `${product} cannot hold ${minutes} minutes in ${days} working days`, {
    code: 'impossible-effort',
    remedy: 'correct dates or effort, or ask for several people, each for a part of it',
    fields: [{ field: 'minutes', message: 'is more than 24 hours a working day, or there is no working day' }],
  });
}
