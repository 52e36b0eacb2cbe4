import { bulk, bulkRequest, core, openTenant, person, refusal, type Tenant, upload } from './tenant.fixture.js';

const ben = person('11', 'ben@north.example');
const operation = { method: 'POST', bulkId: '1', path: '/Users', data: ben };

describe('uploading users to Microsoft Entra ID', () => {
  let tenant: Tenant;
  beforeEach(async () => {
    tenant = await openTenant();
  });
  afterEach(() => tenant.hosted.close());

  const users = async (): Promise<unknown[]> => (await tenant.get<{ value: unknown[] }>('/v1.0/users')).value;

  test('is accepted before anything is done, and the answer says where the logs are', async () => {
    const reply = await tenant.send([ben], { 'client-request-id': 'c-1' });
    expect([reply.status, await reply.text(), reply.headers.get('client-request-id')]).toEqual([202, '', 'c-1']);
    expect(await users()).toEqual([]);
    const logs = reply.headers.get('location')!;
    expect(logs).toContain("/v1.0/auditLogs/provisioning/?$filter=jobid%20eq%20'API2AAD.a-tenant.1'");
    tenant.wait(1);
    expect(await users()).toHaveLength(1);
    expect(await tenant.get(logs)).toMatchObject({ value: [] });
    tenant.wait(1);
    expect(await tenant.get(logs)).toMatchObject({ value: [{ provisioningAction: 'create' }] });
  });

  test('may take the vendor’s five to ten minutes until the logs tell', async () => {
    tenant.act('setDelays', { processingSeconds: 30, logSeconds: 600 });
    await tenant.send([ben]);
    tenant.wait(30);
    expect(await users()).toHaveLength(1);
    tenant.wait(599);
    expect(await tenant.get('/v1.0/auditLogs/provisioning')).toMatchObject({ value: [] });
    tenant.wait(1);
    expect(await tenant.get('/v1.0/auditLogs/provisioning')).toMatchObject({ value: [{}] });
    expect(() => tenant.act('setDelays', { processingSeconds: -1, logSeconds: 0 })).toThrow('0 or more seconds');
  });

  test('waits while the job is paused, and says nothing of it', async () => {
    tenant.act('setRunning', { running: false });
    expect((await tenant.send([ben])).status).toBe(202);
    tenant.wait(3000);
    expect(await users()).toEqual([]);
    tenant.act('setRunning', { running: true });
    expect(await users()).toHaveLength(1);
  });

  test('the beta address is the same job', async () => {
    expect((await tenant.call('POST', upload.replace('v1.0', 'beta'), bulk([ben]))).status).toBe(202);
  });

  test.each([
    ['another kind of JSON', bulk([ben]), 'application/json'],
    ['a text', 'hello', 'text/plain'],
    ['text that is not JSON', '{"schemas":', undefined],
    ['no schema', { Operations: [operation] }, undefined],
    ['no operations', bulk([]), undefined],
    ['51 operations', bulk(Array.from({ length: 51 }, () => ben)), undefined],
    ['a PATCH', { schemas: [bulkRequest], Operations: [{ ...operation, method: 'PATCH' }] }, undefined],
    ['a path of one user', { schemas: [bulkRequest], Operations: [{ ...operation, path: '/Users/1' }] }, undefined],
    ['no bulk id', { schemas: [bulkRequest], Operations: [{ ...operation, bulkId: '' }] }, undefined],
    ['no data', { schemas: [bulkRequest], Operations: [{ ...operation, data: null }] }, undefined],
    ['an operation that is none', { schemas: [bulkRequest], Operations: ['x'] }, undefined],
  ])('%s is an invalid format, and nothing of it is taken', async (_case, body, type) => {
    const reply = await tenant.call('POST', upload, body, type ? { 'content-type': type } : {});
    expect([reply.status, await reply.json()]).toMatchObject([
      400,
      { error: { message: expect.stringContaining('Invalid Data Format') as string } },
    ]);
    tenant.wait(2);
    expect([await users(), tenant.journal.entries]).toEqual([[], []]);
  });

  test('50 operations are the most', async () => {
    const fifty = Array.from({ length: 50 }, (_, index) => person(String(index), `p${index}@north.example`));
    expect(await tenant.provision(...fifty)).toHaveLength(50);
    expect(await users()).toHaveLength(50);
  });

  test.each([
    '/servicePrincipals/other/synchronization/jobs/API2AAD.a-tenant.1',
    '/servicePrincipals/a-principal/synchronization/jobs/other',
  ])('there is no job at %s', async (path) => {
    const reply = await tenant.call('POST', `/v1.0${path}/bulkUpload`, bulk([ben]));
    expect(await refusal(reply)).toEqual([404, 'Request_ResourceNotFound']);
  });

  test('the ledger says who asked, of the upload and of what the job did for it later', async () => {
    await tenant.send([ben], { 'x-correlation-id': 'c-1', 'x-effect-id': 'e-1' });
    tenant.wait(2);
    await users();
    const ours = { by: 'api', correlationId: 'c-1', effectId: 'e-1' };
    expect(tenant.journal.entries).toMatchObject([
      { operation: 'bulkUpload', entity: 'upload', data: { externalIds: ['11'] }, ...ours },
      { operation: 'create', entity: 'user', data: { employeeId: '11', accountEnabled: true }, ...ours },
    ]);
  });

  test('a schema that nobody has mapped is taken and left aside', async () => {
    const data = person('11', 'ben@north.example', { schemas: [core, 'urn:north:x'], 'urn:north:x': { badge: 7 } });
    expect(await tenant.provision(data)).toMatchObject([{ provisioningStatusInfo: { status: 'success' } }]);
  });
});
