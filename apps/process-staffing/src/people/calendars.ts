import type { hr } from '#contracts';
import type { CalendarDate } from '#kernel';
import { leaveByDay, type WorkingTime } from '../calendar.js';
import type { ReportedWorker } from './worker.repository.js';

/** Days nobody at a place works, and leave of people as the HR system calls them. */
export interface Calendar {
  holidays: { date: CalendarDate; location: string | null }[];
  leave: { workerId: string; days: { date: CalendarDate; minutes: number }[] }[];
}

export type Employed = Pick<ReportedWorker, 'id' | 'location' | 'country' | 'weeklyMinutes' | 'firstDay' | 'lastDay'>;

/** The legal working week, where the HR system says nothing. */
const fullWeekMinutes = 40 * 60;

export const employedOf = (worker: hr.Worker): Employed => ({
  id: worker.id,
  location: worker.location,
  country: worker.country,
  weeklyMinutes: worker.weeklyMinutes ?? fullWeekMinutes,
  firstDay: worker.hireDate,
  lastDay: worker.terminationDate,
});

/** A place is where somebody works, or the country of it. */
export const keptBy =
  (person: Pick<Employed, 'location' | 'country'>) =>
  ({ location }: { location: string | null }): boolean =>
    location === null || location === person.location || location === person.country;

/** When one person works, by the calendar of their HR system. */
export function workingTimeOf(person: Employed, { holidays, leave }: Calendar): WorkingTime {
  const { id, weeklyMinutes, firstDay, lastDay } = person;
  return {
    weeklyMinutes,
    firstDay,
    lastDay,
    holidays: new Set(holidays.filter(keptBy(person)).map(({ date }) => date)),
    leave: leaveByDay(leave.filter(({ workerId }) => workerId === id)),
  };
}
