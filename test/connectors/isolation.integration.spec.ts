import { scim } from '../../apps/sandbox/src/simulators/scim/scim.simulator.js';
import { app } from '../../apps/system-scim/src/app.js';
import { SystemApp, until } from './system-app.fixture.js';

/** SCIM is not polled: every request is one of ours. Each instance here takes six requests and works at twelve operations. */
let system: SystemApp;
beforeAll(async () => (system = await SystemApp.open(app, scim)));
afterAll(() => system.close());

const read = (instance: string) => system.get(`/v1/identity/${instance}/accounts/nobody`);
const asked = (): number => system.callsTo('/Users').length;

interface Status {
  instance: string;
  breaker: string;
  breakerSince: string;
  closedUntil: string | null;
  lastSuccess: string | null;
  unsettledWrites: number;
  inHand: number;
  inLine: number;
  places: number;
}

const loadOf = async (instance: string) => {
  const { inHand, inLine, places } = await statusOf(instance);
  return { inHand, inLine, places };
};

const statusOf = async (instance: string): Promise<Status> => {
  const { instances } = (await system.get('/v1/status')).body as { instances: Status[] };
  return instances.find((one) => one.instance === instance)!;
};

describe('an instance', () => {
  it('that hangs, with a long queue, slows down no other', async () => {
    const settled: string[] = [];
    system.fault({ kind: 'latency', ms: 6_000, path: '/Users', times: 6 });
    const hanging = Array.from({ length: 12 }, () => read('second').then(() => settled.push('second')));
    await until(
      () => Promise.resolve(asked()),
      (count) => count === 6,
    );
    for (let at = 0; at < 20; at += 1) expect((await read('directory')).status).toBe(404);
    expect([settled, asked()]).toEqual([[], 26]);
    await Promise.all(hanging);
    expect(settled).toHaveLength(12);
  });

  it('says how much it has in hand, in line, and places for', async () => {
    const before = asked();
    system.fault({ kind: 'latency', ms: 6_000, path: '/Users', times: 6 });
    const reads = Array.from({ length: 15 }, () => read('second'));
    const busy = await until(
      () => loadOf('second'),
      ({ inHand, inLine }) => inHand + inLine === 15,
    );
    expect(busy).toEqual({ inHand: 12, inLine: 3, places: 12 });
    expect(await loadOf('directory')).toEqual({ inHand: 0, inLine: 0, places: 12 });
    await Promise.all(reads);
    expect([await loadOf('second'), asked()]).toEqual([{ inHand: 0, inLine: 0, places: 12 }, before + 15]);
  });

  it('that is away is not called again until it is due; callers are told at once, and the status says since when', async () => {
    const before = asked();
    system.fault({ kind: 'status', status: 503, path: '/Users', times: 5 });
    for (let at = 0; at < 5; at += 1) expect((await read('third')).body.code).toBe('http-503');
    for (let at = 0; at < 5; at += 1) {
      const { status, body, headers } = await read('third');
      expect([status, body.kind, body.code]).toEqual([503, 'unavailable', 'breaker-open']);
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    }
    expect(asked()).toBe(before + 5);
    expect((await read('directory')).status).toBe(404);
    const [third, directory] = [await statusOf('third'), await statusOf('directory')];
    expect([third.breaker, directory.breaker]).toEqual(['open', 'closed']);
    expect(Date.parse(third.breakerSince)).toBeGreaterThan(Date.parse(directory.breakerSince));
    expect([third.lastSuccess, directory.lastSuccess]).toEqual([null, expect.any(String) as string]);
  });

  it('that came back is found by one call', async () => {
    const answered = await until(
      () => read('third'),
      ({ status }) => status !== 503,
    );
    expect(answered.status).toBe(404);
    expect((await statusOf('third')).breaker).toBe('closed');
  });

  it('that refuses again and again is not away', async () => {
    system.fault({ kind: 'status', status: 400, body: { detail: 'no' }, path: '/Users', times: 8 });
    for (let at = 0; at < 8; at += 1) expect((await read('fourth')).status).toBe(422);
    expect((await statusOf('fourth')).breaker).toBe('closed');
  });

  it('that asks us to wait longer says so in the status', async () => {
    system.fault({ kind: 'status', status: 503, headers: { 'retry-after': '30' }, path: '/Users' });
    expect((await read('fourth')).status).toBe(503);
    const before = asked();
    expect((await read('fourth')).status).toBe(429);
    expect(asked()).toBe(before);
    expect((await statusOf('fourth')).closedUntil).toEqual(expect.any(String));
  });
});

describe('the status', () => {
  it('is for those who may see it', async () => {
    const { status } = await system.send('get', '/v1/status', undefined, { authorization: 'Bearer nobody' });
    expect(status).toBe(401);
  });
});
