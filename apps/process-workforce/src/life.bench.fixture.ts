import { type EventType, events, type hr, type scheduling } from '#contracts';
import { deliverOnce, eventOf, publish, relayOnce, type Subscription } from '#events';
import { Failure } from '#kernel';
import {
  AppLogger,
  type DataSource,
  EstateView,
  loadEstate,
  openDatabase,
  Policies,
  rows,
  type Systems,
} from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { type AnyWorkflow, ExceptionRepository, RunService } from '#workflow';
import { Engine } from '../../../libs/workflow/src/engine.js';
import { processMigrations } from '../../../libs/workflow/src/migrations.js';
import { RunControl } from '../../../libs/workflow/src/run-control.js';
import { RunRepository } from '../../../libs/workflow/src/run.repository.js';
import { eventWaits, WaitRepository } from '../../../libs/workflow/src/waiting.js';
import { WindowWaits } from '../../../libs/workflow/src/window-waits.js';
import { changeIntake } from './change-intake.js';
import { changeWorker } from './change-worker.workflow.js';
import { commitContractor } from './commit-contractor.workflow.js';
import { handOver } from './hand-over.workflow.js';
import type { ImpactReader } from './impact-reader.js';
import { aWorker } from './life.fixture.js';
import { offBoardWorker } from './off-board-worker.workflow.js';
import { onboardWorker } from './onboard-worker.workflow.js';
import { CreateLoans1700000000200, LoanRepository } from './loans/loan.repository.js';
import { lendWorker } from './loans/lend-worker.workflow.js';
import { CreatePeople1700000000070, PersonRepository } from './person.repository.js';
import type { WorkforceServices } from './services.js';

const workflows = [
  onboardWorker,
  changeWorker,
  offBoardWorker,
  handOver,
  commitContractor,
  lendWorker,
] as AnyWorkflow<WorkforceServices>[];

interface Put {
  reference: string;
  key: string;
  body: Record<string, unknown>;
}

/** The firm's systems: HR as it is edited, and everything the others were told, once for each key. */
export class Firm {
  readonly workers = new Map<string, hr.Worker>();
  told: { at: string; what: string; reference: string; body: Record<string, unknown> }[] = [];
  assignments: scheduling.Assignment[] = [];
  /** Answers of operations instead of doing them. */
  readonly refusals = new Map<string, Failure>();
  /** Operations whose answer is lost once, after they were done. */
  readonly lost = new Set<string>();
  private readonly keys = new Set<string>();

  edit(id: string, changes: Partial<hr.Worker>): void {
    const before = this.workers.get(id) ?? aWorker({ id });
    this.workers.set(id, { ...before, ...changes });
  }

  /** The same of one legal entity. */
  storyOf(legalEntity: string): string[] {
    return storyOf(this.told.filter(({ at }) => at === legalEntity));
  }

  /** What was told, in order, as `operation reference`. */
  story(): string[] {
    return storyOf(this.told);
  }

  readonly systems = {
    for: (_domain: string, legalEntity: string) => this.operationsOf(legalEntity),
    named: (_domain: string, instance: string) => this.operationsOf(instance),
  } as unknown as Systems;

  private readonly operationsOf = (at: string) => ({
    getWorker: ({ id }: { id: string }) => Promise.resolve({ ...this.workers.get(id)! }),
    getCostCentre: ({ code }: { code: string }) => {
      const refusal = this.refusals.get(`cost centre ${code}`);
      return refusal ? Promise.reject(refusal) : Promise.resolve({ id: code, code, name: code, active: true });
    },
    putAccount: (put: Put) => this.tell(at, 'account', put),
    putEmployee: (put: Put) => this.tell(at, 'employee', put),
    putResource: (put: Put) => this.tell(at, 'resource', put),
    endResource: (put: Put) => this.tell(at, 'resource ended', put),
    putPerson: (put: Put) => this.tell(at, 'person', put),
    putPurchaseCommitment: (put: Put) => this.tell(at, 'commitment', put),
  });

  private tell(at: string, what: string, { reference, key, body }: Put): Promise<{ id: string }> {
    const refusal = this.refusals.get(what) ?? this.refusals.get(`${what} at ${at}`);
    if (refusal) return Promise.reject(refusal);
    if (!this.keys.has(key)) this.told.push({ at, what, reference, body });
    this.keys.add(key);
    if (this.lost.delete(what)) return Promise.reject(new Failure('outcome-unknown', 'the answer was lost'));
    return Promise.resolve({ id: `${what.replaceAll(' ', '-')}-${reference}` });
  }
}

const plain = loadEstate('examples/meridian-consulting/estate.yaml', {});

/** The example firm with a PSA and a scheduler of its own, and assumed costs. */
const oneForAll = new EstateView({
  ...plain,
  instances: [...plain.instances, { name: 'planner', platform: 'float', settings: {} }],
  routing: { ...plain.routing, scheduling: 'planner' },
  mappings: { ...plain.mappings, hourlyCosts: { CONS: '80.00 USD' } },
  policies: new Policies(),
});

const storyOf = (told: Firm['told']): string[] =>
  told.map(({ what, body }) => `${what}${body.active === false ? ' off' : ''}`);

/** The app's workflows on a database of their own, moved on until nothing moves any more. */
export class LifeBench {
  firm = new Firm();
  private reports = 0;
  readonly people: PersonRepository;
  readonly loans: LoanRepository;
  private readonly exceptions: ExceptionRepository;
  private readonly runs: RunRepository;
  readonly service: RunService;
  private readonly waits: WaitRepository;
  private readonly logger = new AppLogger('process-workforce', 'silent');

  private constructor(
    private readonly testDatabase: TestDatabase,
    readonly database: DataSource,
    private readonly estate: EstateView,
  ) {
    this.people = new PersonRepository(database);
    this.loans = new LoanRepository(database);
    this.exceptions = new ExceptionRepository(database, 'process-workforce');
    this.runs = new RunRepository(database);
    this.service = new RunService(this.runs, this.exceptions);
    this.waits = new WaitRepository(database, new WindowWaits(database, (_entity, at) => at));
  }

  static async open(estate = oneForAll): Promise<LifeBench> {
    const testDatabase = await createTestDatabase();
    const migrations = [...processMigrations, CreatePeople1700000000070, CreateLoans1700000000200];
    const schema = 'process_workforce';
    return new LifeBench(testDatabase, await openDatabase({ url: testDatabase.url, schema, migrations }), estate);
  }

  async close(): Promise<void> {
    await this.database.destroy();
    await this.testDatabase.drop();
  }

  /** Another firm; every test has people of its own. */
  clear(): void {
    this.firm = new Firm();
  }

  /** HR reports somebody as they are now, and everything moves on as far as it comes. */
  async report(id: string, changes: Partial<hr.Worker> = {}, type: EventType = events.workerChanged): Promise<void> {
    this.firm.edit(id, changes);
    await this.publishChange(id, type);
    await this.settle();
  }

  async publishChange(id: string, type: EventType = events.workerChanged): Promise<void> {
    this.reports += 1;
    const event = eventOf({
      type,
      source: '/instances/bamboohr',
      subject: `worker/${id}`,
      key: String(this.reports),
      correlationId: 'c',
      data: { instance: 'bamboohr', id },
    });
    await this.database.transaction((manager) => publish(manager, [event]));
  }

  async settle(): Promise<void> {
    const engine = this.engine();
    for (let turn = 0; turn < 60; turn += 1) {
      await relayOnce(this.database);
      for (const subscription of this.subscriptions()) await deliverOnce(this.database, this.logger, subscription);
      const due = await this.ids(`state in ('running', 'waiting', 'undoing') and wake_at <= clock_timestamp()`);
      if (due.length === 0) return;
      for (const id of due) await engine.advance(id);
    }
    throw new Error('it never comes to rest');
  }

  /** Every wait for a day, and every pause, is over. */
  async dayComes(): Promise<void> {
    await this.database.query('update wait set until = clock_timestamp() where until is not null and answer is null');
    await this.tryAgain();
  }

  async tryAgain(): Promise<void> {
    await this.database.query(`update run set wake_at = clock_timestamp() where state = 'waiting'`);
    await this.settle();
  }

  /** Somebody with a role says yes or no to the one thing that is to be decided. */
  async decide(decision: 'approve' | 'reject', role: string): Promise<void> {
    const sql = `select run_id as "runId", name as step from wait where roles is not null and answer is null`;
    const [open] = await rows<{ runId: string; step: string }>(this.database, sql);
    const control = new RunControl(this.runs, this.waits, this.exceptions);
    const person = { subject: 'u-1', name: 'Dana', roles: [role] };
    await control.decide(open!.runId, { step: open!.step, decision, reason: 'looked at' }, person);
    await this.settle();
  }

  /** Somebody settles the open exception of a kind. */
  async resolve(code: string, changes?: Record<string, unknown>): Promise<void> {
    const sql = `select id from exception where code = $1 and state = 'open'`;
    const [open] = await rows<{ id: string }>(this.database, sql, [code]);
    const action = changes ? 'correct' : 'retry';
    await this.service.resolve(open!.id, { action, reason: 'seen to', ...(changes && { changes }) }, 'Dana');
    await this.settle();
  }

  async openExceptions(): Promise<{ code: string; owner: string; message: string; money: string | null }[]> {
    return rows(
      this.database,
      `select code, owner, message, business -> 'moneyAtRisk' ->> 'amount' as money from exception
        where state = 'open' order by code`,
    );
  }

  /** Runs of a workflow that are not over: state and what they wait for. */
  async standing(workflow: string): Promise<string[]> {
    const sql = `select state || ': ' || coalesce(waiting_for, '') as line from run
      where workflow = $1 and state not in ('completed', 'cancelled') order by created_at`;
    return (await rows<{ line: string }>(this.database, sql, [workflow])).map(({ line }) => line);
  }

  async published(type: EventType): Promise<Record<string, unknown>[]> {
    const sql = 'select data from events.log where type = $1 order by position';
    return (await rows<{ data: Record<string, unknown> }>(this.database, sql, [type.type])).map(({ data }) => data);
  }

  private engine(): Engine<WorkforceServices> {
    const { runs, waits, exceptions, logger } = this;
    const { systems } = this.firm;
    const impacts = {
      workOf: () => Promise.resolve({ assignments: this.firm.assignments, rates: {}, unbilled: [] }),
      assignmentsFrom: () => Promise.resolve(this.firm.assignments),
    } as unknown as ImpactReader;
    const workers = { get: (instance: string, id: string) => systems.named('hr', instance).getWorker({ id }) };
    const services = { systems, estate: this.estate, people: this.people, loans: this.loans, workers, impacts };
    return new Engine({ app: 'process-workforce', workflows, services, runs, waits, exceptions, logger });
  }

  private subscriptions(): Subscription[] {
    const starts = workflows.flatMap((workflow): Subscription[] => {
      const { startsOn } = workflow;
      if (!startsOn) return [];
      const handle: Subscription['handle'] = async (event, manager) => {
        const run = await this.service.begin(manager, workflow, startsOn.input(event), event);
        if (!run.isNew) await this.service.nudge(manager, run.id, 'changed at its source');
        return 'applied';
      };
      return [{ name: `${workflow.name} starts`, types: startsOn.types, handle }];
    });
    return [
      ...starts,
      changeIntake(this.people, this.service),
      eventWaits([events.workerTerminationWithdrawn, events.workerLoanOver], this.waits),
    ];
  }

  private async ids(condition: string): Promise<string[]> {
    return (await rows<{ id: string }>(this.database, `select id from run where ${condition} order by created_at`)).map(
      ({ id }) => id,
    );
  }
}
