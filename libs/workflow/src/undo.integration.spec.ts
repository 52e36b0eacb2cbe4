import { Failure } from '#kernel';
import { afterLease, begin, closeBench, engine, openBench, refused, resolve, views } from './engine.fixture.js';

beforeAll(openBench);
afterAll(closeBench);

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

  it('whose undo finds a vendor out of reach tries again by itself, and asks nobody', async () => {
    const undone: string[] = [];
    let away = true;
    const run = engine(async (flow) => {
      await flow.step('one', { act: async () => 1, undo: async () => undone.push('one') });
      await flow.step('two', {
        act: async () => 2,
        undo: async () => {
          if (away) throw new Failure('unavailable', 'the vendor is away', { retryAfterMs: 1 });
          undone.push('two');
        },
      });
      await flow.check('never', () => {
        throw refused('posting-refused');
      });
    });
    const id = await begin();
    await run.advance(id);
    await resolve(id, { action: 'cancel' });
    await run.advance(id);
    expect([(await views.run(id)).state, undone]).toEqual(['undoing', ['one']]);
    away = false;
    await afterLease(id);
    await run.advance(id);
    expect([(await views.run(id)).state, undone]).toEqual(['cancelled', ['one', 'two']]);
    const open = (await views.exceptions({ state: 'open' })).items.filter(({ runId }) => runId === id);
    expect(open).toEqual([]);
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
