import { randomUUID } from 'node:crypto';
import {
  type Json,
  openSystem,
  projectOf,
  projects,
  refusal,
  setStatus,
  type System,
  targets,
} from './system.fixture.js';

describe('projects of an S/4HANA system', () => {
  let system: System;
  beforeEach(async () => {
    system = await openSystem();
  });
  afterEach(() => system.hosted.close());

  const set = `${projects}/A_EnterpriseProject`;
  const elements = `${projects}/A_EnterpriseProjectElement`;
  const post = (body: Json): Promise<Response> => system.call('POST', set, body);
  const statusOf = async (id: string): Promise<unknown> => (await system.read(`${set}(guid'${id}')`)).ProcessingStatus;

  test('a deep insert answers 201 with the address and the elements sent along; the company is the cost centre’s', async () => {
    const reply = await post(projectOf('PS-10042', { YY1_ContractNumber_PTD: 'CT-1' }));
    expect(reply.status).toBe(201);
    const { d } = (await reply.json()) as { d: Json & { to_EnterpriseProjectElement: { results: Json[] } } };
    expect(reply.headers.get('location')).toContain(`;v=0002/A_EnterpriseProject(guid'${String(d.ProjectUUID)}')`);
    expect(d).toMatchObject({
      Project: 'PS-10042',
      ProjectInternalID: expect.stringMatching(/^\d{8}$/) as string,
      ProcessingStatus: '00',
      CompanyCode: '1710',
      ProjectCurrency: 'USD',
      ProjectStartDate: '/Date(1790812800000)/',
      ProjectEndDate: '/Date(1806451200000)/', // 2027-03-31, sent as 2027-03-31T00:00:00
      YY1_ContractNumber_PTD: 'CT-1',
    });
    expect(d.to_EnterpriseProjectElement.results.map(({ ProjectElement }) => ProjectElement)).toEqual([
      'PS-10042',
      'PS-10042.1',
    ]);
    const [entry] = system.journal.entries;
    expect(entry).toMatchObject({ operation: 'create', entity: 'A_EnterpriseProject', id: d.ProjectUUID, by: 'api' });
  });

  test('a naive client finds the project itself among its elements, and may not change it there (KBA 3743470)', async () => {
    const { ProjectUUID } = await system.create(set, projectOf('PS-1'));
    const id = String(ProjectUUID);
    const children = `${elements}?$filter=ProjectUUID eq guid'${id}' and ParentObjectUUID ne guid'00000000-0000-0000-0000-000000000000'`;
    expect((await system.read<Json[]>(children)).map(({ ProjectElement }) => ProjectElement)).toEqual(['PS-1.1']);
    const reply = await system.call('PATCH', `${elements}(guid'${id}')`, { ProjectElementDescription: 'x' });
    expect(await refusal(reply)).toEqual([
      400,
      '/S4PPM/CRUD/377',
      'Use the Project entity to update the project definition.',
    ]);
  });

  test('the same project twice is refused, so that a repeat after a lost reply is seen', async () => {
    await system.create(set, projectOf('PS-1'));
    expect((await refusal(await post(projectOf('PS-1')))).slice(0, 1)).toEqual([400]);
    expect(await system.read<Json[]>(`${set}?$filter=Project eq 'PS-1'`)).toHaveLength(1);
  });

  test('a creation whose reply is lost is found by the project’s code, and not by sending it again', async () => {
    system.hosted.faults.add({ kind: 'commit-then-reset', method: 'POST', path: '/A_EnterpriseProject', times: 1 });
    await expect(post(projectOf('PS-1'))).rejects.toThrow('fetch failed');
    expect(await system.read<Json[]>(`${set}?$filter=Project eq 'PS-1'`)).toHaveLength(1);
    expect((await post(projectOf('PS-1'))).status).toBe(400);
  });

  test('everything that is missing is told at once', async () => {
    const reply = await post({ Project: 'PS-1', ProjectDescription: 'x', ProjectProfileCode: 'YP03' });
    expect([reply.status, await targets(reply)]).toEqual([
      400,
      ['ProjectStartDate', 'ProjectEndDate', 'ResponsibleCostCenter'],
    ]);
  });

  test.each<[string, Json]>([
    ['a code longer than 24', { Project: 'P'.repeat(25) }],
    ['a description longer than 60', { ProjectDescription: 'd'.repeat(61) }],
    ['a field of no project', { Nope: 'x' }],
    ['a status, which is read-only', { ProcessingStatus: '10' }],
    ['a company code, which follows from the cost centre', { CompanyCode: '1710' }],
    ['a bare day', { ProjectStartDate: '2026-10-01' }],
    ['a number for a text', { PriorityCode: 1 }],
    ['a text for a flag', { IsBillingRelevant: 'true' }],
    ['a profile that does not exist', { ProjectProfileCode: 'YP99' }],
    ['a cost centre that does not exist', { ResponsibleCostCenter: 'CC-9' }],
    ['a customer that does not exist', { CustomerUUID: '0c9f0000-0000-0000-0000-000000000000' }],
    ['an end before the start', { ProjectEndDate: '/Date(1780000000000)/' }],
    ['an element without a description', { to_EnterpriseProjectElement: [{ ProjectElement: 'PS-1.1' }] }],
  ])('%s is refused, and nothing is saved', async (_case, more) => {
    expect((await post(projectOf('PS-1', more))).status).toBe(400);
    expect(await system.read<Json[]>(set)).toHaveLength(2);
    expect(system.journal.entries.filter(({ by }) => by === 'api')).toEqual([]);
  });

  test('a project is created, released, completed and closed, its elements with it; nothing is skipped', async () => {
    const { ProjectUUID } = await system.create(set, projectOf('PS-1'));
    const id = String(ProjectUUID);
    expect((await setStatus(system, id, '30')).status).toBe(400);
    for (const status of ['10', '20', '30']) {
      const reply = await setStatus(system, id, status);
      expect([reply.status, ((await reply.json()) as { d: Json }).d.ProcessingStatus]).toEqual([200, status]);
    }
    const inner = await system.read<Json[]>(`${set}(guid'${id}')/to_EnterpriseProjectElement`);
    expect(inner.map(({ ProcessingStatus }) => ProcessingStatus)).toEqual(['30', '30']);
    expect((await system.call('PATCH', `${set}(guid'${id}')`, { ProjectDescription: 'late' })).status).toBe(400);
  });

  test('a status set before is refused, not passed over: a repeat must look first', async () => {
    const id = await system.openProject('PS-1');
    expect((await setStatus(system, id, '10')).status).toBe(400);
    expect(await statusOf(id)).toBe('10');
  });

  test('a status is set by POST with literals in the address, and by nothing else', async () => {
    const { ProjectUUID } = await system.create(set, projectOf('PS-1'));
    const call = `${projects}/ChangeEntProjProcgStatus`;
    const id = String(ProjectUUID);
    expect((await system.call('GET', `${call}?ProjectUUID=guid'${id}'&ProcessingStatus='10'`)).status).toBe(405);
    expect((await system.call('POST', `${call}?ProjectUUID=guid'${id}'`)).status).toBe(400);
    expect((await system.call('POST', `${call}?ProjectUUID='${id}'&ProcessingStatus='10'`)).status).toBe(400);
    expect((await system.call('POST', call, { ProjectUUID: id, ProcessingStatus: '10' })).status).toBe(400);
    expect(await statusOf(id)).toBe('00');
  });

  test('a change answers 204 without a body, by PATCH or MERGE; projects have no ETag', async () => {
    const id = await system.openProject('PS-1');
    system.at('2026-09-01T10:05:00Z');
    const reply = await system.call('PATCH', `${set}(guid'${id}')`, { YY1_TaxCode_PTD: 'DE-19' });
    expect([reply.status, await reply.text(), reply.headers.get('etag')]).toEqual([204, '', null]);
    expect((await system.call('MERGE', `${set}(guid'${id}')`, { ProjectDescription: 'Pier audit' })).status).toBe(204);
    expect(await system.read(`${set}(guid'${id}')`)).toMatchObject({
      YY1_TaxCode_PTD: 'DE-19',
      ProjectDescription: 'Pier audit',
      LastChangeDateTime: '/Date(1788257100000+0000)/', // 2026-09-01T10:05:00Z
    });
  });

  test('an element added to a released project is not released by that', async () => {
    const id = await system.openProject('PS-1');
    const added = await system.create(`${set}(guid'${id}')/to_EnterpriseProjectElement`, {
      ProjectElement: 'PS-1.2',
      ProjectElementDescription: 'Report',
    });
    const orphan = { ProjectElement: 'PS-1.3', ProjectElementDescription: 'x', ParentObjectUUID: randomUUID() };
    const elsewhere = `${set}(guid'${id}')/to_EnterpriseProjectElement`;
    expect(await targets(await system.call('POST', elsewhere, orphan))).toEqual(['ParentObjectUUID']);
    expect(added).toMatchObject({ ProjectUUID: id, ParentObjectUUID: id, ProcessingStatus: '00' });
    const element = String(added.ProjectElementUUID);
    const call = `${projects}/ChangeEntProjElmntProcgStatus?ProjectElementUUID=guid'${element}'&ProcessingStatus='10'`;
    expect((await system.call('POST', call)).status).toBe(200);
  });

  test('people close projects, and a set-up of the firm’s own refuses creations', async () => {
    const id = await system.openProject('PS-1');
    expect(system.act('closeProject', { externalId: 'PS-1' })).toEqual({ id });
    expect(await statusOf(id)).toBe('30');
    system.act('failNext', { type: 'A_EnterpriseProject', errorCode: 'ZPM/001', detail: 'No.', times: 1 });
    expect(await refusal(await post(projectOf('PS-2')))).toEqual([400, 'ZPM/001', 'No.']);
    expect((await post(projectOf('PS-2'))).status).toBe(201);
  });

  test('a success may carry a warning in the sap-message header', async () => {
    const reply = await post(projectOf('PS-1', { ProjectStartDate: '2026-08-31T00:00:00' }));
    expect(reply.status).toBe(201);
    expect(JSON.parse(reply.headers.get('sap-message')!)).toMatchObject({ severity: 'warning' });
  });

  test('projects are not deleted, replaced or created at an address', async () => {
    const id = await system.openProject('PS-1');
    for (const method of ['DELETE', 'PUT', 'POST'])
      expect((await system.call(method, `${set}(guid'${id}')`, projectOf('PS-1'))).status).toBe(405);
  });

  test('broken JSON and another content type are refused', async () => {
    expect((await system.call('POST', set, '{"Project":')).status).toBe(400);
    expect((await system.call('POST', set, '[]')).status).toBe(400);
    expect((await system.call('POST', set, '<entry/>', { 'content-type': 'application/atom+xml' })).status).toBe(415);
  });
});
