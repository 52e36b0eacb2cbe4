import { createHmac } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { app } from '../../apps/system-scheduler/src/app.js';
import { Scheduler, serve } from '../../examples/reference-scheduler/scheduler.js';
import { referenceScheduler, scheduler, token } from '../conformance/platforms/scheduler.js';
import { SystemApp, until } from './system-app.fixture.js';

let system: SystemApp;
beforeAll(async () => {
  system = await SystemApp.open(app, referenceScheduler, { unlisted: scheduler.unlisted!, pollEvery: '1s' });
});
afterAll(() => system.close());

const place = {
  projectRef: 'LEG-02',
  roleName: 'Consultant',
  email: 'felix.baumann@meridian.example',
  startDate: '2026-10-05',
  endDate: '2026-10-09',
  minutes: 1200,
};

const told = (id: string) =>
  system.rows<{ type: string; assignment: Record<string, unknown> }>(
    `select type, data -> 'assignment' as assignment from events.log
      where subject = $1 and source = '/instances/in-house' order by position`,
    [`assignment/${id}`],
  );

const toldOf = (id: string, count: number) =>
  until(
    () => told(id),
    (events) => events.length >= count,
  );

const types = (events: { type: string }[]): string[] => events.map(({ type }) => type.replace('com.throughline.', ''));

describe('what planners do in a scheduling tool', () => {
  it('is told once for each change, in order', async () => {
    const { id } = system.act('staff', place) as { id: string };
    system.act('plan', { id, minutes: 900 });
    system.act('plan', { id, status: 'cancelled' });
    const events = await toldOf(id, 3);
    expect(types(events)).toEqual(['assignment.confirmed.v1', 'assignment.changed.v1', 'assignment.cancelled.v1']);
    expect(events.map(({ assignment }) => assignment.minutes)).toEqual([1200, 900, 900]);
  });

  it('is told of nobody who is only pencilled in', async () => {
    const pencilled = system.act('plan', { project: 'LEG-02', status: 'tentative' }) as { id: string };
    const { id } = system.act('staff', place) as { id: string };
    await toldOf(id, 1);
    expect(await told(pencilled.id)).toEqual([]);
  });

  it('and pushes is the same event as when it is asked for', async () => {
    const { id } = system.act('staff', place) as { id: string };
    const [event] = await toldOf(id, 1);
    expect(event!.assignment.minutes).toBe(1200);
    const { items } = (await tool('GET', '/v1/changes')).body as { items: { assignment: { id: string } }[] };
    const pushed = JSON.stringify(items.find(({ assignment }) => assignment.id === id));
    const first = await system.push('/webhooks/in-house', pushed, signed(pushed, 'msg-1'));
    const again = await system.push('/webhooks/in-house', pushed, signed(pushed, 'msg-1'));
    expect([first.status, again.status]).toEqual([202, 202]);
    system.act('plan', { id, minutes: 60 });
    expect(types(await toldOf(id, 2))).toEqual(['assignment.confirmed.v1', 'assignment.changed.v1']);
  });

  it('and pushes first is told at once, without the list', async () => {
    const body = pushedChange('C-901', 'A-PUSHED');
    expect((await system.push('/webhooks/in-house', body, signed(body, 'msg-2'))).status).toBe(202);
    expect(types(await toldOf('A-PUSHED', 1))).toEqual(['assignment.confirmed.v1']);
  });

  it('and pushes with a wrong signature is refused, and nothing is told', async () => {
    const body = pushedChange('C-902', 'A-FORGED');
    const headers = { ...signed(body, 'msg-3'), 'webhook-signature': 'v1,Zm9yZ2Vk' };
    const { status, body: answer } = await system.push('/webhooks/in-house', body, headers);
    expect([status, answer.code]).toEqual([403, 'bad-signature']);
    expect(await told('A-FORGED')).toEqual([]);
  });
});

describe('a scheduling tool that breaks the contract', () => {
  it('is named with every wrong field, and asked again', async () => {
    const body = { id: 'R-1', reference: '1018', name: 'Felix Baumann', email: null, active: 'yes' };
    system.fault({ kind: 'status', status: 200, path: '/v1/resources', body });
    const { status, body: problem } = await system.get('/v1/scheduling/in-house/resources/1018');
    expect([status, problem.code]).toEqual([503, 'contract-violation']);
    expect(problem.detail).toContain('active');
    expect(problem.remedy).toContain('openapi/partner/scheduler/v1.yaml');
  });

  it('in the answer to a change leaves it open until it is said again', async () => {
    system.fault({ kind: 'status', status: 200, method: 'PUT', path: '/v1/demands', body: { done: true } });
    const demand = { project: 'LEG-02', role: 'CONS', roleName: 'Consultant', minutes: 60 };
    const put = () =>
      system.put(
        '/v1/scheduling/in-house/demands/D-77',
        { ...demand, startDate: '2026-10-01', endDate: '2026-10-02' },
        'demand-77-key',
      );
    expect((await put()).status).toBe(504);
    expect((await put()).status).toBe(200);
    expect(system.created('demands')).toHaveLength(1);
  });
});

describe('a request that was on its way for too long', () => {
  it('does not undo what was said after it: the key is known', async () => {
    const state = { email: 'ada@meridian.example', roleName: 'Consultant', skills: [], weeklyMinutes: 2400 };
    const put = (name: string, key: string) => tool('PUT', '/v1/resources/4711', { ...state, name }, key);
    const first = await put('Ada Rowe', 'key-of-monday');
    await put('Ada Byron', 'key-of-tuesday');
    expect(await put('Ada Rowe', 'key-of-monday')).toEqual(first);
    expect((await tool('GET', '/v1/resources/4711')).body).toMatchObject({ name: 'Ada Byron' });
    expect((await put('Ada King', 'key-of-monday')).status).toBe(422);
  });
});

const pushedChange = (id: string, assignment: string): string =>
  JSON.stringify({
    id,
    at: '2026-10-01T09:00:00Z',
    step: 'confirmed',
    assignment: {
      id: assignment,
      workerNumber: '1018',
      roleName: 'Consultant',
      minutes: 1200,
      project: 'LEG-02',
      startDate: '2026-10-05',
      endDate: '2026-10-09',
      status: 'confirmed',
    },
  });

function signed(body: string, id: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', 'a-webhook-key').update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}

/** Asks the tool itself, past the connector. */
async function tool(method: string, path: string, body?: object, key = '') {
  const reply = await fetch(`${system.product.world.origin}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body && { 'idempotency-key': key, 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: reply.status, body: await reply.json() };
}

describe('the reference tool behind HTTP of its own', () => {
  const server = serve(new Scheduler(token));
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, ...init.headers },
    });
  beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => new Promise((resolve) => void server.close(resolve)));

  it('answers, also what it does not know, cannot read or must not tell', async () => {
    const nobody = await ask('/v1/resources/1');
    expect([nobody.status, await nobody.json()]).toEqual([404, expect.objectContaining({ kind: 'not-found' })]);
    expect((await ask('/v1/nothing')).status).toBe(404);
    expect((await ask('/v1/resources/1', { headers: { authorization: 'Bearer other' } })).status).toBe(401);
    const put = (body: string) =>
      ask('/v1/resources/1', { method: 'PUT', headers: { 'idempotency-key': 'a-key' }, body });
    expect((await put('{')).status).toBe(400);
    const incomplete = await put('{"name":"Ada Rowe"}');
    const missing = ['email', 'roleName', 'weeklyMinutes'].map((field) => ({ field, message: 'is missing' }));
    expect([incomplete.status, await incomplete.json()]).toEqual([422, expect.objectContaining({ errors: missing })]);
  });
});
