import { type Json, openSystem, partners, type System, workerXml, workforcePath } from './system.fixture.js';

describe('workers of an S/4HANA system', () => {
  let system: System;
  beforeEach(async () => {
    system = await openSystem();
    system.session = {};
  });
  afterEach(() => system.hosted.close());

  const send = (xml: string): Promise<Response> =>
    system.call('POST', workforcePath, xml, { 'content-type': 'text/xml' });
  const severity = async (reply: Response): Promise<unknown[]> => {
    const text = await reply.text();
    return [reply.status, /<SeverityCode>(\w)</.exec(text)?.[1]];
  };
  const worker = (id: string): unknown => system.hosted.world.store.get('workforce-person', id);

  test('a worker is created, and changed by the same external id; SOAP needs no token', async () => {
    expect(await severity(await system.hire('1042'))).toEqual([200, 'S']);
    expect(await severity(await system.hire('1042', '1010', 'CC-2'))).toEqual([200, 'S']);
    expect(worker('1042')).toMatchObject({ LastName: "O'Neil", CompanyCode: '1010', CostCenter: 'CC-2' });
    const operations = system.journal.entries.map(({ operation, entity }) => [operation, entity]);
    expect(operations).toEqual([
      ['create', 'WorkforcePerson'],
      ['update', 'WorkforcePerson'],
    ]);
  });

  test('a naive client that trusts 200 believes refused workers were taken', async () => {
    expect(await severity(await system.hire('1042', '1710', 'CC-2'))).toEqual([200, 'E']);
    expect(await severity(await system.hire('1042', '9999'))).toEqual([200, 'E']);
    expect(await severity(await send(workerXml('1042', '1710', 'CC-1', '9')))).toEqual([200, 'E']);
    expect(worker('1042')).toBeUndefined();
  });

  test('a service performer needs a work order (KBA 2863231)', async () => {
    const xml = workerXml('1042', '1710', 'CC-1').replace('AgreementType>1<', 'AgreementType>3<');
    const text = await (await send(xml)).text();
    expect(text).toContain('<Note>Worker: 1042 - Work Order is mandatory.</Note>');
  });

  test('each worker is two business partners, employee and employment (KBA 3189555)', async () => {
    await system.hire('1042');
    await system.hire('1042');
    const people = await system.read<Json[]>(
      `${partners}/A_BusinessPartner?$filter=LastName eq 'O''Neil'&$expand=to_BusinessPartnerRole`,
    );
    const roles = people.map(
      (row) => (row.to_BusinessPartnerRole as { results: Json[] }).results[0]!.BusinessPartnerRole,
    );
    expect(roles).toEqual(['BUP003', 'BUP010']);
  });

  test('what is no such message is a fault', async () => {
    for (const xml of ['nonsense', '<a><b></a>', '<Envelope><Body><Other/></Body></Envelope>']) {
      const reply = await send(xml);
      expect([reply.status, await reply.text()]).toEqual([500, expect.stringContaining('soap-env:Fault')]);
    }
  });
});
