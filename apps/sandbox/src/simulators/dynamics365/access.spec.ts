import { clientId, type Finance, grant, type Json, openFinance, tenant } from './finance.fixture.js';

describe('getting into Dynamics 365 Finance', () => {
  let finance: Finance;
  beforeEach(async () => {
    finance = await openFinance();
  });
  afterEach(() => finance.hosted.close());

  const list = (): Promise<Response> => finance.call('GET', 'LegalEntities');

  test('the directory gives a token for an application’s secret and the environment’s scope', async () => {
    const reply = await finance.token(grant(finance.origin));
    expect([reply.status, await reply.json()]).toEqual([
      200,
      {
        token_type: 'Bearer',
        expires_in: 3599,
        ext_expires_in: 3599,
        access_token: expect.stringMatching(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/) as string,
      },
    ]);
  });

  test.each<[string, (origin: string) => Json, number, string, number]>([
    ['no grant type', (o) => grant(o, { grant_type: '' }), 400, 'invalid_request', 900_144],
    ['another grant', (o) => grant(o, { grant_type: 'password' }), 400, 'unsupported_grant_type', 70_003],
    ['an unknown application', (o) => grant(o, { client_id: 'x' }), 400, 'unauthorized_client', 700_016],
    ['no secret', (o) => grant(o, { client_secret: '' }), 401, 'invalid_client', 7_000_218],
    ['a wrong secret', (o) => grant(o, { client_secret: 'x' }), 401, 'invalid_client', 7_000_215],
    ['no scope', (o) => grant(o, { scope: '' }), 400, 'invalid_request', 900_144],
    ['a scope without .default', (o) => grant(o, { scope: `${o}/user` }), 400, 'invalid_scope', 1_002_012],
    ['another resource', (o) => grant(o, { scope: 'https://x/.default' }), 400, 'invalid_resource', 500_011],
  ])('%s is refused in the directory’s words', async (_case, form, status, error, number) => {
    const reply = await finance.token(form(finance.origin));
    expect([reply.status, await reply.json()]).toEqual([
      status,
      expect.objectContaining({
        error,
        error_codes: [number],
        error_description: expect.stringMatching(new RegExp(`^AADSTS${number}: `)) as string,
        timestamp: '2026-09-01 10:00:00Z',
      }),
    ]);
  });

  test('another tenant is not found', async () => {
    const reply = await finance.token(grant(finance.origin), '/elsewhere/oauth2/v2.0/token');
    expect([reply.status, ((await reply.json()) as Json).error_codes]).toEqual([400, [90_002]]);
  });

  test('the older endpoint takes any resource, but with a slash at its end the product does not take the token', async () => {
    const use = async (resource: string): Promise<number> => {
      const { scope: _, ...form } = grant(finance.origin, { resource });
      const reply = await finance.token(form, `/${tenant}/oauth2/token`);
      finance.authorization = `Bearer ${String(((await reply.json()) as Json).access_token)}`;
      return (await list()).status;
    };
    expect([await use(finance.origin), await use(`${finance.origin}/`)]).toEqual([200, 401]);
  });

  test('a token ends after an hour, or when sessions are ended; a new one is good', async () => {
    finance.at('2026-09-01T10:59:58Z');
    expect((await list()).status).toBe(200);
    finance.at('2026-09-01T10:59:59Z');
    expect((await list()).status).toBe(401);
    await finance.signIn();
    expect((await list()).status).toBe(200);
    finance.act('expireTokens');
    expect((await list()).status).toBe(401);
  });

  test('without a token, or with one of an application the product does not know, the answer is 401', async () => {
    finance.act('setApplication', { registered: false });
    expect((await list()).status).toBe(401);
    finance.act('setApplication', { registered: true });
    expect((await list()).status).toBe(200);
    finance.authorization = `Bearer ${clientId}`;
    const reply = await list();
    expect([reply.status, reply.headers.get('www-authenticate')]).toEqual([
      401,
      `Bearer authorization_uri="${finance.origin}/${tenant}"`,
    ]);
  });

  test('a busy product turns away by priority, and says for how long', async () => {
    const statuses = async (): Promise<number[]> => [
      (await list()).status,
      (await finance.call('POST', 'Workers', {})).status,
    ];
    finance.act('setLoad', { turnsAway: 'Low', retryAfterSeconds: 7 });
    expect(await statuses()).toEqual([200, 400]);
    finance.act('setLoad', { turnsAway: 'Medium', retryAfterSeconds: 7 });
    const reply = await list();
    expect([
      reply.status,
      reply.headers.get('retry-after'),
      ((await reply.json()) as { error: Json }).error.message,
    ]).toEqual([
      429,
      '7',
      'This request could not be processed at this time due to system experiencing high resource utilization.',
    ]);
    finance.act('setPriority', { priority: 'High' });
    expect(await statuses()).toEqual([200, 400]);
    finance.act('setLoad', { turnsAway: 'High', retryAfterSeconds: 7, times: 2 });
    expect([...(await statuses()), (await list()).status]).toEqual([429, 429, 200]);
    finance.act('setLoad', { turnsAway: 'High', retryAfterSeconds: 7 });
    finance.act('setLoad', { turnsAway: null });
    expect((await list()).status).toBe(200);
  });

  test('in a maintenance window everything is answered 503 in HTML', async () => {
    finance.act('setMaintenance', { active: true });
    const reply = await list();
    expect([reply.status, reply.headers.get('content-type')]).toEqual([503, 'text/html']);
    finance.act('setMaintenance', { active: false });
    expect((await list()).status).toBe(200);
  });
});
