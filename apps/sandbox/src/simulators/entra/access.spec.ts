import { grant, openTenant, person, refusal, type Tenant, upload } from './tenant.fixture.js';

describe('getting into Microsoft Entra ID', () => {
  let tenant: Tenant;
  beforeEach(async () => {
    tenant = await openTenant();
  });
  afterEach(() => tenant.hosted.close());

  const withoutToken = { authorization: '' };

  test('a token lives not quite an hour', async () => {
    expect(await (await tenant.token(grant)).json()).toMatchObject({ token_type: 'Bearer', expires_in: 3599 });
    tenant.at('2026-09-01T10:59:58Z');
    expect((await tenant.call('GET', '/v1.0/users')).status).toBe(200);
    tenant.at('2026-09-01T10:59:59Z');
    expect(await refusal(await tenant.call('GET', '/v1.0/users'))).toEqual([401, 'InvalidAuthenticationToken']);
    tenant.at('2026-09-01T10:00:00Z');
    tenant.act('expireTokens');
    expect((await tenant.call('GET', '/v1.0/users')).status).toBe(401);
  });

  test.each([
    ['a wrong secret', { client_secret: 'x' }, 'a-tenant', [401, 'invalid_client', 7000215]],
    ['an unknown application', { client_id: 'x' }, 'a-tenant', [400, 'unauthorized_client', 700016]],
    ['another grant', { grant_type: 'password' }, 'a-tenant', [400, 'unsupported_grant_type', 70003]],
    ['another scope', { scope: 'User.Read' }, 'a-tenant', [400, 'invalid_scope', 70011]],
    ['another tenant', {}, 'elsewhere', [400, 'invalid_request', 90002]],
  ])('%s is given none', async (_case, changes, id, expected) => {
    const reply = await tenant.token({ ...grant, ...changes }, id);
    const { error, error_codes: codes } = (await reply.json()) as { error: string; error_codes: number[] };
    expect([reply.status, error, codes[0]]).toEqual(expected);
  });

  test('without a token nothing is read or taken', async () => {
    expect(await refusal(await tenant.call('GET', '/v1.0/users', undefined, withoutToken))).toEqual([
      401,
      'InvalidAuthenticationToken',
    ]);
    expect((await tenant.send([person('11', 'ben@north.example')], withoutToken)).status).toBe(401);
    expect(tenant.journal.entries).toEqual([]);
  });

  test.each([
    ['SynchronizationData-User.Upload', 'POST', upload],
    ['AuditLog.Read.All', 'GET', '/v1.0/auditLogs/provisioning'],
    ['User.Read.All', 'GET', '/v1.0/users'],
  ])('without the permission %s a call is forbidden', async (missing, method, path) => {
    const all = ['SynchronizationData-User.Upload', 'AuditLog.Read.All', 'User.Read.All'];
    tenant.act('setPermissions', { permissions: all.filter((permission) => permission !== missing) });
    const reply = await tenant.call(method, path, method === 'POST' ? {} : undefined);
    expect(await refusal(reply)).toEqual([403, 'Authorization_RequestDenied']);
  });

  test.each(['POST', 'PATCH', 'DELETE'])('nobody is made or changed by %s of a user', async (method) => {
    const path = method === 'POST' ? '/v1.0/users' : '/v1.0/users/x';
    const reply = await tenant.call(method, path, {}, { 'content-type': 'application/json' });
    expect(await refusal(reply)).toEqual([403, 'Authorization_RequestDenied']);
  });

  test('40 uploads are let through in five seconds, and the refusal says when to come back', async () => {
    for (let count = 0; count < 40; count += 1)
      expect((await tenant.send([person(String(count), `p${count}@north.example`)])).status).toBe(202);
    tenant.wait(2);
    const reply = await tenant.send([person('41', 'p41@north.example')]);
    expect([reply.headers.get('retry-after'), await refusal(reply)]).toEqual(['3', [429, 'TooManyRequests']]);
    tenant.wait(3);
    expect((await tenant.send([person('41', 'p41@north.example')])).status).toBe(202);
    expect(tenant.journal.entries.filter(({ operation }) => operation === 'bulkUpload')).toHaveLength(41);
  });

  test('6000 uploads are let through in a day', async () => {
    const day = Math.floor(Date.parse('2026-09-01T10:00:00Z') / 86_400_000);
    tenant.hosted.world.store.put('calls', 'day', { window: day, calls: 5999 });
    expect((await tenant.send([person('1', 'p1@north.example')])).status).toBe(202);
    const reply = await tenant.send([person('2', 'p2@north.example')]);
    expect([reply.status, reply.headers.get('retry-after')]).toEqual([429, String(14 * 60 * 60)]);
  });

  test('a throttled tenant turns reads away as well, and may not say until when', async () => {
    tenant.act('setThrottle', { times: 1 });
    const reply = await tenant.call('GET', '/v1.0/users');
    expect([reply.status, reply.headers.has('retry-after')]).toEqual([429, false]);
    tenant.act('setThrottle', { times: 1, retryAfterSeconds: 7 });
    expect((await tenant.call('GET', '/v1.0/users')).headers.get('retry-after')).toBe('7');
    expect((await tenant.call('GET', '/v1.0/users')).status).toBe(200);
    expect(() => tenant.act('setThrottle', { times: -1 })).toThrow('times must be a whole number of calls');
  });

  test('a refusal repeats the caller’s request id', async () => {
    const reply = await tenant.call('GET', '/v1.0/nothing', undefined, { 'client-request-id': 'c-1' });
    expect([reply.status, await reply.json()]).toMatchObject([
      404,
      { error: { code: 'Request_ResourceNotFound', innerError: { 'client-request-id': 'c-1' } } },
    ]);
  });
});
