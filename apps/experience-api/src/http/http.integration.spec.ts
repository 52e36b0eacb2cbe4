import { type DetectorList, events, type KpiDetail, type KpiList } from '#contracts';
import { audienceUrn, type RunningApp, startApp } from '#platform';
import { freePort, testConfig, TestIssuer } from '../../../../libs/platform/src/app.fixture.js';
import { app } from '../app.js';
import { Told, usd } from '../experience.fixture.js';

jest.setTimeout(60_000);

const perMinute = 40;
let told: Told;
let issuer: TestIssuer;
let running: RunningApp;

beforeAll(async () => {
  told = await Told.open();
  await told.won('OPP-1');
  await told.raised('run/1', { class: 'K9', amount: '500.00', project: 'P-OPP-1' });
  issuer = await TestIssuer.open();
  const config = testConfig({ issuer: issuer.url, databaseUrl: told.url, port: await freePort() });
  const env = { EXPERIENCE_REQUESTS_PER_MINUTE: String(perMinute) };
  running = await startApp(app, { ...config, app: 'experience-api', env });
});

afterAll(async () => {
  await running.close();
  await issuer.close();
  await told.close();
});

interface Asking {
  scope?: string;
  sub?: string;
  roles?: string[];
  headers?: Record<string, string>;
}

async function ask(
  path: string,
  { scope = 'portal.read', sub = 'somebody', roles, headers = {} }: Asking = {},
): Promise<Response> {
  const token = await issuer.token({ aud: audienceUrn('experience'), scope, sub, ...(roles && { roles }) });
  return fetch(`${running.url}${path}`, { headers: { authorization: `Bearer ${token}`, ...headers } });
}

const read = async <T>(path: string, asking?: Asking): Promise<T> => (await ask(path, asking)).json() as Promise<T>;

describe('the experience API over HTTP', () => {
  it('shows money to whoever may see it, and the rest to everybody', async () => {
    const path = '/v1/kpis/revenue-at-risk';
    expect((await read<KpiDetail>(path)).kpi).toMatchObject({ amounts: [], records: 1, openExceptions: 1 });
    const cleared = await read<KpiDetail>(path, { scope: 'portal.read fields.confidential' });
    expect(cleared.kpi.amounts).toEqual([usd('500.00')]);
    const finance = await read<KpiDetail>(path, { roles: ['finance-operations'] });
    expect(finance.kpi.amounts).toEqual([usd('500.00')]);
  });

  it('answers while process APIs are away, and names them', async () => {
    const list = await read<KpiList>('/v1/kpis');
    expect(list.items.length).toBeGreaterThan(35);
    expect(list.missing.map(({ part }) => part)).toContain('process-billing');
  });

  it('sends nothing to who has seen it, and says when something changed', async () => {
    const first = await ask('/v1/detectors');
    const tag = first.headers.get('etag')!;
    expect(((await first.json()) as DetectorList).items).toHaveLength(19);
    const again = await ask('/v1/detectors', { headers: { 'if-none-match': tag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    await told.raised('run/2', { class: 'K23', owner: 'process-workforce' });
    const changed = await ask('/v1/detectors', { headers: { 'if-none-match': tag } });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(tag);
  });

  it('gives each reader an answer of their own tag', async () => {
    const path = '/v1/kpis/revenue-at-risk';
    const open = await ask(path);
    const cleared = await ask(path, {
      scope: 'portal.read fields.confidential',
      headers: { 'if-none-match': open.headers.get('etag')! },
    });
    expect(cleared.status).toBe(200);
  });

  it('refuses a figure there is not, a strange cursor, and who may not ask', async () => {
    expect((await ask('/v1/kpis/nothing')).status).toBe(404);
    expect((await ask('/v1/onboardings?cursor=x')).status).toBe(422);
    expect((await ask('/v1/kpis', { scope: 'runs.read' })).status).toBe(403);
    expect((await fetch(`${running.url}/v1/live`)).status).toBe(401);
  });

  it('tells what is worth reading again, also to who comes back', async () => {
    const stream = await ask('/v1/live', { headers: { 'last-event-id': '0' } });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
    const until = async (text: string): Promise<string> => {
      for (let seen = ''; ;) {
        const { value, done } = await reader.read();
        if (done) throw new Error(`the stream ended after ${seen}`);
        seen += value;
        if (seen.includes(text)) return seen;
      }
    };
    expect(await until('"topics"')).toMatch(/event: changed\n(.*\n)*data: \{"topics":\["exceptions","projects"\]/);
    await told.only(events.workerHired, 'worker/100', { instance: 'bamboohr', id: '100' });
    expect(await until('"people"')).toContain('event: changed');
    await reader.cancel();
  });

  it('lets a consumer ask so often a minute, and says how long to wait; others go on', async () => {
    const statuses: number[] = [];
    for (let count = 0; count <= perMinute * 2; count += 1) {
      const reply = await ask('/v1/contracts', { sub: 'greedy' });
      statuses.push(reply.status);
      if (reply.status !== 429) continue;
      expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
      break;
    }
    expect(statuses.at(-1)).toBe(429);
    expect((await ask('/v1/contracts', { sub: 'modest' })).status).toBe(200);
  });
});
