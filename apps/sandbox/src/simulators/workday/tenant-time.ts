import { addDays, momentOf, today as todayIn } from '#kernel';
import type { World } from '../../core/simulator.js';

/** The vendor's tenants keep Pacific time unless somebody changes it. */
const timeZone = 'America/Los_Angeles';

export const beginningOfTime = '1900-01-01';

/** Today where the tenant is, `YYYY-MM-DD`: for some hours it is still yesterday there. */
export const today = (world: World): string => todayIn(world.now(), timeZone);

const starts = new Map<string, Date>();

/** The first moment of a day in the tenant; the days of a firm are few, and clocks take long to ask. */
export function startOf(date: string): Date {
  let start = starts.get(date);
  if (!start) starts.set(date, (start = momentOf(`${date}T00:00`, timeZone)));
  return start;
}

/** `2015-07-31-07:00`: dates carry the offset of their day, which is no part of them. */
export const dateText = (date: string): string => `${date}${offsetAt(startOf(date))}`;

/** `2014-10-08T12:24:19.493-07:00`. */
export function momentText(moment: Date): string {
  const offset = offsetAt(moment);
  const shown = new Date(moment.getTime() + minutesOf(offset) * 60_000);
  return `${shown.toISOString().slice(0, -1)}${offset}`;
}

/** A moment as callers write it; without an offset it is the tenant's time. */
export function readMoment(text: string): Date {
  if (/(?:Z|[+-]\d{2}:\d{2})$/.test(text)) return new Date(text);
  const [seconds, fraction = '0'] = text.split('.') as [string, string?];
  return new Date(momentOf(seconds, timeZone).getTime() + Number(fraction.slice(0, 3).padEnd(3, '0')));
}

/** The civil date, whatever offset stands behind it. */
export const readDate = (text: string): string => text.slice(0, 10);

/** Monday to Friday of a period, both ends included. */
export function weekdays(startDate: string, endDate: string): string[] {
  const days: string[] = [];
  for (let date = startDate; date <= endDate; date = addDays(date, 1)) {
    const day = new Date(`${date}T00:00:00Z`).getUTCDay();
    if (day !== 0 && day !== 6) days.push(date);
  }
  return days;
}

const offsets = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });

function offsetAt(moment: Date): string {
  const parts = offsets.formatToParts(moment);
  const { value } = parts.find(({ type }) => type === 'timeZoneName')!;
  return value.slice('GMT'.length).slice(0, 6) || '+00:00';
}

const minutesOf = (offset: string): number =>
  (offset.startsWith('-') ? -1 : 1) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6)));
