import type { OwnedRunPage, RunTimeline } from '#contracts';
import { newId } from '#kernel';
import { newKey, newOrder } from './orders-app.fixture.js';
import { rafael, RunsBench } from './runs-bench.fixture.js';

let bench: RunsBench;
beforeAll(async () => (bench = await RunsBench.open()));
afterAll(() => bench.close());

const owner = 'process-projects';
const step = 'release the project';
const reason = 'agreed by phone';

const list = async (query: string): Promise<OwnedRunPage> =>
  (await bench.askPortal('get', `/v1/runs?${query}`)).body as OwnedRunPage;
const timeline = async (id: string): Promise<RunTimeline> =>
  (await bench.askPortal('get', `/v1/runs/${owner}/${id}`)).body as RunTimeline;
const post = (id: string, what: string, body?: object, as: Parameters<RunsBench['ask']>[3] = {}) =>
  bench.askPortal('post', `/v1/runs/${owner}/${id}/${what}`, body, { person: rafael, ...as });
const doneOf = (order: string): string[] => bench.world.done.filter((one) => one.split(' ')[1] === order);

describe('the runs of every process', () => {
  it('are found by what they are about, their state and the systems they touch', async () => {
    const { id, key } = await bench.begin('waiting');
    const found = async (query: string) => (await list(`process=${owner}&${query}`)).items.map((run) => run.id);
    expect(await found(`text=${key.toLowerCase()}%20harbour`)).toEqual([id]);
    expect(await found(`text=P-${key}&state=waiting&workflow=project-mobilisation`)).toEqual([id]);
    expect(await found(`text=${key}&state=completed`)).toEqual([]);
    // Its steps name no ERP.
    expect(await found(`text=${key}&system=ERP`)).toEqual([]);
    expect((await bench.ask('get', `/v1/runs?key=${key}&step=project`)).body.items).toHaveLength(1);
  });

  it('turn their pages without a run left out or shown twice, latest change first', async () => {
    const begun = [];
    for (let count = 0; count < 5; count += 1) begun.push((await bench.begin('waiting')).id);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: OwnedRunPage = await list(`process=${owner}&limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map((run) => run.id));
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.slice(0, 5)).toEqual(begun.toReversed());
  });

  it('are shown without those of a process that gives no answer, which is named', async () => {
    const { id } = await bench.begin('waiting');
    const { items, missing } = await list('limit=200');
    expect(items.some((run) => run.id === id && run.process === owner)).toBe(true);
    expect(missing.map(({ part }) => part).sort()).toEqual([
      'process-billing',
      'process-operations',
      'process-staffing',
    ]);
  });

  it('are refused by a cursor nobody gave, a process there is not, and without the scope', async () => {
    const answers = [
      await bench.askPortal('get', '/v1/runs?cursor=x'),
      await bench.askPortal('get', '/v1/runs?process=process-weather'),
      await bench.askPortal('get', `/v1/runs/process-weather/${newId()}`),
      await bench.askPortal('get', `/v1/runs/${owner}/${newId()}`),
      await bench.askPortal('get', '/v1/runs', undefined, { scope: 'runs.read' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 404, 403]);
  });
});

describe('the timeline of a run', () => {
  it('says of each step what it came to, under which key, and what it waits for', async () => {
    const { id } = await bench.begin('waiting');
    const run = await timeline(id);
    expect(run.steps.map(({ name, state, key, wait }) => [name, state, key !== null, wait?.kind ?? null])).toEqual([
      ['order', 'done', false, null],
      ['rate is right', 'done', false, null],
      ['create project', 'done', true, null],
      [step, 'intent', false, 'decision'],
    ]);
    expect(run).toMatchObject({
      process: owner,
      parent: null,
      children: [],
      controls: ['rerun', 'cancel', 'rehearse'],
    });
  });

  it('shows a try that failed, and the run going on once it is run again', async () => {
    const order = newOrder();
    bench.world.rates.set(order, 'wrong');
    const { id } = await bench.begin('parked', {}, order);
    bench.world.rates.delete(order);
    expect((await post(id, 'reruns', { from: 'order', reason })).status).toBe(202);
    await bench.reached(id, 'waiting');
    expect((await timeline(id)).steps[1]!.attempts.map(({ outcome }) => outcome)).toEqual(['failed', 'done']);
  });

  it('keeps the key of an act that is done once, and has another for one that is done again', async () => {
    const { id } = await bench.begin('waiting');
    const keyOf = async () => (await timeline(id)).steps.find(({ name }) => name === 'create project')!.key;
    const first = await keyOf();
    await post(id, 'reruns', { from: step, reason });
    await bench.reached(id, 'waiting');
    expect(await keyOf()).toBe(first);
    await post(id, 'reruns', { from: 'create project', reason });
    await bench.reached(id, 'waiting');
    expect(await keyOf()).not.toBe(first);
  });
});

describe('a run in the hands of a person', () => {
  it('is cancelled with everything taken back, in the name of who did it', async () => {
    const { id, key } = await bench.begin('waiting');
    expect((await post(id, 'cancellations', { reason })).status).toBe(202);
    await bench.reached(id, 'cancelled');
    expect(doneOf(key)).toEqual([`create ${key}`, `remove ${key}`]);
    const [entry] = await bench.sql<object>(
      `select actor, reason from process_projects.audit where subject = 'run/${id}' and action = 'run.cancel'`,
    );
    expect(entry).toEqual({ actor: 'Rafael Ortiz', reason });
    expect((await timeline(id)).controls).toEqual(['rehearse']);
  });

  it('is rehearsed by a run of its own, which does nothing', async () => {
    const { id, key } = await bench.begin('waiting');
    const dry = (await post(id, 'dry-runs')).body as RunTimeline;
    expect(dry).toMatchObject({ dry: true, controls: [] });
    await bench.reached(dry.id, 'completed');
    expect(doneOf(key)).toEqual([`create ${key}`]);
  });

  it('is left as it is without a reason, without the scope, and when the same is sent twice', async () => {
    const { id } = await bench.begin('waiting');
    const refused = [
      await post(id, 'cancellations', {}),
      await post(id, 'cancellations', { reason }, { scope: 'portal.read' }),
      await post(id, 'reruns', { from: 'nothing of the kind', reason }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([422, 403, 404]);
    const key = newKey();
    const twice = [
      await post(id, 'cancellations', { reason }, { key }),
      await post(id, 'cancellations', { reason }, { key }),
    ];
    expect(twice.map(({ status }) => status)).toEqual([202, 202]);
    expect(twice[1]!.text).toBe(twice[0]!.text);
  });
});
