import type { IntercompanyTotals } from '#contracts';
import { ChargingEstate } from './charging-estate.js';
import { until } from './estate-process.js';

jest.setTimeout(300_000);

const charging = new ChargingEstate('estate.yaml', 16_400);
const { estate } = charging;

/** A consultant of MER-DE on a project of MER-US. */
const project = { projectRef: 'P-OPP-101', roleName: 'Senior Consultant', email: 'clara.hofmann@meridian.example' };

/** The project in the ERP by which the one charges the other. */
let place = '';

beforeAll(async () => {
  place = await charging.open('netsuite');
  const time = { startDate: '2026-10-01', endDate: '2026-12-31', minutes: 4_800, hourlyRate: '240.00' };
  await estate.control('/actions/kantata/staff', { ...project, ...time });
});
afterAll(() => charging.remove());

/** Records time at the PSA's own screen, and has it approved. */
async function work(date: string, minutes: number): Promise<string> {
  const entry = { ...project, date, minutes, billable: true, notes: 'Workshop' };
  const { id } = await estate.control<{ id: string }>('/actions/kantata/logTime', entry);
  const { projectRef } = project;
  await estate.control('/actions/kantata/submitAndApproveTime', { projectRef, timeEntryIds: [id] });
  return id;
}

/** Totals of the bills on the project by which MER-DE charges MER-US, as its ERP has them. */
async function charged(): Promise<number[]> {
  const bills = (await estate.ledger()).filter(
    ({ simulator, entity, operation }) => simulator === 'netsuite' && entity === 'invoice' && operation === 'create',
  );
  const records = await Promise.all(
    bills.map(({ id }) => estate.control<{ entity: string; total: number }>(`/records/netsuite/invoice/${id}`)),
  );
  return records.filter(({ entity }) => entity === place).map(({ total }) => total);
}

/** E25: the employing entity bills the contracting one, in the books of both, once. */
describe('work for the client of another legal entity', () => {
  it('is billed to the client, and charged by the employing entity at the share agreed', async () => {
    await work('2026-10-29', 90);
    // An hour and a half at 240.00 an hour is 360.00 USD for the client; 80 % of it between the two.
    expect(await until(charged, (totals) => totals.length > 0)).toEqual([288]);
  });

  it('is shown to finance, month by month', async () => {
    const { items } = await until(
      () => estate.ask<IntercompanyTotals>('/v1/billing/intercompany-totals'),
      (answer) => answer.items.some(({ state }) => state === 'charged'),
    );
    expect(items).toEqual([
      {
        employing: 'MER-DE',
        contracting: 'MER-US',
        month: expect.stringMatching(/^20\d\d-\d\d$/) as string,
        state: 'charged',
        charges: 1,
        minutes: 90,
        amount: { amount: '288.00', currency: 'USD' },
      },
    ]);
  });

  it('is charged once, also where everything is killed in the middle and begun again', async () => {
    await work('2026-10-30', 60);
    await estate.kill('SIGKILL');
    estate.start('--quiet');
    await estate.said('what to look at next');
    await until(charged, (totals) => totals.length > 1);
    const { items } = await until(
      () => estate.ask<IntercompanyTotals>('/v1/billing/intercompany-totals'),
      (answer) => answer.items.every(({ state, charges }) => state === 'charged' && charges === 2),
    );
    expect(items[0]!.amount).toEqual({ amount: '480.00', currency: 'USD' });
    expect(await charged()).toEqual([288, 192]);
  });
});
