import { Failure } from '#kernel';
import { rows } from '#platform';
import {
  afterLease,
  begin,
  closeBench,
  database,
  engine,
  engineOf,
  openBench,
  refused,
  resolve,
  views,
  workflow,
} from './engine.fixture.js';
import type { Flow } from './flow.js';

beforeAll(openBench);
afterAll(closeBench);

const stateOf = async (id: string) => (await views.run(id)).state;
const stepNames = async (id: string) => (await views.run(id)).steps.map(({ name }) => name);
const childrenOf = async (id: string) =>
  (await rows<{ id: string }>(database, 'select id from run where parent_id = $1 order by created_at', [id])).map(
    (child) => child.id,
  );

const away = (): Promise<never> => Promise.reject(new Failure('unavailable', 'the scheduler is away'));

describe('a step that may be done later', () => {
  it('is left to a run of its own, which does it with the same key, and the run goes on', async () => {
    const done: string[] = [];
    const keys = new Set<string>();
    let isAway = true;
    const run = engine(async (flow) => {
      const { code } = await flow.read('deal', async () => ({ code: 'P-1' }));
      const demand = await flow.stepOrDefer('publish demand', {
        act: async (key) => {
          keys.add(key);
          return isAway ? away() : done.push(`demand ${code}`);
        },
        deferOn: ['unavailable', 'throttled'],
      });
      await flow.step('after', { act: async () => done.push(`after, demand is ${demand}`) });
    });
    const id = await begin();
    await run.advance(id);
    expect([await stateOf(id), done]).toEqual(['completed', ['after, demand is undefined']]);
    const [child] = await childrenOf(id);
    await run.advance(child!);
    expect(await stateOf(child!)).toBe('waiting');
    isAway = false;
    await afterLease(child!);
    await run.advance(child!);
    expect([await stateOf(child!), done]).toEqual(['completed', ['after, demand is undefined', 'demand P-1']]);
    expect(keys.size).toBe(1);
    expect((await views.run(id)).steps[1]).toMatchObject({ name: 'publish demand', state: 'done' });
  });

  it('stops the run where the failure is of another kind', async () => {
    const run = engine(async (flow) => {
      await flow.stepOrDefer('demand', {
        act: () => Promise.reject(refused('rate-mismatch')),
        deferOn: ['unavailable'],
      });
    });
    const id = await begin();
    await run.advance(id);
    expect([await stateOf(id), await childrenOf(id)]).toEqual(['parked', []]);
  });

  it('is not done any more when its run is taken back', async () => {
    const undone: string[] = [];
    const run = engine(async (flow) => {
      await flow.stepOrDefer('demand', {
        act: away,
        undo: async () => undone.push('demand'),
        deferOn: ['unavailable'],
      });
      await flow.check('never', () => {
        throw refused('posting-refused');
      });
    });
    const id = await begin();
    await run.advance(id);
    await resolve(id, { action: 'cancel' });
    await run.advance(id);
    const [child] = await childrenOf(id);
    expect([await stateOf(id), await stateOf(child!), undone]).toEqual(['cancelled', 'cancelled', ['demand']]);
  });
});

describe('a loop over many items', () => {
  const items = ['a', 'b', 'c', 'd', 'e'];

  it('works on no more of them at once than it may, and names steps by item', async () => {
    let now = 0;
    let most = 0;
    let bothIn: () => void;
    const both = new Promise<void>((enter) => (bothIn = enter));
    const run = engine(async (flow) => {
      const results = await flow.forEach('line', items, { key: (item) => item, concurrency: 2 }, (line, item) =>
        line.step('charge', {
          act: async () => {
            most = Math.max(most, (now += 1));
            if (now === 2) bothIn();
            await both;
            now -= 1;
            return item.toUpperCase();
          },
        }),
      );
      flow.about({ title: results.join('') });
    });
    const id = await begin();
    await run.advance(id);
    expect(most).toBe(2);
    expect(await views.run(id)).toMatchObject({ state: 'completed', title: 'ABCDE' });
    expect((await stepNames(id)).toSorted()).toEqual(items.map((item) => `line ${item}: charge`));
  });

  it('does the good ones and stops with all the bad ones in one exception; only those are done again', async () => {
    const charged: string[] = [];
    const bad = new Set(['b', 'd']);
    const run = engine(async (flow) => {
      await flow.forEach('line', items, { key: (item) => item }, (line, item) =>
        line.step('charge', {
          act: async () => (bad.has(item) ? Promise.reject(refused('rate-mismatch')) : charged.push(item)),
        }),
      );
    });
    const id = await begin();
    await run.advance(id);
    expect(charged.toSorted()).toEqual(['a', 'c', 'e']);
    const [open] = (await views.exceptions({ state: 'open' })).items.filter(({ runId }) => runId === id);
    expect(open).toMatchObject({
      code: 'rate-mismatch',
      fields: [
        { field: 'line b: charge: x', message: 'is wrong' },
        { field: 'line d: charge: x', message: 'is wrong' },
      ],
    });
    bad.clear();
    await resolve(id, { action: 'retry' });
    await run.advance(id);
    expect([await stateOf(id), charged.toSorted()]).toEqual(['completed', items]);
  });

  it('takes back all that was begun, last first', async () => {
    const undone: string[] = [];
    const run = engine(async (flow) => {
      await flow.forEach('line', ['a', 'b'], { key: (item) => item, concurrency: 1 }, async (line, item) => {
        await line.step('charge', { act: async () => item, undo: async () => undone.push(item) });
        await line.step('post', { act: () => Promise.reject(refused('posting-refused')) });
      });
    });
    const id = await begin();
    await run.advance(id);
    await resolve(id, { action: 'cancel' });
    await run.advance(id);
    expect([await stateOf(id), undone]).toEqual(['cancelled', ['b', 'a']]);
  });
});

describe('branches side by side', () => {
  it('each come to their end before a failure of one counts, and are not done again', async () => {
    const done: string[] = [];
    let isAway = true;
    const run = engine(async (flow) => {
      const { left, right } = await flow.parallel({
        left: () => flow.step('left', { act: async () => (isAway ? away() : 1) }),
        right: async () => {
          await flow.step('right one', { act: async () => done.push('right one') });
          return flow.step('right two', { act: async () => done.push('right two') });
        },
      });
      flow.about({ title: `${left} ${right}` });
    });
    const id = await begin();
    await run.advance(id);
    expect([await stateOf(id), done]).toEqual(['waiting', ['right one', 'right two']]);
    isAway = false;
    await afterLease(id);
    await run.advance(id);
    expect(await views.run(id)).toMatchObject({ state: 'completed', title: '1 2' });
    expect(done).toHaveLength(2);
  });
});

describe('a child run', () => {
  const parent = (body: (flow: Flow) => Promise<void>) => {
    const child = workflow(body, 1, 'child');
    return engineOf(
      child,
      workflow(async (flow) => {
        await flow.child('make the child', child, { id: 'of-parent' });
        flow.about({ title: 'the child has ended' });
      }),
    );
  };

  it('is waited for, and wakes its parent', async () => {
    const run = parent(async (flow) => void (await flow.step('work', { act: async () => 1 })));
    const id = await begin();
    await run.advance(id);
    expect(await stateOf(id)).toBe('waiting');
    const [child] = await childrenOf(id);
    await run.advance(child!);
    await run.advance(id);
    expect(await views.run(id)).toMatchObject({ state: 'completed', title: 'the child has ended' });
  });
});
