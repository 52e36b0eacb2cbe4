import { introduction, openTeam, type Team } from './team.fixture.js';

describe('getting into a Float team', () => {
  let team: Team;
  beforeEach(async () => {
    team = await openTeam();
  });
  afterEach(() => team.hosted.close());

  const status = async (method: string, path: string, body?: unknown): Promise<number> =>
    (await team.call(method, path, body)).status;

  test.each(['', 'Bearer wrong', 'a-token'])('"%s" is no token', async (authorization) => {
    const reply = await team.call('GET', '/people', undefined, { authorization });
    expect([reply.status, await reply.json()]).toMatchObject([401, { status: 401 }]);
  });

  test.each(['node', 'Throughline', 'Throughline (no address)'])(
    'a naive client that calls itself "%s" is refused: an application and a contact are asked for',
    async (agent) => {
      expect((await team.call('GET', '/people', undefined, { 'user-agent': agent })).status).toBe(400);
    },
  );

  test('a token does not end, and every caller with it is the owner', async () => {
    team.at('2030-01-01T00:00:00Z');
    expect(await team.get('/accounts')).toMatchObject([{ account_type: 1, name: 'Northwind Partners' }]);
    expect(await status('POST', '/accounts', { name: 'Boss' })).toBe(404);
  });

  test('200 reads and 100 other calls are let through in a minute, and no header says when to come back', async () => {
    let second = 0;
    const next = (): void => team.at(new Date(Date.parse('2026-09-01T11:00:00Z') + 250 * second++).toISOString());
    for (let count = 0; count < 200; count += 1) {
      next();
      if (count < 100) expect(await status('POST', '/clients', { name: `Client ${count}` })).toBe(201);
      expect(await status('GET', '/clients?per-page=1')).toBe(200);
    }
    next();
    for (const [method, body] of [['GET'], ['POST', { name: 'One more' }]] as const) {
      const reply = await team.call(method, '/clients', body);
      expect(reply.status).toBe(429);
      expect([...reply.headers.keys()].filter((name) => /retry|limit/.test(name))).toEqual([]);
    }
    team.at('2026-09-01T11:01:00Z');
    expect(await status('GET', '/clients')).toBe(200);
    expect(team.journal.entries).toHaveLength(100);
  });

  test('4 writes and 10 reads are let through in a second', async () => {
    team.at('2026-09-01T11:00:00Z');
    for (let count = 0; count < 10; count += 1) expect(await status('GET', '/roles')).toBe(200);
    for (let count = 0; count < 4; count += 1) expect(await status('POST', '/roles', { name: 'A' })).toBe(201);
    expect([await status('GET', '/roles'), await status('POST', '/roles', { name: 'B' })]).toEqual([429, 429]);
    team.at('2026-09-01T11:00:01Z');
    expect(await status('GET', '/roles')).toBe(200);
  });

  test('a throttled team may say when to come back; nothing is done or recorded until then', async () => {
    team.act('setThrottle', { times: 1, retryAfterSeconds: 7 });
    const reply = await team.call('POST', '/roles', { name: 'Partner' });
    expect([reply.status, reply.headers.get('retry-after')]).toEqual([429, '7']);
    expect(team.journal.entries).toEqual([]);
    expect(await status('POST', '/roles', { name: 'Partner' })).toBe(201);
    expect(() => team.act('setThrottle', { times: -1 })).toThrow('times must be a whole number of calls');
  });

  test.each([
    ['an unknown path', 'GET', '/skills'],
    ['webhooks, of which nothing is known', 'POST', '/webhooks'],
    ['an unknown id', 'GET', '/people/9999'],
    ['a change of what is not there', 'PATCH', '/projects/9999'],
    ['a deletion of what is not there', 'DELETE', '/tasks/9999'],
  ])('%s is not found', async (_case, method, path) => {
    expect(await status(method, path, method === 'GET' ? undefined : {})).toBe(404);
  });

  test('a body that is no JSON object is a bad request', async () => {
    expect(await status('POST', '/roles', [])).toBe(400);
    const headers = { authorization: 'Bearer a-token', 'user-agent': introduction, 'content-type': 'application/json' };
    const options = { method: 'POST', headers, body: '{"name"' };
    expect((await fetch(`${team.hosted.world.origin}/v3/roles`, options)).status).toBe(400);
  });
});
