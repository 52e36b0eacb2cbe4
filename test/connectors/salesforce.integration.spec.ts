import { salesforce } from '../../apps/sandbox/src/simulators/salesforce/salesforce.simulator.js';
import { app } from '../../apps/system-salesforce/src/app.js';
import { htmlWith200 } from './reading-promises.fixture.js';
import { SystemApp } from './system-app.fixture.js';

let system: SystemApp;
const crm = '/v1/crm/salesforce';
let accountId: string;

beforeAll(async () => {
  system = await SystemApp.open(app, salesforce);
  system.act('closeOpportunity', { code: 'OPP-101', outcome: 'win' });
  ({ id: accountId } = system.act('editAccount', { code: 'C-01', fields: {} }) as { id: string });
});
afterAll(() => system.close());

describe('Salesforce behind the CRM contract', () => {
  it('whose sessions an administrator has ended is signed in to again', async () => {
    system.act('expireSessions');
    expect((await system.get(`${crm}/accounts/${accountId}`)).status).toBe(200);
  });

  it('whose daily calls are used up is left alone for an hour, without Salesforce naming a time', async () => {
    const body = [{ message: 'TotalRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' }];
    system.fault({ kind: 'status', status: 403, body, path: 'FROM+Account' });
    const reply = await system.get(`/v1/crm/third/accounts/${accountId}`);
    expect([reply.status, reply.body.kind, reply.headers['retry-after']]).toEqual([429, 'throttled', '3600']);
  });

  it.each([
    ['HTML', htmlWith200],
    ['half of a reply', { kind: 'truncate' as const }],
    ['500', { kind: 'status' as const, status: 500 }],
  ])('that answers a sign-in with %s is 503, and signed in to the next time', async (_what, fault) => {
    system.act('expireSessions');
    system.fault({ ...fault, path: '/oauth2/token' });
    const first = await system.get(`${crm}/accounts/${accountId}`);
    expect([first.status, first.body.kind]).toEqual([503, 'unavailable']);
    expect((await system.get(`${crm}/accounts/${accountId}`)).status).toBe(200);
  });

  it('that no longer knows our app is 403 and says where credentials are set', async () => {
    const { salesforce: credentials } = system.product.world.credentials;
    system.product.world.credentials.salesforce = { ...credentials, clientId: 'another app' };
    system.act('expireSessions');
    const { status, body } = await system.get(`${crm}/accounts/${accountId}`);
    expect([status, body.code]).toEqual([403, 'credentials-refused']);
    expect(body.remedy).toContain('estate.yaml');
    system.product.world.credentials.salesforce = credentials;
  });
});
