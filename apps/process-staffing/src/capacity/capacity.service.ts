import type { scheduling } from '#contracts';
import { addDays, type CalendarDate, Failure, fingerprint, type Money, today } from '#kernel';
import { currentContext, type EstateView, type Projects, type Systems } from '#platform';
import { weekOf, type WorkingTime } from '../calendar.js';
import type { BookingRepository, WeighedBooking, WorkerBooking } from './booking.repository.js';
import type { People } from '../people/people.js';
import type { PlacedWorker, Span } from '../people/worker.repository.js';
import { priceByDay, ratesOf } from '../rates.js';
import { capacityOf, type DayAway, daysAway, minutesByDay } from './capacity.js';
import type { CapacityRepository } from './capacity.repository.js';
import { type Risk, type RiskDesk, total } from './risk-desk.js';

export interface CapacityParts {
  capacity: CapacityRepository;
  bookings: BookingRepository;
  people: People;
  projects: Pick<Projects, 'find'>;
  desk: RiskDesk;
  systems: Systems;
  estate: EstateView;
  /** The moment it is; work that is past cannot be staffed otherwise. */
  clock: () => Date;
}

/** How far ahead assignments are weighed, from the current week on. */
const horizonDays = 366;

/** What the steps of capacity workflows do. */
export class CapacityService {
  constructor(private readonly parts: CapacityParts) {}

  /** Keeps the holidays of the years of a span as the HR system has them. */
  async learnHolidays(instance: string, { from, to }: Span): Promise<void> {
    const years = { from: `${from.slice(0, 4)}-01-01`, to: `${to.slice(0, 4)}-12-31` };
    const holidays = await this.parts.people.holidays(instance, years);
    await this.parts.capacity.noteHolidays(instance, years, holidays);
  }

  /** All days of a year a worker is away; `print` tells one answer from another. */
  async awayIn(worker: PlacedWorker, year: number): Promise<{ days: DayAway[]; print: string }> {
    const person = await this.parts.capacity.workingTime(worker);
    const days = daysAway(person, `${year}-01-01`, `${year}-12-31`);
    return { days, print: fingerprint(days) };
  }

  /** What the worker's scheduler was told last of a year; nothing is no day away. */
  async stated(worker: PlacedWorker, year: number): Promise<string> {
    return (await this.parts.bookings.stated(this.schedulerOf(worker), worker.number, year)) ?? fingerprint([]);
  }

  /** Tells the worker's scheduler all days of a year; answers why it could not, where it never can. */
  async state(worker: PlacedWorker, year: number, away: { days: DayAway[]; print: string }, key: string) {
    const { number, legalEntity } = worker;
    const scheduling = this.parts.systems.for('scheduling', legalEntity);
    const body: scheduling.AbsenceState = { workerNumber: number, days: away.days };
    try {
      await scheduling.putAbsence({ reference: `away-${number}-${year}`, key, body });
    } catch (error) {
      const failure = Failure.from(error);
      if (failure.kind === 'unsupported') return { cannot: `${this.schedulerOf(worker)} holds no absences` };
      if (failure.kind === 'not-found') return { cannot: `${this.schedulerOf(worker)} does not know them` };
      throw failure;
    }
    await this.parts.bookings.noteStated(this.schedulerOf(worker), number, year, away.print);
    return { cannot: null };
  }

  /** Keeps what the worker is booked for from the current week on, with the terms of the projects. */
  async lookAtBookings(worker: PlacedWorker, changed: Span): Promise<void> {
    const { bookings, systems } = this.parts;
    const scheduler = this.schedulerOf(worker);
    const span = this.horizon(changed);
    const askedAt = await bookings.now();
    const { items } = await systems
      .for('scheduling', worker.legalEntity)
      .listAssignmentsOf({ reference: worker.number, ...span })
      .catch(noneToTell);
    const found: WorkerBooking[] = [];
    for (const { id, project, roleName, status, startDate, endDate, minutes } of items) {
      // Without days nobody can say which weeks it takes.
      if (!startDate || !endDate) continue;
      const sold = await this.sold(project, roleName);
      const when = { status, startDate, endDate, minutes };
      found.push({ scheduler, id, number: worker.number, project, roleName, ...when, ...sold });
    }
    await bookings.replace(worker, scheduler, { ...span, askedAt }, found);
  }

  /** Weighs what the worker is booked for against the time that is left; answers what of a span is gone and at risk. */
  async weigh(worker: PlacedWorker, changed: Span): Promise<{ awayMinutes: number; assignmentsAtRisk: number }> {
    const { capacity, bookings, desk } = this.parts;
    const horizon = this.horizon(changed);
    return capacity.database.transaction(async (manager) => {
      await capacity.lock(manager, worker);
      const person = await capacity.workingTime(worker, manager);
      const risks = risksOf(person, await bookings.of(worker.number, horizon, manager), horizon);
      await desk.settle(manager, risks, currentContext().correlationId);
      return {
        awayMinutes: total(daysAway(person, changed.from, changed.to), 'minutes'),
        assignmentsAtRisk: risks.filter(({ atRiskMinutes }) => atRiskMinutes > 0).length,
      };
    });
  }

  schedulerOf({ legalEntity }: PlacedWorker): string {
    return this.parts.estate.instanceFor('scheduling', legalEntity).name;
  }

  /** Whose project it is and what the role is sold for; nothing where it was not mobilised through the gateway. */
  private async sold(
    code: string | null,
    roleName: string | null,
  ): Promise<Pick<WorkerBooking, 'client' | 'legalEntity' | 'rates'>> {
    const project = code ? await this.parts.projects.find(code) : null;
    const role = roleName && this.parts.estate.mappedFrom('roleNames', roleName);
    return {
      client: project?.client ?? null,
      legalEntity: project?.legalEntity ?? null,
      rates: ratesOf(project, role || null),
    };
  }

  private horizon({ to }: Span): Span {
    const { estate, clock } = this.parts;
    const now: CalendarDate = today(clock(), estate.estate.timeZone);
    const end = addDays(now, horizonDays);
    return { from: weekOf(now), to: to > end ? to : end };
  }
}

function risksOf(person: WorkingTime, booked: WeighedBooking[], { from, to }: Span): Risk[] {
  const weeks = capacityOf(person, booked, from, to);
  return booked.map((booking) => {
    const of = weeks.flatMap((week) => week.booked.filter((one) => one.booking.id === booking.id));
    const worth = (name: 'atRiskMinutes' | 'leaveMinutes'): Money | null =>
      priceByDay(minutesByDay(weeks, booking, name, person.holidays), booking.rates);
    return {
      booking,
      atRiskMinutes: total(of, 'atRiskMinutes'),
      atRiskWorth: worth('atRiskMinutes'),
      leaveMinutes: total(of, 'leaveMinutes'),
      leaveWorth: worth('leaveMinutes'),
    };
  });
}

/** A scheduler that cannot list them, or does not know the person. */
function noneToTell(error: unknown): { items: scheduling.Assignment[] } {
  const failure = Failure.from(error);
  if (failure.kind === 'unsupported' || failure.kind === 'not-found') return { items: [] };
  throw failure;
}
