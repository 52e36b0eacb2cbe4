import { netsuite } from '../../apps/sandbox/src/simulators/netsuite/netsuite.simulator.js';
import { app } from '../../apps/system-netsuite/src/app.js';
import { itKeepsReadingPromises, type SlowDown } from './reading-promises.fixture.js';
import { newKey, SystemApp } from './system-app.fixture.js';
import { itKeepsWritingPromises } from './writing-promises.fixture.js';

let system: SystemApp;
const bench = (): SystemApp => system;
const erp = '/v1/erp/netsuite';

/** In the vendor's words; its documentation names no time to come back, whatever stands before it may. */
const concurrency = {
  title: 'Too Many Requests',
  status: 429,
  'o:errorDetails': [
    { detail: 'Concurrent request limit exceeded. Request blocked.', 'o:errorCode': 'CONCURRENCY_LIMIT_EXCEEDED' },
  ],
};
const slowDown: SlowDown = (seconds) => ({
  status: 429,
  headers: { 'retry-after': String(seconds) },
  body: concurrency,
});

beforeAll(async () => {
  system = await SystemApp.open(app, netsuite);
});
afterAll(() => system.close());

describe('NetSuite behind the ERP contract', () => {
  itKeepsReadingPromises(bench, {
    path: (instance) => `/v1/erp/${instance}/cost-centres/US-STR`,
    instance: 'netsuite',
    asks: '/record/v1/department',
    slowDown,
  });

  itKeepsWritingPromises(bench, {
    path: (instance, reference) => `/v1/erp/${instance}/customers/${reference}`,
    instance: 'netsuite',
    body: (name) => ({ name, taxNumber: null, legalEntity: 'MER-US', currency: 'USD' }),
    sends: { method: 'PUT', path: '/services/rest/record/v1/customer' },
    entity: 'customer',
    settledBy: 'repeating',
    losses: ['commit-then-reset'],
    slowDown,
  });

  it('signs in although the vendor’s clock is behind ours, as far as two clocks may differ', async () => {
    const { world } = system.product;
    const right = world.now;
    world.now = () => new Date(Date.now() - 2_000);
    system.act('expireTokens');
    const { status } = await system.get(`${erp}/cost-centres/US-STR`);
    world.now = right;
    expect(status).toBe(200);
  });

  it('answers a cost centre by its code', async () => {
    const { body } = await system.get(`${erp}/cost-centres/US-STR`);
    expect(body).toEqual({ id: expect.any(String) as string, code: 'US-STR', name: 'Strategy US', active: true });
  });

  it('answers a customer it was given, in the words of the contract', async () => {
    const state = { name: 'Rowe & Daughters', taxNumber: 'US-1', legalEntity: 'MER-US', currency: 'USD' };
    const { body: made } = await system.put(`${erp}/customers/C-77`, state);
    const { body } = await system.get(`${erp}/customers?taxNumber=US-1`);
    const { name, taxNumber, legalEntity } = state;
    expect(body.items).toEqual([{ id: made.id as string, reference: 'C-77', name, taxNumber, legalEntity }]);
  });

  it.each([
    ['cost-centres', 'cost centre'],
    ['projects', 'project'],
    ['invoices', 'invoice'],
  ])('says which of its %s there is not', async (path, what) => {
    const { status, body } = await system.get(`${erp}/${path}/NOPE-1`);
    expect([status, body.detail]).toEqual([404, `NetSuite has no ${what} NOPE-1`]);
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

  it('whose reply to an invoice is lost has one invoice with each line once', async () => {
    const line = {
      role: 'CONS',
      minutes: 450,
      hourlyRate: { amount: '180.00', currency: 'USD' },
      amount: { amount: '1350.00', currency: 'USD' },
      description: 'Consultant, October 2026',
    };
    const state = { project: 'LEG-02', date: '2026-10-31', currency: 'USD', lines: [line] };
    const key = newKey();
    system.fault({ kind: 'commit-then-reset', method: 'PUT', path: '/record/v1/invoice' });
    expect((await system.put(`${erp}/invoices/INV-1`, state, key)).status).toBe(504);
    const { status, body } = await system.put(`${erp}/invoices/INV-1`, state, key);
    // 7.5 h at 180.00
    expect([status, body.total]).toEqual([200, { amount: '1350.00', currency: 'USD' }]);
    expect(system.created('invoice')).toHaveLength(1);
  });
});
