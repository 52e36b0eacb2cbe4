import { Failure } from '#kernel';
import { rows } from '#platform';
import {
  afterLease,
  begin,
  closeBench,
  database,
  engine,
  openBench,
  refused,
  resolve,
  runs,
  service,
  views,
  workflow,
} from './engine.fixture.js';

beforeAll(openBench);
afterAll(closeBench);

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

  it('tells once that it ended, whether it is done or taken back', async () => {
    const told = async (id: string) =>
      (
        await rows<{ state: string }>(
          database,
          `select data ->> 'state' as state from outbox where subject = $1 order by position`,
          [`run/${id}`],
        )
      ).map(({ state }) => state);
    const done = await begin();
    const run = engine(async (flow) => void (await flow.step('only', { act: async () => 1 })));
    await run.advance(done);
    await run.advance(done);
    expect(await told(done)).toEqual(['completed']);
    const taken = await begin();
    const refusing = engine((flow) =>
      flow.check('never', () => {
        throw refused('no');
      }),
    );
    await refusing.advance(taken);
    expect(await told(taken)).toEqual([]);
    await resolve(taken, { action: 'cancel' });
    await refusing.advance(taken);
    expect(await told(taken)).toEqual(['cancelled']);
  });

  it('notes the intent before the act, and repeats with the same key after a crash in the act', async () => {
    const keys: string[] = [];
    let crash = true;
    const run = engine(async (flow) => {
      await flow.step('charge', {
        act: async (key) => {
          keys.push(key);
          expect((await runs.journal.of(id))[0]).toMatchObject({ name: 'charge', state: 'intent' });
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
    expect(view.state).toBe('waiting');
    expect(view.waitingFor).toMatch(/^call: the ERP is away; tried since 20\d\d-\d\d-\d\dT\d\d:\d\dZ$/);
    expect(view.steps[0]!.attempts[0]).toMatchObject({ outcome: 'failed', kind: 'unavailable' });
    // Not due yet: nothing happens before its time.
    await run.advance(id);
    expect((await views.run(id)).steps[0]!.attempts).toHaveLength(1);
  });
});

describe('a run that waits for a platform', () => {
  it('says which step, what is away, and since when it is tried: not since it was done long ago', async () => {
    const run = engine(async (flow) => {
      await flow.read('project in ERP', () => Promise.reject(new Failure('unavailable', 'netsuite cannot be reached')));
    });
    const id = await begin();
    await run.advance(id);
    const tries = [
      { startedAt: '2026-03-01T08:00:00+00:00', outcome: 'failed' },
      { startedAt: '2026-03-01T08:01:00+00:00', outcome: 'done' },
      { startedAt: '2026-11-20T21:15:59+00:00', outcome: 'failed' },
      { startedAt: '2026-11-20T21:17:00+00:00', outcome: 'failed' },
    ];
    await database.query('update step set attempts = $2 where run_id = $1', [id, JSON.stringify(tries)]);
    await afterLease(id);
    await run.advance(id);
    expect((await views.run(id)).waitingFor).toBe(
      'project in ERP: netsuite cannot be reached; tried since 2026-11-20T21:15Z',
    );
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

  it('is raised by none whose cause was mended while the run was being tried', async () => {
    let rate = 'wrong';
    const mend = (id: string) => database.transaction((manager) => service.nudge(manager, id, 'changed at its source'));
    const run = engine(async (flow) => {
      const order = await flow.read('order', async () => ({ rate }));
      await flow.check('rate is right', () => {
        if (order.rate !== 'right') throw refused('rate-mismatch');
      });
    });
    const meanwhile = engine(async (flow) => {
      const order = await flow.read('order', async () => ({ rate }));
      rate = 'right';
      await mend(id);
      await flow.check('rate is right', () => {
        if (order.rate !== 'right') throw refused('rate-mismatch');
      });
    });
    const id = await begin();
    await meanwhile.advance(id);
    expect((await views.run(id)).state).toBe('waiting');
    expect((await views.exceptions({ state: 'open' })).items.filter(({ runId }) => runId === id)).toEqual([]);
    await run.advance(id);
    expect((await views.run(id)).state).toBe('completed');
  });

  it('is raised after all where the change mended nothing', async () => {
    let tries = 0;
    const run = engine(async (flow) => {
      await flow.read('order', async () => ({ tries: (tries += 1) }));
      if (tries === 1) await database.transaction((manager) => service.nudge(manager, id, 'changed at its source'));
      await flow.check('rate is right', () => {
        throw refused('rate-mismatch');
      });
    });
    const id = await begin();
    await run.advance(id);
    await run.advance(id);
    expect((await views.run(id)).state).toBe('parked');
    expect(tries).toBe(2);
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
