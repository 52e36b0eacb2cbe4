import { at, type Finance, hire, type Json, openFinance, openProject, refusal } from './finance.fixture.js';

describe('people in Dynamics 365 Finance', () => {
  let finance: Finance;
  beforeEach(async () => {
    finance = await openFinance();
  });
  afterEach(() => finance.hosted.close());

  const worker = async (): Promise<Json> => (await finance.rows("Workers?$filter=PersonnelNumber eq '1042'"))[0]!;
  const employment = (more: Json = {}): Json => ({
    PersonnelNumber: '1042',
    LegalEntityId: 'nwus',
    EmploymentStartDate: '2026-09-15T00:00:00Z',
    DimensionDisplayValue: 'CC-1',
    ...more,
  });
  const forever = '2154-12-31T23:59:59Z';
  const address = (end: string): string =>
    at('Employments', {
      PersonnelNumber: '1042',
      LegalEntityId: 'NWUS',
      EmploymentStartDate: '2026-09-15T00:00:00Z',
      EmploymentEndDate: end,
    });

  test('a worker is employed from the day of an employment on, and until its end', async () => {
    await finance.create('Workers', {
      PersonnelNumber: '1042',
      FirstName: 'Ada',
      LastName: "O'Neil",
      PrimaryContactEmail: 'ada@x.example',
    });
    expect(await worker()).toMatchObject({ Name: "Ada O'Neil", WorkerStatus: 'Terminated', WorkerType: 'Employee' });
    expect(await finance.create('Employments', employment())).toMatchObject({
      LegalEntityId: 'NWUS',
      EmploymentEndDate: forever,
    });
    expect((await worker()).WorkerStatus).toBe('Pending');
    finance.at('2026-09-15T10:00:00Z');
    await finance.signIn();
    expect((await worker()).WorkerStatus).toBe('Employed');
    expect(
      await finance.rows("Workers?$filter=WorkerStatus eq Microsoft.Dynamics.DataEntities.HcmWorkerStatus'Employed'"),
    ).toHaveLength(1);
    expect((await finance.call('PATCH', address(forever), { EmploymentEndDate: '2026-09-15T09:00:00Z' })).status).toBe(
      204,
    );
    expect((await worker()).WorkerStatus).toBe('Terminated');
  });

  test('the end of an employment is a part of its address', async () => {
    await hire(finance, '1042');
    const [{ EmploymentStartDate }] = (await finance.rows('Employments')) as [Json];
    const old = at('Employments', {
      PersonnelNumber: '1042',
      LegalEntityId: 'NWUS',
      EmploymentStartDate: String(EmploymentStartDate),
      EmploymentEndDate: forever,
    });
    expect((await finance.call('PATCH', old, { EmploymentEndDate: '2026-12-31T23:59:59Z' })).status).toBe(204);
    expect((await finance.call('GET', old)).status).toBe(404);
    expect(
      (await finance.call('GET', old.replace(encodeURIComponent(forever), encodeURIComponent('2026-12-31T23:59:59Z'))))
        .status,
    ).toBe(200);
  });

  test('somebody a company employs can be put to work there, under the same name', async () => {
    await hire(finance, '1042');
    await finance.create('Employments', employment({ LegalEntityId: 'NWDE' }));
    await finance.call('PATCH', at('Workers', { PersonnelNumber: '1042' }), { LastName: 'Lovelace' });
    expect(
      (await finance.rows('ProjectResources')).map((row) => [row.ResourceId, row.ResourceCompanyId, row.Name]),
    ).toEqual([
      ['1042', 'nwus', 'Ada Lovelace'],
      ['1042', 'nwde', 'Ada Lovelace'],
    ]);
  });

  test('a worker without a number gets one; names are needed', async () => {
    expect(await finance.create('Workers', { FirstName: 'Ada', LastName: 'Rowe' })).toMatchObject({
      PersonnelNumber: '000020',
    });
    expect(await refusal(await finance.call('POST', 'Workers', { FirstName: 'Ada' }))).toEqual([
      400,
      ["Field 'LastName' must be filled in."],
    ]);
  });

  test.each<[string, Json, unknown]>([
    [
      'of nobody',
      { PersonnelNumber: 'X' },
      "The value 'X' in field 'Personnel number' is not found in the related table 'Worker'.",
    ],
    [
      'in an unknown company',
      { LegalEntityId: 'usmf' },
      "The value 'USMF' in field 'Legal entity' is not found in the related table 'Legal entities'.",
    ],
    [
      'that ends before it starts',
      { EmploymentEndDate: '2026-01-01T00:00:00Z' },
      'The employment end date must be later than the start date.',
    ],
    ['for a cost centre there is not', { DimensionDisplayValue: 'X' }, expect.stringContaining("'CostCenter'")],
  ])('an employment %s is refused', async (_case, more, told) => {
    await finance.create('Workers', { PersonnelNumber: '1042', FirstName: 'Ada', LastName: 'Rowe' });
    expect(await refusal(await finance.call('POST', 'Employments', employment(more)))).toEqual([400, [told]]);
  });

  test('two employments in one company do not overlap', async () => {
    await hire(finance, '1042');
    expect(await refusal(await finance.call('POST', 'Employments', employment()))).toEqual([
      400,
      ['The employment overlaps with another employment in the same company.'],
    ]);
  });

  test('planned hours are entered, changed and taken back', async () => {
    await openProject(finance, 'P-1');
    await hire(finance, '1042');
    const plan = {
      dataAreaId: 'nwus',
      TransactionID: 'L-1',
      ProjectID: 'P-1',
      ForecastModel: 'Plan',
      ResourceId: '1042',
      ResourceCategoryId: 'CONS',
      ProjectDate: '2026-10-01T12:00:00Z',
      EndDate: '2026-10-31T12:00:00Z',
      Hours: 100,
      CostPrice: 95,
      DefaultDimensionDisplayValue: 'CC-1',
    };
    expect(await finance.create('ProjectEmplForecasts', plan)).toMatchObject({ TransactionID: 'L-1', Hours: 100 });
    expect((await finance.call('POST', 'ProjectEmplForecasts', plan)).status).toBe(400);
    const key = at('ProjectEmplForecasts', { dataAreaId: 'nwus', TransactionID: 'L-1' });
    expect((await finance.call('PATCH', key, { Hours: 80 })).status).toBe(204);
    expect(
      await refusal(await finance.call('PATCH', key, { EndDate: '2026-09-01T12:00:00Z', ResourceId: 'X' })),
    ).toEqual([
      400,
      [
        "The value 'X' in field 'Resource' is not found in the related table 'Resources'.",
        'The end date must be later than the project date.',
      ],
    ]);
    expect((await finance.call('DELETE', key)).status).toBe(204);
    expect(await finance.rows('ProjectEmplForecasts')).toEqual([]);
  });
});
