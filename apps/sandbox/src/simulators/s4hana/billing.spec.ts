import {
  billingAction,
  creditMemos,
  debitMemos,
  type Json,
  openSystem,
  partners,
  refusal,
  type System,
  targets,
} from './system.fixture.js';

describe('billing of an S/4HANA system', () => {
  let system: System;
  let acme: string;
  beforeEach(async () => {
    system = await openSystem();
    await system.openProject('PS-1');
    const [found] = await system.read<Json[]>(`${partners}/A_BusinessPartner?$filter=OrganizationBPName1 eq 'Acme'`);
    acme = String(found!.Customer);
  });
  afterEach(() => system.hosted.close());

  const set = `${debitMemos}/A_DebitMemoRequest`;
  const item = (more: Json = {}): Json => ({
    Material: 'ROLE-CONS',
    DebitMemoRequestItemText: 'Consultant',
    RequestedQuantity: '7.500',
    RequestedQuantityUnit: 'H',
    WBSElement: 'PS-1.1',
    to_PricingElement: [{ ConditionType: 'PPR0', ConditionRateValue: '180.00' }],
    ...more,
  });
  const priced = (more: Json): Json => ({
    to_PricingElement: [{ ConditionType: 'PPR0', ConditionRateValue: '180.00', ...more }],
  });
  const request = (more: Json = {}): Json => ({
    DebitMemoRequestType: 'DR',
    SalesOrganization: '1710',
    DistributionChannel: '10',
    OrganizationDivision: '00',
    SoldToParty: acme,
    PurchaseOrderByCustomer: 'INV-PS-1-1',
    to_Item: [item()],
    ...more,
  });
  const bill = (...documents: unknown[]): Promise<Response> =>
    system.call('POST', billingAction, { _Reference: documents.map((SDDocument) => ({ SDDocument })) });
  const bills = (query = ''): Promise<Json[]> =>
    system.read<Json[]>(`API_BILLING_DOCUMENT_SRV/A_BillingDocument${query}`);

  test('items are worth hours times rate, in the currency of the sales area', async () => {
    const two = [
      item(),
      item({
        RequestedQuantity: '0.333',
        to_PricingElement: { results: [{ ConditionType: 'PPR0', ConditionRateValue: '100' }] },
      }),
    ];
    const created = await system.create(set, request({ to_Item: two }));
    // 7.5 × 180.00 = 1350.00; 0.333 × 100 = 33.30
    expect(created).toMatchObject({
      DebitMemoRequest: '70000001',
      TotalNetAmount: '1383.30',
      TransactionCurrency: 'USD',
    });
    const items = (created.to_Item as { results: Json[] }).results;
    expect(items.map((row) => [row.DebitMemoRequestItem, row.NetAmount])).toEqual([
      ['10', '1350.00'],
      ['20', '33.30'],
    ]);
  });

  test('a rate may be for several units, and in another unit than the time', async () => {
    const price = { ConditionRateValue: '107.07', ConditionQuantity: '45', ConditionQuantityUnit: 'MIN' };
    const whole = item({ RequestedQuantity: '45', RequestedQuantityUnit: 'MIN', ...priced(price) });
    // A quarter of an hour at 180.00 an hour is 45.00.
    const quarter = item({ RequestedQuantity: '15', RequestedQuantityUnit: 'MIN' });
    const created = await system.create(set, request({ to_Item: [whole, quarter] }));
    expect(created).toMatchObject({ TotalNetAmount: '152.07' });
  });

  test('a request is no invoice: it becomes one when it is billed, once', async () => {
    const { DebitMemoRequest } = await system.create(set, request());
    expect(await bills()).toEqual([]);
    const reply = await bill(DebitMemoRequest);
    expect([reply.status, await reply.json()]).toEqual([
      200,
      expect.objectContaining({
        value: [{ BillingDocument: '90000123', BillingDocumentType: 'L2', BillingDocumentDate: '2026-09-01' }],
      }),
    ]);
    expect(await bills("?$filter=PurchaseOrderByCustomer eq 'INV-PS-1-1'&$expand=to_Item")).toMatchObject([
      {
        BillingDocument: '90000123',
        TotalNetAmount: '1350.00',
        TransactionCurrency: 'USD',
        SoldToParty: acme,
        BillingDocumentIsCancelled: false,
        to_Item: {
          results: [
            { SalesDocument: DebitMemoRequest, WBSElement: 'PS-1.1', NetAmount: '1350.00', BillingQuantity: '7.500' },
          ],
        },
      },
    ]);
    expect(await bill(DebitMemoRequest).then(({ status }) => status)).toBe(400);
    expect(await bills()).toHaveLength(1);
  });

  test('an error of a V4 service has its message bare', async () => {
    const reply = await bill('4711');
    expect([reply.status, await reply.json()]).toEqual([
      400,
      {
        error: {
          code: 'VF/025',
          message: 'Document 4711 does not exist',
          details: [expect.objectContaining({ target: 'SDDocument' })],
        },
      },
    ]);
  });

  test('several requests are billed together or, where one cannot be, not at all', async () => {
    const { DebitMemoRequest } = await system.create(set, request());
    expect((await bill(DebitMemoRequest, '4711')).status).toBe(400);
    expect([
      await bills(),
      (await system.read(`${set}('${String(DebitMemoRequest)}')`)).OverallOrdReltdBillgStatus,
    ]).toEqual([[], 'A']);
    expect(system.journal.entries.filter(({ entity }) => entity === 'A_BillingDocument')).toEqual([]);
  });

  test('the nightly job bills what is due, not what is blocked; the block is lifted with the ETag', async () => {
    system.act('setBillingBlock', { reason: 'Y9' });
    const { DebitMemoRequest } = await system.create(set, request());
    expect(system.act('runBilling')).toEqual({ billed: [] });
    expect((await bill(DebitMemoRequest)).status).toBe(400);
    const address = `${set}('${String(DebitMemoRequest)}')`;
    const lift = (headers: Record<string, string>): Promise<Response> =>
      system.call('PATCH', address, { HeaderBillingBlockReason: '' }, headers);
    const etag = (await system.call('GET', address)).headers.get('etag')!;
    expect((await lift({})).status).toBe(428);
    expect((await lift({ 'if-match': etag })).status).toBe(204);
    expect((await lift({ 'if-match': etag })).status).toBe(412);
    expect(system.act('runBilling')).toEqual({ billed: ['90000123'] });
  });

  test('nothing is billed in a month finance has locked', async () => {
    const { DebitMemoRequest } = await system.create(set, request());
    system.act('lockPeriod', { month: '2026-09' });
    expect((await bill(DebitMemoRequest)).status).toBe(400);
    const later = {
      _Control: { DefaultBillingDocumentDate: '2026-10-01' },
      _Reference: [{ SDDocument: DebitMemoRequest }],
    };
    expect((await system.call('POST', billingAction, later)).status).toBe(200);
  });

  test('the reference is not unique: a naive client requests twice', async () => {
    await system.create(set, request());
    await system.create(set, request());
    expect(await system.read<Json[]>(`${set}?$filter=PurchaseOrderByCustomer eq 'INV-PS-1-1'`)).toHaveLength(2);
  });

  test.each<[string, () => Json, string]>([
    ['another type', () => request({ DebitMemoRequestType: 'OR' }), 'DebitMemoRequestType'],
    ['a customer of another sales area', () => request({ SalesOrganization: '1010' }), 'SoldToParty'],
    ['no items', () => request({ to_Item: [] }), 'to_Item'],
    ['an unknown service', () => request({ to_Item: [item({ Material: 'ROLE-X' })] }), 'Material'],
    ['an unknown element', () => request({ to_Item: [item({ WBSElement: 'NONE' })] }), 'WBSElement'],
    ['an element that is not billed', () => request({ to_Item: [item({ WBSElement: 'PS-1' })] }), 'WBSElement'],
    ['no price', () => request({ to_Item: [item({ to_PricingElement: [] })] }), 'to_PricingElement'],
    [
      'a price in another currency',
      () => request({ to_Item: [item(priced({ ConditionCurrency: 'EUR' }))] }),
      'to_PricingElement',
    ],
    ['a discount', () => request({ to_Item: [item(priced({ ConditionType: 'DRN1' }))] }), 'to_PricingElement'],
  ])('%s is refused, and nothing is saved', async (_case, body, target) => {
    const reply = await system.call('POST', set, body());
    expect([reply.status, await targets(reply)]).toEqual([400, [target]]);
    expect(await system.read<Json[]>(set)).toEqual([]);
  });

  describe('credit memos', () => {
    const credits = `${creditMemos}/A_CreditMemoRequest`;
    const credit = (more: Json = {}): Json => {
      const { DebitMemoRequestType: _type, to_Item: _items, ...rest } = request();
      const { DebitMemoRequestItemText: CreditMemoRequestItemText, ...line } = item();
      return { CreditMemoRequestType: 'CR', ...rest, to_Item: [{ CreditMemoRequestItemText, ...line }], ...more };
    };

    test('are requested with numbers of their own, and become billing documents of their own kind', async () => {
      const created = await system.create(credits, credit({ PurchaseOrderByCustomer: 'CM-PS-1-1' }));
      expect(created).toMatchObject({
        CreditMemoRequest: '60000001',
        TotalNetAmount: '1350.00',
        TransactionCurrency: 'USD',
        to_Item: {
          results: [{ CreditMemoRequestItem: '10', CreditMemoRequestItemCategory: 'G2N', NetAmount: '1350.00' }],
        },
      });
      await system.create(set, request());
      expect(system.act('runBilling')).toEqual({ billed: ['90000123', '90000124'] });
      expect(await bills("?$filter=SDDocumentCategory eq 'O'&$expand=to_Item")).toMatchObject([
        {
          BillingDocumentType: 'G2',
          PurchaseOrderByCustomer: 'CM-PS-1-1',
          TotalNetAmount: '1350.00',
          to_Item: {
            results: [{ SalesDocument: '60000001', SalesDocumentItem: '10', BillingDocumentItemText: 'Consultant' }],
          },
        },
      ]);
      expect(await system.read(`${credits}('60000001')`)).toMatchObject({ OverallOrdReltdBillgStatus: 'C' });
    });

    test('are billed by their number, once, and then not changed', async () => {
      const { CreditMemoRequest } = await system.create(credits, credit());
      const reply = await bill(CreditMemoRequest);
      expect(await reply.json()).toMatchObject({ value: [{ BillingDocumentType: 'G2' }] });
      expect((await bill(CreditMemoRequest)).status).toBe(400);
      const address = `${credits}('${String(CreditMemoRequest)}')`;
      const change = await system.call('PATCH', address, { AssignmentReference: 'x' }, { 'if-match': '*' });
      expect([change.status, await targets(change)]).toEqual([400, ['CreditMemoRequest']]);
    });

    test('are not of the type of a debit memo, nor at its address', async () => {
      const reply = await system.call('POST', credits, credit({ CreditMemoRequestType: 'DR' }));
      expect([reply.status, await targets(reply)]).toEqual([400, ['CreditMemoRequestType']]);
      expect((await system.call('POST', set, credit())).status).toBe(400);
      expect((await system.call('GET', `${creditMemos}/A_DebitMemoRequest`)).status).toBe(404);
    });
  });

  test('amounts are text, what the system computes is not sent, the reference has 35 characters', async () => {
    const tries = [
      { TotalNetAmount: '1.00' },
      { PurchaseOrderByCustomer: 'p'.repeat(36) },
      { to_Item: [item({ RequestedQuantity: 7.5 })] },
    ];
    for (const more of tries) expect((await refusal(await system.call('POST', set, request(more))))[0]).toBe(400);
  });

  test('billing documents are only read', async () => {
    expect((await system.call('POST', 'API_BILLING_DOCUMENT_SRV/A_BillingDocument', {})).status).toBe(405);
  });
});
