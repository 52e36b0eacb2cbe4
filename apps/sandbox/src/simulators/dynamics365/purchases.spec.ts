import { at, type Finance, type Json, openFinance, refusal } from './finance.fixture.js';

describe('purchase orders of Dynamics 365 Finance', () => {
  let finance: Finance;
  beforeEach(async () => {
    finance = await openFinance();
    finance.act('addVendor', { legalEntity: 'NW-US', account: 'V-1', name: 'Harbour Staffing', currency: 'USD' });
  });
  afterEach(() => finance.hosted.close());

  const order = (more: Json = {}): Json => ({
    dataAreaId: 'nwus',
    PurchaseOrderNumber: 'PO-1',
    OrderVendorAccountNumber: 'V-1',
    VendorOrderReference: 'OUR-1',
    ...more,
  });
  const orderLine = (more: Json = {}): Json => ({
    dataAreaId: 'nwus',
    PurchaseOrderNumber: 'PO-1',
    ProcurementProductCategoryName: 'Contractors',
    LineDescription: 'October',
    OrderedPurchaseQuantity: 1,
    PurchasePrice: 24_000,
    DefaultLedgerDimensionDisplayValue: 'CC-1',
    ...more,
  });

  test('are made to a vendor of the company, and are worth quantity times price', async () => {
    expect(await finance.create('PurchaseOrderHeadersV2', order())).toMatchObject({
      PurchaseOrderName: 'Harbour Staffing',
      CurrencyCode: 'USD',
      PurchaseOrderStatus: 'Backorder',
      DocumentApprovalStatus: 'Draft',
    });
    expect(await finance.create('PurchaseOrderLinesV2', orderLine())).toMatchObject({
      LineNumber: 1,
      LineAmount: 24_000,
    });
    const key = at('PurchaseOrderLinesV2', { dataAreaId: 'nwus', PurchaseOrderNumber: 'PO-1', LineNumber: 1 });
    expect((await finance.call('PATCH', key, { PurchasePrice: 12_000.5 })).status).toBe(204);
    expect(await finance.rows("PurchaseOrderLinesV2?$filter=PurchaseOrderNumber eq 'PO-1'")).toMatchObject([
      { LineAmount: 12_000.5 },
    ]);
    const address = at('PurchaseOrderHeadersV2', { dataAreaId: 'nwus', PurchaseOrderNumber: 'PO-1' });
    expect((await finance.call('DELETE', address)).status).toBe(400);
    expect((await finance.call('DELETE', key)).status).toBe(204);
    expect((await finance.call('DELETE', address)).status).toBe(204);
  });

  test('are refused without a vendor, an item or a price', async () => {
    expect(
      await refusal(await finance.call('POST', 'PurchaseOrderHeadersV2', order({ OrderVendorAccountNumber: 'X' }))),
    ).toEqual([400, ["The value 'X' in field 'Vendor account' is not found in the related table 'Vendors'."]]);
    const bad = orderLine({ ProcurementProductCategoryName: '', PurchasePrice: null });
    expect(await refusal(await finance.call('POST', 'PurchaseOrderLinesV2', bad))).toEqual([
      400,
      [
        "The value 'PO-1' in field 'Purchase order' is not found in the related table 'Purchase orders'.",
        'Either an item number or a procurement category must be specified.',
        "Field 'PurchasePrice' must be filled in.",
      ],
    ]);
  });

  test('finance enters another vendor', async () => {
    finance.act('addVendor', { legalEntity: 'NW-DE', account: 'V-2', name: 'Elbe Leute', currency: 'EUR' });
    expect(
      await finance.create('PurchaseOrderHeadersV2', order({ dataAreaId: 'nwde', OrderVendorAccountNumber: 'V-2' })),
    ).toMatchObject({ CurrencyCode: 'EUR' });
  });
});
