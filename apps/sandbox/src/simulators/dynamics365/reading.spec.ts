import { at, type Finance, type Json, openFinance, projectOf, refusal } from './finance.fixture.js';

describe('reading from Dynamics 365 Finance', () => {
  let finance: Finance;
  beforeEach(async () => {
    finance = await openFinance();
  });
  afterEach(() => finance.hosted.close());

  const codes = async (path: string): Promise<unknown[]> =>
    (await finance.rows(path)).map(({ ProjectId }) => ProjectId);

  test('a list is a context and rows, each with its version and all of its fields, none of them null', async () => {
    const reply = await finance.call(
      'GET',
      'ProjectsV2?$select=dataAreaId,ProjectId,ProjectStage,ParentProjectId,ActualEndDate&$top=1',
    );
    expect([reply.headers.get('content-type'), await reply.json()]).toEqual([
      'application/json; odata.metadata=minimal; charset=utf-8',
      {
        '@odata.context': `${finance.origin}/data/$metadata#ProjectsV2(dataAreaId,ProjectId,ProjectStage,ParentProjectId,ActualEndDate)`,
        value: [
          {
            '@odata.etag': expect.stringMatching(/^W\/"[\w+/]+=*"$/) as string,
            dataAreaId: 'nwus',
            ProjectId: 'LEG-1',
            ProjectStage: 'InProcess',
            ParentProjectId: '',
            ActualEndDate: '1900-01-01T12:00:00Z',
          },
        ],
      },
    ]);
  });

  test('a naive client sees its own company only, in which there is nothing', async () => {
    const reply = await finance.plainly('GET', 'ProjectsV2');
    expect(((await reply.json()) as { value: Json[] }).value).toEqual([]);
    const key = at('ProjectsV2', { dataAreaId: 'nwus', ProjectId: 'LEG-1' });
    expect((await finance.plainly('GET', key)).status).toBe(404);
    expect((await finance.call('GET', key)).status).toBe(200);
  });

  test.each<[string, string[]]>([
    ["dataAreaId eq 'NWUS'", ['LEG-1', 'LEG-2']],
    ["dataAreaId eq 'nwus' and ProjectId ne 'leg-1'", ['LEG-2']],
    ["ProjectStage eq Microsoft.Dynamics.DataEntities.ProjStatus'Completed'", ['LEG-2']],
    ["not (ProjectStage eq Microsoft.Dynamics.DataEntities.ProjStatus'Completed')", ['LEG-1']],
    ["ProjectName eq '*leg-1*'", ['LEG-1']],
    ["ProjectName ne '*2'", ['LEG-1']],
    ["ProjectName eq 'Project'", []],
    ['ProjectedStartDate gt 2026-01-01T12:00:00Z', []],
    ['ProjectedStartDate ge 2026-01-01T12:00:00Z', ['LEG-1', 'LEG-2']],
    ["ProjectId eq 'O''Hara' or ProjectId eq 'LEG-2'", ['LEG-2']],
  ])('filters %s', async (filter, expected) => {
    expect(await codes(`ProjectsV2?$filter=${encodeURIComponent(filter)}`)).toEqual(expected);
  });

  test.each([
    "ProjectId in ('LEG-1')",
    "startswith(ProjectId,'LEG')",
    "ProjectStage eq 'Completed'",
    "ProjectStage gt Microsoft.Dynamics.DataEntities.ProjStatus'Created'",
    'ProjectedStartDate gt 2026-01-01',
    "projectid eq 'LEG-1'",
    "ProjectId eq 'LEG-1' and",
    "(ProjectId eq 'LEG-1'",
  ])('does not understand the filter %s', async (filter) => {
    const reply = await finance.call('GET', `ProjectsV2?$filter=${encodeURIComponent(filter)}`);
    expect(await refusal(reply)).toEqual([
      400,
      [expect.stringMatching(/^The query specified in the URI is not valid\./)],
    ]);
  });

  test('long lists come in pages of the server’s, with a link to the next', async () => {
    for (const code of ['A', 'B', 'C']) {
      const { ProjectContractId: _, ...project } = projectOf(code, { ProjectGroupId: 'INT' });
      await finance.create('ProjectsV2', project);
    }
    finance.act('setPageSize', { rows: 2 });
    const page = async (url: string): Promise<[unknown[], string | undefined]> => {
      const reply = await fetch(url, { headers: { authorization: finance.authorization } });
      const body = (await reply.json()) as { value: Json[]; '@odata.nextLink'?: string };
      return [body.value.map(({ ProjectId }) => ProjectId), body['@odata.nextLink']];
    };
    const query = "cross-company=true&$orderby=ProjectId desc&$select=ProjectId&$filter=ProjectName ne '' ";
    const [first, second] = await page(`${finance.origin}/data/ProjectsV2?${query}`);
    const [then, third] = await page(second!);
    const [last, none] = await page(third!);
    expect([first, then, last, none]).toEqual([['LEG-2', 'LEG-1'], ['C', 'B'], ['A'], undefined]);
    expect(await codes('ProjectsV2?$orderby=ProjectId&$top=1&$skip=1')).toEqual(['B']);
  });

  test('counts with the rows, or alone', async () => {
    expect(await (await finance.call('GET', 'ProjectsV2?$count=true&$top=1')).json()).toMatchObject({
      '@odata.count': 2,
    });
    expect(await (await finance.call('GET', 'ProjectsV2/$count')).text()).toBe('2');
  });

  test('a row is addressed by all of its keys, named, and needs to be there', async () => {
    const status = async (path: string): Promise<number> => (await finance.call('GET', path)).status;
    expect(await status("ProjectsV2(dataAreaId='nwus',ProjectId='LEG-1')")).toBe(200);
    expect(await status("ProjectsV2(ProjectId='LEG-1')")).toBe(400);
    expect(await status("ProjectsV2(dataAreaId='nwus',ProjectId='NONE')")).toBe(404);
    expect(await status("LegalEntities('NWUS')")).toBe(200);
    expect(await status('projectsv2')).toBe(404);
    expect(await (await finance.call('GET', "ProjectsV2(dataAreaId='nwus',ProjectId='NONE')")).text()).toBe('');
  });

  test('unknown fields and options are refused, options of others are passed over', async () => {
    for (const query of ['$select=Nope', '$orderby=Nope', '$expand=Tasks', '$search=x', '$top=-1']) {
      expect((await finance.call('GET', `ProjectsV2?${query}`)).status).toBe(400);
    }
    expect((await finance.call('GET', 'ProjectsV2?tracking=1')).status).toBe(200);
  });

  test('says what it has', async () => {
    const reply = await finance.plainly('GET', '$metadata');
    const text = await reply.text();
    expect(reply.headers.get('content-type')).toBe('application/xml');
    expect(text).toContain('<EntitySet Name="ProjectsV2" EntityType="Microsoft.Dynamics.DataEntities.ProjectV2"/>');
    expect(text).toContain('<EnumType Name="ProjStatus"><Member Name="Created" Value="0"/>');
    const { value } = (await (await finance.plainly('GET', '')).json()) as { value: Json[] };
    expect(value).toContainEqual({ name: 'JournalTrans', kind: 'EntitySet', url: 'JournalTrans' });
  });

  test('cost centres are operating units and values of a dimension', async () => {
    const filter = "$filter=FinancialDimension eq 'CostCenter' and DimensionValue eq 'CC-1'";
    expect(await finance.rows(`FinancialDimensionValues?${filter}`)).toMatchObject([
      { LegalEntityId: 'NWUS', Description: 'Strategy', IsSuspended: 'No', ActiveTo: '1900-01-01T12:00:00Z' },
    ]);
    expect(await finance.rows("CostCenters?$filter=OperatingUnitNumber eq 'CC-2'")).toMatchObject([
      { Name: 'Data', OperatingUnitType: 'OMCostCenter' },
    ]);
    expect(finance.act('addDepartment', { code: 'CC-3', name: 'New', legalEntity: 'NW-DE' })).toEqual({ id: 'CC-3' });
    finance.act('suspendDepartment', { code: 'CC-1' });
    expect(
      (await finance.rows('FinancialDimensionValues')).map((row) => [row.DimensionValue, row.IsSuspended]),
    ).toEqual([
      ['CC-1', 'Yes'],
      ['CC-2', 'No'],
      ['CC-3', 'No'],
    ]);
    expect((await finance.call('POST', 'CostCenters', { OperatingUnitNumber: 'X' })).status).toBe(405);
  });
});
