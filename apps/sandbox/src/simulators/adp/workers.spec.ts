import { type Company, openCompany, type Row, paid } from './company.fixture.js';

interface Shown extends Row {
  associateOID: string;
  workerID: { idValue: string };
}

describe('workers in ADP', () => {
  let company: Company;
  beforeEach(async () => {
    company = await openCompany();
  });
  afterEach(() => company.close());

  const list = async (query = ''): Promise<Shown[]> =>
    (await company.get<{ workers: Shown[] }>(`/hr/v2/workers${query}`)).workers;
  const numbers = async (query: string): Promise<string[]> =>
    (await list(query)).map(({ workerID }) => workerID.idValue);

  test('are the firm’s own in the US and Canada; what they are paid is nowhere', async () => {
    expect(await numbers('')).toEqual(['11', '12', '13']);
    expect(JSON.stringify(await list())).not.toContain('98765');
    expect(JSON.stringify(company.hosted.world.store.list('employee'))).not.toContain('98765');
  });

  test('have an id of sixteen characters, a company code of three and a file number of six', async () => {
    const [ben] = await list();
    expect(ben!.associateOID).toMatch(/^G3[0-9A-Z]{14}$/);
    expect(ben).toMatchObject({
      person: { legalName: { givenName: 'Ben', familyName1: 'Hale' } },
      workerStatus: { statusCode: { codeValue: 'Active' } },
      workAssignments: [
        {
          primaryIndicator: true,
          positionID: 'NUS000011',
          payrollGroupCode: { codeValue: 'NUS' },
          payrollFileNumber: '000011',
        },
      ],
    });
    expect(await company.get(`/hr/v2/workers/${ben!.associateOID}`)).toEqual({ workers: [ben] });
    expect((await company.call('GET', '/hr/v2/workers/G3NOBODY')).status).toBe(404);
  });

  test('come in pages, and the end has no body, on which a naive client fails', async () => {
    expect(await numbers('?$top=2')).toEqual(['11', '12']);
    expect(await numbers('?$top=2&$skip=2')).toEqual(['13']);
    const end = await company.call('GET', '/hr/v2/workers?$top=2&$skip=4');
    expect([end.status, end.text]).toEqual([204, '']);
    expect(await company.get('/hr/v2/workers?count=true&$top=1')).toMatchObject({ meta: { totalNumber: 3 } });
    expect((await company.call('GET', '/hr/v2/workers?$skip=x')).status).toBe(400);
  });

  test('are found by paths that begin at the collection', async () => {
    const found = (filter: string): Promise<string[]> =>
      numbers(`?${new URLSearchParams({ $filter: filter }).toString()}`);
    expect(await found("workers/workerID/idValue eq '12'")).toEqual(['12']);
    expect(await found("workers/workAssignments/payrollGroupCode/codeValue eq 'NCA'")).toEqual(['13']);
    expect(
      await found("workers/workAssignments/primaryIndicator eq true and workers/person/legalName/givenName eq 'Eva'"),
    ).toEqual(['12']);
    for (const filter of ["workerID/idValue eq '12'", "workers/workerID/idValue ne '12'", 'x']) {
      const query = new URLSearchParams({ $filter: filter }).toString();
      expect((await company.call('GET', `/hr/v2/workers?${query}`)).status).toBe(400);
    }
  });

  test('payroll puts somebody new on the books, once', async () => {
    const { associateOID } = company.act('hire', { worker: paid('16', 'Gus') }) as { associateOID: string };
    expect((await list()).at(-1)).toMatchObject({ associateOID, workerID: { idValue: '16' } });
    expect(() => company.act('hire', { worker: paid('16', 'Gus') })).toThrow('16 is on the payroll already');
    expect(() => company.act('hire', { worker: paid('17', 'Hal', { legalEntity: 'NW-DE' }) })).toThrow(
      'there is no company for NW-DE',
    );
  });
});
