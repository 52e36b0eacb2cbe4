import type { erp } from '#contracts';
import { app } from '../../apps/system-dynamics365/src/app.js';
import * as examples from '../conformance/examples.js';
import { dynamics365 } from '../conformance/platforms/dynamics365.js';
import { newKey, SystemApp } from './system-app.fixture.js';

let system: SystemApp;
const at = (rest: string): string => `/v1/erp/dynamics365/${rest}`;
const post = (rest: string, body?: object, key = newKey()) =>
  system.send('post', at(rest), body, { 'idempotency-key': key });
const lines = (): number => system.created('JournalTrans').length;
const journals = (): number => system.created('JournalTables').length;

const line = (reference: string, changes: Partial<erp.BillableLine> = {}): erp.BillableLine => ({
  ...examples.billableLine(reference, 'DYN-1', '9001'),
  ...changes,
});

beforeAll(async () => {
  system = await SystemApp.open(app, dynamics365.simulator!, { unlisted: dynamics365.unlisted! });
  await system.put(at('customers/C-1'), examples.customer('Harbour Ltd'));
  await system.put(at('projects/DYN-1'), examples.erpProject('Harbour audit', 'C-1'));
  await system.put(at('projects/DYN-1/billing-setup'), examples.billingSetup);
  await post('projects/DYN-1/activation');
  await system.put(at('employees/9001'), examples.employee('Ada'));
});
afterEach(() => system.product.faults.clear());
afterAll(() => system.close());

describe('Dynamics 365 behind the ERP contract', () => {
  it('has a customer of ours in each company that bills it, under the same account', async () => {
    const german = { ...examples.customer('Second Ltd'), legalEntity: 'MER-DE', currency: 'EUR' };
    await system.put(at('customers/C-2'), examples.customer('Second Ltd'));
    await system.put(at('customers/C-2'), german);
    const { body } = await system.get(at('customers?reference=C-2'));
    expect((body.items as erp.ErpCustomer[]).map(({ id, legalEntity }) => [id, legalEntity])).toEqual([
      ['C-2', 'MER-US'],
      ['C-2', 'MER-DE'],
    ]);
  });

  it('finds whom finance typed in by name, and leaves the account alone that somebody else has', async () => {
    const { body } = await system.get(at('customers?name=Riverbank%20Insurance%20Inc.'));
    const [typed] = body.items as erp.ErpCustomer[];
    expect(typed).toMatchObject({ reference: null, legalEntity: 'MER-US' });
    const taken = await system.put(at(`customers/${typed!.id}`), examples.customer('Another Ltd'));
    expect([taken.status, taken.body.code]).toEqual([409, 'already-exists']);
    expect((await system.get(at('customers?name=Riverbank%20Insurance%20Inc.'))).body).toEqual(body);
  });

  it('is told nothing a second time that it knows already', async () => {
    const changes = () => system.calls.filter(({ line: call }) => call.startsWith('PATCH')).length;
    const before = changes();
    await system.put(at('projects/DYN-1'), examples.erpProject('Harbour audit', 'C-1'));
    await system.put(at('projects/DYN-1/billing-setup'), examples.billingSetup);
    await system.put(at('employees/9001'), examples.employee('Ada'));
    expect(changes()).toBe(before);
    await system.put(at('projects/DYN-1/billing-setup'), { ...examples.billingSetup, costCentre: 'US-TEC' });
    await system.put(at('employees/9001'), { ...examples.employee('Ada'), costCentre: 'US-TEC' });
    expect(changes()).toBe(before + 2);
  });

  it('has a contract for each project, and does not change by itself who pays', async () => {
    await system.put(at('customers/C-3'), examples.customer('Third Ltd'));
    await system.put(at('projects/DYN-3'), examples.erpProject('Paid by one', 'C-1'));
    const other = await system.put(at('projects/DYN-3'), examples.erpProject('Paid by another', 'C-3'));
    expect([other.status, other.body.code]).toEqual([409, 'other-customer']);
    expect((await system.get(at('projects/DYN-3'))).body).toMatchObject({ name: 'Paid by one', customerId: 'C-1' });
  });

  it('does not end an employment, and says who does', async () => {
    await system.put(at('employees/9002'), examples.employee('Eve'));
    const { status, body } = await system.put(at('employees/9002'), { ...examples.employee('Eve'), active: false });
    expect([status, body.code]).toEqual([501, 'employment-ended-by-hand']);
    expect(body.remedy).toContain('Dynamics 365');
  });

  it('closes a project that was never active, and opens it no more', async () => {
    await system.put(at('projects/DYN-2'), examples.erpProject('Never active', 'C-1'));
    expect((await post('projects/DYN-2/closure')).body.status).toBe('closed');
    const again = await post('projects/DYN-2/activation');
    expect([again.status, again.body.code]).toEqual([409, 'project-closed']);
  });

  it('has the lines of a batch in one journal, which a repeat after a lost reply goes on in', async () => {
    const [before, made] = [lines(), journals()];
    const batch = examples.batch([line('TE-1'), line('TE-2', { date: '2026-10-13' })]);
    const key = newKey();
    system.fault({ kind: 'commit-then-reset', method: 'POST', path: '/data/JournalTables' });
    expect((await post('billing-batches', batch, key)).body.kind).toBe('outcome-unknown');
    await system.later();
    system.fault({ kind: 'commit-then-reset', method: 'POST', path: '/data/$batch' });
    expect((await post('billing-batches', batch, key)).body.kind).toBe('outcome-unknown');
    await system.later();
    const settled = (await post('billing-batches', batch, key)).body.lines as erp.LineSettlement[];
    expect(settled.map(({ reference, outcome }) => [reference, outcome])).toEqual([
      ['TE-1', 'posted'],
      ['TE-2', 'posted'],
    ]);
    expect([lines() - before, journals() - made]).toEqual([2, 1]);
  });

  it('takes no charge back by itself, and says what to reverse', async () => {
    await post('billing-batches', examples.batch([line('TE-10')]));
    const usd = (amount: string) => ({ amount, currency: 'USD' });
    const back = line('TE-11', {
      minutes: -150,
      amount: usd('-450.00'),
      reverses: { reference: 'TE-10', date: '2026-10-12' },
    });
    const before = lines();
    const { body } = await post('billing-batches', examples.batch([back, line('TE-12')]));
    expect(body.lines).toMatchObject([
      { reference: 'TE-11', outcome: 'refused', reason: expect.stringContaining('TE-10') as string },
      { reference: 'TE-12', outcome: 'posted' },
    ]);
    expect(lines()).toBe(before + 1);
  });

  it('is asked again for an invoice until it was posted; the invoice and its lines are made once', async () => {
    const [key, state] = [newKey(), examples.invoice('DYN-1')];
    system.fault({ kind: 'commit-then-reset', method: 'POST', path: '/data/$batch' });
    expect((await system.put(at('invoices/INV-D-1'), state, key)).body.kind).toBe('outcome-unknown');
    await system.later();
    const waiting = await system.put(at('invoices/INV-D-1'), state, key);
    expect([waiting.status, waiting.body.code, waiting.headers['retry-after']]).toEqual([409, 'not-posted-yet', '600']);
    expect((await system.get(at('invoices/INV-D-1'))).body.code).toBe('not-posted-yet');
    system.act('postInvoices');
    const { status, body } = await system.put(at('invoices/INV-D-1'), state, key);
    // 7.5 h at 180.00
    expect([status, body.total]).toEqual([200, { amount: '1350.00', currency: 'USD' }]);
    expect((await system.get(at('invoices/INV-D-1'))).body).toEqual(body);
    expect([system.created('FreeTextInvoiceHeaders').length, system.created('FreeTextInvoiceLines').length]).toEqual([
      1, 1,
    ]);
  });

  it('holds an invoice under a known name to what is agreed now', async () => {
    const [item] = examples.invoice('DYN-1').lines;
    const usd = (amount: string) => ({ amount, currency: 'USD' });
    const dearer = { ...examples.invoice('DYN-1'), lines: [{ ...item!, amount: usd('1350.01') }] };
    const { status, body } = await system.put(at('invoices/INV-D-1'), dearer);
    expect([status, body.code]).toEqual([409, 'price-differs']);
    expect(body.errors).toEqual([{ field: 'lines', message: 'add up to 1350.01 USD' }]);
  });

  it('signs in again when its token is known no more', async () => {
    system.act('expireTokens');
    expect((await system.get(at('projects/DYN-1'))).status).toBe(200);
  });
});
