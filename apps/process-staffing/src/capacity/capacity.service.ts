import type { hr, scheduling } from '#contracts';
import { addDays, type CalendarDate, Failure, fingerprint, type Money, today } from '#kernel';
import { currentContext, type EstateView, type Systems } from '#platform';
import { weekOf, type WorkingTime } from '../calendar.js';
import type { BookingRepository, WeighedBooking, WorkerBooking } from './booking.repository.js';
import { priceByDay } from '../rates.js';
import { capacityOf, type DayAway, daysAway, minutesByDay } from './capacity.js';
import type { CapacityRepository, CapacityWorker, Span } from './capacity.repository.js';
import type { ProjectRates } from './project-rates.js';
import { type Risk, type RiskDesk, total } from './risk-desk.js';

export interface CapacityParts {
  capacity: CapacityRepository;
  bookings: BookingRepository;
  rates: Pick<ProjectRates, 'of'>;
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

  noteWorker(worker: CapacityWorker): Promise<void> {
    return this.parts.capacity.noteWorker(worker);
  }

  /** Keeps the holidays of the years of a span as the HR system has them; none where it cannot tell. */
  async learnHolidays(instance: string, span: Span): Promise<void> {
    const years = { from: `${span.from.slice(0, 4)}-01-01`, to: `${span.to.slice(0, 4)}-12-31` };
    const hr = this.parts.systems.named('hr', instance);
    const { items } = await hr.listHolidays(years).catch((error: unknown) => none<hr.Holiday>(error, ['unsupported']));
    await this.parts.capacity.noteHolidays(instance, years, items);
  }

  /** Knows everybody an HR instance lists; where it lists nobody, those it told of. */
  async learnWorkers(instance: string): Promise<void> {
    const hr = this.parts.systems.named('hr', instance);
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: { cursor?: string; limit: number } = { limit: 200, ...(cursor && { cursor }) };
      const page = await hr.listWorkers(query).catch((error: unknown) => none<hr.Worker>(error, ['unsupported']));
      for (const { id } of page.items) await this.parts.capacity.register(instance, id);
      cursor = page.nextCursor;
    }
  }

  workersOf(instance: string): Promise<string[]> {
    return this.parts.capacity.workersOf(instance);
  }

  /** All days of a year a worker is away; `print` tells one answer from another. */
  async awayIn(worker: CapacityWorker, year: number): Promise<{ days: DayAway[]; print: string }> {
    const person = await this.parts.capacity.workingTime(worker);
    const days = daysAway(person, `${year}-01-01`, `${year}-12-31`);
    return { days, print: fingerprint(days) };
  }

  /** What the worker's scheduler was told last of a year; nothing is no day away. */
  async stated(worker: CapacityWorker, year: number): Promise<string> {
    return (await this.parts.bookings.stated(this.schedulerOf(worker), worker.number, year)) ?? fingerprint([]);
  }

  /** Tells the worker's scheduler all days of a year; answers why it could not, where it never can. */
  async state(worker: CapacityWorker, year: number, away: { days: DayAway[]; print: string }, key: string) {
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
  async lookAtBookings(worker: CapacityWorker, changed: Span): Promise<void> {
    const { bookings, systems, rates } = this.parts;
    const scheduler = this.schedulerOf(worker);
    const span = this.horizon(changed);
    const askedAt = await bookings.now();
    const { items } = await systems
      .for('scheduling', worker.legalEntity)
      .listAssignmentsOf({ reference: worker.number, ...span })
      .catch((error: unknown) => none<scheduling.Assignment>(error, ['unsupported', 'not-found']));
    const found: WorkerBooking[] = [];
    for (const { id, project, roleName, status, startDate, endDate, minutes } of items) {
      // Without days nobody can say which weeks it takes.
      if (!startDate || !endDate) continue;
      const sold = await rates.of(project, roleName);
      const when = { status, startDate, endDate, minutes };
      found.push({ scheduler, id, number: worker.number, project, roleName, ...when, ...sold });
    }
    await bookings.replace(worker, scheduler, { ...span, askedAt }, found);
  }

  /** Weighs what the worker is booked for against the time that is left; answers what of a span is gone and at risk. */
  async weigh(worker: CapacityWorker, changed: Span): Promise<{ awayMinutes: number; assignmentsAtRisk: number }> {
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

  schedulerOf({ legalEntity }: CapacityWorker): string {
    return this.parts.estate.instanceFor('scheduling', legalEntity).name;
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

/** An empty page, where a platform cannot answer or does not know whom it is asked about. */
function none<T>(error: unknown, kinds: Failure['kind'][]): { items: T[]; nextCursor: string | null } {
  const failure = Failure.from(error);
  if (kinds.includes(failure.kind)) return { items: [], nextCursor: null };
  throw failure;
}
