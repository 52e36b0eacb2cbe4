import {
  basic,
  envelope,
  getWorkers,
  openTenant,
  security,
  servicePath,
  start,
  type Tenant,
} from './tenant.fixture.js';

describe('getting into a Workday tenant', () => {
  let tenant: Tenant;
  beforeEach(async () => {
    tenant = await openTenant();
  });
  afterEach(() => tenant.hosted.close());

  describe('by SOAP', () => {
    test('the integration’s user signs in on every call, for its tenant', async () => {
      expect(await tenant.found()).toEqual(['2', '1', '3', '4']);
    });

    test.each([
      ['no security header', ''],
      ['another password', security(undefined, 'guess')],
      ['a user without the tenant', security('ISU_Gateway')],
      ['a user of another tenant', security('ISU_Gateway@south1')],
      ['a digest', security(undefined, undefined, 'http://docs.oasis-open.org/wss#PasswordDigest')],
      ['elements of another namespace', security().replace('secext-1.0.xsd', 'secext-2.0.xsd')],
    ])('%s is an authentication fault, with HTTP 500 and no detail', async (_case, header) => {
      expect(await tenant.fault(envelope(getWorkers(), header))).toEqual({
        status: 500,
        code: 'SOAP-ENV:Client.authenticationError',
        text: 'invalid username or password',
        messages: [],
        xpaths: [],
      });
    });

    test('the address of another tenant is not ours', async () => {
      const fault = await tenant.fault(envelope(getWorkers()), servicePath.replace('north1', 'south1'));
      expect(fault.code).toBe('SOAP-ENV:Client.authenticationError');
    });

    test('throttling is a 500 like any other fault, without a time to come back', async () => {
      tenant.act('setThrottle', { times: 1 });
      const reply = await tenant.post(envelope(getWorkers()));
      expect(reply.status).toBe(500);
      expect(reply.headers.get('content-type')).toContain('text/xml');
      expect(reply.headers.has('retry-after')).toBe(false);
      expect(await reply.text()).toContain('<faultcode>SOAP-ENV:Server.processingError</faultcode>');
      expect((await tenant.post(envelope(getWorkers()))).status).toBe(200);
    });

    test('what goes wrong inside the vendor is a processing fault', async () => {
      tenant.act('failNext', { message: 'Internal <error>', times: 1 });
      const fault = await tenant.fault(envelope(getWorkers()));
      expect(fault).toMatchObject({ status: 500, code: 'SOAP-ENV:Server.processingError', text: 'Internal <error>' });
      expect(await tenant.found()).toHaveLength(4);
    });

    test('the server’s time is a cheap way to see whether it is there', async () => {
      const response = await tenant.ask('<bsvc:Get_Server_Timestamp_Request bsvc:version="v44.0"/>');
      expect(response.children.map(({ name, text }) => [name, text])).toEqual([
        ['Server_Timestamp_Data', '2026-10-01T06:00:00.000-07:00'],
      ]);
    });
  });

  describe('by REST', () => {
    const path = '/values/timeOff/status/';
    const tokenOf = async (): Promise<Record<string, unknown>> =>
      (await (await tenant.token()).json()) as Record<string, unknown>;

    test('a refresh token gives access, the same one again and again, for a time that is not told', async () => {
      const reply = await tokenOf();
      expect(Object.keys(reply).sort()).toEqual(['access_token', 'refresh_token', 'token_type']);
      expect(reply).toMatchObject({ token_type: 'Bearer', refresh_token: 'a-refresh-token' });
      expect(await tokenOf()).toMatchObject({ refresh_token: 'a-refresh-token' });
    });

    test.each([
      ['another client', {}, basic('a-client:guess'), 401, 'invalid_client'],
      ['another refresh token', { refresh_token: 'guess' }, undefined, 400, 'invalid_grant'],
      ['another grant', { grant_type: 'client_credentials' }, undefined, 400, 'unsupported_grant_type'],
    ])('%s gets no token', async (_case, form: Record<string, string>, authorization, status, error) => {
      const reply = await tenant.token(form, authorization);
      expect(reply.status).toBe(status);
      expect(await reply.json()).toEqual({ error });
    });

    test('a token ends without notice, by itself or by an administrator', async () => {
      expect((await tenant.get(path)).status).toBe(200);
      tenant.at('2026-10-01T17:00:00.000Z');
      expect((await tenant.get(path)).status).toBe(401);
      tenant.at(start);
      expect((await tenant.get(path)).status).toBe(200);
      tenant.act('expireTokens');
      const reply = await tenant.get(path);
      expect(reply.status).toBe(401);
      expect(await reply.json()).toEqual({ error: 'invalid_token' });
    });

    test('throttling is a 429 without a time to come back', async () => {
      tenant.act('setThrottle', { times: 1 });
      const reply = await tenant.get(path);
      expect(reply.status).toBe(429);
      expect(reply.headers.has('retry-after')).toBe(false);
      expect((await tenant.get(path)).status).toBe(200);
    });

    test('what does not exist is not found', async () => {
      const reply = await tenant.get('/balances');
      expect(reply.status).toBe(404);
      expect(await reply.json()).toMatchObject({ errors: [{ code: 'S21' }] });
    });
  });
});
