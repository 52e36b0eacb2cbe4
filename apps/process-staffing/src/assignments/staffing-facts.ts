import type { Project, scheduling } from '#contracts';
import { addDays, type CalendarDate, Failure } from '#kernel';
import type { Projects, Systems } from '#platform';
import type { AssignmentRepository } from './assignment.repository.js';

interface FactSources {
  systems: Systems;
  projects: Pick<Projects, 'find'>;
  assignments: AssignmentRepository;
}

/** Asks whoever knows: the answers are plain records, fit for a journal. */
export class StaffingFacts {
  constructor(private readonly sources: FactSources) {}

  async project(code: string): Promise<{ project: Project; isStaffingReady: boolean } | null> {
    const project = await this.sources.projects.find(code);
    return project && { project, isStaffingReady: await this.sources.assignments.isStaffingReady(code) };
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

/** Assignments that last longer are refused: no project of ours is planned that far. */
export const longestDays = 3 * 366;

export const isTooLong = (from: CalendarDate, to: CalendarDate): boolean => to > addDays(from, longestDays);
