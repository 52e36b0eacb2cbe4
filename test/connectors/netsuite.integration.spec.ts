import { netsuite } from '../../apps/sandbox/src/simulators/netsuite/netsuite.simulator.js';
import { app } from '../../apps/system-netsuite/src/app.js';
import { SystemApp } from './system-app.fixture.js';

let system: SystemApp;
const erp = '/v1/erp/netsuite';

/** In the vendor's words; its documentation names no time to come back, whatever stands before it may. */
const concurrency = {
  title: 'Too Many Requests',
  status: 429,
  'o:errorDetails': [
    { detail: 'Concurrent request limit exceeded. Request blocked.', 'o:errorCode': 'CONCURRENCY_LIMIT_EXCEEDED' },
  ],
};

beforeAll(async () => {
  system = await SystemApp.open(app, netsuite);
});
afterAll(() => system.close());

describe('NetSuite behind the ERP contract', () => {
  it('signs in although the vendor’s clock is behind ours, as far as two clocks may differ', async () => {
    const { world } = system.product;
    const right = world.now;
    world.now = () => new Date(Date.now() - 2_000);
    system.act('expireTokens');
    const { status } = await system.get(`${erp}/cost-centres/US-STR`);
    world.now = right;
    expect(status).toBe(200);
  });

  it('that throttles without naming a time is asked a few times more, and then the caller is told one', async () => {
    system.fault({ kind: 'status', status: 429, body: concurrency, path: '/record/v1/department', times: 5 });
    const { status, body, headers } = await system.get('/v1/erp/fourth/cost-centres/US-STR');
    system.product.faults.clear();
    expect([status, body.kind]).toEqual([429, 'throttled']);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  });

  it('whose tokens have ended is signed in to again, once for all who wait', async () => {
    system.act('expireTokens');
    const before = system.callsTo('/oauth2/v1/token').length;
    const replies = await Promise.all([1, 2, 3].map(() => system.get(`${erp}/cost-centres/US-STR`)));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(system.callsTo('/oauth2/v1/token')).toHaveLength(before + 1);
  });

  it('refuses a record its own rules forbid, naming the field', async () => {
    const { status, body } = await system.put(`${erp}/employees/1042`, {
      firstName: 'Ada',
      lastName: 'Rowe',
      email: 'ada.rowe@meridian.example',
      legalEntity: 'MER-US',
      costCentre: 'NOPE',
      active: true,
    });
    expect([status, body.kind]).toEqual([422, 'rejected']);
    expect(body.errors).toEqual([{ field: 'department', message: expect.stringContaining('NOPE') as string }]);
    expect(system.created('employee')).toEqual([]);
  });
});
