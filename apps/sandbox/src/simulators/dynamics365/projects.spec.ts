import { at, type Finance, type Json, openFinance, openProject, projectOf, refusal } from './finance.fixture.js';

describe('projects of Dynamics 365 Finance', () => {
  let finance: Finance;
  let acme: string;
  beforeEach(async () => {
    finance = await openFinance();
    acme = String((await finance.rows("CustomersV3?$filter=OrganizationName eq 'Acme'"))[0]!.CustomerAccount);
  });
  afterEach(() => finance.hosted.close());

  const contract = (more: Json = {}): Json => ({
    dataAreaId: 'nwus',
    ProjectContractId: 'P-1',
    Name: 'Harbour audit',
    SalesCurrencyCode: 'USD',
    CustomerAccountNumber: acme,
    ...more,
  });
  const key = at('ProjectsV2', { dataAreaId: 'nwus', ProjectId: 'P-1' });
  const change = (values: Json): Promise<Response> => finance.call('PATCH', key, values);
  const stage = (ProjectStage: string): Promise<Response> => change({ ProjectStage });
  const shown = async (): Promise<Json> => (await (await finance.call('GET', key)).json()) as Json;

  test('a contract is funded by its customer', async () => {
    await finance.create(
      'ProjectContractHeaders',
      contract({ CustomersOrderReference: 'CTR-4711', SalesTaxGroupCode: 'US-SVC' }),
    );
    expect(await finance.rows("ProjectFundingSources?$filter=ProjectContractID eq 'P-1'")).toMatchObject([
      { FundingSourceId: acme, FundingType: 'Customer', CustomerOrOrganization: acme, IsPrimaryFundingSource: 'Yes' },
    ]);
  });

  test.each<[string, () => Json, string]>([
    ['no currency', () => contract({ SalesCurrencyCode: '' }), "Field 'SalesCurrencyCode' must be filled in."],
    [
      'a customer of nobody',
      () => contract({ CustomerAccountNumber: 'X' }),
      "The value 'X' in field 'Customer account' is not found in the related table 'Customers'.",
    ],
    [
      'the customer of another company',
      () => contract({ dataAreaId: 'nwde' }),
      expect.stringContaining("in field 'Customer account'") as string,
    ],
    [
      'an unknown tax group',
      () => contract({ SalesTaxGroupCode: 'NONE' }),
      "The value 'NONE' in field 'Sales tax group' is not found in the related table 'Sales tax groups'.",
    ],
  ])('a contract with %s is refused', async (_case, body, line) => {
    expect(await refusal(await finance.call('POST', 'ProjectContractHeaders', body()))).toEqual([400, [line]]);
  });

  test('a project is created in the first stage, and is its contract’s customer’s', async () => {
    await finance.create('ProjectContractHeaders', contract());
    const created = await finance.create(
      'ProjectsV2',
      projectOf('P-1', { DimensionDisplayValue: 'CC-1', IntegrationSourceDataId: 'ours' }),
    );
    expect(created).toMatchObject({
      ProjectStage: 'Created',
      CustomerAccountNumber: acme,
      DateOfCreation: '2026-09-01T12:00:00Z',
      DimensionDisplayValue: 'CC-1',
    });
    expect(await finance.rows("ProjectsV2?$filter=IntegrationSourceDataId eq 'ours'")).toHaveLength(1);
    expect((await finance.call('POST', 'ProjectsV2', projectOf('P-1'))).status).toBe(400);
  });

  test.each<[string, Json, unknown[]]>([
    ['is billed to nobody', { ProjectContractId: '' }, ["Field 'Project contract ID' must be filled in."]],
    ['has a contract there is not', { ProjectContractId: 'X' }, [expect.stringContaining("'Project contract ID'")]],
    ['has no group', { ProjectGroupId: '' }, ["Field 'ProjectGroupId' must be filled in."]],
    [
      'ends before it starts',
      { ProjectedEndDate: '2026-09-30T12:00:00Z' },
      ['The projected end date must be later than the projected start date.'],
    ],
    [
      'has a manager of nobody',
      { ProjectManagerPersonnelNumber: '1' },
      [expect.stringContaining("'Personnel number'")],
    ],
    [
      'starts in progress',
      { ProjectStage: 'InProcess' },
      ['Project stage InProcess is not allowed for a new project.'],
    ],
    ['lies under a project there is not', { ParentProjectId: 'X' }, [expect.stringContaining("'Parent project'")]],
  ])('a project that %s is refused', async (_case, more, told) => {
    await finance.create('ProjectContractHeaders', contract());
    expect(await refusal(await finance.call('POST', 'ProjectsV2', projectOf('P-1', more)))).toEqual([400, told]);
    expect((await finance.call('GET', key)).status).toBe(404);
  });

  test('a project goes through its stages; a finished one is changed by being opened again', async () => {
    await openProject(finance, 'P-1');
    expect((await shown()).ProjectStage).toBe('InProcess');
    expect((await change({ ProjectName: 'Longer', ProjectedEndDate: '2027-09-30T12:00:00Z' })).status).toBe(204);
    expect((await stage('Completed')).status).toBe(204);
    expect(await refusal(await change({ ProjectName: 'Late' }))).toEqual([
      400,
      ['Project P-1 is finished and cannot be changed.'],
    ]);
    expect(await refusal(await stage('Scheduled'))).toEqual([
      400,
      ['Project stage cannot be changed from Completed to Scheduled.'],
    ]);
    expect((await stage('InProcess')).status).toBe(204);
    expect(await shown()).toMatchObject({
      ProjectName: 'Longer',
      ProjectedEndDate: '2027-09-30T12:00:00Z',
      ProjectStage: 'InProcess',
    });
    expect((await stage('Created')).status).toBe(400);
  });

  test('finance closes a project of its own accord', async () => {
    await openProject(finance, 'P-1');
    expect(finance.act('closeProject', { externalId: 'P-1' })).toEqual({ id: 'nwus~p-1' });
    expect((await shown()).ProjectStage).toBe('Completed');
    expect(() => finance.act('closeProject', { externalId: 'P-2' })).toThrow('there is no project "P-2"');
  });

  test('the currency of a contract stays while it has a project', async () => {
    await openProject(finance, 'P-1');
    const address = at('ProjectContractHeaders', { dataAreaId: 'nwus', ProjectContractId: 'P-1' });
    expect(await refusal(await finance.call('PATCH', address, { SalesCurrencyCode: 'EUR' }))).toEqual([
      400,
      ['The sales currency cannot be changed, because the contract has projects.'],
    ]);
    expect((await finance.call('PATCH', address, { CustomersOrderReference: 'CTR-2' })).status).toBe(204);
  });

  test('a price has a key of eleven parts, empty ones stand for any, and is changed by it', async () => {
    await openProject(finance, 'P-1');
    const price = { dataAreaId: 'nwus', ProjectId: 'P-1', ResourceCategoryId: 'CONS', CurrencyId: 'USD' };
    await finance.create('ProjHourSalesPricesV2', { ...price, SalesPricing: 180 });
    expect((await finance.call('POST', 'ProjHourSalesPricesV2', { ...price, SalesPricing: 190 })).status).toBe(400);
    const address = at('ProjHourSalesPricesV2', {
      ...price,
      PriceGroup: '',
      TransDate: '1900-01-01T12:00:00Z',
      CustomerAccount: '',
      ProjectContractId: '',
      ResourceId: '',
      ResourceCompanyId: '',
      CategoryId: '',
    });
    expect((await finance.call('PATCH', address, { SalesPricing: 190.5 })).status).toBe(204);
    expect((await finance.rows('ProjHourSalesPricesV2')).map(({ SalesPricing }) => SalesPricing)).toEqual([190.5]);
    expect((await finance.call('DELETE', address)).status).toBe(204);
    expect(await finance.rows('ProjHourSalesPricesV2')).toEqual([]);
    for (const more of [{ ResourceCategoryId: 'X' }, { CurrencyId: '' }, { ProjectId: 'X' }, { CurrencyId: 'XXX' }]) {
      expect((await finance.call('POST', 'ProjHourSalesPricesV2', { ...price, ...more, SalesPricing: 1 })).status).toBe(
        400,
      );
    }
  });
});
