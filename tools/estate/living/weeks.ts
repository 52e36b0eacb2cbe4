import { addDays, type CalendarDate, weekdayOf } from '#kernel';

/** Whole weeks of work from a day on, or from the Monday after where it is at a weekend. */
export function weeksFrom(day: CalendarDate, weeks: number): { startDate: CalendarDate; endDate: CalendarDate } {
  const untilMonday = [1, 0, 0, 0, 0, 0, 2][weekdayOf(day)]!;
  const startDate = addDays(day, untilMonday);
  return { startDate, endDate: addDays(startDate, 7 * weeks - 1) };
}
