import { Failure } from '#kernel';
import { afterLease, begin, closeBench, database, engine, openBench, views } from './engine.fixture.js';

beforeAll(openBench);
afterAll(closeBench);

describe('the journal', () => {
  it('lets a run be taken once, however many take it at a time', async () => {
    let acts = 0;
    const run = engine((flow) => flow.step('charge', { act: async () => (acts += 1) }).then(() => undefined));
    const id = await begin();
    await Promise.all([run.advance(id), run.advance(id), run.advance(id)]);
    expect(acts).toBe(1);
    expect((await views.run(id)).state).toBe('completed');
  });

  it('lets no act begin before what came of the one before is written', async () => {
    let next = 0;
    const run = engine(async (flow) => {
      await flow.step('first', { act: () => database.query('update run set fence = fence + 1 where id = $1', [id]) });
      await flow.step('next', { act: async () => (next += 1) });
    });
    const id = await begin();
    await run.advance(id);
    expect(next).toBe(0);
    expect((await views.run(id)).steps).toMatchObject([{ name: 'first', state: 'intent' }]);
  });

  it('keeps an answer as it was given, whatever the workflow does with it', async () => {
    const lines: string[][] = [];
    let crash = true;
    const run = engine(async (flow) => {
      const order = await flow.read('order', async () => ({ lines: ['a'] }));
      order.lines.push('b');
      lines.push(order.lines);
      await flow.step('charge', {
        act: async () => {
          if (crash) await database.query('update run set fence = fence + 1 where id = $1', [id]);
        },
      });
    });
    const id = await begin();
    await run.advance(id);
    crash = false;
    await afterLease(id);
    await run.advance(id);
    expect(lines).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  it('stops at an answer that cannot be kept, and keeps those of runs beside it', async () => {
    let charged = 0;
    const lookingUp = (answer: string) =>
      engine(async (flow) => {
        await flow.step('look up', { act: async () => answer });
        await flow.step('charge', { act: async () => (charged += 1) });
      });
    const broken = await begin();
    const beside = await begin();
    await Promise.all([lookingUp('unreadable\u0000').advance(broken), lookingUp('readable').advance(beside)]);
    expect((await views.run(beside)).state).toBe('completed');
    expect(await views.run(broken)).toMatchObject({ state: 'waiting', waitingFor: expect.stringContaining('Unicode') });
    expect(charged).toBe(1);
  });

  it('shows a question that is being asked, and how often it was asked in vain', async () => {
    let answer: (() => object) | null = null;
    const run = engine(async (flow) => {
      await flow.read('deal', async () => {
        if (answer) return answer();
        throw new Error('the vendor is away');
      });
    });
    const id = await begin();
    await run.advance(id);
    const [failed] = (await views.run(id)).steps;
    expect(failed).toMatchObject({ name: 'deal', state: 'intent', attempts: [{ outcome: 'failed' }] });
    answer = () => ({ amount: 1 });
    await afterLease(id);
    await run.advance(id);
    const [done] = (await views.run(id)).steps;
    expect(done).toMatchObject({ state: 'done', attempts: [{ outcome: 'failed' }, { outcome: 'done' }] });
    expect(done!.attempts[1]!.startedAt).toBeTruthy();
  });

  it('keeps the first attempt of a step and the latest, however often it is tried', async () => {
    let tried = 0;
    const run = engine(async (flow) => {
      await flow.step('charge', { act: () => Promise.reject(new Failure('unavailable', `away ${(tried += 1)}`)) });
    });
    const id = await begin();
    for (let turn = 0; turn < 55; turn += 1) {
      await run.advance(id);
      await afterLease(id);
    }
    const said = (await views.run(id)).steps[0]!.attempts.map(({ failure }) => failure);
    expect(said).toHaveLength(50);
    expect([said[0], said[1], said.at(-1)]).toEqual(['away 1', 'away 7', 'away 55']);
  });
});
