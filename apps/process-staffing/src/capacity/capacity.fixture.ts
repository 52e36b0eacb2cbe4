import { type CapacityUpdated, events, type EventType, type hr, type Project, type Resolution } from '#contracts';
import { type Money, newId } from '#kernel';
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
import { CreateAssignments1700000000070 } from '../assignments/assignment-schema.js';
import { keepWorker } from '../people/keep-worker.workflow.js';
import { OneDirectory1700000000092 } from '../people/people-schema.js';
import { People } from '../people/people.js';
import { WorkerRepository } from '../people/worker.repository.js';
import { adjustHolidays } from './adjust-holidays.workflow.js';
import { BookingRepository } from './booking.repository.js';
import { capacityIntake } from './capacity-intake.js';
import { CreateCapacity1700000000072, RateBookings1700000000091 } from './capacity-schema.js';
import { CapacityViews } from './capacity-views.js';
import { CapacityRepository } from './capacity.repository.js';
import { CapacityService } from './capacity.service.js';
import { HrSystem, Planning } from './firm.fixture.js';
import { RiskDesk } from './risk-desk.js';
import { RiskSettlement } from './risk-settlement.js';
import { updateCapacity } from './update-capacity.workflow.js';

const usd = (amount: string): Money => ({ amount, currency: 'USD' });
const eur = (amount: string): Money => ({ amount, currency: 'EUR' });
const rate = (hourlyRate: Money, effectiveFrom: string | null = null) => ({ role: 'CONS', hourlyRate, effectiveFrom });
const sold: Record<string, Pick<Project, 'client' | 'legalEntity' | 'rates'>> = {
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
  people = new HrSystem();
  planning = new Planning();
  private readonly logger = new AppLogger('process-staffing', 'silent');
  private versions = 0;

  private readonly workers: WorkerRepository;
  private readonly capacity: CapacityRepository;
  private readonly bookings: BookingRepository;
  private readonly exceptions: ExceptionRepository;
  private readonly runs: RunRepository;
  readonly views: CapacityViews;

  private constructor(
    private readonly testDatabase: TestDatabase,
    readonly database: DataSource,
  ) {
    this.workers = new WorkerRepository(database);
    this.capacity = new CapacityRepository(database);
    this.bookings = new BookingRepository(database);
    this.exceptions = new ExceptionRepository(database, 'process-staffing');
    this.runs = new RunRepository(database);
    this.views = new CapacityViews(this.workers, this.capacity, this.bookings, estate, clock);
  }

  static async open(): Promise<CapacityBench> {
    const testDatabase = await createTestDatabase();
    const migrations = [
      ...processMigrations,
      CreateAssignments1700000000070,
      CreateCapacity1700000000072,
      RateBookings1700000000091,
      OneDirectory1700000000092,
    ];
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
    this.people = new HrSystem();
    this.planning = new Planning();
    await this.database.query(
      `truncate worker, capacity_leave, capacity_holiday, capacity_stated, capacity_booking, outbox, exception,
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
    const intake = capacityIntake({ capacity: this.capacity, workers: this.workers, service: this.service });
    const subscription = intake.find(({ types }) => types.some((one) => one.type === type))!;
    const event = { id, source: 's', type, subject, time, correlationId: 'c', data };
    return withContext({ correlationId: 'c', actor: null }, () =>
      this.database.transaction((manager) => subscription.handle(event, manager)),
    );
  }

  /** The HR system reports a worker: the directory keeps them, and says so. */
  async tellOfWorker(id: string): Promise<void> {
    const input = { instance: 'bamboohr', id, event: newId() };
    const run = await this.database.transaction((manager) => this.service.begin(manager, keepWorker, input));
    await this.advance(run.id);
    const ended = { owner: 'process-staffing', id: run.id, workflow: keepWorker.name, state: 'completed' };
    await this.deliver(events.runEnded, `run/${run.id}`, ended);
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
    const people = new People(systems, estate, this.workers);
    const projects = { find: async (code: string) => (sold[code] ?? null) as Project | null };
    const desk = new RiskDesk(bookings, exceptions, estate);
    const service = new CapacityService({ capacity, bookings, people, projects, desk, systems, estate, clock });
    const waits = new WaitRepository(this.database, new WindowWaits(this.database, (_entity, at) => at));
    const workflows = [updateCapacity, adjustHolidays, keepWorker];
    const services = { people, capacity: service };
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
    const settlement = new RiskSettlement(this.workers, this.bookings, this.service);
    const desk = new RunService(this.runs, this.exceptions, { assignment: settlement });
    const id = await this.exceptions.openOn({ kind: 'assignment', id: subjectId });
    const resolution = { action, reason: 'a reason' } as Resolution;
    await withContext({ correlationId: 'c', actor: 'Dana' }, () => desk.resolve(id!, resolution, 'Dana'));
  }
}
