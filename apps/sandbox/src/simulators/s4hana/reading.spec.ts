import { type Json, openSystem, partners, projects, refusal, type System } from './system.fixture.js';

describe('reading from an S/4HANA system', () => {
  let system: System;
  beforeEach(async () => {
    system = await openSystem();
  });
  afterEach(() => system.hosted.close());

  const set = `${projects}/A_EnterpriseProject`;
  const codes = async (query: string): Promise<unknown[]> =>
    (await system.read<Json[]>(`${set}?${query}`)).map(({ Project }) => Project);
  const refused = async (path: string): Promise<[number, string]> => {
    const [status, , message] = await refusal(await system.call('GET', path));
    return [status, message];
  };

  test('a naive client that does not ask for JSON gets Atom', async () => {
    for (const accept of ['*/*', 'application/atom+xml']) {
      const reply = await system.call('GET', set, undefined, { accept });
      expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/atom+xml']);
    }
    const reply = await system.call('GET', `${set}?$format=json`, undefined, { accept: '*/*' });
    expect(reply.headers.get('content-type')).toMatch(/^application\/json/);
    expect((await system.call('GET', set, undefined, { accept: 'text/csv' })).status).toBe(406);
  });

  test('a list is d.results; a day is a /Date()/, what is not set is empty, a link is deferred', async () => {
    const [project] = await system.read<Json[]>(`${set}?$filter=Project eq 'LEG-1'`);
    const uri = `${system.hosted.world.origin}/sap/opu/odata/sap/${set}(guid'${String(project!.ProjectUUID)}')`;
    expect(project).toMatchObject({
      __metadata: { id: uri, uri, type: 'API_ENTERPRISE_PROJECT_SRV.A_EnterpriseProjectType' },
      Project: 'LEG-1',
      ProjectStartDate: '/Date(1767225600000)/', // 2026-01-01
      ActualStartDate: null,
      LastChangeDateTime: '/Date(1788256800000+0000)/', // 2026-09-01T10:00:00Z
      Plant: '',
      EntProjectIsConfidential: false,
      CompanyCode: '1710',
      to_EnterpriseProjectElement: { __deferred: { uri: `${uri}/to_EnterpriseProjectElement` } },
    });
  });

  test('nothing found is an empty list; nobody of that key is a 404', async () => {
    expect(await system.read(`${set}?$filter=Project eq 'NONE'`)).toEqual([]);
    const reply = await system.call('GET', `${partners}/A_BusinessPartner('1')`);
    expect((await refusal(reply)).slice(0, 2)).toEqual([404, '/IWBEP/CM_MGW_RT/020']);
  });

  test('the server cuts long lists whatever $top is, and keeps its version in the link to the rest', async () => {
    system.act('setPageSize', { rows: 1 });
    const first = await system.call('GET', `${set}?$orderby=Project&$top=2&$inlinecount=allpages`);
    const { d } = (await first.json()) as { d: { __count: string; results: Json[]; __next: string } };
    expect([d.__count, d.results.map(({ Project }) => Project)]).toEqual(['2', ['LEG-1']]);
    expect(d.__next).toContain(';v=0002/A_EnterpriseProject?');
    const second = await system.call('GET', new URL(d.__next).pathname + new URL(d.__next).search);
    const rest = (await second.json()) as { d: { results: Json[]; __next?: string } };
    expect([rest.d.results.map(({ Project }) => Project), rest.d.__next]).toEqual([['LEG-2'], undefined]);
  });

  test('filters compare, combine and look into texts', async () => {
    expect(await codes("$filter=Project eq 'LEG-1' or Project eq 'LEG-2'&$orderby=Project desc")).toEqual([
      'LEG-2',
      'LEG-1',
    ]);
    expect(await codes("$filter=ProcessingStatus eq '30' and not (Project eq 'LEG-1')")).toEqual(['LEG-2']);
    expect(await codes("$filter=substringof('G-2',Project) eq true")).toEqual(['LEG-2']);
    expect(await codes("$filter=startswith(Project,'LEG') and endswith(Project,'1')")).toEqual(['LEG-1']);
    expect(await codes("$filter=ProjectStartDate ge datetime'2026-01-02T00:00:00'")).toEqual([]);
    expect(await codes("$filter=LastChangeDateTime gt datetimeoffset'2026-09-01T09:59:59Z'&$skip=1")).toHaveLength(1);
    expect(await codes("$filter=CustomerUUID ne guid'00000000-0000-0000-0000-000000000000'")).toHaveLength(2);
    const [partner] = await system.read<Json[]>(
      `${partners}/A_BusinessPartner?$filter=OrganizationBPName1 eq 'O''Hara %26 Sons'`,
    );
    expect(partner!.OrganizationBPName1).toBe("O'Hara & Sons");
  });

  test('a property that does not exist is refused by name wherever it is asked for', async () => {
    const message = 'Property Nope not found in type A_EnterpriseProjectType';
    for (const query of ["$filter=Nope eq 'x'", '$select=Nope', '$orderby=Nope', '$expand=Nope']) {
      const reply = await system.call('GET', `${set}?${query}`);
      expect(await refusal(reply)).toEqual([400, '005056A509B11EE1B9A8FEA8DE87F78E', message]);
    }
  });

  test.each([
    ["ProjectStartDate eq '2026-01-01'", 'a quoted day'],
    ['ProjectStartDate eq 2026-01-01', 'a bare day'],
    ['Project eq LEG-1', 'an unquoted text'],
    ["ProjectUUID eq '0c9f0000-0000-0000-0000-000000000000'", 'a guid as a text'],
    ["contains(Project,'L')", 'a function of another version'],
    ["Project eq 'LEG-1' and", 'half a condition'],
    ["Project eq 'LEG-1')", 'a parenthesis too many'],
    ["Project == 'LEG-1'", 'another operator'],
  ])('$filter=%s is refused: %s', async (filter) => {
    expect((await system.call('GET', `${set}?$filter=${filter}`)).status).toBe(400);
  });

  test('other query options are refused, and those of lists on one entity', async () => {
    expect((await refused(`${set}?$count=true`))[0]).toBe(400);
    expect((await refused(`${set}?$top=-1`))[0]).toBe(400);
    const [{ ProjectUUID }] = (await system.read<Json[]>(set)) as [Json];
    expect(await refused(`${set}(guid'${String(ProjectUUID)}')?$top=1&$skip=1`)).toEqual([
      400,
      "System query options '$top,$skip' are not allowed in the requested URI",
    ]);
  });

  test('$select shows what is named; an expansion must be named too', async () => {
    const [bare] = await system.read<Json[]>(`${set}?$select=Project&$filter=Project eq 'LEG-1'`);
    expect(Object.keys(bare!)).toEqual(['__metadata', 'Project']);
    const expanded = `${set}?$select=Project,to_EnterpriseProjectElement/ProjectElement&$expand=to_EnterpriseProjectElement`;
    const [project] = await system.read<[{ to_EnterpriseProjectElement: { results: Json[] } }]>(
      `${expanded}&$orderby=Project`,
    );
    const { results } = project.to_EnterpriseProjectElement;
    expect(results.map((row) => [Object.keys(row), row.ProjectElement])).toEqual([
      [['__metadata', 'ProjectElement'], 'LEG-1'],
      [['__metadata', 'ProjectElement'], 'LEG-1.1'],
    ]);
  });

  test('navigations are addresses, collections can be counted', async () => {
    const [{ ProjectUUID }] = (await system.read<Json[]>(`${set}?$filter=Project eq 'LEG-1'`)) as [Json];
    const one = `${set}(ProjectUUID=guid'${String(ProjectUUID)}')`;
    expect(await system.read<Json[]>(`${one}/to_EnterpriseProjectElement`)).toHaveLength(2);
    expect(await system.read(`${one}/to_EntProjBlkFunc`)).toMatchObject({ EntProjTimeRecgIsBlkd: false });
    expect(await (await system.call('GET', `${set}/$count`)).text()).toBe('2');
    const reply = await system.call('GET', `${one}/to_Nowhere`);
    expect((await refusal(reply)).slice(0, 2)).toEqual([404, '/IWFND/CM_MGW/051']);
  });

  test('a cost centre has a row for each period; which is valid is for the reader to say', async () => {
    const centre = 'API_COSTCENTER_SRV/A_CostCenter';
    const rows = await system.read<Json[]>(`${centre}?$filter=CostCenter eq 'CC-1'`);
    expect(rows).toHaveLength(2);
    const on = "datetime'2026-09-01T00:00:00'";
    const valid = `CostCenter eq 'CC-1' and ValidityStartDate le ${on} and ValidityEndDate ge ${on}`;
    const [row] = await system.read<[Json & { to_Text: { results: Json[] } }]>(
      `${centre}?$filter=${valid}&$expand=to_Text`,
    );
    expect(row).toMatchObject({
      ControllingArea: 'A000',
      CompanyCode: '1710',
      ValidityEndDate: '/Date(253402214400000)/',
    });
    expect(row.to_Text.results.map(({ CostCenterName }) => CostCenterName)).toEqual(['Strategy']);
    const key = "(ControllingArea='A000',CostCenter='CC-1',ValidityEndDate=datetime'2025-12-31T00:00:00')";
    expect(await system.read(`${centre}${key}`)).toMatchObject({ ValidityStartDate: '/Date(1420070400000)/' });
    expect((await system.call('GET', `${centre}(CostCenter='CC-1')`)).status).toBe(400);
    expect((await system.call('POST', centre, {})).status).toBe(405);
  });

  test('the code lists of projects are V4: value, without d', async () => {
    const list =
      '/sap/opu/odata4/sap/api_entprojprocessingstat/srvd_a2x/sap/entprojectprocessingstatus/0001/ProcessingStatus';
    const { value } = (await (await system.call('GET', list)).json()) as { value: Json[] };
    const texts = Object.fromEntries(value.map((row) => [row.ProcessingStatus, row.ProcessingStatusText]));
    expect(texts).toEqual({ '00': 'Created', '10': 'Released', '20': 'Completed', '30': 'Closed', '42': 'Locked' });
  });
});
