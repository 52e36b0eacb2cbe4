import { type Json, openSystem, partners, purchasing, refusal, type System, targets } from './system.fixture.js';

describe('purchase orders of an S/4HANA system', () => {
  let system: System;
  let supplier: string;
  beforeEach(async () => {
    system = await openSystem();
    await system.openProject('PS-1');
    supplier = String((await system.create(`${partners}/A_BusinessPartner`, agency())).Supplier);
    system.journal.entries.length = 0;
  });
  afterEach(() => system.hosted.close());

  const set = `${purchasing}/A_PurchaseOrder`;
  const agency = (more: Json = {}): Json => ({
    BusinessPartnerCategory: '2',
    OrganizationBPName1: 'Rowe Contracting',
    to_BusinessPartnerRole: [{ BusinessPartnerRole: 'FLVN00' }, { BusinessPartnerRole: 'FLVN01' }],
    to_BusinessPartnerAddress: [{ Country: 'US', CityName: 'Boston' }],
    ...more,
  });
  const item = (more: Json = {}): Json => ({
    PurchaseOrderItemText: 'Consultant, PS-1',
    MaterialGroup: 'L001',
    Plant: '1710',
    OrderQuantity: '80.000',
    PurchaseOrderQuantityUnit: 'H',
    NetPriceAmount: '95.00',
    AccountAssignmentCategory: 'P',
    to_AccountAssignment: [{ WBSElement: 'PS-1.1' }],
    ...more,
  });
  const order = (more: Json = {}): Json => ({
    CompanyCode: '1710',
    PurchaseOrderType: 'NB',
    Supplier: supplier,
    PurchasingOrganization: '1710',
    PurchasingGroup: '001',
    CorrespncInternalReference: 'CTR-1042',
    to_PurchaseOrderItem: [item()],
    ...more,
  });
  const itemAt = (name: unknown, number = '10'): string =>
    `${purchasing}/A_PurchaseOrderItem(PurchaseOrder='${String(name)}',PurchaseOrderItem='${number}')`;

  test('a partner with the role of a supplier is one of the same number, and needs an address', async () => {
    expect(await system.read(`${partners}/A_BusinessPartner('${supplier}')`)).toMatchObject({ Supplier: supplier });
    const reply = await system.call('POST', `${partners}/A_BusinessPartner`, agency({ to_BusinessPartnerAddress: [] }));
    expect([reply.status, await targets(reply)]).toEqual([400, ['to_BusinessPartnerAddress']]);
  });

  test('an order has a number, the currency of its company code, and items ten by ten with what they are for', async () => {
    const created = await system.create(set, order({ to_PurchaseOrderItem: [item(), item()] }));
    expect(created).toMatchObject({
      PurchaseOrder: '4500000001',
      DocumentCurrency: 'USD',
      PurchasingProcessingStatus: '05',
      ReleaseIsNotCompleted: false,
    });
    const address = `${set}('4500000001')?$expand=to_PurchaseOrderItem/to_AccountAssignment`;
    const { to_PurchaseOrderItem: items } = await system.read<{ to_PurchaseOrderItem: { results: Json[] } }>(address);
    expect(items.results.map((row) => row.PurchaseOrderItem)).toEqual(['10', '20']);
    // 80 × 95.00
    expect(items.results[0]).toMatchObject({
      to_AccountAssignment: { results: [{ WBSElement: 'PS-1.1', Quantity: '80.000', PurgDocNetAmount: '7600.00' }] },
    });
    expect(system.journal.entries).toEqual([
      expect.objectContaining({ operation: 'create', entity: 'A_PurchaseOrder', id: '4500000001' }),
    ]);
  });

  test('a naive client that repeats a create orders twice; its reference finds both', async () => {
    await system.create(set, order());
    await system.create(set, order());
    expect(await system.read<Json[]>(`${set}?$filter=CorrespncInternalReference eq 'CTR-1042'`)).toHaveLength(2);
  });

  test('an item is changed with its assignment, and the order knows of it', async () => {
    const { PurchaseOrder } = await system.create(set, order());
    const before = await system.read(`${set}('${String(PurchaseOrder)}')`);
    expect((await system.call('PATCH', itemAt(PurchaseOrder), { OrderQuantity: '120' })).status).toBe(204);
    const [assignment] = await system.read<Json[]>(`${itemAt(PurchaseOrder)}/to_AccountAssignment`);
    expect(assignment).toMatchObject({ PurgDocNetAmount: '11400.00' });
    const after = await system.read(`${set}('${String(PurchaseOrder)}')`);
    expect(after.LastChangeDateTime).not.toEqual(before.LastChangeDateTime);
  });

  test('an extension may be a further item of the order', async () => {
    const { PurchaseOrder } = await system.create(set, order());
    const added = await system.create(`${set}('${String(PurchaseOrder)}')/to_PurchaseOrderItem`, item());
    expect(added).toMatchObject({ PurchaseOrder, PurchaseOrderItem: '20', DocumentCurrency: 'USD' });
    const again = await system.call(
      'POST',
      `${set}('${String(PurchaseOrder)}')/to_PurchaseOrderItem`,
      item({ PurchaseOrderItem: '20' }),
    );
    expect([again.status, await targets(again)]).toEqual([400, ['PurchaseOrderItem']]);
  });

  test('an item is closed and opened by its indicators; the deletion code is nobody’s to set', async () => {
    const { PurchaseOrder } = await system.create(set, order());
    const change = (values: Json): Promise<Response> => system.call('PATCH', itemAt(PurchaseOrder), values);
    for (const closed of [true, false])
      expect((await change({ IsCompletelyDelivered: closed, IsFinallyInvoiced: closed })).status).toBe(204);
    expect((await change({ PurchasingDocumentDeletionCode: 'L' })).status).toBe(400);
  });

  test('the header is changed with its ETag, and keeps its supplier', async () => {
    const { PurchaseOrder } = await system.create(set, order());
    const address = `${set}('${String(PurchaseOrder)}')`;
    const patch = (values: Json, headers: Record<string, string> = {}): Promise<Response> =>
      system.call('PATCH', address, values, headers);
    const ends = { ValidityEndDate: '2027-03-31T00:00:00' };
    expect((await patch(ends)).status).toBe(428);
    const etag = (await system.call('GET', address)).headers.get('etag')!;
    expect((await patch(ends, { 'if-match': etag })).status).toBe(204);
    expect((await patch(ends, { 'if-match': etag })).status).toBe(412);
    expect((await refusal(await patch({ Supplier: '1' }, { 'if-match': '*' })))[0]).toBe(400);
  });

  test.each<[string, () => Json, string]>([
    ['an unknown company code', () => order({ CompanyCode: '9999', PurchasingOrganization: '9999' }), 'CompanyCode'],
    ['a supplier who is none', () => order({ Supplier: '4711' }), 'Supplier'],
    ['another purchasing organization', () => order({ PurchasingOrganization: '1010' }), 'PurchasingOrganization'],
    ['another type', () => order({ PurchaseOrderType: 'FO' }), 'PurchaseOrderType'],
    ['a number of its own', () => order({ PurchaseOrder: '4500009999' }), 'PurchaseOrder'],
    ['no items', () => order({ to_PurchaseOrderItem: [] }), 'to_PurchaseOrderItem'],
    ['nothing bought', () => order({ to_PurchaseOrderItem: [item({ OrderQuantity: '0' })] }), 'OrderQuantity'],
    [
      'no text',
      () => order({ to_PurchaseOrderItem: [item({ PurchaseOrderItemText: undefined })] }),
      'PurchaseOrderItemText',
    ],
    ['an unknown service', () => order({ to_PurchaseOrderItem: [item({ Material: 'ROLE-X' })] }), 'Material'],
    [
      'an element that is not there',
      () => order({ to_PurchaseOrderItem: [item({ to_AccountAssignment: [{ WBSElement: 'NONE' }] })] }),
      'WBSElement',
    ],
    [
      'a cost centre that is not there',
      () =>
        order({
          to_PurchaseOrderItem: [
            item({ AccountAssignmentCategory: 'K', to_AccountAssignment: [{ CostCenter: 'CC-9' }] }),
          ],
        }),
      'CostCenter',
    ],
    [
      'no assignment',
      () => order({ to_PurchaseOrderItem: [item({ to_AccountAssignment: [] })] }),
      'to_AccountAssignment',
    ],
  ])('an order with %s is refused, and nothing is saved', async (_case, body, target) => {
    const reply = await system.call('POST', set, body());
    expect([reply.status, await targets(reply)]).toEqual([400, [target]]);
    expect(await system.read<Json[]>(set)).toEqual([]);
    expect(system.journal.entries).toEqual([]);
  });

  test('what the system was told to refuse is refused so many times', async () => {
    system.act('failNext', { type: 'A_PurchaseOrder', errorCode: 'ME/083', detail: 'Budget exceeded', times: 1 });
    expect((await system.call('POST', set, order())).status).toBe(400);
    expect((await system.call('POST', set, order())).status).toBe(201);
  });
});
