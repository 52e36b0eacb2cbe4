import type { hr } from '#contracts';
import { addDays, type CalendarDate, calendarDate, momentOf, today } from '#kernel';

type Ending = Pick<hr.Worker, 'status' | 'hireDate' | 'terminationDate' | 'modifiedAt'>;

/**
 * The last day of a worker; null for somebody who stays. A day before the first one belongs to an earlier employment.
 * Who is inactive without a last day was ended when the record was last changed.
 */
export function lastDayOf({ status, hireDate, terminationDate, modifiedAt }: Ending): CalendarDate | null {
  const isOver = status === 'inactive';
  if (terminationDate !== null && (isOver || hireDate === null || terminationDate >= hireDate)) return terminationDate;
  const isBegun = hireDate !== null && modifiedAt !== null && hireDate <= modifiedAt.slice(0, 10);
  return isOver && isBegun ? calendarDate(modifiedAt) : null;
}

/** Midnight at the beginning of a day, as a moment. */
export const startOf = (day: CalendarDate, timeZone: string): Date => momentOf(`${day}T00:00`, timeZone);

/** When somebody's access ends: as the day after the last day begins; at once where that is told on the last day or later. */
export const accessEnds = (lastDay: CalendarDate, timeZone: string, now = new Date()): Date =>
  lastDay <= today(now, timeZone) ? now : startOf(addDays(lastDay, 1), timeZone);
