import { type Account, detailOf, type Json, openAccount, refusal } from './account.fixture.js';

describe('vendors and purchase orders in a NetSuite account', () => {
  let account: Account;
  beforeEach(async () => {
    account = await openAccount();
    expect((await account.call('PUT', '/vendor/eid:2001', contractor())).status).toBe(204);
  });
  afterEach(() => account.hosted.close());

  const contractor = (changes: Json = {}): Json => ({
    isPerson: true,
    firstName: 'Ada',
    lastName: 'Rowe',
    subsidiary: { externalId: 'NW-US' },
    ...changes,
  });
  const line = (changes: Json = {}): Json => ({
    item: { externalId: 'ROLE-CONS' },
    customer: { externalId: 'LEG-1' },
    quantity: 80,
    rate: 95,
    ...changes,
  });
  const order = (changes: Json = {}): Json => ({
    entity: { externalId: '2001' },
    item: { items: [line()] },
    ...changes,
  });
  const put = (body: Json, query = ''): Promise<Response> =>
    account.call('PUT', `/purchaseOrder/eid:PO-1${query}`, body);
  const read = (): Promise<Json> => account.read('/purchaseOrder/eid:PO-1?expandSubResources=true');

  test('a vendor is a person with both names, or a company with its own', async () => {
    expect(await account.read('/vendor/eid:2001')).toMatchObject({
      entityId: expect.stringMatching(/^VEN-/) as string,
      currency: { refName: 'USD' },
    });
    const nameless = await account.call('POST', '/vendor', contractor({ isPerson: false }));
    expect(await refusal(nameless)).toEqual([400, 'USER_ERROR', 'companyName']);
    expect(await refusal(await account.call('POST', '/vendor', contractor({ lastName: null })))).toEqual([
      400,
      'USER_ERROR',
      'lastName',
    ]);
    expect(await account.rows('SELECT externalid, lastname FROM vendor')).toEqual([
      { externalid: '2001', lastname: 'Rowe' },
    ]);
  });

  test('an order is numbered, dated today, added up, and in the books of its vendor; it waits for a supervisor', async () => {
    expect((await put(order({ item: { items: [line(), line({ quantity: 0.5, rate: 33.33 })] } }))).status).toBe(204);
    expect(await read()).toMatchObject({
      tranId: expect.stringMatching(/^PO\d+$/) as string,
      tranDate: '2026-09-01',
      // 80 × 95 + 0.5 × 33.33 (16.665, half up)
      total: 7616.67,
      currency: { refName: 'USD' },
      subsidiary: { refName: 'Northwind US' },
      approvalStatus: { id: '1' },
      orderStatus: { id: 'A' },
      status: { id: 'A', refName: 'Pending Supervisor Approval' },
    });
  });

  test.each<[string, Json]>([
    ['by its order status', { orderStatus: { id: 'B' } }],
    ['by its approval status', { approvalStatus: { id: '2' } }],
  ])('a caller approves it %s, and a supervisor by hand', async (_case, approved) => {
    await put(order(approved));
    expect(await read()).toMatchObject({ status: { id: 'B' }, approvalStatus: { id: '2' } });
    await account.call('PUT', '/purchaseOrder/eid:PO-2', order());
    account.act('approvePurchaseOrder', { externalId: 'PO-2' });
    expect(await account.read('/purchaseOrder/eid:PO-2')).toMatchObject({ status: { id: 'B' } });
  });

  test('a naive client that repeats an upsert doubles the lines; replacing the sublist keeps them', async () => {
    await put(order());
    await put(order());
    expect(await read()).toMatchObject({ total: 15_200 });
    for (let count = 0; count < 2; count += 1) await put(order(), '?replace=item');
    expect(await read()).toMatchObject({ total: 7600 });
    expect(await account.rows("SELECT id FROM transaction WHERE type = 'PurchOrd'")).toHaveLength(1);
  });

  test('an order grows line by line, and is closed with its last line; opened again, it is received again', async () => {
    await put(order());
    const change = (values: Json): Promise<Response> =>
      account.call('PATCH', '/purchaseOrder/eid:PO-1', { item: { items: [{ line: 1, ...values }] } });
    await change({ quantity: 120 });
    expect(await read()).toMatchObject({ total: 11_400 });
    await change({ isClosed: true });
    expect(await read()).toMatchObject({ status: { id: 'H', refName: 'Closed' } });
    await change({ isClosed: false });
    expect(await read()).toMatchObject({ status: { id: 'B' } });
  });

  test.each([
    ['no vendor', { entity: null }, 'entity'],
    ['a vendor nobody knows', { entity: { externalId: '9999' } }, 'entity'],
    ['the books of another', { subsidiary: { externalId: 'NW-DE' } }, 'subsidiary'],
    ['no lines', { item: { items: [] } }, 'item'],
    ['a line of nothing', { item: { items: [line({ item: null })] } }, 'item.items[0].item'],
    ['a line without a price', { item: { items: [line({ rate: null })] } }, 'item.items[0].amount'],
    ['what others write', { item: { items: [line({ quantityBilled: 8 })] } }, 'item.items[0].quantityBilled'],
    ['a total of its own', { total: 1 }, 'total'],
  ])('an order with %s is refused', async (_case, changes, path) => {
    expect(await refusal(await put(order(changes)))).toEqual([400, 'USER_ERROR', path]);
    expect(await account.rows("SELECT id FROM transaction WHERE type = 'PurchOrd'")).toEqual([]);
  });

  test('nothing new is ordered from an inactive vendor; what was ordered may still be changed', async () => {
    await put(order());
    await account.call('PATCH', '/vendor/eid:2001', { isInactive: true });
    const another = await account.call('PUT', '/purchaseOrder/eid:PO-2', order());
    expect(await refusal(another)).toEqual([400, 'USER_ERROR', 'entity']);
    expect((await account.call('PATCH', '/purchaseOrder/eid:PO-1', { memo: 'ends early' })).status).toBe(204);
  });

  test('a locked period does not stop an order, which posts nothing', async () => {
    account.act('lockPeriod', { month: '2026-09' });
    expect((await put(order())).status).toBe(204);
  });

  test('an order is a transaction of its own kind, with its own statuses', async () => {
    await put(order());
    const columns =
      'type, BUILTIN.DF(type) kind, status, BUILTIN.DF(status) words, BUILTIN.DF(entity) who, foreigntotal';
    expect(await account.rows(`SELECT ${columns} FROM transaction`)).toEqual([
      {
        type: 'PurchOrd',
        kind: 'Purchase Order',
        status: 'A',
        words: 'Pending Supervisor Approval',
        who: 'Ada Rowe',
        foreigntotal: '7600',
      },
    ]);
  });

  test('a vendor with an order is not deleted', async () => {
    await put(order());
    const { id } = await account.read<{ id: string }>('/vendor/eid:2001');
    expect(await detailOf(await account.call('DELETE', `/vendor/${id}`))).toContain('dependent records');
  });

  test('what the account was told to refuse is refused so many times', async () => {
    account.act('failNext', { type: 'purchaseOrder', errorCode: 'USER_ERROR', detail: 'Budget exhausted', times: 1 });
    expect(await detailOf(await put(order()))).toBe('Budget exhausted');
    expect((await put(order())).status).toBe(204);
  });
});
