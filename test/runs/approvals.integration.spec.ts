import type { LineView, RunView } from '#contracts';
import { type Person } from '#platform';
import { newKey } from './orders-app.fixture.js';
import { allScopes, dana, mina, rafael, RunsBench } from './runs-bench.fixture.js';

let bench: RunsBench;
beforeAll(async () => (bench = await RunsBench.open()));
afterAll(() => bench.close());

const step = 'release the project';
const yes = { step, decision: 'approve', reason: 'within budget' };
const header = (person: object): Record<string, string> => ({
  'x-acting-for': encodeURIComponent(JSON.stringify(person)),
});
const decide = (run: RunView, body: object, as: Parameters<RunsBench['ask']>[3]) =>
  bench.ask('post', `/v1/runs/${run.id}/decisions`, body, as);

describe('an approval given in the portal', () => {
  const lineOf = (run: RunView): string => `/v1/lines/${run.key}`;
  const approve = (run: RunView, person: Person, key = newKey()) =>
    bench.askPortal('post', `${lineOf(run)}/decisions`, yes, { person, key });

  it('is shown where the line waits for it, with who may give it and since when', async () => {
    const run = await bench.begin('waiting');
    const line = (await bench.askPortal('get', lineOf(run))).body as LineView;
    const { decision } = line.steps.find(({ what }) => what === step)!;
    expect(decision).toEqual({
      roles: ['pmo', 'finance-operations'],
      fourEyes: true,
      since: run.waits[0]!.since,
    });
    expect(line.steps.filter((one) => one.decision !== null)).toHaveLength(1);
  });

  it('counts as that of the person who is signed in, roles and name', async () => {
    const run = await bench.begin('waiting');
    const reply = await approve(run, rafael);
    expect(reply.status).toBe(202);
    expect((reply.body as LineView).steps.every(({ decision }) => decision === null)).toBe(true);
    await bench.reached(run.id, 'completed');
    expect(bench.world.done).toContain(`open ${run.key} by Rafael Ortiz`);
  });

  it('is done once when it is sent twice', async () => {
    const run = await bench.begin('waiting');
    const key = newKey();
    const replies = [await approve(run, rafael, key), await approve(run, rafael, key)];
    expect(replies.map(({ status }) => status)).toEqual([202, 202]);
    expect(replies[1]!.text).toBe(replies[0]!.text);
    await bench.reached(run.id, 'completed');
    expect(bench.world.done.filter((one) => one.startsWith(`open ${run.key}`))).toHaveLength(1);
  });

  it('is refused to somebody without the role, and to the person who asked for the run', async () => {
    const run = await bench.begin('waiting', { person: rafael });
    const refusals = [await approve(run, mina), await approve(run, rafael)];
    expect(refusals.map(({ status, body }) => [status, body.code])).toEqual([
      [403, 'not-your-decision'],
      [403, 'four-eyes'],
    ]);
    expect((await approve(run, dana)).status).toBe(202);
  });

  it('is refused without the scope, of a line nobody knows, and where nothing is to be decided', async () => {
    const run = await bench.begin('waiting');
    const path = `${lineOf(run)}/decisions`;
    const unscoped = await bench.askPortal('post', path, yes, { person: rafael, scope: 'portal.read' });
    const unknown = await bench.askPortal('post', '/v1/lines/OPP-0/decisions', yes, { person: rafael });
    const elsewhere = await bench.askPortal('post', path, { ...yes, step: 'order' }, { person: rafael });
    const unreadable = await bench.askPortal('post', path, { step, decision: 'perhaps' }, { person: rafael });
    expect([unscoped, unknown, elsewhere, unreadable].map(({ status, body }) => [status, body.code])).toEqual([
      [403, 'missing-scope'],
      [404, 'unknown-line'],
      [409, 'nothing-to-decide'],
      [422, 'schema-violation'],
    ]);
  });
});

describe('acting for somebody', () => {
  it('is refused to whoever has not the scope for it: a header lends no roles and no name', async () => {
    const run = await bench.begin('waiting');
    const reply = await decide(run, yes, { headers: header(rafael) });
    expect([reply.status, reply.body.code]).toEqual([403, 'not-for-others']);
    expect((await bench.run(run.id)).waits).toHaveLength(1);
  });

  it('lends no scopes: those are always the client’s own', async () => {
    const run = await bench.begin('waiting');
    const person = { ...rafael, scopes: ['exceptions.resolve'] };
    const reply = await decide(run, yes, { scope: 'runs.read act-for-others', headers: header(person) });
    expect([reply.status, reply.body.code]).toEqual([403, 'missing-scope']);
  });

  it.each<[string, string]>([
    ['a mere name', 'Rafael%20Ortiz'],
    ['nobody', encodeURIComponent(JSON.stringify({ ...rafael, subject: ' ' }))],
    ['no roles', encodeURIComponent(JSON.stringify({ subject: 'u-2', name: null }))],
    ['roles that are none', encodeURIComponent(JSON.stringify({ ...rafael, roles: [{}] }))],
    ['broken encoding', '%E0%A4%A'],
    ['two people', `${header(rafael)['x-acting-for']}, ${header(dana)['x-acting-for']}`],
    ['more than anybody is', encodeURIComponent(JSON.stringify({ ...rafael, roles: Array(900).fill('x') }))],
  ])('of %s is refused, not guessed', async (_what, said) => {
    const run = await bench.begin('waiting');
    const reply = await decide(run, yes, { scope: `${allScopes} act-for-others`, headers: { 'x-acting-for': said } });
    expect([reply.status, reply.body.code]).toEqual([422, 'unreadable-person']);
  });

  it('tells people apart by subject: a namesake is somebody else, a renamed person the same', async () => {
    const run = await bench.begin('waiting', { person: rafael });
    const renamed = { ...rafael, name: 'Rafael Ortiz-Lang' };
    expect((await decide(run, yes, { person: renamed })).body.code).toBe('four-eyes');
    const namesake = { ...dana, name: rafael.name };
    expect((await decide(run, yes, { person: namesake })).status).toBe(202);
  });

  it('begins a run in the name of that person, who then may not approve it', async () => {
    const scope = `${allScopes} act-for-others`;
    const run = await bench.begin('waiting', { scope, headers: header(rafael) });
    expect((await decide(run, yes, { person: rafael })).body.code).toBe('four-eyes');
  });
});
