import { generateKeyPairSync } from 'node:crypto';
import { type Account, type Json, openAccount, refusal, tokenPath } from './account.fixture.js';

const strangersKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

describe('getting into a NetSuite account', () => {
  let account: Account;
  beforeEach(async () => {
    account = await openAccount();
  });
  afterEach(() => account.hosted.close());

  const seconds = (moment: string): number => Date.parse(moment) / 1000;

  test('a signed assertion buys a bearer token for an hour and no refresh token', async () => {
    const reply = await account.token(await account.assertion());
    expect(reply.status).toBe(200);
    expect(await reply.json()).toEqual({
      access_token: expect.any(String) as string,
      expires_in: '3600',
      token_type: 'bearer',
    });
  });

  test('all PSS algorithms and any of the three scopes are good, in either spelling', async () => {
    for (const alg of ['PS256', 'PS384', 'PS512'])
      expect((await account.token(await account.assertion({}, { alg }))).status).toBe(200);
    for (const scope of ['rest_webservices', 'restlets,rest_webservices', ['suite_analytics', 'rest_webservices']])
      expect((await account.token(await account.assertion({ scope }))).status).toBe(200);
  });

  test('a naive client that signs with RS256, as most libraries do, is refused', async () => {
    const reply = await account.token(await account.assertion({}, { alg: 'RS256' }));
    expect([reply.status, await reply.json()]).toEqual([400, { error: 'invalid_grant' }]);
  });

  test.each([
    ['another consumer key', { iss: 'somebody' }],
    ['an audience elsewhere', { aud: 'https://system.netsuite.com/services/rest/auth/oauth2/v1/token' }],
    [
      'the account instead of its token endpoint as the audience',
      { aud: 'https://1234567.suitetalk.api.netsuite.com' },
    ],
    ['an assertion that has ended', { exp: seconds('2026-09-01T09:59:59Z') }],
    ['an assertion without an end', { exp: undefined }],
    ['an assertion without a beginning', { iat: undefined }],
    ['an assertion valid for a whole hour', { exp: seconds('2026-09-01T11:00:00Z') }],
    ['an assertion without a scope', { scope: undefined }],
    ['a scope that does not exist', { scope: ['rest_webservices', 'everything'] }],
  ])('%s is refused', async (_case, claims) => {
    const reply = await account.token(await account.assertion(claims));
    expect([reply.status, await reply.json()]).toEqual([400, { error: 'invalid_grant' }]);
  });

  test('an assertion valid for a second less than an hour is good', async () => {
    const exp = seconds('2026-09-01T10:59:59Z');
    expect((await account.token(await account.assertion({ exp }))).status).toBe(200);
  });

  test('another certificate id, no type, another key and nonsense are refused', async () => {
    const bad: [string, string][] = [
      [await account.assertion({}, { kid: 'expired-certificate' }), 'invalid_client'],
      [await account.assertion({}, { kid: undefined }), 'invalid_client'],
      [await account.assertion({}, { typ: undefined }), 'invalid_client'],
      [await account.assertion({}, {}, strangersKey), 'invalid_grant'],
      ['nonsense', 'invalid_client'],
    ];
    for (const [assertion, error] of bad) expect(await (await account.token(assertion)).json()).toEqual({ error });
  });

  test('another grant, another kind of assertion and none at all are refused', async () => {
    const assertion = await account.assertion();
    const errorOf = async (form: Json): Promise<unknown> => (await account.token(assertion, form)).json();
    expect(await errorOf({ grant_type: 'refresh_token' })).toEqual({ error: 'unsupported_grant_type' });
    expect(await errorOf({ client_assertion_type: 'jwt' })).toEqual({ error: 'invalid_request' });
    expect(await errorOf({ client_assertion: '' })).toEqual({ error: 'invalid_request' });
  });

  test('a naive client that asks for a token in JSON is refused', async () => {
    const reply = await account.call('POST', tokenPath, { grant_type: 'client_credentials' });
    expect([reply.status, await reply.json()]).toEqual([400, { error: 'invalid_request' }]);
  });

  test.each(['', 'Bearer wrong', 'Basic dXNlcjpwYXNz'])('"%s" is no login', async (authorization) => {
    const reply = await account.call('GET', '/job', undefined, { authorization });
    expect(await refusal(reply)).toEqual([401, 'INVALID_LOGIN']);
  });

  test('a naive client that signs in only once is out after an hour; a new token lets it in', async () => {
    account.at('2026-09-01T10:59:59Z');
    expect((await account.call('GET', '/job')).status).toBe(200);
    account.at('2026-09-01T11:00:00Z');
    expect(await refusal(await account.call('GET', '/job'))).toEqual([401, 'INVALID_LOGIN']);
    await account.signIn();
    expect((await account.call('GET', '/job')).status).toBe(200);
    account.act('expireTokens');
    expect(await refusal(await account.call('GET', '/job'))).toEqual([401, 'INVALID_LOGIN']);
  });

  test('a token for something else does not open REST web services', async () => {
    await account.signIn({ scope: ['restlets'] });
    expect(await refusal(await account.call('GET', '/job'))).toEqual([403, 'INSUFFICIENT_PERMISSION']);
  });

  test('a refusal is a problem document with its details in a list', async () => {
    const reply = await account.call('GET', '/job/999');
    expect(reply.headers.get('content-type')).toMatch(/^application\/vnd\.oracle\.resource\+json; type="?error\b/);
    expect(await reply.json()).toEqual({
      type: 'https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.5',
      title: 'Not Found',
      status: 404,
      'o:errorDetails': [
        {
          detail: 'The record instance does not exist. Provide a valid record instance ID.',
          'o:errorCode': 'NONEXISTENT_ID',
          'o:errorUrl': '/services/rest/record/v1/job/999',
        },
      ],
    });
  });

  test('an endpoint that does not exist is refused in the same form', async () => {
    expect(await refusal(await account.call('GET', '/services/rest/nowhere'))).toEqual([404, 'NONEXISTENT_ID']);
  });
});
