import { at, type Finance, type Json, openFinance, openProject, refusal } from './finance.fixture.js';

describe('invoices of Dynamics 365 Finance', () => {
  let finance: Finance;
  let acme: string;
  beforeEach(async () => {
    finance = await openFinance();
    await openProject(finance, 'P-1');
    acme = String((await finance.rows("CustomersV3?$filter=OrganizationName eq 'Acme'"))[0]!.CustomerAccount);
  });
  afterEach(() => finance.hosted.close());

  const header = (more: Json = {}): Promise<Json> =>
    finance.create('FreeTextInvoiceHeaders', {
      dataAreaId: 'nwus',
      CustomerAccount: acme,
      CustomerReference: 'INV-1',
      InvoiceDate: '2026-10-31T12:00:00Z',
      ...more,
    });
  const line = (invoice: Json, more: Json = {}): Json => ({
    dataAreaId: 'nwus',
    ParentRecId: invoice.InvoiceIdentifier,
    Description: 'Consultant',
    ProjectID: 'P-1',
    MainAccountDisplayValue: '401100',
    Quantity: 7.5,
    UnitPrice: 180,
    ...more,
  });
  const addressOf = (invoice: Json): string =>
    at('FreeTextInvoiceHeaders', { dataAreaId: 'nwus', InvoiceIdentifier: invoice.InvoiceIdentifier as number });

  test('an invoice takes what it can from its customer, and has no number until it is posted', async () => {
    const invoice = await header();
    expect(invoice).toMatchObject({
      InvoiceIdentifier: expect.any(Number) as number,
      InvoiceName: 'Acme',
      InvoiceAccount: acme,
      CurrencyCode: 'USD',
      FreeTextNumber: 'Not posted',
      IsPosted: 'No',
      DueDate: '2026-10-31T12:00:00Z',
    });
    expect(Buffer.from(String(invoice['@odata.etag']).slice(3, -1), 'base64').toString()).toBe(
      `'1,${String(invoice.InvoiceIdentifier)}'`,
    );
    // 7.5 × 180 = 1350; 0.333 × 100 = 33.3
    expect(await finance.create('FreeTextInvoiceLines', line(invoice))).toMatchObject({
      LineNumber: 1,
      TransactionCurrencyAmount: 1350,
      CurrencyCode: 'USD',
    });
    expect(
      await finance.create('FreeTextInvoiceLines', line(invoice, { Quantity: 0.333, UnitPrice: 100 })),
    ).toMatchObject({ LineNumber: 2, TransactionCurrencyAmount: 33.3 });
    expect(finance.act('postInvoices')).toEqual({ posted: ['NWUS-FTI-000029'] });
    expect(finance.act('postInvoices')).toEqual({ posted: [] });
    expect(await finance.rows("FreeTextInvoiceHeaders?$filter=CustomerReference eq 'INV-1'")).toMatchObject([
      { FreeTextNumber: 'NWUS-FTI-000029', IsPosted: 'Yes' },
    ]);
  });

  test('a posted one stays as it is', async () => {
    const invoice = await header();
    const { LineNumber } = await finance.create('FreeTextInvoiceLines', line(invoice));
    finance.act('postInvoices');
    const told = [400, ['Free text invoice NWUS-FTI-000029 is posted and cannot be changed.']];
    expect(await refusal(await finance.call('PATCH', addressOf(invoice), { CustomerReference: 'x' }))).toEqual(told);
    expect(await refusal(await finance.call('DELETE', addressOf(invoice)))).toEqual(told);
    expect(await refusal(await finance.call('POST', 'FreeTextInvoiceLines', line(invoice)))).toEqual(told);
    const address = at('FreeTextInvoiceLines', {
      dataAreaId: 'nwus',
      LineNumber: Number(LineNumber),
      ParentRecId: Number(invoice.InvoiceIdentifier),
    });
    expect(await refusal(await finance.call('PATCH', address, { UnitPrice: 1 }))).toEqual(told);
  });

  test('an invoice without lines, or in a closed month, waits', async () => {
    const invoice = await header();
    expect(finance.act('postInvoices')).toEqual({ posted: [] });
    await finance.create('FreeTextInvoiceLines', line(invoice));
    finance.act('lockPeriod', { month: '2026-10' });
    expect(finance.act('postInvoices')).toEqual({ posted: [] });
    expect((await finance.call('PATCH', addressOf(invoice), { InvoiceDate: '2026-11-01T12:00:00Z' })).status).toBe(204);
    expect(finance.act('postInvoices')).toEqual({ posted: ['NWUS-FTI-000029'] });
  });

  test('a credit note is an invoice with negative lines; the reference is not unique', async () => {
    const credit = await header({ CustomerReference: 'CM-1' });
    await header({ CustomerReference: 'CM-1' });
    expect(await finance.create('FreeTextInvoiceLines', line(credit, { Quantity: -7.5 }))).toMatchObject({
      TransactionCurrencyAmount: -1350,
    });
    expect(await finance.rows("FreeTextInvoiceHeaders?$filter=CustomerReference eq 'CM-1'")).toHaveLength(2);
    expect((await finance.call('DELETE', addressOf(credit))).status).toBe(400);
  });

  test('header and lines of one changeset cannot refer to each other: the identifier is the product’s', async () => {
    expect(
      (
        await finance.call('POST', 'FreeTextInvoiceHeaders', {
          dataAreaId: 'nwus',
          CustomerAccount: acme,
          InvoiceIdentifier: 1,
        })
      ).status,
    ).toBe(400);
    expect((await finance.call('POST', 'FreeTextInvoiceLines', line({ InvoiceIdentifier: 1 }))).status).toBe(400);
  });

  test.each<[string, Json, unknown]>([
    ['no account of the ledger', { MainAccountDisplayValue: '' }, "Field 'Main account' must be filled in."],
    ['no description', { Description: '' }, "Field 'Description' must be filled in."],
    ['no amount', { Quantity: null }, "Field 'Amount' must be filled in."],
    ['a project there is not', { ProjectID: 'X' }, expect.stringContaining("'Project ID'")],
  ])('a line with %s is refused', async (_case, more, told) => {
    expect(await refusal(await finance.call('POST', 'FreeTextInvoiceLines', line(await header(), more)))).toEqual([
      400,
      [told],
    ]);
    expect(await finance.rows('FreeTextInvoiceLines')).toEqual([]);
  });

  test('an invoice is for a customer of its company, in a currency there is', async () => {
    const bad = { dataAreaId: 'nwde', CustomerAccount: 'X', CurrencyCode: 'XXX' };
    expect(await refusal(await finance.call('POST', 'FreeTextInvoiceHeaders', bad))).toEqual([
      400,
      [expect.stringContaining("'Customer account'"), expect.stringContaining("'Currency'")],
    ]);
    expect(await refusal(await finance.call('POST', 'FreeTextInvoiceHeaders', { dataAreaId: 'nwus' }))).toEqual([
      400,
      ["Field 'Customer account' must be filled in."],
    ]);
  });
});
