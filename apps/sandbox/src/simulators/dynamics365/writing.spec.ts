import { at, type Finance, type Json, openFinance, refusal } from './finance.fixture.js';

describe('writing to Dynamics 365 Finance', () => {
  let finance: Finance;
  beforeEach(async () => {
    finance = await openFinance();
  });
  afterEach(() => finance.hosted.close());

  const customer = (more: Json = {}): Json => ({
    dataAreaId: 'nwus',
    CustomerAccount: 'C-9',
    OrganizationName: 'Larkfield Foods',
    CustomerGroupId: '10',
    SalesCurrencyCode: 'USD',
    ...more,
  });
  const key = at('CustomersV3', { dataAreaId: 'nwus', CustomerAccount: 'C-9' });

  test('a creation answers the whole row with its address and version', async () => {
    const reply = await finance.call('POST', 'CustomersV3', {
      '@odata.type': '#Microsoft.Dynamics.DataEntities.CustomerV3',
      ...customer(),
    });
    const body = (await reply.json()) as Json;
    expect([reply.status, reply.headers.get('location'), reply.headers.get('etag')]).toEqual([
      201,
      `${finance.origin}/data/CustomersV3(dataAreaId='nwus',CustomerAccount='C-9')`,
      body['@odata.etag'],
    ]);
    expect(body).toMatchObject({
      '@odata.context': `${finance.origin}/data/$metadata#CustomersV3/$entity`,
      CustomerAccount: 'C-9',
      NameAlias: 'Larkfield Foods',
      PartyType: 'Organization',
      OnHoldStatus: 'No',
      TaxExemptNumber: '',
    });
    expect(Buffer.from(String(body['@odata.etag']).slice(3, -1), 'base64').toString()).toMatch(/^'1,56371\d{5}'$/);
    expect(finance.deeds()).toEqual(['create CustomersV3']);
  });

  test('a second row of the same key is refused as information, in whichever case the key is', async () => {
    await finance.create('CustomersV3', customer());
    const reply = await finance.call('POST', 'CustomersV3', customer({ CustomerAccount: 'c-9' }));
    const { error } = (await reply.json()) as { error: Json };
    expect([reply.status, error]).toEqual([
      400,
      {
        code: '',
        message: 'An error has occurred.',
        innererror: {
          message:
            "Write failed for table row of type 'CustCustomerV3Entity'. Infolog: Info: Cannot create a record in Customers (CustTable). CustomerAccount: c-9.\nThe record already exists..",
          type: 'Microsoft.Dynamics.Platform.Integration.Services.OData.AxODataWriteException',
          stacktrace: expect.any(String) as string,
        },
      },
    ]);
    expect(finance.deeds()).toEqual(['create CustomersV3']);
  });

  test('everything a table has against a row is in the infolog at once, and nothing is saved', async () => {
    const reply = await finance.call(
      'POST',
      'CustomersV3',
      customer({ CustomerGroupId: 'Local', SalesCurrencyCode: 'XXX', DefaultDimensionDisplayValue: 'NONE' }),
    );
    expect(await refusal(reply)).toEqual([
      400,
      [
        "The value 'Local' in field 'Customer group' is not found in the related table 'Customer groups'.",
        "The value 'XXX' in field 'Currency' is not found in the related table 'Currencies'.",
        "The value 'NONE' in field 'CostCenter' is not found in the related table 'Financial dimension values'.",
      ],
    ]);
    expect(await refusal(await finance.call('POST', 'CustomersV3', { dataAreaId: 'nwus' }))).toEqual([
      400,
      ['OrganizationName', 'CustomerGroupId', 'SalesCurrencyCode'].map((name) => `Field '${name}' must be filled in.`),
    ]);
    expect(await refusal(await finance.call('POST', 'CustomersV3', customer({ dataAreaId: 'usmf' })))).toEqual([
      400,
      ["Company 'usmf' does not exist."],
    ]);
    expect(finance.deeds()).toEqual([]);
  });

  test.each<[string, Json]>([
    ['a field there is not', { Nope: 1 }],
    ['a field of another spelling', { organizationName: 'x' }],
    ['a text that is too long', { OrganizationName: 'x'.repeat(101) }],
    ['a number for a text', { OrganizationName: 7 }],
    ['a member the enumeration does not have', { OnHoldStatus: 'Maybe' }],
    ['what only the system sets', { PartyNumber: '000000001' }],
  ])('%s is refused', async (_case, more) => {
    expect((await finance.call('POST', 'CustomersV3', customer(more))).status).toBe(400);
    expect(await finance.rows("CustomersV3?$filter=CustomerAccount eq 'C-9'")).toEqual([]);
  });

  test('numbers are bare, days at any time of a day, in UTC', async () => {
    const project = (more: Json): Promise<Response> =>
      finance.call('POST', 'ProjectsV2', { dataAreaId: 'nwus', ProjectName: 'x', ProjectGroupId: 'INT', ...more });
    expect((await project({ ProjectedStartDate: '2026-10-01' })).status).toBe(400);
    const made = await project({ ProjectedStartDate: '2026-10-01T00:00:00Z' });
    expect([made.status, ((await made.json()) as Json).ProjectedStartDate]).toEqual([201, '2026-10-01T12:00:00Z']);
    const price = { dataAreaId: 'nwus', CurrencyId: 'USD', SalesPricing: '180.00' };
    expect((await finance.call('POST', 'ProjHourSalesPricesV2', price)).status).toBe(400);
    expect(await finance.create('ProjHourSalesPricesV2', { ...price, SalesPricing: 180.5 })).toMatchObject({
      SalesPricing: 180.5,
    });
  });

  test('a change gives a row another version; who names an old one is refused', async () => {
    const { '@odata.etag': first } = await finance.create('CustomersV3', customer());
    const rename = (name: string, etag?: unknown): Promise<Response> =>
      finance.call('PATCH', key, { OrganizationName: name }, etag ? { 'if-match': String(etag) } : {});
    const changed = await rename('One', first);
    expect([changed.status, await changed.text()]).toEqual([204, '']);
    expect((await rename('Two', first)).status).toBe(412);
    expect((await rename('Three', '*')).status).toBe(204);
    // The last one wins where nobody asks.
    expect((await rename('Four')).status).toBe(204);
    const { '@odata.etag': last, OrganizationName } = (await (await finance.call('GET', key)).json()) as Json;
    expect([OrganizationName, last === first]).toEqual(['Four', false]);
  });

  test('the key of a row stays; a row of another company is only found across companies', async () => {
    await finance.create('CustomersV3', customer());
    expect((await finance.call('PATCH', key, { CustomerAccount: 'C-10' })).status).toBe(400);
    expect((await finance.call('PATCH', key, { CustomerAccount: 'C-9', NameAlias: 'LF' })).status).toBe(204);
    expect((await finance.plainly('PATCH', key, { NameAlias: 'X' })).status).toBe(404);
    expect((await finance.call('DELETE', key)).status).toBe(405);
    expect((await finance.call('PATCH', key, 'no json')).status).toBe(400);
  });

  test('an arranged refusal is told in the infolog and used up, and nothing is saved', async () => {
    finance.act('failNext', { type: 'CustomersV3', errorCode: '', detail: 'Credit check failed', times: 1 });
    expect(await refusal(await finance.call('POST', 'CustomersV3', customer()))).toEqual([
      400,
      ['Credit check failed'],
    ]);
    expect((await finance.call('POST', 'CustomersV3', customer())).status).toBe(201);
  });

  test('a customer without an account is given the next number of its company', async () => {
    const { CustomerAccount: _, ...unnumbered } = customer();
    // The one that was there before has the first.
    expect(await finance.create('CustomersV3', unnumbered)).toMatchObject({ CustomerAccount: 'NWUS-000030' });
  });

  test('where the firm asks for it, a tax number must be known for the country', async () => {
    finance.act('setTaxNumberCheck', { active: true });
    const taxed = customer({ TaxExemptNumber: 'US-1', AddressCountryRegionId: 'US' });
    expect(await refusal(await finance.call('POST', 'CustomersV3', taxed))).toEqual([
      400,
      ["The value 'US-1' in field 'Tax exempt number' is not found in the related table 'Tax exempt numbers'."],
    ]);
    await finance.create('VATNumTables', { dataAreaId: 'nwus', VATNum: 'US-1', CountryRegionId: 'US' });
    expect(await finance.create('CustomersV3', taxed)).toMatchObject({ TaxExemptNumber: 'US-1' });
  });

  test('finance says which customer a reference is for', async () => {
    finance.act('mergeCustomer', { name: 'Acme', externalId: 'C-77' });
    expect(await finance.rows("CustomersV3?$filter=Reference_Custom eq 'C-77'")).toMatchObject([
      { OrganizationName: 'Acme' },
    ]);
    expect(() => finance.act('mergeCustomer', { name: 'Nobody', externalId: 'C-78' })).toThrow(
      'there is no customer "Nobody"',
    );
  });
});
