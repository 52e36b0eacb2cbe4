import { makeAuthority, makeClient } from '../../core/certificates.js';
import { client, type Company, openCompany } from './company.fixture.js';

describe('getting into ADP', () => {
  let company: Company;
  beforeEach(async () => {
    company = await openCompany();
  });
  afterEach(() => company.close());

  const grant = { grant_type: 'client_credentials', client_id: 'gateway', client_secret: 'a-secret' };

  test('everything is https, the token endpoint too', () => {
    expect(company.hosted.world.origin).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
  });

  test.each([
    ['nobody', {}],
    ['a stranger', makeClient(makeAuthority('ADP Sandbox CA'), 'Throughline')],
  ])('%s does not get past the handshake, with a token or for one', async (_case, identity) => {
    await expect(company.send('POST', '/auth/oauth/v2/token', { identity })).rejects.toThrow();
    await expect(company.send('GET', '/hr/v2/workers', { identity })).rejects.toThrow();
    expect((await company.send('GET', '/hr/v2/workers', { identity: client })).status).toBe(401);
  });

  test('a token is for client credentials, in the form or in the header', async () => {
    const basic = `Basic ${Buffer.from('gateway:a-secret').toString('base64')}`;
    for (const reply of [
      await company.token(grant),
      await company.token({ grant_type: 'client_credentials' }, { authorization: basic }),
    ]) {
      expect([reply.status, JSON.parse(reply.text)]).toMatchObject([200, { token_type: 'Bearer', expires_in: 3600 }]);
    }
  });

  test.each([
    ['a wrong secret', { ...grant, client_secret: 'x' }, {}, [401, 'invalid_client']],
    ['a wrong header', grant, { authorization: 'Basic eDp5' }, [401, 'invalid_client']],
    ['another grant', { ...grant, grant_type: 'password' }, {}, [400, 'unsupported_grant_type']],
    ['no form', grant, { 'content-type': 'application/json' }, [400, undefined]],
  ])('%s is given none', async (_case, form, headers, [status, error]) => {
    const reply = await company.token(form, headers);
    expect([reply.status, (JSON.parse(reply.text) as { error?: string }).error]).toEqual([status, error]);
  });

  test('a token ends after an hour, or when the vendor says so', async () => {
    company.at('2026-09-01T10:59:59Z');
    expect((await company.call('GET', '/hr/v2/workers')).status).toBe(200);
    company.at('2026-09-01T11:00:00Z');
    const reply = await company.call('GET', '/hr/v2/workers');
    expect([reply.status, JSON.parse(reply.text)]).toMatchObject([
      401,
      { confirmMessage: { protocolStatusCode: { codeValue: '401' }, requestStatusCode: { codeValue: 'failed' } } },
    ]);
    company.at('2026-09-01T10:00:00Z');
    company.act('expireTokens');
    expect((await company.call('GET', '/hr/v2/workers')).status).toBe(401);
  });

  test('a caller says in which role it acts, and not every role may', async () => {
    const reply = await company.call('GET', '/hr/v2/workers', undefined, { rolecode: 'employee' });
    expect(reply.status).toBe(403);
    const { access_token: bearer } = JSON.parse((await company.token(grant)).text) as { access_token: string };
    const naive = await company.send('GET', '/hr/v2/workers', { headers: { authorization: `Bearer ${bearer}` } });
    expect([naive.status, naive.text]).toEqual([400, expect.stringContaining('roleCode is required.')]);
  });

  test('a throttled company does nothing, and may say when to come back', async () => {
    company.act('setThrottle', { times: 2, retryAfterSeconds: 7 });
    const reply = await company.call('GET', '/hr/v2/workers');
    expect([reply.status, reply.headers['retry-after'], JSON.parse(reply.text)]).toMatchObject([
      429,
      '7',
      { confirmMessage: { protocolStatusCode: { codeValue: '429' } } },
    ]);
    company.act('setThrottle', { times: 1 });
    expect((await company.call('GET', '/hr/v2/workers')).headers['retry-after']).toBeUndefined();
    expect((await company.call('GET', '/hr/v2/workers')).status).toBe(200);
    expect(() => company.act('setThrottle', { times: 0.5 })).toThrow('times must be a whole number of calls');
  });

  test('what is not there is not found, in the vendor’s form', async () => {
    const reply = await company.call('GET', '/payroll/v9/nothing');
    expect([reply.status, JSON.parse(reply.text)]).toMatchObject([
      404,
      { confirmMessage: { requestLink: { href: '/payroll/v9/nothing', method: 'GET' } } },
    ]);
  });
});
