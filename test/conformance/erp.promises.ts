import { itKeepsReadingPromises } from '../connectors/reading-promises.fixture.js';
import { newKey } from '../connectors/system-app.fixture.js';
import * as examples from './examples.js';
import { created, itKeepsTracedPromises } from './mishaps.js';
import type { Bench } from './platform.js';

/** Finance master data, projects, charges and invoices. */
export function erpPromises(bench: Bench<'erp'>): void {
  const { open, path, has, platform } = bench;
  const { instance, slowDown } = platform;
  const post = (rest: string, body?: object) => open().send('post', path(rest), body, { 'idempotency-key': newKey() });

  itKeepsReadingPromises(open, {
    path: (at) => path('cost-centres/US-STR', at),
    instance,
    asks: platform.asks.erp!,
    ...(slowDown && { slowDown }),
  });

  /** A project with its customer, billing set up; active where asked. */
  const project = async (code: string, { active }: { active: boolean }): Promise<void> => {
    const { body } = await open().put(path(`customers/C-${code}`), examples.customer(`Customer of ${code}`));
    await open().put(path(`projects/${code}`), examples.erpProject(`Project ${code}`, String(body.id)));
    await open().put(path(`projects/${code}/billing-setup`), examples.billingSetup);
    if (active) expect((await post(`projects/${code}/activation`)).body.status).toBe('active');
  };
  const statusOf = async (code: string): Promise<unknown> => (await open().get(path(`projects/${code}`))).body.status;

  let customerId: string;
  beforeAll(async () => {
    customerId = String((await open().put(path('customers/C-MISHAPS'), examples.customer('Mishaps Ltd'))).body.id);
    await project('CONF-1', { active: true });
    await open().put(path('employees/9001'), examples.employee('Ada'));
  });

  itKeepsTracedPromises(bench, 'putCustomer', { path: 'customers', body: examples.customer });
  itKeepsTracedPromises(bench, 'putEmployee', { path: 'employees', body: examples.employee });
  itKeepsTracedPromises(bench, 'putProject', {
    path: 'projects',
    body: (name) => examples.erpProject(name, customerId),
  });
  itKeepsTracedPromises(bench, 'putInvoice', { path: 'invoices', body: (name) => examples.invoice('CONF-1', name) });
  itKeepsTracedPromises(bench, 'putCreditMemo', {
    path: 'credit-memos',
    body: (name) => examples.invoice('CONF-1', name),
  });
  itKeepsTracedPromises(bench, 'putLabour', {
    path: 'labour',
    body: (name) => ({ ...examples.labour('CONF-1', '9001'), minutes: 60 + name.length }),
  });
  itKeepsTracedPromises(bench, 'putPurchaseCommitment', {
    path: 'purchase-commitments',
    body: examples.purchaseCommitment,
  });

  it('answers a cost centre by its code, and says which one there is not', async () => {
    const { body } = await open().get(path('cost-centres/US-STR'));
    expect(body).toEqual({ id: expect.any(String) as string, code: 'US-STR', name: 'Strategy US', active: true });
    const missing = await open().get(path('cost-centres/NOPE-1'));
    expect([missing.status, missing.body.detail]).toEqual([404, expect.stringContaining('NOPE-1') as string]);
  });

  it('finds a customer by what it was given, and by nothing else', async () => {
    const state = { ...examples.customer('Rowe & Daughters'), taxNumber: 'US-1' };
    const { body: made } = await open().put(path('customers/C-77'), state);
    const expected = { id: String(made.id), reference: 'C-77', name: state.name, taxNumber: 'US-1' };
    for (const query of ['reference=C-77', 'taxNumber=US-1', `name=${encodeURIComponent(state.name)}`]) {
      const { body } = await open().get(path(`customers?${query}`));
      expect(body.items).toEqual([{ ...expected, legalEntity: 'MER-US' }]);
    }
    expect((await open().get(path('customers?taxNumber=US-2'))).body.items).toEqual([]);
  });

  it('knows a customer that finance typed in by hand, with tax number and without a reference', async () => {
    const { body } = await open().get(path('customers?name=Larkfield%20Foods%20Co-op'));
    for (const { reference } of body.items as { reference: string | null }[]) expect(reference).toBeNull();
  });

  it('keeps a project closed to time until it is activated, and closes it again', async () => {
    await project('CONF-2', { active: false });
    expect(await statusOf('CONF-2')).toBe('pending');
    for (let time = 0; time < 2; time += 1) {
      expect((await post('projects/CONF-2/activation')).body.status).toBe('active');
    }
    expect(await statusOf('CONF-2')).toBe('active');
    for (let time = 0; time < 2; time += 1) expect((await post('projects/CONF-2/closure')).body.status).toBe('closed');
    expect(await statusOf('CONF-2')).toBe('closed');
  });

  it('answers a project with what it was given', async () => {
    const { body } = await open().get(path('projects/CONF-1'));
    expect(body).toMatchObject({
      reference: 'CONF-1',
      name: 'Project CONF-1',
      status: 'active',
      legalEntity: 'MER-US',
      contractNumber: 'CTR-4711',
      taxCode: 'US-SVC-CT',
    });
    expect((await open().get(path('projects/NOPE-1'))).status).toBe(404);
    expect((await post('projects/NOPE-1/closure')).status).toBe(404);
  });

  it('changes a project that is there already, also under another name and end', async () => {
    await project('CONF-3', { active: true });
    const { body } = await open().get(path('projects/CONF-3'));
    const changed = {
      ...examples.erpProject('Project CONF-3, extended', String(body.customerId)),
      endDate: '2027-09-30',
    };
    expect((await open().put(path('projects/CONF-3'), changed)).body.id).toBe(body.id);
    const after = (await open().get(path('projects/CONF-3'))).body;
    expect([after.name, after.status]).toEqual(['Project CONF-3, extended', 'active']);
  });

  it('settles each line of a batch by itself: a bad one holds up none of its neighbours', async () => {
    await project('CONF-4', { active: true });
    const lines = [
      examples.billableLine('TE-1', 'CONF-4', '9001'),
      examples.billableLine('TE-2', 'CONF-4', 'NOBODY'),
      examples.billableLine('TE-3', 'CONF-4', '9001'),
    ];
    const { status, body } = await post('billing-batches', examples.batch(lines));
    expect(status).toBe(200);
    expect(body.lines).toEqual([
      { reference: 'TE-1', outcome: 'posted', id: expect.any(String) as string, reason: null },
      { reference: 'TE-2', outcome: 'refused', id: null, reason: expect.stringMatching(/\w+/) as string },
      { reference: 'TE-3', outcome: 'posted', id: expect.any(String) as string, reason: null },
    ]);
  });

  it('charges a line once, in whichever batch it comes again', async () => {
    const line = examples.billableLine('TE-10', 'CONF-1', '9001');
    const before = created(bench, 'postBillableLines');
    const first = await post('billing-batches', examples.batch([line]));
    const again = await post('billing-batches', examples.batch([line]));
    expect(again.body.lines).toEqual(first.body.lines);
    expect(created(bench, 'postBillableLines')).toBe(before + 1);
  });

  it('refuses time on a project that is not active', async () => {
    await project('CONF-5', { active: false });
    const { body } = await post('billing-batches', examples.batch([examples.billableLine('TE-20', 'CONF-5', '9001')]));
    expect(body.lines).toMatchObject([{ reference: 'TE-20', outcome: 'refused' }]);
  });

  it('answers an invoice with number and total, the same one each time', async () => {
    const state = examples.invoice('CONF-1');
    const first = await open().put(path('invoices/INV-1'), state);
    // 7.5 h at 180.00
    expect([first.status, first.body.total]).toEqual([200, { amount: '1350.00', currency: 'USD' }]);
    expect(first.body.number).toMatch(/\w/);
    expect((await open().put(path('invoices/INV-1'), state)).body).toEqual(first.body);
    expect((await open().get(path('invoices/INV-1'))).body).toEqual(first.body);
    expect((await open().get(path('invoices/NOPE-1'))).status).toBe(404);
  });

  if (has('putCreditMemo')) {
    it('answers a credit memo with number and what is given back, the same one each time', async () => {
      const state = examples.invoice('CONF-1', 'Given back');
      const first = await open().put(path('credit-memos/CM-1'), state);
      // 7.5 h at 180.00
      expect([first.status, first.body.total]).toEqual([200, { amount: '1350.00', currency: 'USD' }]);
      expect(first.body.number).toMatch(/\w/);
      expect((await open().put(path('credit-memos/CM-1'), state)).body).toEqual(first.body);
      expect((await open().get(path('invoices/CM-1'))).status).toBe(404);
    });
  }

  if (has('putLabour')) {
    it('takes back what was planned for somebody when it is stated without time', async () => {
      const state = examples.labour('CONF-1', '9001');
      const first = await open().put(path('labour/L-1'), state);
      expect(first.status).toBe(200);
      expect((await open().put(path('labour/L-1'), { ...state, minutes: 0 })).status).toBe(200);
      expect((await open().put(path('labour/L-1'), state)).status).toBe(200);
    });
  }

  if (has('putLabour')) {
    it('names the project it does not know and the currency it cannot reckon in, and takes back what never was', async () => {
      const state = examples.labour('CONF-1', '9001');
      const put = (changes: object) => open().put(path('labour/L-2'), { ...state, ...changes });
      const missing = await put({ project: 'NOPE-1' });
      expect([missing.status, missing.body.code]).toEqual([404, 'unknown-project']);
      const foreign = await put({ hourlyCost: { amount: '95.00', currency: 'JPY' } });
      expect([foreign.status, foreign.body.errors]).toMatchObject([422, [{ field: 'hourlyCost.currency' }]]);
      expect((await put({ minutes: 0 })).status).toBe(200);
    });
  }

  if (has('putPurchaseCommitment')) {
    it('changes what is committed and takes it back, on one record', async () => {
      const state = examples.purchaseCommitment('Contractor of CONF-1');
      const put = (amount: string) =>
        open().put(path('purchase-commitments/PC-1'), { ...state, amount: { amount, currency: 'USD' } });
      const first = await put('24000.00');
      expect(first.status).toBe(200);
      for (const amount of ['24000.00', '30000.00', '0.00', '0.00', '24000.00']) {
        const { status, body } = await put(amount);
        expect([amount, status, body.id]).toEqual([amount, 200, first.body.id]);
      }
    });

    it('names the supplier it does not know, and takes back what never was', async () => {
      const put = (changes: object) =>
        open().put(path('purchase-commitments/PC-2'), { ...examples.purchaseCommitment('Nobody’s'), ...changes });
      const unknown = await put({ supplier: 'Nobody & Sons' });
      expect([unknown.status, unknown.body.errors]).toMatchObject([422, [{ field: 'supplier' }]]);
      expect((await put({ amount: { amount: '0.00', currency: 'USD' } })).status).toBe(200);
    });
  }
}
