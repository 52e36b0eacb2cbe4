import { events, type Resolution } from '#contracts';
import { Failure } from '#kernel';
import { AppLogger, type DataSource, openDatabase, rows, withContext } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { type AnyWorkflow, defineWorkflow } from './definition.js';
import { Engine } from './engine.js';
import { ExceptionRepository } from './exception.repository.js';
import type { Flow } from './flow.js';
import { RunControl } from './run-control.js';
import { RunRepository } from './run.repository.js';
import { RunService } from './run.service.js';
import { processMigrations } from './migrations.js';
import { WorkflowViews } from './views.js';
import { WaitRepository } from './waiting.js';
import { type Windows, WindowWaits } from './window-waits.js';

interface Order {
  id: string;
}

/** What the workflow under test does; each test writes its own. */
type Body = (flow: Flow) => Promise<void>;

let testDatabase: TestDatabase;
export let database: DataSource;
export let runs: RunRepository;
export let service: RunService;
export let views: WorkflowViews;
export let waits: WaitRepository;
export let windows: WindowWaits;
/** When the windows of the test are open; each test says so itself. */
let opensAt: Windows = (_window, at) => at;
export let control: RunControl;
export const logger = new AppLogger('process-test', 'silent');

/** A database of a process app, made for a test file and dropped after it. */
export async function openBench(): Promise<void> {
  testDatabase = await createTestDatabase();
  database = await openDatabase({
    url: testDatabase.url,
    schema: 'process_test',
    migrations: processMigrations,
  });
  runs = new RunRepository(database);
  const exceptions = new ExceptionRepository(database, 'process-test');
  windows = new WindowWaits(database, (window, at) => opensAt(window, at));
  waits = new WaitRepository(database, windows);
  control = new RunControl(runs, waits, exceptions);
  service = new RunService(runs, exceptions);
  views = new WorkflowViews(database);
}

export async function closeBench(): Promise<void> {
  await database.destroy();
  await testDatabase.drop();
}

export function workflow(body: Body, version = 1, name = 'order') {
  return defineWorkflow<Order, null>({
    name,
    version,
    class: { latency: 'near-real-time', criticality: 'revenue', recovery: 'compensate', slo: '1m' },
    owners: { conflict: 'hr-operations', default: 'integration-operations' },
    waitsFor: [events.projectActivated],
    runKey: ({ id }) => id,
    run: (flow) => body(flow),
  });
}

export const engine = (body: Body): Engine<null> => engineOf(workflow(body));

export function engineOf(...workflows: AnyWorkflow<null>[]): Engine<null> {
  return new Engine({
    app: 'process-test',
    workflows,
    services: null,
    runs,
    waits,
    exceptions: new ExceptionRepository(database, 'process-test'),
    logger,
  });
}

export function windowsOpen(at: Windows): void {
  opensAt = at;
}

let orders = 0;
export async function begin(version = 1, actor: string | null = null): Promise<string> {
  const id = `order-${(orders += 1)}`;
  const definition = workflow(async () => undefined, version);
  const begun = await withContext({ correlationId: `c-${id}`, actor }, () =>
    database.transaction((manager) => service.begin(manager, definition, { id })),
  );
  return begun.id;
}

/** What a crash leaves behind once its lease has run out. */
export const afterLease = (id: string) =>
  database.query(`update run set lease_until = '-infinity', wake_at = now() where id = $1`, [id]);

export const resolve = async (runId: string, resolution: Partial<Resolution>): Promise<void> => {
  const [open] = await rows<{ id: string }>(
    database,
    `select id from exception where subject_id = $1 and state = 'open'`,
    [runId],
  );
  await service.resolve(open!.id, { reason: 'test', action: 'retry', ...resolution }, 'Dana');
};

export const refused = (code: string): Failure =>
  new Failure('rejected', `refused as ${code}`, { code, fields: [{ field: 'x', message: 'is wrong' }] });
