import { openSystem, partners, projectOf, projects, refusal, type System } from './system.fixture.js';

describe('getting into an S/4HANA system', () => {
  let system: System;
  beforeEach(async () => {
    system = await openSystem();
  });
  afterEach(() => system.hosted.close());

  const list = `${partners}/A_BusinessPartner?$top=1`;
  const post = (headers: Record<string, string>): Promise<Response> => {
    system.session = {};
    return system.call('POST', `${projects}/A_EnterpriseProject`, projectOf('PS-1'), headers);
  };

  test.each(['', 'Basic wrong', 'Bearer token'])(
    '"%s" is no login: 401 in HTML, asking for Basic',
    async (authorization) => {
      const reply = await system.call('GET', list, undefined, { authorization });
      expect([reply.status, reply.headers.get('www-authenticate')]).toEqual([
        401,
        expect.stringMatching(/^Basic realm=/),
      ]);
      expect(reply.headers.get('content-type')).toMatch(/html/);
    },
  );

  test('a token comes with three cookies, to GET and to HEAD', async () => {
    for (const method of ['GET', 'HEAD']) {
      system.session = {};
      const reply = await system.call(method, `${partners}/`, undefined, { 'x-csrf-token': 'Fetch' });
      expect(reply.status).toBe(200);
      expect(reply.headers.get('x-csrf-token')).toMatch(/^[\w-]+==$/);
      const names = reply.headers.getSetCookie().map((cookie) => cookie.split('=')[0]);
      expect(names).toEqual(['sap-XSRF_S4H_100', 'SAP_SESSIONID_S4H_100', 'sap-usercontext']);
    }
  });

  test('a naive client that writes without a token is told 403, Required', async () => {
    const reply = await post({});
    expect([reply.status, reply.headers.get('x-csrf-token')]).toEqual([403, 'Required']);
    expect(await reply.text()).toBe('CSRF token validation failed');
  });

  test('a token without its cookies, with some of them, or with those of another session, is no token', async () => {
    const own = { ...system.session };
    await system.signIn();
    expect((await post({ 'x-csrf-token': own['x-csrf-token']! })).status).toBe(403);
    expect((await post({ ...own, cookie: own.cookie!.split('; ').slice(1).join('; ') })).status).toBe(403);
    system.session = {};
    await system.signIn();
    const other = system.session.cookie!;
    expect((await post({ ...own, cookie: other })).status).toBe(403);
    expect((await post(own)).status).toBe(201);
  });

  test('a token ends with its session, after half an hour or when sessions are ended; a new one is good', async () => {
    const write = (): Promise<Response> => system.call('POST', `${projects}/A_EnterpriseProject`, projectOf('PS-1'));
    system.at('2026-09-01T10:30:00Z');
    expect((await write()).status).toBe(403);
    await system.signIn();
    system.act('expireTokens');
    expect((await write()).status).toBe(403);
    await system.signIn();
    expect((await write()).status).toBe(201);
  });

  test('reading needs no token', async () => {
    system.session = {};
    expect((await system.call('GET', list)).status).toBe(200);
  });

  test('a service that does not exist, that has no arrangement, or an old version of one, is not found', async () => {
    const message = (name: string): string => `No service found for namespace '', name '${name}', version '0001'`;
    for (const name of ['ZX_SRV', 'API_ENTERPRISE_PROJECT_SRV']) {
      const reply = await system.call('GET', `${name}/A_EnterpriseProject`);
      expect(await refusal(reply)).toEqual([403, '/IWFND/MED/170', message(name)]);
    }
    system.act('setArrangement', { service: partners, active: false });
    expect(await refusal(await system.call('GET', list))).toEqual([403, '/IWFND/MED/170', message(partners)]);
    system.act('setArrangement', { service: partners, active: true });
    expect((await system.call('GET', list)).status).toBe(200);
  });

  test('in a maintenance window everything is answered 503 in HTML', async () => {
    system.act('setMaintenance', { active: true });
    const reply = await system.call('GET', list);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([503, 'text/html']);
    system.act('setMaintenance', { active: false });
    expect((await system.call('GET', list)).status).toBe(200);
  });

  test('a refusal has the vendor’s form: code, words in a language, details, who and when', async () => {
    const reply = await system.call(
      'GET',
      `${projects}/A_EnterpriseProject(guid'0c9f0000-0000-0000-0000-000000000000')`,
    );
    expect([reply.status, await reply.json()]).toEqual([
      404,
      {
        error: {
          code: '/IWBEP/CM_MGW_RT/020',
          message: { lang: 'en', value: "Resource not found for segment 'A_EnterpriseProjectType'" },
          innererror: {
            application: {
              component_id: '',
              service_namespace: '/SAP/',
              service_id: 'API_ENTERPRISE_PROJECT_SRV',
              service_version: '0002',
            },
            transactionid: expect.stringMatching(/^[0-9A-F]{32}$/) as string,
            timestamp: '20260901100000.0000000',
            Error_Resolution: {
              SAP_Transaction: expect.stringContaining('/IWFND/ERROR_LOG') as string,
              SAP_Note: expect.stringContaining('1797736') as string,
            },
            errordetails: [
              {
                code: '/IWBEP/CM_MGW_RT/020',
                message: "Resource not found for segment 'A_EnterpriseProjectType'",
                longtext_url: '',
                propertyref: '',
                severity: 'error',
                target: '',
              },
            ],
          },
        },
      },
    ]);
  });
});
