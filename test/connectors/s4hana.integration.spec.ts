import type { erp } from '#contracts';
import { s4hana } from '../../apps/sandbox/src/simulators/s4hana/s4hana.simulator.js';
import { app } from '../../apps/system-s4hana/src/app.js';
import * as examples from '../conformance/examples.js';
import { newKey, SystemApp } from './system-app.fixture.js';

let system: SystemApp;
const at = (rest: string): string => `/v1/erp/s4hana/${rest}`;
const post = (rest: string, body?: object, key = newKey()) =>
  system.send('post', at(rest), body, { 'idempotency-key': key });
const timeSheet = '/TimeSheetEntryCollection';
const writesTo = (path: string): number => system.callsTo(`POST ${path}`).length;
const partners = '/sap/opu/odata/sap/API_BUSINESS_PARTNER';

const line = (reference: string, changes: Partial<erp.BillableLine> = {}): erp.BillableLine => ({
  ...examples.billableLine(reference, 'S4-1', '9001'),
  ...changes,
});

beforeAll(async () => {
  system = await SystemApp.open(app, s4hana);
  const { body } = await system.put(at('customers/C-1'), examples.customer('Harbour Ltd'));
  await system.put(at('projects/S4-1'), examples.erpProject('Harbour audit', String(body.id)));
  await system.put(at('projects/S4-1/billing-setup'), examples.billingSetup);
  await post('projects/S4-1/activation');
  await system.put(at('employees/9001'), examples.employee('Ada'));
});
afterEach(() => system.product.faults.clear());
afterAll(() => system.close());

describe('S/4HANA behind the ERP contract', () => {
  it('asks for one CSRF token a service, and for another when SAP has forgotten it', async () => {
    const asked = () => system.calls.filter(({ line: call }) => call === `GET ${partners}/`).length;
    const before = asked();
    await system.put(at('customers/C-2'), examples.customer('Second Ltd'));
    expect(asked()).toBe(before);
    system.act('expireTokens');
    expect((await system.put(at('customers/C-3'), examples.customer('Third Ltd'))).status).toBe(200);
    expect(asked()).toBe(before + 1);
    expect(system.created('A_BusinessPartner')).toHaveLength(3);
  });

  it('that keeps asking for a token is unavailable: nothing was done', async () => {
    const required = { kind: 'status', status: 403, headers: { 'x-csrf-token': 'Required' } } as const;
    system.fault({ ...required, method: 'POST', path: '/A_BusinessPartner', times: 2 });
    const key = newKey();
    const refused = await system.put(at('customers/C-4'), examples.customer('Fourth Ltd'), key);
    expect([refused.status, refused.body.code]).toEqual([503, 'csrf-token-required']);
    expect((await system.put(at('customers/C-4'), examples.customer('Fourth Ltd'), key)).status).toBe(200);
  });

  it('opens a customer of one legal entity to another, and keeps its number', async () => {
    const { body: first } = await system.put(at('customers/C-5'), examples.customer('Fifth Ltd'));
    const german = {
      ...examples.customer('Fifth Ltd'),
      legalEntity: 'MER-DE',
      currency: 'EUR',
      taxNumber: 'DE123456789',
    };
    const { body: second } = await system.put(at('customers/C-5'), german);
    expect(second.id).toBe(first.id);
    const sent = [writesTo(`${partners}/A_CustomerCompany`), writesTo(`${partners}/A_CustomerSalesArea`)];
    expect(sent).toEqual([1, 1]);
    await system.put(at('customers/C-5'), german);
    expect([writesTo(`${partners}/A_CustomerCompany`), writesTo(`${partners}/A_CustomerSalesArea`)]).toEqual(sent);
    const { body } = await system.get(at('customers?taxNumber=de123456789'));
    expect(body.items).toMatchObject([{ id: first.id as string, taxNumber: 'DE123456789' }]);
  });

  it('changes name and tax number of a customer it made', async () => {
    const state = { ...examples.customer('Sixth Ltd'), taxNumber: 'US-6' };
    const { body: first } = await system.put(at('customers/C-6'), state);
    const renamed = { ...state, name: 'Sixth and Daughters Limited Liability Company of Delaware', taxNumber: 'US-66' };
    expect((await system.put(at('customers/C-6'), renamed)).status).toBe(200);
    const { body } = await system.get(at('customers?reference=C-6'));
    expect(body.items).toMatchObject([{ id: first.id as string, name: renamed.name, taxNumber: 'US-66' }]);
  });

  it('has no room for a project code of more than 22 characters with its element, and says so before it sends', async () => {
    const before = writesTo('/sap/opu/odata/sap/API_ENTERPRISE_PROJECT_SRV');
    const { status, body } = await system.put(
      at(`projects/${'P'.repeat(23)}`),
      examples.erpProject('Long', '10100001'),
    );
    expect([status, body.code]).toEqual([422, 'too-long-for-sap']);
    expect(writesTo('/sap/opu/odata/sap/API_ENTERPRISE_PROJECT_SRV')).toBe(before);
  });

  it('puts the cost centre on the project and on its element, and once is enough', async () => {
    await system.put(at('projects/S4-3'), examples.erpProject('Technology', '10100001'));
    const setup = { ...examples.billingSetup, costCentre: 'US-TEC' };
    const changes = () => system.callsTo('PATCH /sap/opu/odata/sap/API_ENTERPRISE_PROJECT_SRV;v=0002/').length;
    const before = changes();
    expect((await system.put(at('projects/S4-3/billing-setup'), setup)).status).toBe(200);
    expect(changes()).toBe(before + 2);
    expect((await system.put(at('projects/S4-3/billing-setup'), setup)).status).toBe(200);
    expect(changes()).toBe(before + 2);
  });

  it('changes neither supplier nor cost centre of an order, and says which it has; it can still be taken back', async () => {
    for (const [id, name] of [
      ['9901', 'Northwind Staffing'],
      ['9902', 'Southwind Staffing'],
    ] as const)
      system.product.world.store.put('A_BusinessPartner', id, {
        BusinessPartner: id,
        Supplier: id,
        BusinessPartnerCategory: '2',
        OrganizationBPName1: name,
      });
    const state = examples.purchaseCommitment('Contractor');
    const put = (changes: object) => system.put(at('purchase-commitments/1042-2026'), { ...state, ...changes });
    const { body: made } = await put({});
    const { status, body } = await put({ supplier: 'Southwind Staffing', costCentre: 'US-TEC' });
    expect([status, body.code, body.errors]).toMatchObject([
      409,
      'order-differs',
      [
        { field: 'supplier', message: 'is 9901 on the order' },
        { field: 'costCentre', message: 'is US-STR on the order' },
      ],
    ]);
    const back = await put({ amount: { amount: '0.00', currency: 'USD' } });
    expect([back.status, back.body.id]).toEqual([200, made.id]);
    expect(system.created('A_PurchaseOrder')).toHaveLength(1);
  });

  it('closes a project that was never active', async () => {
    await system.put(at('projects/S4-2'), examples.erpProject('Never active', '10100001'));
    const { status, body } = await post('projects/S4-2/closure');
    expect([status, body.status]).toEqual([200, 'closed']);
    const again = await post('projects/S4-2/activation');
    expect([again.status, again.body.code]).toEqual([409, 'project-locked-or-closed']);
  });

  it('whose reply to one line is lost has that line once, and the others at once', async () => {
    const batch = examples.batch([line('TE-1'), line('TE-2', { date: '2026-10-13' }), line('TE-3')]);
    const key = newKey();
    system.fault({ kind: 'commit-then-reset', method: 'POST', path: timeSheet });
    const lost = await post('billing-batches', batch, key);
    expect([lost.status, lost.body.kind]).toEqual([504, 'outcome-unknown']);
    expect(system.created('TimeSheetEntryCollection')).toHaveLength(3);
    await system.later();
    const settled = await post('billing-batches', batch, key);
    expect((settled.body.lines as { outcome: string }[]).map(({ outcome }) => outcome)).toEqual(
      Array(3).fill('posted'),
    );
    expect(system.created('TimeSheetEntryCollection')).toHaveLength(3);
  });

  it('that answers 201 and names no record has perhaps saved nothing: it is read before it is sent again', async () => {
    const empty = { d: { TimeSheetRecord: '' } };
    const json = { 'content-type': 'application/json' };
    system.fault({ kind: 'status', status: 201, body: empty, headers: json, method: 'POST', path: timeSheet });
    const [key, batch] = [newKey(), examples.batch([line('TE-10')])];
    expect((await post('billing-batches', batch, key)).status).toBe(504);
    await system.later();
    expect((await post('billing-batches', batch, key)).body.lines).toMatchObject([{ outcome: 'posted' }]);
  });

  it('throttled in the middle of a batch goes on with the rest as soon as it may', async () => {
    const before = system.created('TimeSheetEntryCollection').length;
    const [key, batch] = [newKey(), examples.batch([line('TE-20'), line('TE-21'), line('TE-22')])];
    system.fault({ kind: 'status', status: 503, headers: { 'retry-after': '0' }, method: 'POST', path: timeSheet });
    const first = await post('billing-batches', batch, key);
    expect([first.status, first.body.kind]).toEqual([503, 'unavailable']);
    expect((await post('billing-batches', batch, key)).body.lines).toHaveLength(3);
    expect(system.created('TimeSheetEntryCollection')).toHaveLength(before + 3);
  });

  it('is asked again for an invoice until its own billing job has run; the request is made once', async () => {
    const [key, state] = [newKey(), examples.invoice('S4-1')];
    const waiting = await system.put(at('invoices/INV-S4-1'), state, key);
    expect([waiting.status, waiting.body.code]).toEqual([409, 'not-billed-yet']);
    // As often as the estate says that SAP's billing job runs.
    expect(Number(waiting.headers['retry-after'])).toBe(2);
    expect((await system.get(at('invoices/INV-S4-1'))).body.code).toBe('not-billed-yet');
    system.act('runBilling');
    const { status, body } = await system.put(at('invoices/INV-S4-1'), state, key);
    // 7.5 h at 180.00
    expect([status, body.total]).toEqual([200, { amount: '1350.00', currency: 'USD' }]);
    expect((await system.get(at('invoices/INV-S4-1'))).body).toEqual(body);
    expect(system.created('A_DebitMemoRequest')).toHaveLength(1);
  });

  it('is given the agreed amount of all minutes as the price, so that a rate with odd cents adds up', async () => {
    const usd = (amount: string) => ({ amount, currency: 'USD' });
    const [item] = examples.invoice('S4-1').lines;
    const lines = [{ ...item!, amount: usd('1350.01') }];
    const asked = { ...examples.invoice('S4-1'), lines };
    const key = newKey();
    expect((await system.put(at('invoices/INV-S4-3'), asked, key)).body.code).toBe('not-billed-yet');
    system.act('runBilling');
    const { body } = await system.get(at('invoices/INV-S4-3'));
    expect(body.total).toEqual(usd('1350.01'));
  });

  it('tells why it does not take an employee, although it answers 200', async () => {
    const { status, body } = await system.put(at('employees/9003'), {
      ...examples.employee('Eve'),
      costCentre: 'NOPE',
    });
    expect([status, body.kind]).toEqual([422, 'rejected']);
    expect(body.detail).toContain('NOPE');
  });
});
