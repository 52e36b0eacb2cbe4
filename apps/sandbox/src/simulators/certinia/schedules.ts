import type { Org, Row } from '../salesforce/org.js';
import { overwrite } from '../salesforce/rows.js';
import { daysOfWeek, own } from './package-fields.js';
import { round } from './time-objects.js';

const dayMs = 86_400_000;

/** The days from one to another, both included. */
export function daysBetween(start: string, end: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(start); at <= Date.parse(end); at += dayMs)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

export const weekday = (day: string): string => daysOfWeek[new Date(day).getUTCDay()]!;

const hoursOn = (row: Row, day: string): Row[string] => row[own(`${weekday(day)}_Hours`)] ?? null;

/** What a schedule adds up to, exceptions included. */
export function scheduleTotals(org: Org, schedule: Row): Row {
  const exceptions = org.store
    .list<Row>(own('Schedule_Exception'))
    .filter((exception) => exception[own('Schedule')] === schedule.Id);
  const hours = daysBetween(String(schedule[own('Start_Date')]), String(schedule[own('End_Date')])).map((day) => {
    const exception = exceptions.findLast((one) => covers(one, day));
    return Number(
      (exception ? (hoursOn(exception, day) ?? exception[own('Exception_Hours')]) : hoursOn(schedule, day)) ?? 0,
    );
  });
  return {
    [own('Scheduled_Hours')]: round(hours.reduce((sum, one) => sum + one, 0)),
    [own('Scheduled_Days')]: hours.filter((one) => one > 0).length,
  };
}

const covers = (exception: Row, day: string): boolean => {
  const first = String(exception[own('Date')]);
  return first <= day && day <= String(exception[own('End_Date')] ?? first);
};

/** An exception changes what its schedule adds up to. */
export function renewSchedule(org: Org, exception: Row): void {
  const schedule = org.store.get<Row>(own('Schedule'), String(exception[own('Schedule')]))!;
  overwrite(org, own('Schedule'), schedule, scheduleTotals(org, schedule));
}
