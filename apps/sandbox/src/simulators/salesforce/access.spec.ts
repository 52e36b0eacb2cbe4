import { generateKeyPairSync } from 'node:crypto';
import { type Json, openOrg, type Org, refusal } from './org.fixture.js';

const strangersKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

describe('getting into a Salesforce org', () => {
  let org: Org;
  beforeEach(async () => {
    org = await openOrg();
  });
  afterEach(() => org.hosted.close());

  const seconds = (moment: string): number => Date.parse(moment) / 1000;

  test('a signed assertion buys an opaque token without a lifetime', async () => {
    const reply = await org.token(await org.assertion());
    expect(reply.status).toBe(200);
    const body = (await reply.json()) as Json;
    expect(Object.keys(body).sort()).toEqual(['access_token', 'id', 'instance_url', 'scope', 'token_type']);
    expect(body.access_token).toMatch(/^00D\w{12}!\S+$/);
    expect(body.token_type).toBe('Bearer');
    expect(body.instance_url).toBe(org.hosted.world.origin);
  });

  test('the login host is an audience as good as the org', async () => {
    expect((await org.token(await org.assertion({ aud: 'https://login.salesforce.com' }))).status).toBe(200);
  });

  test.each([
    ['another consumer key', { iss: 'somebody' }, 'invalid_client_id'],
    ['another user', { sub: 'boss@north.example' }, 'invalid_grant'],
    ['an audience elsewhere', { aud: 'https://test.salesforce.com' }, 'invalid_grant'],
    ['an assertion that has ended', { exp: seconds('2026-09-01T09:59:00Z') }, 'invalid_grant'],
    ['an assertion valid for more than five minutes', { exp: seconds('2026-09-01T10:05:01Z') }, 'invalid_grant'],
    ['an assertion without an end', { exp: undefined }, 'invalid_grant'],
  ])('%s is refused with an OAuth object, not an array', async (_case, claims, error) => {
    const reply = await org.token(await org.assertion(claims));
    expect(reply.status).toBe(400);
    expect(await reply.json()).toEqual({ error, error_description: expect.any(String) as string });
  });

  test('another key, no assertion and another grant are refused', async () => {
    for (const assertion of [await org.assertion({}, strangersKey), 'nonsense', ''])
      expect(await (await org.token(assertion)).json()).toMatchObject({ error: 'invalid_grant' });
    const reply = await org.token(await org.assertion(), 'client_credentials');
    expect(await reply.json()).toMatchObject({ error: 'unsupported_grant_type' });
  });

  test('a naive client that sends the grant as JSON is refused', async () => {
    const body = { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: await org.assertion() };
    const reply = await org.call('POST', '/services/oauth2/token', body);
    expect([reply.status, await reply.json()]).toMatchObject([400, { error: 'unsupported_grant_type' }]);
  });

  test.each(['', 'Bearer 00D5g000004XYZ1!wrong', 'Basic dXNlcjpwYXNz'])('"%s" is no session', async (authorization) => {
    const reply = await org.call('GET', '/limits', undefined, { authorization });
    expect([reply.status, await reply.json()]).toEqual([
      401,
      [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }],
    ]);
  });

  test('a naive client that signs in only once is out when sessions end; a new token lets it in', async () => {
    expect((await org.call('GET', '/limits')).status).toBe(200);
    org.act('expireSessions');
    expect(await refusal(await org.call('GET', '/limits'))).toEqual([401, 'INVALID_SESSION_ID']);
    await org.signIn();
    expect((await org.call('GET', '/limits')).status).toBe(200);
  });

  test('versions are listed, and only those are answered', async () => {
    const reply = await org.call('GET', '/services/data');
    const listed = (await reply.json()) as { version: string; url: string }[];
    expect(listed.map(({ version }) => version)).toEqual(['62.0', '63.0', '64.0', '65.0', '66.0', '67.0', '68.0']);
    for (const { url } of [listed[0]!, listed[6]!]) expect((await org.call('GET', `${url}/limits`)).status).toBe(200);
    for (const version of ['v61.0', 'v69.0', '67.0'])
      expect(await refusal(await org.call('GET', `/services/data/${version}/limits`))).toEqual([404, 'NOT_FOUND']);
  });

  test('an unknown path is not found', async () => {
    const expected = [{ message: 'The requested resource does not exist', errorCode: 'NOT_FOUND' }];
    for (const path of ['/composite/batch', '/jobs/ingest', '/services/apexrest/x'])
      expect(await (await org.call('GET', path)).json()).toEqual(expected);
  });

  test('every call counts against the day, and every reply says how far it has come', async () => {
    const usage = async (): Promise<string[]> => {
      const reply = await org.call('GET', '/sobjects/Nothing/describe');
      return /^api-usage=(\d+)\/(\d+)$/.exec(reply.headers.get('sforce-limit-info') ?? '')!.slice(1);
    };
    const [first, max] = await usage();
    expect(await usage()).toEqual([String(Number(first) + 1), max]);
    const { DailyApiRequests: daily } = (await (await org.call('GET', '/limits')).json()) as Record<string, Json>;
    expect(daily).toEqual({ Max: Number(max), Remaining: Number(max) - Number(first) - 2 });
  });

  test('a used-up day refuses reads and writes without saying until when, and nothing is done', async () => {
    org.act('setDailyLimit', { remaining: 1 });
    expect((await org.call('GET', '/limits')).status).toBe(200);
    const reply = await org.call('POST', '/sobjects/Account', { Name: 'New' });
    expect([reply.status, await reply.json(), reply.headers.has('retry-after')]).toEqual([
      403,
      [{ message: 'TotalRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' }],
      false,
    ]);
    expect(org.journal.entries).toEqual([]);
    org.at('2026-09-02T10:00:00Z');
    expect((await org.call('GET', '/limits')).status).toBe(200);
  });

  test('a limit that is no number of calls is refused', () => {
    expect(() => org.act('setDailyLimit', { remaining: -1 })).toThrow('remaining must be a whole number of calls');
  });
});
