import { Failure } from './failure.js';

/** A calendar date without time or zone, `YYYY-MM-DD`. */
export type CalendarDate = string;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

export function isCalendarDate(text: string): boolean {
  const match = pattern.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** The text as a calendar date; a vendor's empty spellings (`""`, `0000-00-00`, absent) are null. */
export function calendarDate(text: string | null | undefined): CalendarDate | null {
  if (!text || text.startsWith('0000-00-00')) return null;
  const day = text.slice(0, 10);
  if (!isCalendarDate(day)) throw new Failure('rejected', `"${text}" is not a calendar date (YYYY-MM-DD)`);
  return day;
}

const dayMs = 86_400_000;
/** Days since 1970-01-01, a Thursday. */
const dayNumber = (date: CalendarDate): number => Date.parse(date) / dayMs;

export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  new Date((dayNumber(date) + days) * dayMs).toISOString().slice(0, 10);

/** Every day from the first to the last; none where the last is before the first. */
export function everyDay(first: CalendarDate, last: CalendarDate): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** 0 is Sunday, 6 Saturday. */
export const weekdayOf = (date: CalendarDate): number => (((dayNumber(date) + 4) % 7) + 7) % 7;

/** `2026-10` for any day of October 2026. */
export const monthOf = (date: CalendarDate): string => date.slice(0, 7);

/** One for each time zone: making one takes a hundred times as long as using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Today's date in a time zone, e.g. `Europe/Berlin`. */
export function today(now: Date, timeZone: string): CalendarDate {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, format);
  return format.format(now);
}

/** Of entries that each count from a day on (absent or null: from the beginning) until the next, the one that counts on a day. */
export function inForce<T extends { effectiveFrom?: CalendarDate | null }>(
  entries: readonly T[],
  day: CalendarDate,
): T | undefined {
  const from = ({ effectiveFrom }: T): string => effectiveFrom ?? '';
  return entries
    .filter((entry) => from(entry) <= day)
    .reduce<T | undefined>((latest, entry) => (latest && from(latest) > from(entry) ? latest : entry), undefined);
}

/** The entry that counts on a day; before the first of them has come to count, that first one. */
export const inForceOrFirst = <T extends { effectiveFrom?: CalendarDate | null }>(
  entries: readonly T[],
  day: CalendarDate,
): T | undefined =>
  inForce(entries, day) ??
  entries.reduce<T | undefined>(
    (first, one) => (first && first.effectiveFrom! <= one.effectiveFrom! ? first : one),
    undefined,
  );
