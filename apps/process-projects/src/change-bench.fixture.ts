import { events } from '#contracts';
import { deliverOnce, eventOf, publish, relayOnce } from '#events';
import { derivedId, Failure } from '#kernel';
import { AppLogger, type DataSource, openDatabase, rows, type Systems, withContext } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { ExceptionRepository, RunService, WorkflowViews } from '#workflow';
import { Engine } from '../../../libs/workflow/src/engine.js';
import { processMigrations } from '../../../libs/workflow/src/migrations.js';
import { RunRepository } from '../../../libs/workflow/src/run.repository.js';
import { eventWaits, WaitRepository } from '../../../libs/workflow/src/waiting.js';
import { WindowWaits } from '../../../libs/workflow/src/window-waits.js';
import { assignment, deal, estate, termsOf } from './change.fixture.js';
import { changeProject, type ChangeProject, type ChangeServices } from './change-project.workflow.js';
import type { MobilisableDeal } from './mobilisation-rules.js';
import { newerChange } from './newer-change.js';
import { CreateProjects1700000000010, KeepDeals1700000000011, ProjectRepository } from './project.repository.js';

interface Call {
  key: string;
  reference: string;
  body: object;
}

/** Systems that keep the last state they were told, once for each key, and can refuse or lose an answer. */
class World {
  deal: MobilisableDeal = deal();
  assignedUntil = '2026-10-31';
  told: Record<string, unknown> = {};
  keys = new Set<string>();
  /** What the PSA answers when it is told rates. */
  rates: () => Promise<unknown> = () => Promise.reject(new Failure('unsupported', 'is not built yet'));
  refusal: Failure | null = null;

  private keep = (what: string) => (call: Call) => {
    if (this.refusal) return Promise.reject(this.refusal);
    if (!this.keys.has(call.key)) this.told[`${what} ${call.reference}`] = call.body;
    this.keys.add(call.key);
    return Promise.resolve({ id: '1', url: null });
  };

  readonly crm = { getOpportunity: () => Promise.resolve(this.deal) };
  readonly erp = {
    getProject: () => Promise.resolve({ id: '4', customerId: 'c' }),
    putProject: this.keep('project'),
    setUpBilling: this.keep('billing'),
  };
  readonly psa = {
    changeProject: this.keep('workspace'),
    putFinancialDimensions: this.keep('dimensions'),
    putRates: () => this.rates(),
  };
  readonly scheduling = {
    listAssignments: () => Promise.resolve({ items: [assignment(this.assignedUntil)] }),
    putDemand: this.keep('demand'),
  };

  /** Minutes asked for, by role. */
  get demand(): Record<string, number> {
    const asked = Object.entries(this.told).filter(([what]) => what.startsWith('demand'));
    return Object.fromEntries(asked.map(([what, body]) => [what.split('/')[1], (body as { minutes: number }).minutes]));
  }
}

const actor = 'somebody';
const logger = new AppLogger('process-projects', 'silent');

/** The change workflow on a database of its own, among systems that remember what they were told. */
export class ChangeBench {
  world = new World();
  private readonly runs: RunRepository;
  private readonly waits: WaitRepository;
  private readonly exceptions: ExceptionRepository;
  private readonly service: RunService;
  readonly projects: ProjectRepository;

  private constructor(
    private readonly testDatabase: TestDatabase,
    readonly database: DataSource,
  ) {
    this.runs = new RunRepository(database);
    this.waits = new WaitRepository(database, new WindowWaits(database, (_entity, at) => at));
    this.exceptions = new ExceptionRepository(database, 'process-projects');
    this.service = new RunService(this.runs, this.exceptions);
    this.projects = new ProjectRepository(database);
  }

  static async open(): Promise<ChangeBench> {
    const testDatabase = await createTestDatabase();
    const migrations = [...processMigrations, CreateProjects1700000000010, KeepDeals1700000000011];
    return new ChangeBench(
      testDatabase,
      await openDatabase({ url: testDatabase.url, schema: 'process_projects', migrations }),
    );
  }

  async close(): Promise<void> {
    await this.database.destroy();
    await this.testDatabase.drop();
  }

  /** A project that was set up from the deal of the fixture. */
  async clear(): Promise<void> {
    this.world = new World();
    await this.database.query('truncate project, run, exception, outbox, events.log cascade');
    await this.projects.put(termsOf());
  }

  /** The deal is changed in the CRM, and the event begins a run. */
  async change(changes: Partial<MobilisableDeal>, modifiedAt = '2026-11-20T12:00:00.000Z'): Promise<string> {
    this.world.deal = deal({ ...changes, modifiedAt });
    const input = { instance: 'salesforce', opportunityId: '006', dealVersion: modifiedAt };
    return this.begin(input);
  }

  begin(input: ChangeProject): Promise<string> {
    return withContext({ correlationId: 'c', actor: null }, () =>
      this.database.transaction(async (manager) => (await this.service.begin(manager, changeProject, input)).id),
    );
  }

  /** A newer version is told: what stopped before is tried again. */
  async tell(): Promise<void> {
    const data = { instance: 'salesforce', id: '006', opportunity: this.world.deal };
    const envelope = { source: '/instances/salesforce', subject: 'opportunity/006', correlationId: 'c' };
    const event = eventOf({ ...envelope, type: events.opportunityChanged, key: this.world.deal.modifiedAt, data });
    await this.database.transaction((manager) => newerChange(this.service).handle(event, manager));
  }

  /** Moves a run on as far as it comes. */
  async work(id: string): Promise<{ state: string; waitingFor: string | null; title: string }> {
    const { world } = this;
    const systems = {
      for: (domain: 'erp' | 'psa' | 'scheduling') => world[domain],
      named: () => world.crm,
    } as unknown as Systems;
    const views = new WorkflowViews(this.database);
    const stateOf: ChangeServices['stateOf'] = (runId) =>
      views.run(runId).then(
        ({ state }) => state,
        () => null,
      );
    const services = { systems, estate, projects: this.projects, stateOf };
    const { runs, waits, exceptions } = this;
    const parts = { services, runs, waits, exceptions, logger };
    await this.database.query(
      `update run set wake_at = now(), lease_until = '-infinity' where id = $1 and state in ('running', 'waiting', 'undoing')`,
      [id],
    );
    await new Engine({ app: 'process-projects', workflows: [changeProject], ...parts }).advance(id);
    const sql = `select state, waiting_for as "waitingFor", title from run where id = $1`;
    return (await rows<never>(this.database, sql, [id]))[0]!;
  }

  async approve(id: string, roles = ['pmo'], approved = true): Promise<void> {
    const [wait] = await rows<{ name: string }>(this.database, 'select name from wait where run_id = $1', [id]);
    const person = { subject: actor, name: actor, roles } as never;
    await this.database.transaction((manager) =>
      this.waits.decide(manager, { runId: id, name: wait!.name }, person, { approved, reason: 'seen' }),
    );
  }

  async settle(id: string, action: 'retry' | 'cancel' | 'correct', changes?: Record<string, unknown>): Promise<void> {
    const exception = (await this.exceptions.openOn({ kind: 'run', id }))!;
    await this.service.resolve(exception, { action, reason: 'test', ...(changes && { changes }) }, actor);
  }

  async exceptionOf(id: string): Promise<{ code: string; owner: string } | undefined> {
    const sql = `select code, owner from exception where subject_id = $1 and state = 'open'`;
    return (await rows<{ code: string; owner: string }>(this.database, sql, [id]))[0];
  }

  /** A mobilisation of the deal that is still under way; the answer ends it. */
  async mobilising(): Promise<(state: 'completed' | 'cancelled') => Promise<void>> {
    const key = 'salesforce/006';
    const id = derivedId('run', 'project-mobilisation', key);
    await this.database.transaction((manager) =>
      this.runs.begin(manager, { workflow: 'project-mobilisation', version: 1, key, input: {}, correlationId: 'm' }),
    );
    return async (state) => {
      await this.database.query('update run set state = $2 where id = $1', [id, state]);
      await this.ended(id, 'project-mobilisation', state);
    };
  }

  /** The end of a run is told, and runs that wait for it hear of it. */
  async ended(id: string, workflow: string, state: 'completed' | 'cancelled'): Promise<void> {
    const data = { owner: 'process-projects', id, workflow, state };
    const envelope = { source: '/apps/process-projects', subject: `run/${id}`, key: state, correlationId: 'c' };
    const event = eventOf({ ...envelope, type: events.runEnded, data });
    await this.database.transaction((manager) => publish(manager, [event]));
    await this.deliver();
  }

  /** Everything published so far reaches the runs that wait for it. */
  async deliver(): Promise<void> {
    await relayOnce(this.database);
    await deliverOnce(this.database, logger, eventWaits([events.runEnded], this.waits));
  }

  /** The changes of projects that were told, the oldest first. */
  async published(): Promise<Record<string, unknown>[]> {
    await relayOnce(this.database);
    const sql = `select data from events.log where type = $1 order by position`;
    const found = await rows<{ data: Record<string, unknown> }>(this.database, sql, [events.projectChanged.type]);
    return found.map(({ data }) => data);
  }
}
