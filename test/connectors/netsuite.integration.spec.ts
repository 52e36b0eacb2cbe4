import { netsuite } from '../../apps/sandbox/src/simulators/netsuite/netsuite.simulator.js';
import { app } from '../../apps/system-netsuite/src/app.js';
import { newKey, SystemApp } from './system-app.fixture.js';

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

  describe('when a charge is taken back', () => {
    const usd = (amount: string) => ({ amount, currency: 'USD' });
    const charge = (reference: string, date: string) => ({
      reference,
      project: 'LEG-02',
      workerNumber: '1018',
      role: 'CONS',
      date,
      minutes: 450,
      hourlyRate: usd('180.00'),
      amount: usd('1350.00'),
      memo: null,
    });
    const reversal = (reference: string, date: string, chargedOn: string) => ({
      ...charge(`${reference}.R`, date),
      minutes: -450,
      amount: usd('-1350.00'),
      memo: `reverses ${reference} of ${chargedOn}`,
      reverses: { reference, date: chargedOn },
    });
    const post = async (line: object) => {
      const batch = { legalEntity: 'MER-US', lines: [line] };
      const { status, body } = await system.send('post', `${erp}/billing-batches`, batch, {
        'idempotency-key': newKey(),
      });
      expect([status, body.lines]).toEqual([200, [expect.objectContaining({ outcome: 'posted' })]]);
      return (body.lines as { id: string | null }[])[0]!.id;
    };
    const time = (id: string) => system.product.world.store.get<Record<string, unknown>>('timeBill', id);

    beforeAll(() =>
      system.put(`${erp}/employees/1018`, {
        firstName: 'Ada',
        lastName: 'Rowe',
        email: 'ada.rowe@meridian.example',
        legalEntity: 'MER-US',
        costCentre: 'US-STR',
        active: true,
      }),
    );

    it('empties the time that was recorded, as often as it is told', async () => {
      const id = await post(charge('TE-1', '2026-10-30'));
      for (let times = 0; times < 2; times += 1)
        expect(await post(reversal('TE-1', '2026-10-30', '2026-10-30'))).toBe(id);
      expect(time(id!)).toMatchObject({ hours: '0:00', isBillable: false, memo: 'reverses TE-1 of 2026-10-30' });
    });

    it('leaves the time of a closed month as it is', async () => {
      const id = await post(charge('TE-2', '2026-09-30'));
      system.act('lockPeriod', { month: '2026-09' });
      expect(await post(reversal('TE-2', '2026-10-30', '2026-09-30'))).toBeNull();
      expect(time(id!)).toMatchObject({ hours: '7:30', isBillable: true });
    });

    it('has one credit memo though its reply is lost, worth what the customer gets back', async () => {
      const line = { role: 'CONS', hourlyRate: usd('180.00'), description: 'Correction: CONS' };
      const state = {
        project: 'LEG-02',
        date: '2026-10-31',
        currency: 'USD',
        lines: [
          { ...line, minutes: 450, amount: usd('1350.00') },
          { ...line, minutes: -60, amount: usd('-180.00') },
        ],
      };
      const key = newKey();
      system.fault({ kind: 'commit-then-reset', method: 'PUT', path: '/record/v1/creditMemo' });
      expect((await system.put(`${erp}/credit-memos/CM-1`, state, key)).status).toBe(504);
      const { status, body } = await system.put(`${erp}/credit-memos/CM-1`, state, key);
      expect([status, body.reference, body.total]).toEqual([200, 'CM-1', usd('1170.00')]);
      expect(system.created('creditMemo')).toHaveLength(1);
    });

    it('is told that an invoice may not come to less than nothing', async () => {
      const line = { role: 'CONS', minutes: -60, hourlyRate: usd('180.00'), amount: usd('-180.00'), description: 'x' };
      const state = { project: 'LEG-02', date: '2026-10-31', currency: 'USD', lines: [line] };
      const { status, body } = await system.put(`${erp}/invoices/INV-9`, state);
      expect([status, body.kind, body.detail]).toEqual([
        422,
        'rejected',
        expect.stringContaining('cannot be negative'),
      ]);
    });
  });
});
