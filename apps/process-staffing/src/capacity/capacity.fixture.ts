import {
  type CapacityUpdated,
  events,
  type EventType,
  type hr,
  type ProjectView,
  type Resolution,
  type scheduling,
} from '#contracts';
import { Failure, type Money, newId } from '#kernel';
import {
  AppLogger,
  type DataSource,
  EstateView,
  loadEstate,
  openDatabase,
  rows,
  type Systems,
  withContext,
} from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { ExceptionRepository, RunService } from '#workflow';
import { Engine } from '../../../../libs/workflow/src/engine.js';
import { processMigrations } from '../../../../libs/workflow/src/migrations.js';
import { RunRepository } from '../../../../libs/workflow/src/run.repository.js';
import { WaitRepository } from '../../../../libs/workflow/src/waiting.js';
import { WindowWaits } from '../../../../libs/workflow/src/window-waits.js';
import { adjustHolidays } from './adjust-holidays.workflow.js';
import { BookingRepository } from './booking.repository.js';
import { capacityIntake } from './capacity-intake.js';
import { CreateCapacity1700000000072, RateBookings1700000000091 } from './capacity-schema.js';
import { CapacityViews } from './capacity-views.js';
import { CapacityRepository } from './capacity.repository.js';
import { CapacityService } from './capacity.service.js';
import { ProjectRates } from './project-rates.js';
import { RiskDesk } from './risk-desk.js';
import { RiskSettlement } from './risk-settlement.js';
import { updateCapacity } from './update-capacity.workflow.js';

export const worker = (id: string, changes: Partial<hr.Worker> = {}): hr.Worker => ({
  id,
  number: `10${id}`,
  firstName: 'Given',
  lastName: 'Family',
  workEmail: null,
  employmentType: 'employee',
  status: 'active',
  hireDate: '2020-01-01',
  terminationDate: null,
  legalEntity: 'MER-US',
  costCentre: null,
  location: 'Boston',
  country: 'US',
  grade: null,
  jobTitle: null,
  managerId: null,
  weeklyMinutes: 2400,
  skills: [],
  modifiedAt: null,
  ...changes,
});

/** Five days of 480 minutes, from Monday, 26 October 2026. */
export const assignment = (id: string, changes: Partial<scheduling.Assignment> = {}): scheduling.Assignment => ({
  id,
  workerNumber: '107',
  roleName: 'Consultant',
  minutes: 2400,
  project: 'P-1',
  startDate: '2026-10-26',
  endDate: '2026-10-30',
  status: 'confirmed',
  ...changes,
});

/** An HR system that answers what it is given. */
class People {
  workers = [worker('7'), worker('8')];
  holidays: hr.Holiday[] = [];
  listsWorkers = true;

  getWorker = async ({ id }: { id: string }): Promise<hr.Worker> => {
    const found = this.workers.find((one) => one.id === id);
    if (!found) throw new Failure('not-found', `no worker ${id}`);
    return found;
  };
  listWorkers = async (): Promise<hr.WorkerPage> => {
    if (!this.listsWorkers) throw new Failure('unsupported', 'lists nobody');
    return { items: this.workers, nextCursor: null };
  };
  listHolidays = async ({ from, to }: hr.HolidayQuery): Promise<hr.HolidayList> => ({
    items: this.holidays.filter(({ date }) => from <= date && date <= to),
  });
}

/** A scheduler that keeps idempotency keys, as a system app does. */
class Planning {
  assignments: scheduling.Assignment[] = [];
  /** Days by reference, as they were last stated. */
  absences = new Map<string, string[]>();
  /** How often an absence was stated. */
  statements = 0;
  /** Happens once, after an absence is stated and before that is answered. */
  meanwhile: () => Promise<unknown> = () => Promise.resolve();
  /** Happens each time instead. */
  refuses: Failure | null = null;
  private readonly requests = new Map<string, string>();

  putAbsence = async (request: { reference: string; key: string; body: scheduling.AbsenceState }) => {
    const { reference, key, body } = request;
    if (this.refuses) throw this.refuses;
    const known = this.requests.get(key);
    if (known !== undefined && known !== JSON.stringify(body)) {
      throw new Failure('rejected', `idempotency key "${key}" was used for another request`);
    }
    const happens = this.meanwhile;
    this.meanwhile = () => Promise.resolve();
    await happens();
    if (known === undefined) {
      this.requests.set(key, JSON.stringify(body));
      this.statements += 1;
      this.absences.set(
        reference,
        body.days.map(({ date, minutes }) => `${date} ${minutes}`),
      );
    }
    if (this.losesReply) {
      this.losesReply = false;
      throw new Failure('outcome-unknown', 'no answer');
    }
    return { id: reference, url: null };
  };
  losesReply = false;

  listAssignmentsOf = async ({ reference, from, to }: { reference: string; from: string; to: string }) => {
    if (this.refuses) throw this.refuses;
    return {
      items: this.assignments.filter(
        ({ workerNumber, startDate, endDate }) => workerNumber === reference && startDate! <= to && endDate! >= from,
      ),
    };
  };
}

const usd = (amount: string): Money => ({ amount, currency: 'USD' });
const eur = (amount: string): Money => ({ amount, currency: 'EUR' });
const rate = (hourlyRate: Money, effectiveFrom: string | null = null) => ({ role: 'CONS', hourlyRate, effectiveFrom });
const sold: Record<string, Pick<ProjectView, 'client' | 'legalEntity' | 'rates'>> = {
  'P-1': { client: 'A client', legalEntity: 'MER-US', rates: [rate(usd('180.00'))] },
  'P-2': { client: 'Another', legalEntity: 'MER-DE', rates: [rate(eur('99.99'))] },
  // Dearer from Tuesday, 27 October 2026, on.
  'P-3': { client: 'A client', legalEntity: 'MER-US', rates: [rate(usd('240.00'), '2026-10-27'), rate(usd('180.00'))] },
};

const estate = new EstateView(loadEstate('examples/meridian-consulting/estate.yaml', {}));
/** Tuesday, 20 October 2026. */
const clock = (): Date => new Date('2026-10-20T12:00:00Z');

/** Capacity on a database of its own, beside an HR system and a scheduler that keep what they are given. */
export class CapacityBench {
  people = new People();
  planning = new Planning();
  private readonly logger = new AppLogger('process-staffing', 'silent');
  private versions = 0;

  private readonly capacity: CapacityRepository;
  private readonly bookings: BookingRepository;
  private readonly exceptions: ExceptionRepository;
  private readonly runs: RunRepository;
  readonly views: CapacityViews;

  private constructor(
    private readonly testDatabase: TestDatabase,
    readonly database: DataSource,
  ) {
    this.capacity = new CapacityRepository(database);
    this.bookings = new BookingRepository(database);
    this.exceptions = new ExceptionRepository(database, 'process-staffing');
    this.runs = new RunRepository(database);
    this.views = new CapacityViews(this.capacity, this.bookings, estate, clock);
  }

  static async open(): Promise<CapacityBench> {
    const testDatabase = await createTestDatabase();
    const migrations = [...processMigrations, CreateCapacity1700000000072, RateBookings1700000000091];
    return new CapacityBench(
      testDatabase,
      await openDatabase({ url: testDatabase.url, schema: 'process_staffing', migrations }),
    );
  }

  async close(): Promise<void> {
    await this.database.destroy();
    await this.testDatabase.drop();
  }

  async clear(): Promise<void> {
    this.people = new People();
    this.planning = new Planning();
    await this.database.query(
      `truncate capacity_worker, capacity_leave, capacity_holiday, capacity_stated, capacity_booking, outbox, exception,
                run cascade`,
    );
  }

  private get service(): RunService {
    return new RunService(this.runs, this.exceptions);
  }

  /** What its workflows ask and tell. */
  systems = { named: () => this.people, for: () => this.planning } as unknown as Systems;

  /** Leave 1 of worker 7, a newer version each time: `2026-10-26 480`. */
  leave(days: string[], changes: Partial<hr.Leave> = {}) {
    this.versions += 1;
    const leave: hr.Leave = {
      id: '1',
      workerId: '7',
      status: 'approved',
      days: days.map((day) => ({ date: day.slice(0, 10), minutes: Number(day.slice(11)) })),
      modifiedAt: null,
      ...changes,
    };
    return { id: newId(), leave, time: new Date(Date.UTC(2026, 9, 1) + this.versions * 1_000).toISOString() };
  }

  /** The event of a version of a leave arrives; work is done as far as it comes. */
  async tell({ id, leave, time }: ReturnType<CapacityBench['leave']>): Promise<string> {
    const data = { instance: 'bamboohr', id: leave.id, leave };
    return this.deliver(events.leaveRecorded, `leave/${leave.id}`, data, { id, time });
  }

  async deliver(
    { type }: EventType,
    subject: string,
    data: object,
    { id = newId(), time = '2026-10-20T12:00:00Z' } = {},
  ): Promise<string> {
    const intake = capacityIntake({ capacity: this.capacity, service: this.service });
    const subscription = intake.find(({ types }) => types.some((one) => one.type === type))!;
    const event = { id, source: 's', type, subject, time, correlationId: 'c', data };
    return withContext({ correlationId: 'c', actor: null }, () =>
      this.database.transaction((manager) => subscription.handle(event, manager)),
    );
  }

  /** Advances every run that can go on, and those it begins, each once. */
  async work(): Promise<void> {
    for (let before = ''; ;) {
      const sql = `select id, state, fence::text from run where state in ('running', 'waiting') order by id`;
      const open = await rows<{ id: string }>(this.database, sql);
      if (open.length === 0 || JSON.stringify(open.map(({ id }) => id)) === before) return;
      before = JSON.stringify(open.map(({ id }) => id));
      for (const { id } of open) await this.advance(id);
    }
  }

  async advance(id: string): Promise<void> {
    await this.database.query(`update run set wake_at = now(), lease_until = '-infinity' where id = $1`, [id]);
    await this.engine().advance(id);
  }

  private engine(): Engine<never> {
    const { capacity, bookings, exceptions, runs, logger, systems } = this;
    const projects = { find: async (code: string) => (sold[code] ?? null) as ProjectView | null };
    const rates = new ProjectRates(projects, estate);
    const desk = new RiskDesk(bookings, exceptions, estate);
    const service = new CapacityService({ capacity, bookings, rates, desk, systems, estate, clock });
    const waits = new WaitRepository(this.database, new WindowWaits(this.database, (_entity, at) => at));
    const workflows = [updateCapacity, adjustHolidays];
    const services = { systems, estate, capacity: service };
    return new Engine({ app: 'process-staffing', workflows, services, runs, waits, exceptions, logger }) as never;
  }

  /** Days of absence the scheduler holds of a worker, as `2026-10-26 480`. */
  absence(number = '107', year = 2026): string[] | undefined {
    return this.planning.absences.get(`away-${number}-${year}`);
  }

  /** Title, state and what it waits for of every run, the oldest first. */
  standing(): Promise<{ title: string; state: string; waitingFor: string | null }[]> {
    return rows(this.database, `select title, state, waiting_for as "waitingFor" from run order by created_at, id`);
  }

  /** What was told of capacity, in order. */
  async told(): Promise<CapacityUpdated[]> {
    const sql = `select data from outbox where type = $1 order by position`;
    return (await rows<{ data: CapacityUpdated }>(this.database, sql, [events.capacityUpdated.type])).map(
      ({ data }) => data,
    );
  }

  raised(): Promise<Record<string, unknown>[]> {
    const sql = `select subject_id as subject, code, class, owner, message, business from exception
                  where state = 'open' order by subject_id`;
    return rows(this.database, sql);
  }

  /** A person settles the open exception of an assignment. */
  async decide(subjectId: string, action: Resolution['action']): Promise<void> {
    const settlement = new RiskSettlement(this.capacity, this.bookings, this.service);
    const desk = new RunService(this.runs, this.exceptions, { assignment: settlement });
    const id = await this.exceptions.openOn({ kind: 'assignment', id: subjectId });
    const resolution = { action, reason: 'a reason' } as Resolution;
    await withContext({ correlationId: 'c', actor: 'Dana' }, () => desk.resolve(id!, resolution, 'Dana'));
  }
}
