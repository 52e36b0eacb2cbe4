import { addDays, type CalendarDate, momentOf, today } from '#kernel';
import type { Closure, PostingWindow } from './estate.js';

const everyMonth = /^(?:day ([1-9]|1\d|2[0-8])|last day) ((?:[01]\d|2[0-3]):[0-5]\d)$/;
const once = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d$/;

/** A time of every month: `day 3 06:00`, `last day 18:00`. */
export const monthlyTime = everyMonth;

/** How a closure says when: `2026-12-31T18:00`, or every month: `day 3 06:00`, `last day 18:00`. */
export const closureTime = new RegExp(`${everyMonth.source}|${once.source}`);

/**
 * Until when time worked in a month, `2026-10`, has to be approved to be billed in it; null where there is no cut-off.
 * `last day` is that of the month itself, any other day one of the month after.
 */
export function cutOffOf({ cutOff, timeZone }: PostingWindow, month: string): Date | null {
  const at = cutOff && readMonthly(cutOff);
  if (!at) return null;
  const first = `${month}-01`;
  return momentOf(inMonth(at.day === Infinity ? first : nextMonth(first), at), timeZone!);
}

/** The day work is posted on: its own if it was approved in time, else the first day of the next cycle that has passed. */
export function postingDay(window: PostingWindow, worked: CalendarDate, approved: Date): CalendarDate {
  const isLate = (day: CalendarDate): boolean => {
    const cutOff = cutOffOf(window, day.slice(0, 7));
    return cutOff !== null && cutOff < approved;
  };
  if (!isLate(worked)) return worked;
  let first = monthStart(worked);
  while (isLate(first)) first = nextMonth(first);
  const day = today(approved, window.timeZone!);
  return day > first ? day : first;
}

interface MonthlyTime {
  /** Of the month; Infinity is its last. */
  day: number;
  time: string;
}

interface Span {
  from: number;
  until: number;
}

/** From when on a window lets postings through: `at` itself where it is open, null where nobody has said. */
export function postingOpens({ closed = [], timeZone }: PostingWindow, at: Date): Date | null {
  const spans = closed
    .flatMap((closure) => spansOf(closure, timeZone!, at))
    .sort((one, other) => one.from - other.from);
  const opens = spans.reduce(
    (moment, { from, until }) => (from <= moment && moment < until ? until : moment),
    at.getTime(),
  );
  return opens === Infinity ? null : new Date(opens);
}

/** A time of every month; null where it is meant once. */
export function readMonthly(text: string): MonthlyTime | null {
  const match = everyMonth.exec(text);
  return match && { day: match[1] ? Number(match[1]) : Infinity, time: match[2]! };
}

function spansOf({ from, until }: Closure, timeZone: string, at: Date): Span[] {
  const begins = readMonthly(from);
  const ends = readMonthly(until ?? '');
  const moment = (time: string): number => momentOf(time, timeZone).getTime();
  if (!begins || !ends) return [{ from: moment(from), until: until ? moment(until) : Infinity }];
  const here = monthStart(today(at, timeZone));
  const previous = monthStart(addDays(here, -1));
  const length = isLater(ends, begins) ? 0 : 1;
  return [previous, here, nextMonth(here)].map((month) => ({
    from: moment(inMonth(month, begins)),
    until: moment(inMonth(length === 0 ? month : nextMonth(month), ends)),
  }));
}

const isLater = (one: MonthlyTime, other: MonthlyTime): boolean =>
  one.day === other.day ? one.time > other.time : one.day > other.day;

const monthStart = (date: CalendarDate): CalendarDate => `${date.slice(0, 7)}-01`;

/** The first day of the month after. */
const nextMonth = (first: CalendarDate): CalendarDate => monthStart(addDays(first, 31));

const inMonth = (first: CalendarDate, { day, time }: MonthlyTime): string =>
  `${day === Infinity ? addDays(nextMonth(first), -1) : addDays(first, day - 1)}T${time}`;
