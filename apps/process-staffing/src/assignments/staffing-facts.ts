import type { hr, ProjectView, scheduling } from '#contracts';
import { addDays, type CalendarDate, Failure, nothingThere } from '#kernel';
import type { EstateView, Projects, Systems } from '#platform';
import { leaveByDay, type WorkingTime } from '../calendar.js';
import type { AssignmentRepository } from './assignment.repository.js';
import type { WorkerRepository } from './worker.repository.js';

/** Days nobody at a place works, and leave of people as the HR system calls them. */
export interface Calendar {
  holidays: { date: CalendarDate; location: string | null }[];
  leave: { workerId: string; days: { date: CalendarDate; minutes: number }[] }[];
}

/** A worker, and the HR instance that says so. */
export interface HiredWorker {
  instance: string;
  worker: hr.Worker;
}

interface FactSources {
  systems: Systems;
  estate: EstateView;
  projects: Pick<Projects, 'find'>;
  workers: WorkerRepository;
  assignments: AssignmentRepository;
}

/** Asks whoever knows: the answers are plain records, fit for a journal. */
export class StaffingFacts {
  constructor(private readonly sources: FactSources) {}

  /** Null where nobody with this number was ever reported. */
  async worker(number: string): Promise<HiredWorker | null> {
    const known = await this.sources.workers.find(number);
    if (!known) return null;
    const { instance, id } = known;
    const worker = await this.sources.systems.named('hr', instance).getWorker({ id }).catch(nothingThere);
    return worker && { instance, worker };
  }

  async project(code: string): Promise<{ project: ProjectView; isStaffingReady: boolean } | null> {
    const project = await this.sources.projects.find(code);
    return project && { project, isStaffingReady: await this.sources.assignments.isStaffingReady(code) };
  }

  /** Holidays and approved leave of everybody in an HR system. */
  async calendar(instance: string, from: CalendarDate, to: CalendarDate): Promise<Calendar> {
    const hr = this.sources.systems.named('hr', instance);
    const { items } = await hr.listHolidays({ from, to });
    const leave: Calendar['leave'] = [];
    for (let cursor: string | undefined; ;) {
      const page = await hr.listLeave({ from, to, limit: 200, ...(cursor && { cursor }) });
      const approved = page.items.filter(({ status }) => status === 'approved');
      leave.push(...approved.map(({ workerId, days }) => ({ workerId, days: days.filter(within(from, to)) })));
      if (!page.nextCursor) break;
      cursor = page.nextCursor;
    }
    return { holidays: items.map(({ date, location }) => ({ date, location })), leave };
  }

  /** What of it concerns one person. */
  async calendarOf({ instance, worker }: HiredWorker, from: CalendarDate, to: CalendarDate): Promise<Calendar> {
    const { holidays, leave } = await this.calendar(instance, from, to);
    return {
      holidays: holidays.filter(keptBy(worker)),
      leave: leave.filter(({ workerId }) => workerId === worker.id),
    };
  }

  /** What a person is promised to in some days, in every scheduler; an assignment may be left out. */
  async bookings(
    scheduler: string,
    { workerNumber, from, to, except }: { workerNumber: string; from: string; to: string; except: string | null },
  ): Promise<Booking[]> {
    const held = await this.sources.assignments.heldOf(workerNumber, from, to);
    const listed = await this.sources.systems
      .named('scheduling', scheduler)
      .listAssignmentsOf({ reference: workerNumber, from, to })
      .then(({ items }) => items.flatMap(bookingOf), cannotSay);
    const elsewhere = held
      .filter(({ instance }) => listed === null || instance !== scheduler)
      .map(({ id, instance, ownership: { project, startDate, endDate, minutes } }) => {
        return { id: instance === scheduler ? id : `${instance}/${id}`, project, startDate, endDate, minutes };
      });
    return [...(listed ?? []), ...elsewhere].filter(({ id }) => id !== except);
  }
}

/** Promised work: minutes in all, on days yet to be spread over. */
export interface Booking {
  id: string;
  project: string | null;
  startDate: CalendarDate;
  endDate: CalendarDate;
  minutes: number;
}

/** Nobody is held to a plan that is not promised. */
function bookingOf({ id, project, startDate, endDate, minutes, status }: scheduling.Assignment): Booking[] {
  return status === 'confirmed' && startDate && endDate ? [{ id, project, startDate, endDate, minutes }] : [];
}

/** A scheduler that cannot list them, or does not know the person. */
function cannotSay(error: unknown): null {
  const failure = Failure.from(error);
  if (failure.kind === 'unsupported' || failure.kind === 'not-found') return null;
  throw failure;
}

const within =
  (from: CalendarDate, to: CalendarDate) =>
  ({ date }: { date: CalendarDate }): boolean =>
    date >= from && date <= to;

/** The legal working week, where the HR system says nothing. */
export const fullWeekMinutes = 40 * 60;

interface Employed {
  id: string;
  location: string | null;
  country: string | null;
  weeklyMinutes: number | null;
  firstDay: CalendarDate | null;
  lastDay: CalendarDate | null;
}

/** A place is where somebody works, or the country of it. */
const keptBy =
  (person: Pick<Employed, 'location' | 'country'>) =>
  ({ location }: { location: string | null }): boolean =>
    location === null || location === person.location || location === person.country;

/** When one person works, by the calendar of their HR system. */
export function workingTimeOf(person: Employed, { holidays, leave }: Calendar): WorkingTime {
  return {
    weeklyMinutes: person.weeklyMinutes ?? fullWeekMinutes,
    holidays: new Set(holidays.filter(keptBy(person)).map(({ date }) => date)),
    leave: leaveByDay(leave.filter(({ workerId }) => workerId === person.id)),
    firstDay: person.firstDay,
    lastDay: person.lastDay,
  };
}

export const employedOf = ({
  id,
  location,
  country,
  weeklyMinutes,
  hireDate,
  terminationDate,
}: hr.Worker): Employed => ({
  id,
  location,
  country,
  weeklyMinutes,
  firstDay: hireDate,
  lastDay: terminationDate,
});

/** Assignments that last longer are refused: no project of ours is planned that far. */
export const longestDays = 3 * 366;

export const isTooLong = (from: CalendarDate, to: CalendarDate): boolean => to > addDays(from, longestDays);
