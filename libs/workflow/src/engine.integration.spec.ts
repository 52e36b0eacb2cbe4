import type { Resolution } from '#contracts';
import { CreateEvents1700000000000 } from '#events';
import { Failure } from '#kernel';
import { AppLogger, type DataSource, openDatabase, rows, withContext } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { defineWorkflow, type Flow } from './definition.js';
import { Engine } from './engine.js';
import { ExceptionRepository } from './exception.repository.js';
import { RunRepository } from './run.repository.js';
import { RunService } from './run.service.js';
import { AddStaleSteps1700000000005, CreateWorkflow1700000000003 } from './schema.js';
import { WorkflowViews } from './views.js';

interface Order {
  id: string;
}

/** What the workflow under test does; each test writes its own. */
type Body = (flow: Flow) => Promise<void>;

let testDatabase: TestDatabase;
let database: DataSource;
let runs: RunRepository;
let service: RunService;
let views: WorkflowViews;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = await openDatabase({
    url: testDatabase.url,
    schema: 'process_test',
    migrations: [CreateEvents1700000000000, CreateWorkflow1700000000003, AddStaleSteps1700000000005],
  });
  runs = new RunRepository(database);
  const exceptions = new ExceptionRepository(database, 'process-test');
  service = new RunService(runs, exceptions);
  views = new WorkflowViews(database);
});

afterAll(async () => {
  await database.destroy();
  await testDatabase.drop();
});

function workflow(body: Body) {
  return defineWorkflow<Order, null>({
    name: 'order',
    version: 1,
    class: { latency: 'near-real-time', criticality: 'revenue', recovery: 'compensate', slo: '1m' },
    owners: { conflict: 'hr-operations', default: 'integration-operations' },
    runKey: ({ id }) => id,
    run: (flow) => body(flow),
  });
}

function engine(body: Body): Engine<null> {
  const logger = new AppLogger('process-test', 'silent');
  return new Engine({
    app: 'process-test',
    workflows: [workflow(body)],
    services: null,
    runs,
    exceptions: new ExceptionRepository(database, 'process-test'),
    logger,
  });
}

let orders = 0;
async function begin(): Promise<string> {
  const id = `order-${(orders += 1)}`;
  const begun = await withContext({ correlationId: `c-${id}`, actor: null }, () =>
    database.transaction((manager) =>
      service.begin(
        manager,
        workflow(async () => undefined),
        { id },
      ),
    ),
  );
  return begun.id;
}

/** What a crash leaves behind once its lease has run out. */
const afterLease = (id: string) =>
  database.query(`update run set lease_until = '-infinity', wake_at = now() where id = $1`, [id]);

const resolve = async (runId: string, resolution: Partial<Resolution>): Promise<void> => {
  const [open] = await rows<{ id: string }>(
    database,
    `select id from exception where subject_id = $1 and state = 'open'`,
    [runId],
  );
  await service.resolve(open!.id, { reason: 'test', action: 'retry', ...resolution }, 'Dana');
};

const refused = (code: string): Failure =>
  new Failure('rejected', `refused as ${code}`, { code, fields: [{ field: 'x', message: 'is wrong' }] });

describe('a run', () => {
  it('that is begun twice is one run', async () => {
    const definition = workflow(async () => undefined);
    const both = await Promise.all(
      [1, 2].map(() => database.transaction((manager) => service.begin(manager, definition, { id: 'twice' }))),
    );
    expect(both.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
  });

  it('does each step once, also when it is advanced again and again', async () => {
    const done: string[] = [];
    const run = engine(async (flow) => {
      await flow.step('first', { act: async () => done.push('first') });
      await flow.step('second', { act: async () => done.push('second') });
    });
    const id = await begin();
    await run.advance(id);
    await run.advance(id);
    expect(done).toEqual(['first', 'second']);
    expect((await views.run(id)).state).toBe('completed');
  });

  it('notes the intent before the act, and repeats with the same key after a crash in the act', async () => {
    const keys: string[] = [];
    let crash = true;
    const run = engine(async (flow) => {
      await flow.step('charge', {
        act: async (key) => {
          keys.push(key);
          expect((await runs.journal(id))[0]).toMatchObject({ name: 'charge', state: 'intent' });
          // A process that is killed here journals nothing more: another one holds the run.
          if (crash) await database.query('update run set fence = fence + 1 where id = $1', [id]);
        },
      });
    });
    const id = await begin();
    await run.advance(id);
    expect((await views.run(id)).steps[0]!.state).toBe('intent');
    crash = false;
    await afterLease(id);
    await run.advance(id);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
    expect((await views.run(id)).state).toBe('completed');
  });

  it('that was overtaken changes nothing any more', async () => {
    let overtaken = false;
    const run = engine(async (flow) => {
      await flow.step('slow', {
        act: async () => {
          await database.query('update run set fence = fence + 1 where id = $1', [id]);
          overtaken = true;
        },
      });
      throw new Error('an overtaken run went on');
    });
    const id = await begin();
    await run.advance(id);
    expect(overtaken).toBe(true);
    const view = await views.run(id);
    expect([view.state, view.steps[0]!.state]).toEqual(['running', 'intent']);
  });

  it('waits without giving up while a platform is away', async () => {
    const run = engine(async (flow) => {
      await flow.step('call', {
        act: () => Promise.reject(new Failure('unavailable', 'the ERP is away', { retryAfterMs: 60_000 })),
      });
    });
    const id = await begin();
    await run.advance(id);
    const view = await views.run(id);
    expect(view).toMatchObject({ state: 'waiting', waitingFor: 'the ERP is away' });
    expect(view.steps[0]!.attempts[0]).toMatchObject({ outcome: 'failed', kind: 'unavailable' });
    // Not due yet: nothing happens before its time.
    await run.advance(id);
    expect((await views.run(id)).steps[0]!.attempts).toHaveLength(1);
  });
});

describe('a business exception', () => {
  it('parks the run with its data, and a correction resumes it from that step', async () => {
    const acted: unknown[] = [];
    const run = engine(async (flow) => {
      flow.about({ title: 'Order 7', project: 'P-7', moneyAtRisk: { amount: '5.00', currency: 'USD' } });
      await flow.step('before', { act: async () => acted.push('before') });
      const order = await flow.read('order', async () => ({ rate: 'wrong' }));
      await flow.check(
        'rate is right',
        () => {
          if (order.rate !== 'right') throw refused('rate-mismatch');
        },
        { corrects: 'order' },
      );
      await flow.step('after', { act: async () => acted.push(order.rate) });
    });
    const id = await begin();
    await run.advance(id);
    const [exception] = (await views.exceptions({ state: 'open' })).items.filter(({ runId }) => runId === id);
    expect(exception).toMatchObject({
      code: 'rate-mismatch',
      class: 'K8',
      owner: 'finance-operations',
      record: 'Order 7',
      corrects: 'order',
      business: { project: 'P-7', moneyAtRisk: { amount: '5.00', currency: 'USD' } },
    });
    await resolve(id, { action: 'correct', changes: { rate: 'right' } });
    await run.advance(id);
    expect(acted).toEqual(['before', 'right']);
    expect((await views.run(id)).state).toBe('completed');
    expect(await views.exception(exception!.id)).toMatchObject({ state: 'settled', settledBy: 'Dana' });
  });

  it('is asked about again when the cause was mended at its source', async () => {
    let rate = 'wrong';
    const run = engine(async (flow) => {
      const order = await flow.read('order', async () => ({ rate }));
      await flow.check('rate is right', () => {
        if (order.rate !== 'right') throw refused('rate-mismatch');
      });
    });
    const id = await begin();
    await run.advance(id);
    rate = 'right';
    await database.transaction((manager) => service.nudge(manager, id, 'changed at its source'));
    await run.advance(id);
    expect((await views.run(id)).state).toBe('completed');
  });

  it('cannot be settled twice, nor corrected with nothing', async () => {
    const run = engine((flow) =>
      flow.step('refused', { act: () => Promise.reject(refused('rate-mismatch')), corrects: 'order' }),
    );
    const id = await begin();
    await run.advance(id);
    await expect(resolve(id, { action: 'correct' })).rejects.toThrow('a correction needs changes');
    await expect(resolve(id, { action: 'skip' })).rejects.toThrow('cannot leave a step out');
    const [open] = (await views.exceptions({ state: 'open' })).items.filter(({ runId }) => runId === id);
    await resolve(id, { action: 'retry' });
    await expect(service.resolve(open!.id, { action: 'retry', reason: '' }, 'Dana')).rejects.toThrow('settled already');
  });
});

describe('a cancelled run', () => {
  it('undoes what was begun, last first, also what only was intended', async () => {
    const undone: string[] = [];
    const undo = (name: string) => async (key: string) => undone.push(`${name} ${key.length}`);
    const run = engine(async (flow) => {
      await flow.step('one', { act: async () => 1, undo: undo('one') });
      await flow.step('two', { act: async () => 2, undo: undo('two') });
      await flow.step('three', { act: () => Promise.reject(refused('posting-refused')), undo: undo('three') });
    });
    const id = await begin();
    await run.advance(id);
    await resolve(id, { action: 'cancel' });
    await run.advance(id);
    expect(undone).toEqual(['three 36', 'two 36', 'one 36']);
    expect((await views.run(id)).state).toBe('cancelled');
  });

  it('whose undo fails undoes the rest and leaves an exception with an owner', async () => {
    const undone: string[] = [];
    const run = engine(async (flow) => {
      await flow.step('one', { act: async () => 1, undo: async () => undone.push('one') });
      await flow.step('two', {
        act: async () => 2,
        undo: () => Promise.reject(new Failure('conflict', 'it was changed since')),
      });
      await flow.check('never', () => {
        throw refused('posting-refused');
      });
    });
    const id = await begin();
    await run.advance(id);
    await resolve(id, { action: 'cancel' });
    await run.advance(id);
    expect(undone).toEqual(['one']);
    const [left] = (await views.exceptions({ state: 'open' })).items.filter(({ runId }) => runId === id);
    expect(left).toMatchObject({
      message: 'could not be undone completely: it was changed since',
      owner: 'integration-operations',
    });
  });

  it('undoes on the strength of what it read, also where a reading has been doubted since', async () => {
    const undone: string[] = [];
    let away = false;
    const run = engine(async (flow) => {
      const { id } = await flow.read('customer', () =>
        away ? Promise.reject(new Failure('not-found', 'no such customer')) : Promise.resolve({ id: 'c-1' }),
      );
      await flow.step('create', { act: async () => 1, undo: async () => undone.push(id) });
      await flow.check('never', () => {
        throw refused('posting-refused');
      });
    });
    const id = await begin();
    await run.advance(id);
    away = true;
    await resolve(id, { action: 'retry' });
    await run.advance(id);
    await resolve(id, { action: 'cancel' });
    await run.advance(id);
    expect(undone).toEqual(['c-1']);
    expect((await views.run(id)).state).toBe('cancelled');
  });

  it('that could not be undone goes on backwards when it is tried again, never forwards', async () => {
    let acts = 0;
    let stubborn = true;
    const run = engine(async (flow) => {
      await flow.step('one', {
        act: async () => (acts += 1),
        undo: () => (stubborn ? Promise.reject(new Failure('conflict', 'in use')) : Promise.resolve()),
      });
      await flow.check('never', () => {
        throw refused('posting-refused');
      });
    });
    const id = await begin();
    await run.advance(id);
    await resolve(id, { action: 'cancel' });
    await run.advance(id);
    await expect(resolve(id, { action: 'correct', changes: { a: 1 } })).rejects.toThrow('being taken back');
    stubborn = false;
    await resolve(id, { action: 'retry' });
    await run.advance(id);
    expect([(await views.run(id)).state, acts]).toEqual(['cancelled', 1]);
  });

  it('whose step is refused under a code of the vendor’s own goes to the owner the workflow names', async () => {
    const run = engine(async (flow) => {
      await flow.step('one', {
        act: () => Promise.reject(new Failure('conflict', 'taken', { code: 'uniqueness' })),
      });
    });
    const id = await begin();
    await run.advance(id);
    const [open] = (await views.exceptions({ state: 'open' })).items.filter(({ runId }) => runId === id);
    expect(open!.owner).toBe('hr-operations');
  });
});
