import { Decimal } from 'decimal.js';
import type { scheduling } from '#contracts';
import { addDays, everyDay, weekdayOf } from '#kernel';
import { worksOn } from './weeks.js';

/** Days in a row on which somebody is away for as long; hours are null for whole days. */
export interface AbsenceSpan {
  start_date: string;
  end_date: string;
  hours: number | null;
}

/** Absence as spans: equal days follow each other over days nobody works. `week` is hours from Sunday to Saturday. */
export function spansOf(days: scheduling.AbsenceDay[], week: number[]): AbsenceSpan[] {
  const spans: AbsenceSpan[] = [];
  for (const { date, minutes } of days.filter((day) => day.minutes > 0).sort((a, b) => (a.date < b.date ? -1 : 1))) {
    const hours = hoursAway(minutes, week[weekdayOf(date)] ?? 0);
    const last = spans.at(-1);
    if (last && last.hours === hours && follows(last.end_date, date, week)) last.end_date = date;
    else spans.push({ start_date: date, end_date: date, hours });
  }
  return spans;
}

function hoursAway(minutes: number, worked: number): number | null {
  const hours = new Decimal(minutes).dividedBy(60).toDecimalPlaces(2);
  return hours.greaterThanOrEqualTo(worked) ? null : hours.toNumber();
}

function follows(end: string, date: string, week: number[]): boolean {
  return !everyDay(addDays(end, 1), addDays(date, -1)).some((day) => worksOn(week, day));
}
