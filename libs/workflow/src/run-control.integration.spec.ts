import { rows } from '#platform';
import { begin, closeBench, control, database, engine, openBench, refused, views } from './engine.fixture.js';
import { deleteJournals, journalDays } from './retention.js';

beforeAll(openBench);
afterAll(closeBench);

const dana = { subject: 'u-1', name: 'Dana', roles: ['finance-operations'] };
const stateOf = async (id: string) => (await views.run(id)).state;

describe('running again from a step', () => {
  it('does that step and all after it once more, with new keys, and nothing before it', async () => {
    const done: string[] = [];
    const keys = new Set<string>();
    const run = engine(async (flow) => {
      for (const step of ['one', 'two', 'three']) {
        await flow.step(step, { act: async (key) => (keys.add(key), done.push(step)) });
      }
    });
    const id = await begin();
    await run.advance(id);
    await control.rerun(id, { from: 'two', reason: 'the ERP lost it' }, dana);
    await run.advance(id);
    expect(done).toEqual(['one', 'two', 'three', 'two', 'three']);
    expect(keys.size).toBe(5);
    expect((await views.run(id)).steps.map(({ attempts }) => attempts.length)).toEqual([1, 2, 2]);
  });

  it('keeps the key of a step that only was tried: it may have happened', async () => {
    const keys: string[] = [];
    const run = engine(async (flow) => {
      await flow.step('one', { act: (key) => (keys.push(key), Promise.reject(refused('posting-refused'))) });
    });
    const id = await begin();
    await run.advance(id);
    await control.rerun(id, { from: 'one', reason: 'again' }, dana);
    await run.advance(id);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
  });

  it('goes on with what a person changed, and settles the exception in her name', async () => {
    const acted: unknown[] = [];
    const run = engine(async (flow) => {
      const order = await flow.read('order', async () => ({ rate: 'wrong', item: 'desk' }));
      await flow.step('use', {
        act: async () => (order.rate === 'right' ? acted.push(order) : Promise.reject(refused('rate-mismatch'))),
      });
    });
    const id = await begin();
    await run.advance(id);
    await control.rerun(id, { from: 'order', changes: { rate: 'right' }, reason: 'typing error' }, dana);
    await run.advance(id);
    expect([await stateOf(id), acted]).toEqual(['completed', [{ rate: 'right', item: 'desk' }]]);
    const [settled] = await rows(database, 'select state, settled_by from exception where subject_id = $1', [id]);
    expect(settled).toEqual({ state: 'settled', settled_by: 'Dana' });
  });

  it('is refused from a step that is not there, with changes to an act, and while it is taken back', async () => {
    const run = engine(async (flow) => {
      await flow.step('one', { act: async () => 1 });
      await flow.waitUntil('later', 'P1D');
    });
    const id = await begin();
    await run.advance(id);
    const again = (from: string, changes?: Record<string, unknown>) =>
      control.rerun(id, { from, reason: 'test', ...(changes && { changes }) }, dana);
    await expect(again('nowhere')).rejects.toThrow('has no step "nowhere"');
    await expect(again('one', { a: 1 })).rejects.toThrow('nothing that could be changed');
    await control.cancel(id, 'test', dana);
    await expect(again('one')).rejects.toThrow('a run that is undoing');
  });
});

describe('a dry run', () => {
  it('reads and checks, and says of every act and event only that it would be', async () => {
    const acted: string[] = [];
    const read: string[] = [];
    const run = engine(async (flow) => {
      await flow.read('order', async () => ({ reads: read.push('order') }));
      const { id } = await flow.step('create', {
        act: async () => ({ id: `made ${acted.push('create')}` }),
        rehearse: () => ({ id: 'would be' }),
      });
      await flow.approval('go', { roles: ['pmo'] });
      await flow.step(`use ${id}`, { act: async () => acted.push('use') });
    });
    const dry = await control.rehearse(await begin());
    await run.advance(dry);
    expect([acted, read]).toEqual([[], ['order']]);
    const view = await views.run(dry);
    expect(view.state).toBe('completed');
    expect(view.steps.map(({ name }) => name)).toEqual(['order', 'create', 'go', 'use would be']);
  });

  it('ends where the real one would stop, and raises no exception', async () => {
    const run = engine((flow) =>
      flow.check('rate is right', () => {
        throw refused('rate-mismatch');
      }),
    );
    const dry = await control.rehearse(await begin());
    await run.advance(dry);
    expect(await views.run(dry)).toMatchObject({
      state: 'completed',
      waitingFor: 'would stop at "rate is right": refused as rate-mismatch',
    });
    expect(await rows(database, 'select 1 from exception where subject_id = $1', [dry])).toEqual([]);
  });
});

describe('journals', () => {
  it('of runs that ended long ago are deleted; the run stays the same run, and others keep theirs', async () => {
    const run = engine(async (flow) => void (await flow.step('one', { act: async () => 1 })));
    const [old, fresh] = [await begin(), await begin()];
    for (const id of [old, fresh]) await run.advance(id);
    await database.query(`update run set updated_at = now() - interval '91 days' where id = $1`, [old]);
    expect(await deleteJournals(database, journalDays({}))).toBe(1);
    expect(await deleteJournals(database, journalDays({}))).toBe(0);
    expect((await views.run(old)).steps).toEqual([]);
    expect((await views.run(fresh)).steps).toHaveLength(1);
    await expect(control.rerun(old, { from: 'one', reason: 'test' }, dana)).rejects.toThrow('journal is gone');
  });

  it('are deleted as a whole, a bounded portion at a time, the oldest first', async () => {
    const ids = [await begin(), await begin(), await begin(), await begin()];
    for (const [at, id] of ids.entries()) {
      const days = 200 - at;
      await database.query(
        `update run set state = 'completed', updated_at = now() - $2::int * interval '1 day' where id = $1`,
        [id, days],
      );
      await database.query(
        `insert into step (run_id, name, ordinal, kind, state)
         select $1, 'item ' || n, n, 'act', 'done' from generate_series(1, 1500) n`,
        [id],
      );
    }
    const left = async () => Promise.all(ids.map(async (id) => (await views.run(id)).steps.length));
    expect(await deleteJournals(database, 90)).toBe(2);
    expect(await left()).toEqual([0, 0, 1500, 1500]);
    expect(await deleteJournals(database, 90)).toBe(2);
    expect(await left()).toEqual([0, 0, 0, 0]);
    expect(await deleteJournals(database, 90)).toBe(0);
  });

  it('are kept for a whole number of days, or the app does not start', () => {
    expect(journalDays({ JOURNAL_DAYS: '7' })).toBe(7);
    expect(() => journalDays({ JOURNAL_DAYS: 'soon' })).toThrow('JOURNAL_DAYS is "soon"');
  });
});
