import { type Account, openAccount } from './account.fixture.js';

describe('getting into a Kantata account', () => {
  let account: Account;
  beforeEach(async () => {
    account = await openAccount();
  });
  afterEach(() => account.hosted.close());

  test.each(['', 'Bearer wrong', 'a-token', 'Basic YS10b2tlbjo='])('"%s" is no token', async (authorization) => {
    const reply = await account.call('GET', '/workspaces', undefined, { authorization });
    expect([reply.status, await reply.json()]).toEqual([
      401,
      { errors: [{ type: 'oauth', message: 'Invalid OAuth 2 Request' }] },
    ]);
  });

  test('the token does not end', async () => {
    account.at('2030-01-01T00:00:00Z');
    expect((await account.call('GET', '/workspaces')).status).toBe(200);
  });

  test('paths may end in .json', async () => {
    expect(await account.get('/workspaces.json?per_page=1')).toEqual(await account.get('/workspaces?per_page=1'));
  });

  test('every reply carries a request id, a refused one too', async () => {
    for (const authorization of ['Bearer a-token', 'Bearer wrong'])
      expect(
        (await account.call('GET', '/roles', undefined, { authorization })).headers.get('x-request-id'),
      ).toBeTruthy();
  });

  test('a naive client that waits for Retry-After is not told when to come back', async () => {
    account.act('setThrottle', { times: 2 });
    for (let count = 0; count < 2; count += 1) {
      const reply = await account.call('GET', '/workspaces');
      expect(reply.status).toBe(429);
      expect([...reply.headers.keys()].filter((name) => /retry|limit/.test(name))).toEqual([]);
    }
    expect((await account.call('GET', '/workspaces')).status).toBe(200);
  });

  test('a throttled write is neither done nor recorded', async () => {
    account.act('setThrottle', { times: 1 });
    const reply = await account.call('POST', '/roles', { role: { name: 'Partner' } });
    expect(reply.status).toBe(429);
    expect((await account.rows('/roles')).map(({ name }) => name)).not.toContain('Partner');
    expect(account.journal.entries).toEqual([]);
  });

  test('a throttle that is no number of calls is refused', () => {
    expect(() => account.act('setThrottle', { times: -1 })).toThrow('times must be a whole number of calls');
  });

  test.each([
    ['an unknown path', 'GET', '/opportunities'],
    ['an unknown id', 'GET', '/workspaces/9999'],
    ['a person made without an invitation', 'POST', '/users'],
    ['a project deleted instead of archived', 'DELETE', '/workspaces/1'],
  ])('%s is not found', async (_case, method, path) => {
    const reply = await account.call(method, path, method === 'POST' ? {} : undefined);
    expect([reply.status, await reply.json()]).toEqual([
      404,
      { errors: [{ type: 'system', message: expect.any(String) as string }] },
    ]);
  });

  test.each([
    ['no body', {}],
    ['a body without the root key', { name: 'Partner' }],
    ['the plural key of another shape', { roles: { name: 'Partner' } }],
  ])('%s is a bad request, and nothing is written', async (_case, body) => {
    const reply = await account.call('POST', '/roles', body);
    expect([reply.status, await reply.json()]).toMatchObject([400, { errors: [{ type: 'system' }] }]);
    expect(account.journal.entries).toEqual([]);
  });
});
