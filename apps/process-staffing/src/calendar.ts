import { addDays, type CalendarDate, everyDay, weekdayOf as fromSunday } from '#kernel';

/** When somebody works. Every day is a calendar date where they work, so a change to summer time is none of a week. */
export interface WorkingTime {
  /** Contracted time, spread over Monday to Friday. */
  weeklyMinutes: number;
  /** Days nobody at their place works. */
  holidays: ReadonlySet<CalendarDate>;
  /** Minutes of leave by day; what exceeds a day's work is not time away. */
  leave: ReadonlyMap<CalendarDate, number>;
  /** First and last day they work for the firm; null where nobody has said. */
  firstDay: CalendarDate | null;
  lastDay: CalendarDate | null;
}

const workDays = 5;

/** 0 on Monday to 6 on Sunday. */
const weekdayOf = (date: CalendarDate): number => (fromSunday(date) + 6) % 7;

export const isWorkday = (date: CalendarDate): boolean => weekdayOf(date) < workDays;

/** The Monday of a day's week. */
export const weekOf = (date: CalendarDate): CalendarDate => addDays(date, -weekdayOf(date));

/** The Mondays of all weeks that a span touches. */
export const weeksBetween = (from: CalendarDate, to: CalendarDate): CalendarDate[] => [
  ...new Set(everyDay(from, to).map(weekOf)),
];

/** The first `count` of `parts` shares of some minutes; whole minutes, and all shares together are all minutes. */
const shareOf = (minutes: number, count: number, parts: number): number => Math.floor((minutes * count) / parts);

/** What somebody works on a day but for leave: nothing on weekends, holidays and outside their time with the firm. */
export function contractedMinutes(person: WorkingTime, date: CalendarDate): number {
  const weekday = weekdayOf(date);
  const isGone =
    (person.firstDay !== null && date < person.firstDay) || (person.lastDay !== null && date > person.lastDay);
  if (weekday >= workDays || isGone || person.holidays.has(date)) return 0;
  return shareOf(person.weeklyMinutes, weekday + 1, workDays) - shareOf(person.weeklyMinutes, weekday, workDays);
}

/** Leave of a day that would have been worked: never more than the day's work, so leave on a holiday counts for nothing. */
export const awayMinutes = (person: WorkingTime, date: CalendarDate): number =>
  Math.min(person.leave.get(date) ?? 0, contractedMinutes(person, date));

/** What somebody can work between two days, both included. */
export const workingMinutes = (person: WorkingTime, from: CalendarDate, to: CalendarDate): number =>
  everyDay(from, to).reduce((sum, day) => sum + contractedMinutes(person, day) - awayMinutes(person, day), 0);

/** Leave by day, several leaves of a day together. */
export function leaveByDay(leaves: { days: { date: CalendarDate; minutes: number }[] }[]): Map<CalendarDate, number> {
  const byDay = new Map<CalendarDate, number>();
  for (const { date, minutes } of leaves.flatMap(({ days }) => days)) {
    byDay.set(date, (byDay.get(date) ?? 0) + minutes);
  }
  return byDay;
}

/**
 * Planned work on the days it is planned for: evenly over Monday to Friday but for holidays, since work that is planned
 * on leave shall be seen there. Where a span has no such day it all lies on the first. All days together are all minutes.
 */
export function plannedByDay(
  { startDate, endDate, minutes }: { startDate: CalendarDate; endDate: CalendarDate; minutes: number },
  holidays: ReadonlySet<CalendarDate>,
): Map<CalendarDate, number> {
  const worked = everyDay(startDate, endDate).filter((day) => isWorkday(day) && !holidays.has(day));
  const days = worked.length > 0 ? worked : [startDate];
  return new Map(
    days.map((day, at) => [day, shareOf(minutes, at + 1, days.length) - shareOf(minutes, at, days.length)]),
  );
}

/** Minutes by the Monday of their week. */
export function byWeek(byDay: ReadonlyMap<CalendarDate, number>): Map<CalendarDate, number> {
  const weeks = new Map<CalendarDate, number>();
  for (const [day, minutes] of byDay) weeks.set(weekOf(day), (weeks.get(weekOf(day)) ?? 0) + minutes);
  return weeks;
}
