import { openProvider, person, type Provider, refusal, userSchema } from './provider.fixture.js';

describe('getting into a SCIM provider', () => {
  let provider: Provider;
  beforeEach(async () => {
    provider = await openProvider();
  });
  afterEach(() => provider.hosted.close());

  test.each(['', 'Bearer wrong', 'a-token', 'Basic YS10b2tlbjo='])('"%s" is no bearer token', async (authorization) => {
    const reply = await provider.call('GET', '/Users', undefined, { authorization });
    expect([reply.status, await reply.json()]).toEqual([
      401,
      {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
        detail: expect.any(String) as string,
        status: '401',
      },
    ]);
    expect(reply.headers.get('www-authenticate')).toMatch(/^Bearer /);
  });

  test('every reply with a body says that it is SCIM, a refused one too', async () => {
    const { id } = await provider.make(person('ada'));
    for (const path of ['/Users', `/Users/${id}`, '/Users/nobody', '/Nothing', '/ServiceProviderConfig'])
      expect((await provider.call('GET', path)).headers.get('content-type')).toContain('application/scim+json');
  });

  test('plain JSON is read as well; other kinds are not', async () => {
    const send = async (type: string, body: string): Promise<number> =>
      (await provider.call('POST', '/Users', body, { 'content-type': type })).status;
    expect(await send('application/json', JSON.stringify(person('ada')))).toBe(201);
    expect(await send('text/plain', JSON.stringify(person('ben')))).toBe(415);
  });

  test.each([
    ['text that is not JSON', '{"schemas":'],
    ['no body', ''],
    ['a list', '[]'],
  ])('%s is refused as invalid syntax', async (_case, body) => {
    expect(await refusal(await provider.call('POST', '/Users', body))).toEqual([400, 'invalidSyntax']);
  });

  test('a refusal is a SCIM error whose status is text', async () => {
    const reply = await provider.call('GET', '/Users/2819c223');
    expect([reply.status, await reply.json()]).toEqual([
      404,
      {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
        detail: 'Resource 2819c223 not found',
        status: '404',
      },
    ]);
  });

  test('a throttled provider may say when to come back, and does nothing meanwhile', async () => {
    provider.act('setThrottle', { times: 1, retryAfterSeconds: 7 });
    const told = await provider.call('POST', '/Users', person('ada'));
    expect([told.status, told.headers.get('retry-after')]).toEqual([429, '7']);
    provider.act('setThrottle', { times: 1 });
    const untold = await provider.call('POST', '/Users', person('ada'));
    expect([untold.status, untold.headers.has('retry-after')]).toEqual([429, false]);
    expect(await provider.list({})).toMatchObject({ totalResults: 0 });
    expect(provider.journal.entries).toEqual([]);
  });

  test('a throttle that is no number of calls is refused', () => {
    expect(() => provider.act('setThrottle', { times: 0.5 })).toThrow('times must be a whole number of calls');
  });

  describe('discovery', () => {
    const ask = async (path: string): Promise<unknown> => (await provider.call('GET', path)).json();

    test('tells what is supported, and that groups and bulk are not', async () => {
      expect(await ask('/ServiceProviderConfig')).toMatchObject({
        patch: { supported: true },
        bulk: { supported: false },
        filter: { supported: true, maxResults: 100 },
        changePassword: { supported: false },
        sort: { supported: false },
        etag: { supported: true },
        authenticationSchemes: [{ type: 'oauthbearertoken' }],
      });
      expect(await ask('/ResourceTypes')).toMatchObject({ totalResults: 1, Resources: [{ endpoint: '/Users' }] });
      expect((await provider.call('GET', '/Groups')).status).toBe(404);
      expect((await provider.call('POST', '/Bulk', {})).status).toBe(404);
    });

    test('schemas come as a list without nulls, and one by one', async () => {
      const list = await ask('/Schemas');
      expect(list).toMatchObject({ totalResults: 2, schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'] });
      expect(JSON.stringify(list)).not.toContain('null');
      const { attributes } = (await ask(`/Schemas/${userSchema}`)) as { attributes: { name: string }[] };
      expect(attributes.find(({ name }) => name === 'userName')).toMatchObject({
        required: true,
        caseExact: false,
        uniqueness: 'server',
      });
      expect((await provider.call('GET', '/Schemas/urn:nothing')).status).toBe(404);
    });
  });
});
