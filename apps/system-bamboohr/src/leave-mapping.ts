import type { hr } from '#contracts';
import { type CalendarDate, everyDay } from '#kernel';

/** An item of `time_off/requests`, as recorded: ids are text, described as numbers. Its type is why, and is never looked at. */
export interface TimeOffRequest {
  id: string | number;
  employeeId: string | number;
  status: { status: string; lastChanged: string };
  start: CalendarDate;
  end: CalendarDate;
  amount: { unit: 'hours' | 'days'; amount: string };
  /** Day → amount; an empty map comes as a list. */
  dates: Record<CalendarDate, string> | [];
}

export interface WhosOut {
  type: 'timeOff' | 'holiday';
  name: string;
  start: CalendarDate;
  end: CalendarDate;
}

/** Hours of work by the English name of a day of the week. */
export type UsualHours = Map<string, number>;

const statuses: Record<string, hr.Leave['status']> = {
  approved: 'approved',
  requested: 'requested',
  denied: 'withdrawn',
  declined: 'withdrawn',
  canceled: 'withdrawn',
  cancelled: 'withdrawn',
  superceded: 'withdrawn',
};

export function toLeave(request: TimeOffRequest, usual: UsualHours): hr.Leave {
  const { unit } = request.amount;
  const days = Object.entries(request.dates).map(([date, amount]) => ({
    date,
    minutes: Math.round(Number(amount) * 60 * (unit === 'days' ? hoursOf(date, usual) : 1)),
  }));
  return {
    id: String(request.id),
    workerId: String(request.employeeId),
    // A word that is not known here is passed on, and named by the contract's check.
    status: statuses[request.status.status] ?? (request.status.status as hr.Leave['status']),
    days: days.filter(({ minutes }) => minutes > 0),
    modifiedAt: null,
  };
}

const hoursOf = (date: CalendarDate, usual: UsualHours): number => {
  const moment = new Date(`${date}T00:00:00Z`);
  return usual.get(moment.toLocaleDateString('en-US', { weekday: 'long', timeZone: 'UTC' })) ?? 0;
};

/** Every day of every holiday, kept everywhere: BambooHR does not say by whom. */
export function toHolidays(out: WhosOut[]): hr.Holiday[] {
  return out
    .filter(({ type }) => type === 'holiday')
    .flatMap(({ name, start, end }) => everyDay(start, end).map((date) => ({ date, name, location: null })));
}
