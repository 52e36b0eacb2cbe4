import type { WorkerLife } from '#contracts';
import { ChargingEstate } from './charging-estate.js';
import { type LedgerRow, until } from './estate-process.js';

jest.setTimeout(300_000);

/** MER-US is on Kantata and NetSuite, MER-DE on Certinia, Float and S/4HANA. */
const charging = new ChargingEstate('estate.mixed.yaml', 17_000);
const { estate } = charging;

/** A consultant of MER-DE, whom no platform of MER-US knows, on a project of MER-US. */
const clara = '1026';
const project = { projectRef: 'P-OPP-101', roleName: 'Senior Consultant', email: 'clara.hofmann@meridian.example' };

beforeAll(async () => {
  await charging.open('s4hana');
});
afterAll(() => charging.remove());

const life = (): Promise<WorkerLife> => estate.askWorkforce<WorkerLife>(`/v1/workers/${clara}`);

const written = async (entity: string): Promise<LedgerRow[]> =>
  (await estate.ledger()).filter((row) => row.entity === entity && row.by === 'api');

/** E25 with an ERP, a PSA and a scheduler on either side. */
describe('a worker who is lent to a legal entity with platforms of its own', () => {
  it('is known to them within moments', async () => {
    const said = await estate.cli(
      'loan',
      ...`--worker ${clara} --to MER-US --cost-centre US-TEC --reason asked`.split(' '),
    );
    expect(said).toContain(`worker ${clara} is lent to MER-US`);
    const { loans } = await until(life, (one) => one.loans.some(({ places }) => places.length > 0));
    expect(loans).toEqual([
      {
        legalEntity: 'MER-US',
        costCentre: 'US-TEC',
        until: null,
        runId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        places: [
          expect.objectContaining({ system: 'erp', instance: 'netsuite', active: true }),
          expect.objectContaining({ system: 'scheduling', instance: 'kantata', active: true }),
          expect.objectContaining({ system: 'psa', instance: 'kantata', id: null }),
        ],
      },
    ]);
  });

  it('is staffed, and their time is billed in the one ERP and charged in the other', async () => {
    const staffing = { startDate: '2026-10-01', endDate: '2026-12-31', minutes: 600, hourlyRate: '240.00' };
    await estate.control('/actions/kantata/staff', { ...project, ...staffing });
    const entry = { ...project, date: '2026-10-29', minutes: 90, billable: true, notes: 'Workshop' };
    const { id } = await estate.control<{ id: string }>('/actions/kantata/logTime', entry);
    const approved = { projectRef: project.projectRef, timeEntryIds: [id] };
    await estate.control('/actions/kantata/submitAndApproveTime', approved);
    const [charge] = await until(
      () => written('A_DebitMemoRequest'),
      (rows) => JSON.stringify(rows).includes('IC-DE-US.1'),
    ).then((rows) => rows.filter(({ data }) => JSON.stringify(data).includes('IC-DE-US.1')));
    const bill = (await written('invoice')).at(-1)!;
    // An hour and a half at 240.00 is 360.00 USD for the client; 80 % of the hour, 192.00, between the two.
    expect(bill.data).toMatchObject({
      entity: { externalId: 'P-OPP-101' },
      item: { items: [{ rate: 240, amount: 360 }] },
    });
    expect(charge!.data).toMatchObject({
      TransactionCurrency: 'USD',
      to_Item: [{ RequestedQuantity: '1.500', to_PricingElement: [{ ConditionRateValue: '192.00' }] }],
    });
  });

  it('is ended there when the loan is, and stays what they are at home', async () => {
    await estate.cli('loan', '--worker', clara, '--to', 'MER-US', '--end', '--reason', 'the project is over');
    const { loans, places } = await until(life, (one) => one.loans.length === 0);
    expect(loans).toEqual([]);
    expect(places.filter(({ active }) => active).map(({ instance }) => instance)).toEqual([
      'directory',
      's4hana',
      'float',
      'certinia',
    ]);
    const [ended] = (await written('employee')).slice(-1);
    expect(ended).toMatchObject({ simulator: 'netsuite', data: { isInactive: true } });
    // Kantata's API ends nobody: a person does it on its screens.
    expect(await estate.cli('exceptions', 'list')).toContain(
      `worker ${clara} is back from MER-US and is still active in`,
    );
  });
});
