import { newId } from '#kernel';
import { newKey, newOrder } from './orders-app.fixture.js';
import { allScopes, mina, rafael, RunsBench } from './runs-bench.fixture.js';

let bench: RunsBench;
beforeAll(async () => (bench = await RunsBench.open()));
afterAll(() => bench.close());

const step = 'release the project';
const reason = 'agreed by phone';
const bodies = {
  decisions: { step, decision: 'approve', reason },
  reruns: { from: 'order', reason },
  cancellations: { reason },
  'dry-runs': undefined,
};
type What = keyof typeof bodies;
const controls = Object.keys(bodies) as What[];

const post = (
  id: string,
  what: What,
  body: object | undefined = bodies[what],
  as: Parameters<RunsBench['ask']>[3] = {},
) => bench.ask('post', `/v1/runs/${id}/${what}`, body, { person: rafael, ...as });
const doneOf = (order: string): string[] => bench.world.done.filter((one) => one.split(' ')[1] === order);

/** A run that stopped at its check. */
async function parked() {
  const order = newOrder();
  bench.world.rates.set(order, 'wrong');
  return bench.begin('parked', {}, order);
}

describe('a run asked for over HTTP', () => {
  it('shows every step and try with begin and end, and what it waits for since when', async () => {
    const run = await bench.begin('waiting');
    expect(run.steps.map(({ name, kind, state }) => [name, kind, state])).toEqual([
      ['order', 'read', 'done'],
      ['rate is right', 'check', 'done'],
      ['create project', 'act', 'done'],
      [step, 'wait', 'intent'],
    ]);
    for (const { attempts } of run.steps.slice(0, 3)) {
      expect(attempts).toMatchObject([{ attempt: 1, outcome: 'done', kind: null, failure: null }]);
      expect(Date.parse(attempts[0]!.finishedAt!)).toBeGreaterThanOrEqual(Date.parse(attempts[0]!.startedAt));
    }
    expect(run.waits).toEqual([
      {
        step,
        kind: 'decision',
        since: expect.any(String),
        until: null,
        roles: ['pmo', 'finance-operations'],
        fourEyes: true,
      },
    ]);
    expect(Date.parse(run.waits[0]!.since)).toBeGreaterThanOrEqual(Date.parse(run.steps[3]!.startedAt));
  });

  it('shows a try that failed, with what went wrong, beside the one that did not', async () => {
    const { id, key } = await parked();
    bench.world.rates.delete(key);
    await post(id, 'reruns');
    const run = await bench.reached(id, 'waiting');
    expect(run.steps[1]!.attempts).toMatchObject([
      { attempt: 1, outcome: 'failed', kind: 'rejected', failure: 'the rate is wrong' },
      { attempt: 2, outcome: 'done', failure: null },
    ]);
  });

  it('is listed by state, and is not shown without the scope or where there is none', async () => {
    const { id, key } = await bench.begin('waiting');
    const listed = await bench.ask('get', `/v1/runs?state=waiting&key=${key}`);
    expect(listed.body.items).toMatchObject([{ id, waitingFor: `${step}: approval by pmo or finance-operations` }]);
    const answers = [
      await bench.ask('get', `/v1/runs/${id}`, undefined, { scope: 'portal.read' }),
      await bench.ask('get', `/v1/runs/${newId()}`),
      await bench.ask('get', '/v1/runs/nonsense'),
      await bench.ask('get', '/v1/runs?state=asleep'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 404, 404, 422]);
  });
});

describe('a control of a run', () => {
  it('of each kind does what it says, and answers with the run', async () => {
    const approved = await bench.begin('waiting');
    expect((await post(approved.id, 'decisions')).body).toMatchObject({ id: approved.id, waits: [] });
    await bench.reached(approved.id, 'completed');
    expect(doneOf(approved.key)).toEqual([`create ${approved.key}`, `open ${approved.key} by Rafael Ortiz`]);

    const cancelled = await bench.begin('waiting');
    expect((await post(cancelled.id, 'cancellations')).status).toBe(202);
    await bench.reached(cancelled.id, 'cancelled');
    expect(doneOf(cancelled.key)).toEqual([`create ${cancelled.key}`, `remove ${cancelled.key}`]);

    const corrected = await parked();
    const changes = { from: 'order', changes: { rate: 'right' }, reason };
    expect((await post(corrected.id, 'reruns', changes)).status).toBe(202);
    await bench.reached(corrected.id, 'waiting');
    const settled = await bench.ask('get', '/v1/exceptions?state=settled');
    const [mine] = (settled.body.items as { runId: string }[]).filter(({ runId }) => runId === corrected.id);
    expect(mine).toMatchObject({ settledBy: 'Rafael Ortiz', resolution: expect.stringContaining(reason) });

    const real = await bench.begin('waiting');
    const dry = (await post(real.id, 'dry-runs')).body as { id: string };
    expect(await bench.reached(dry.id, 'completed')).toMatchObject({ key: expect.stringMatching(/^dry run/) });
    expect(doneOf(real.key)).toEqual([`create ${real.key}`]);
  });

  it('edits and goes on from a step of a run that had ended, doing again only what follows', async () => {
    const { id, key } = await bench.begin('waiting');
    await post(id, 'decisions');
    await bench.reached(id, 'completed');
    await post(id, 'reruns', { from: step, reason });
    await bench.reached(id, 'waiting');
    await post(id, 'decisions');
    const run = await bench.reached(id, 'completed');
    expect(doneOf(key)).toEqual([`create ${key}`, ...Array(2).fill(`open ${key} by Rafael Ortiz`)]);
    // What was read and checked is asked again, what was done before the step is not done again.
    const tries = run.steps.filter(({ kind }) => kind !== 'wait').map(({ attempts }) => attempts.length);
    expect(tries).toEqual([2, 2, 1, 2]);
  });

  it.each(controls)('by %s is done once under one key, and answered alike', async (what) => {
    const run = await bench.begin('waiting');
    const key = newKey();
    const [first, second] = [
      await post(run.id, what, bodies[what], { key }),
      await post(run.id, what, bodies[what], { key }),
    ];
    expect([first.status, second.status]).toEqual([202, 202]);
    expect(second.text).toBe(first.text);
    expect(second.headers['idempotency-replayed']).toBe('true');
    const reused = await post(run.id, what, { reason: 'another' }, { key });
    expect([reused.status, reused.body.code]).toEqual([422, 'idempotency-key-reused']);
  });

  it.each(controls)(
    'by %s is refused without its scope, of no run, and without a key; nothing happens',
    async (what) => {
      const run = await bench.begin('waiting');
      const answers = [
        await post(run.id, what, bodies[what], { scope: allScopes.replace('exceptions.resolve', '') }),
        await post(newId(), what),
        await post('nonsense', what),
        await post(run.id, what, bodies[what], { key: 'short' }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 404, 404, 400]);
      expect(await bench.run(run.id)).toEqual(run);
    },
  );

  it.each<[What, string, object]>([
    ['decisions', 'neither yes nor no', { step, decision: 'perhaps', reason }],
    ['decisions', 'no reason', { step, decision: 'approve' }],
    ['decisions', 'roles of its own', { step, decision: 'approve', reason, roles: ['pmo'] }],
    ['reruns', 'no step', { reason }],
    ['reruns', 'changes that are none', { from: 'order', changes: 'right', reason }],
    ['reruns', 'changes to what was done', { from: 'create project', changes: { rate: 'right' }, reason }],
    ['cancellations', 'a reason of a thousand and one letters', { reason: 'x'.repeat(1001) }],
    ['cancellations', 'nothing', {}],
  ])('by %s with %s is refused with the field that is wrong', async (what, _with, body) => {
    const run = await bench.begin('waiting');
    const reply = await post(run.id, what, body);
    expect(reply.status).toBe(422);
    expect(reply.body.errors.length).toBeGreaterThan(0);
    expect(await bench.run(run.id)).toEqual(run);
  });

  it('is refused in a state it cannot be done in, and says why', async () => {
    const ended = await bench.begin('waiting');
    await post(ended.id, 'decisions');
    await bench.reached(ended.id, 'completed');
    const waiting = await bench.begin('waiting');
    const answers = [
      await post(ended.id, 'decisions'),
      await post(ended.id, 'cancellations'),
      await post(waiting.id, 'decisions', { ...bodies.decisions, step: 'order' }),
      await post(waiting.id, 'decisions', bodies.decisions, { person: { ...mina, subject: 'u-9' } }),
      await post(waiting.id, 'reruns', { from: 'open for time', reason }),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [409, 'nothing-to-decide'],
      [409, 'wrong-state'],
      [409, 'nothing-to-decide'],
      [403, 'not-your-decision'],
      [404, null],
    ]);
  });

  it('is in the audit log, with who, what and why', async () => {
    const run = await bench.begin('waiting');
    await post(run.id, 'reruns');
    await bench.reached(run.id, 'waiting');
    await post(run.id, 'cancellations');
    await bench.reached(run.id, 'cancelled');
    const entries = await bench.sql<object>(
      `select actor, action, reason, after from process_projects.audit where subject = 'run/${run.id}' order by position`,
    );
    expect(entries).toEqual([
      { actor: 'Rafael Ortiz', action: 'run.rerun', reason, after: { person: 'u-2', from: 'order' } },
      { actor: 'Rafael Ortiz', action: 'run.cancel', reason, after: { person: 'u-2' } },
    ]);
  });
});
