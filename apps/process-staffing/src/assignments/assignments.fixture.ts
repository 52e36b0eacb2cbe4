import { type EventType, events, type Resolution, type scheduling } from '#contracts';
import { deliverOnce, eventOf } from '#events';
import { newId } from '#kernel';
import { AppLogger, type DataSource, openDatabase, rows } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { type AnyWorkflow, ExceptionRepository, RunService } from '#workflow';
import { Engine } from '../../../../libs/workflow/src/engine.js';
import { processMigrations } from '../../../../libs/workflow/src/migrations.js';
import { RunRepository } from '../../../../libs/workflow/src/run.repository.js';
import { WaitRepository } from '../../../../libs/workflow/src/waiting.js';
import { WindowWaits } from '../../../../libs/workflow/src/window-waits.js';
import { CreateCapacity1700000000072 } from '../capacity/capacity-schema.js';
import { keepWorker, type WorkerServices } from '../people/keep-worker.workflow.js';
import { OneDirectory1700000000092 } from '../people/people-schema.js';
import { People } from '../people/people.js';
import { WorkerRepository } from '../people/worker.repository.js';
import { mendedElsewhere, reportedAssignments } from './assignment-intake.js';
import { AssignmentRepository } from './assignment.repository.js';
import { CreateAssignments1700000000070 } from './assignment-schema.js';
import { assignment, estate, Firm, project, worker } from './firm.fixture.js';
import { StaffingFacts } from './staffing-facts.js';
import { type AssignmentServices, synchroniseAssignment } from './synchronise-assignment.workflow.js';

/** The staffing app's database, subscriptions and engine, beside a firm that keeps what it is told. */
export class StaffingBench {
  firm = new Firm();
  private readonly logger = new AppLogger('process-staffing', 'silent');
  private readonly exceptions;
  private readonly runs;
  readonly service;
  readonly assignments;
  readonly workers;
  private told = 0;

  private constructor(
    private readonly testDatabase: TestDatabase,
    readonly database: DataSource,
  ) {
    this.exceptions = new ExceptionRepository(database, 'process-staffing');
    this.runs = new RunRepository(database);
    this.service = new RunService(this.runs, this.exceptions);
    this.assignments = new AssignmentRepository(database);
    this.workers = new WorkerRepository(database);
  }

  static async open(): Promise<StaffingBench> {
    const testDatabase = await createTestDatabase();
    const migrations = [
      ...processMigrations,
      CreateAssignments1700000000070,
      CreateCapacity1700000000072,
      OneDirectory1700000000092,
    ];
    const database = await openDatabase({ url: testDatabase.url, schema: 'process_staffing', migrations });
    return new StaffingBench(testDatabase, database);
  }

  async close(): Promise<void> {
    await this.database.destroy();
    await this.testDatabase.drop();
  }

  /** A firm with one onboarded consultant and one project that is ready for staffing. */
  async begin(): Promise<void> {
    this.firm = new Firm();
    await this.database.query(
      `truncate run, step, wait, exception, subscription, inbox, outbox, events.log, assignment, assignment_history,
                planned_week, worker, staffing_ready cascade`,
    );
    this.firm.workers.set('W1', worker());
    this.firm.projects.set('P-1', project);
    await this.tellOfWorker('W1');
    await this.tellReady('P-1');
    await this.work();
  }

  get facts(): StaffingFacts {
    const { assignments, firm } = this;
    return new StaffingFacts({ systems: firm.systems, projects: firm, assignments });
  }

  get people(): People {
    return new People(this.firm.systems, estate, this.workers);
  }

  private get services(): AssignmentServices & WorkerServices {
    const { assignments, people, facts } = this;
    return { systems: this.firm.systems, estate, facts, assignments, people };
  }

  private get engine() {
    const waits = new WaitRepository(this.database, new WindowWaits(this.database, (_entity, at) => at));
    const { runs, exceptions, logger, services } = this;
    const workflows: AnyWorkflow<AssignmentServices & WorkerServices>[] = [synchroniseAssignment, keepWorker];
    return new Engine({ app: 'process-staffing', workflows, services, runs, waits, exceptions, logger });
  }

  /** An event comes into the log, and to the subscribers. */
  async tell(type: EventType, subject: string, data: object): Promise<void> {
    this.told += 1;
    const event = eventOf({ type, source: '/s', subject, key: `${this.told}`, correlationId: newId(), data });
    await this.database.query(
      `insert into events.log (id, source, type, subject, time, correlation_id, data) values ($1, $2, $3, $4, $5, $6, $7)`,
      [event.id, event.source, event.type, event.subject, event.time, event.correlationId, JSON.stringify(event.data)],
    );
    await this.deliver();
  }

  async deliver(): Promise<void> {
    await deliverOnce(this.database, this.logger, reportedAssignments(this.assignments, this.service));
    await deliverOnce(this.database, this.logger, mendedElsewhere(this.assignments, this.service));
  }

  /** The scheduler has it so, and says so. */
  async assign(
    changes: Partial<scheduling.Assignment> = {},
    type: EventType = events.assignmentChanged,
  ): Promise<void> {
    const now = assignment(changes);
    this.firm.assignments.set(now.id, now);
    await this.tellOf(now, type);
  }

  tellOf(now: scheduling.Assignment, type: EventType = events.assignmentChanged): Promise<void> {
    return this.tell(type, `assignment/${now.id}`, { instance: 'float', id: now.id, assignment: now });
  }

  tellReady(code: string): Promise<void> {
    return this.tell(events.projectStaffingReady, `project/${code}`, {
      project: code,
      name: code,
      legalEntity: 'MER-US',
    });
  }

  /** The HR system reports a worker, and the directory reads them. */
  async tellOfWorker(id: string): Promise<void> {
    const data = { instance: 'workday', id };
    await this.tell(events.workerChanged, `worker/${id}`, data);
    const input = { ...data, event: String(this.told) };
    const { id: run } = await this.database.transaction((manager) => this.service.begin(manager, keepWorker, input));
    await this.engine.advance(run);
    const ended = { owner: 'process-staffing', id: run, workflow: keepWorker.name, state: 'completed' };
    await this.tell(events.runEnded, `run/${run}`, ended);
  }

  /** Every run goes as far as it comes; one that waits is woken once. */
  async work(): Promise<void> {
    await this.database.query(
      `update run set wake_at = now(), lease_until = '-infinity' where state in ('waiting', 'running')`,
    );
    const due = await rows<{ id: string }>(
      this.database,
      `select id from run where state in ('running', 'waiting', 'undoing') order by created_at`,
    );
    for (const { id } of due) await this.engine.advance(id);
  }

  /** Key, state and what it waits for of the runs with assignments, oldest first. */
  async standing(): Promise<string[]> {
    const found = await rows<{ line: string }>(
      this.database,
      `select key || ' ' || state as line from run where workflow = 'assignment-sync' order by created_at`,
    );
    return found.map(({ line }) => line);
  }

  async waitingFor(): Promise<string | null> {
    const sql = `select waiting_for as "waitingFor" from run where workflow = 'assignment-sync' order by created_at desc limit 1`;
    return (await rows<{ waitingFor: string | null }>(this.database, sql))[0]!.waitingFor;
  }

  async steps(): Promise<string[]> {
    const sql = `select name from step join run on run.id = run_id where workflow = 'assignment-sync' and kind = 'act'
                  order by run.created_at, ordinal`;
    return (await rows<{ name: string }>(this.database, sql)).map(({ name }) => name);
  }

  openExceptions(): Promise<{ id: string; code: string; owner: string; business: Record<string, unknown> }[]> {
    return rows(this.database, `select id, code, owner, business, fields from exception where state = 'open'`);
  }

  async resolve(action: Resolution['action']): Promise<void> {
    const [open] = await this.openExceptions();
    await this.service.resolve(open!.id, { action, reason: 'a reason' }, 'Dana');
  }

  /** Week and minutes that are forecast. */
  async planned(): Promise<string[]> {
    const sql = `select week::text || ' ' || minutes as line from planned_week order by week, id`;
    return (await rows<{ line: string }>(this.database, sql)).map(({ line }) => line);
  }
}
