import { type Json, openSystem, partners, refusal, type System, targets } from './system.fixture.js';

describe('business partners of an S/4HANA system', () => {
  let system: System;
  beforeEach(async () => {
    system = await openSystem();
  });
  afterEach(() => system.hosted.close());

  const set = `${partners}/A_BusinessPartner`;
  const customer: Json = {
    BusinessPartnerCategory: '2',
    OrganizationBPName1: 'Halden Maritime Inc.',
    BusinessPartnerIDByExtSystem: 'C-03',
    to_BusinessPartnerRole: [{ BusinessPartnerRole: 'FLCU00' }, { BusinessPartnerRole: 'FLCU01' }],
    to_BusinessPartnerAddress: { results: [{ Country: 'US' }] },
    to_BusinessPartnerTax: [{ BPTaxType: 'US1', BPTaxNumber: '84-1200399' }],
    to_Customer: {
      to_CustomerCompany: [{ CompanyCode: '1710', ReconciliationAccount: '12100000' }],
      to_CustomerSalesArea: [{ SalesOrganization: '1710', DistributionChannel: '10', Division: '00', Currency: 'USD' }],
    },
  };
  const post = (more: Json = {}): Promise<Response> => system.call('POST', set, { ...customer, ...more });

  test('a partner with a customer’s role becomes a customer of the same number, with all that was sent along', async () => {
    const { BusinessPartner, Customer, BusinessPartnerUUID } = await system.create(set, customer);
    expect([Customer, BusinessPartner]).toEqual([BusinessPartner, expect.stringMatching(/^\d{8}$/)]);
    expect(BusinessPartnerUUID).toMatch(/^[0-9a-f-]{36}$/);
    const whole = `${set}('${String(BusinessPartner)}')?$expand=to_BusinessPartnerTax,to_Customer/to_CustomerCompany`;
    expect(await system.read(whole)).toMatchObject({
      BusinessPartnerFullName: 'Halden Maritime Inc.',
      to_BusinessPartnerTax: { results: [{ BPTaxNumber: '84-1200399' }] },
      to_Customer: { to_CustomerCompany: { results: [{ CompanyCode: '1710' }] } },
    });
  });

  test('the last change is a day and a time of day, not one moment', async () => {
    const [partner] = await system.read<Json[]>(set);
    expect([partner!.LastChangeDate, partner!.LastChangeTime]).toEqual(['/Date(1788220800000)/', 'PT10H00M00S']);
  });

  test('the number of an external system is not unique: a naive client makes the customer twice', async () => {
    expect([(await post()).status, (await post()).status]).toEqual([201, 201]);
    expect(await system.read<Json[]>(`${set}?$filter=BusinessPartnerIDByExtSystem eq 'C-03'`)).toHaveLength(2);
  });

  test('customers typed in by hand have no number of an external system until somebody gives them one', async () => {
    const [acme] = await system.read<Json[]>(`${set}?$filter=OrganizationBPName1 eq 'Acme'`);
    expect(acme!.BusinessPartnerIDByExtSystem).toBe('');
    expect(system.act('mergeCustomer', { name: 'Acme', externalId: 'C-01' })).toEqual({ id: acme!.BusinessPartner });
    expect(await system.read<Json[]>(`${set}?$filter=BusinessPartnerIDByExtSystem eq 'C-01'`)).toHaveLength(1);
  });

  test.each<[string, Json, string]>([
    ['no category', { BusinessPartnerCategory: undefined }, 'BusinessPartnerCategory'],
    ['no name', { OrganizationBPName1: undefined }, 'OrganizationBPName1'],
    ['a number of one’s own', { BusinessPartner: '4711' }, 'BusinessPartner'],
    ['no address', { to_BusinessPartnerAddress: [] }, 'to_BusinessPartnerAddress'],
    ['an address without a country', { to_BusinessPartnerAddress: [{ CityName: 'Oslo' }] }, 'Country'],
    [
      'a role of no kind',
      { to_BusinessPartnerRole: [{ BusinessPartnerRole: 'CUST' }], to_Customer: null },
      'BusinessPartnerRole',
    ],
    [
      'an employee',
      { to_BusinessPartnerRole: [{ BusinessPartnerRole: 'BUP003' }], to_Customer: null },
      'BusinessPartnerRole',
    ],
    ['customer data without the role', { to_BusinessPartnerRole: [] }, 'to_Customer'],
    [
      'sales data without the sales role',
      { to_BusinessPartnerRole: [{ BusinessPartnerRole: 'FLCU00' }] },
      'to_CustomerSalesArea',
    ],
    [
      'a German number that is none',
      { to_BusinessPartnerTax: [{ BPTaxType: 'DE0', BPTaxNumber: '811569869' }] },
      'BPTaxNumber',
    ],
    [
      'an unknown company code',
      { to_Customer: { to_CustomerCompany: [{ CompanyCode: '9999', ReconciliationAccount: '1' }] } },
      'CompanyCode',
    ],
  ])('%s is refused, and nothing is saved', async (_case, more, target) => {
    const before = system.hosted.world.store.list('A_BusinessPartner').length;
    const reply = await post(more);
    expect([reply.status, await targets(reply)]).toEqual([400, [target]]);
    expect(system.hosted.world.store.list('A_BusinessPartner')).toHaveLength(before);
  });

  test('names and numbers have the lengths of the metadata', async () => {
    expect((await post({ OrganizationBPName1: 'n'.repeat(41) })).status).toBe(400);
    expect((await post({ BusinessPartnerIDByExtSystem: 'c'.repeat(21) })).status).toBe(400);
    expect((await post({ Customer: '1' })).status).toBe(400);
  });

  test('customers are not created by themselves', async () => {
    expect((await system.call('POST', `${partners}/A_Customer`, { Customer: '1' })).status).toBe(405);
  });

  test('a change needs the ETag last seen: none is 428, an old one 412', async () => {
    const created = await post();
    const location = new URL(created.headers.get('location')!).pathname;
    const etag = created.headers.get('etag')!;
    expect(((await created.json()) as { d: { __metadata: Json } }).d.__metadata.etag).toBe(etag);
    const change = (headers: Record<string, string>): Promise<Response> =>
      system.call('PATCH', location, { SearchTerm1: 'HALDEN' }, headers);
    expect((await change({})).status).toBe(428);
    expect((await change({ 'if-match': etag })).status).toBe(204);
    expect((await change({ 'if-match': etag })).status).toBe(412);
    expect((await change({ 'if-match': '*' })).status).toBe(204);
    const again = await system.call('GET', location);
    expect(again.headers.get('etag')).not.toBe(etag);
  });

  test('an existing partner is given a tax number, an identification, a company code and a sales area', async () => {
    const [acme] = await system.read<Json[]>(`${set}?$filter=OrganizationBPName1 eq 'Acme'`);
    const number = String(acme!.BusinessPartner);
    const under = `${set}('${number}')`;
    await system.create(`${under}/to_BuPaIdentification`, {
      BPIdentificationType: 'CRM',
      BPIdentificationNumber: 'OPP/1',
    });
    await system.create(`${under}/to_BusinessPartnerTax`, { BPTaxType: 'DE0', BPTaxNumber: 'DE811569869' });
    await system.create(`${partners}/A_CustomerCompany`, {
      Customer: number,
      CompanyCode: '1010',
      ReconciliationAccount: '12100000',
    });
    expect(await system.read<Json[]>(`${under}/to_BusinessPartnerTax`)).toHaveLength(2);
    expect(await system.read<Json[]>(`${partners}/A_Customer('${number}')/to_CustomerCompany`)).toHaveLength(2);
    const reply = await system.call('POST', `${partners}/A_CustomerCompany`, {
      Customer: '1',
      CompanyCode: '1010',
      ReconciliationAccount: '1',
    });
    expect((await refusal(reply))[0]).toBe(400);
  });
});
