import { type Company, newWorker, openCompany } from './company.fixture.js';

interface Changed {
  latest: string;
  employees: Record<string, { id: string; action: string; lastChanged: string }> | [];
}

describe('employees of a BambooHR company', () => {
  let company: Company;
  beforeEach(async () => {
    company = await openCompany({ now: '2026-10-01T08:00:00Z' });
  });
  afterEach(() => company.hosted.close());

  const base = '/api/v1/employees';
  const reason = (reply: Response): string | null => reply.headers.get('x-bamboohr-error-message');

  test('only the fields that are asked for are told, as text, and unknown ones are left out', async () => {
    const fields = 'payRate,payType,payPer,standardHoursPerWeek,customSkills,shoeSize,employmentHistoryStatus';
    expect(await company.get(`${base}/101?fields=${fields}`)).toEqual({
      id: '101',
      payRate: '100000.00 USD',
      payType: 'Salary',
      payPer: 'Year',
      standardHoursPerWeek: '40',
      customSkills: 'SQL,PY',
      employmentHistoryStatus: 'Full-Time',
    });
  });

  test('the manager is told by id and as "Last, First", wherever she stands in the list', async () => {
    expect(await company.get(`${base}/101?fields=firstName,supervisor,supervisorId`)).toEqual({
      id: '101',
      firstName: 'Ben',
      supervisor: 'Marsh, Cleo',
      supervisorId: '100',
    });
  });

  test('an added field answers to its id as well as to its alias', async () => {
    const fields = (await company.get<{ id: string; alias: string }[]>('/api/v1/meta/fields')).filter(
      ({ alias }) => alias === 'customLegalEntity',
    );
    expect(await company.get(`${base}/101?fields=${fields[0]!.id}`)).toEqual({ id: '101', [fields[0]!.id]: 'NW-US' });
  });

  test('what is empty is null here, and a date of zeros in the list', async () => {
    expect(await company.get(`${base}/101?fields=hireDate,terminationDate`)).toEqual({
      id: '101',
      hireDate: null,
      terminationDate: null,
    });
    const list = await company.get<{ data: object[] }>(`${base}?filter[ids]=101&fields=hireDate`);
    expect(list.data).toEqual([expect.objectContaining({ employeeId: '101', hireDate: '0000-00-00' })]);
  });

  test('more than 400 fields are refused', async () => {
    const reply = await company.call('GET', `${base}/101?fields=${Array(401).fill('country').join(',')}`);
    expect(reply.status).toBe(400);
    expect(reason(reply)).toContain('400');
  });

  test('a new employee is answered with 201, the older host in Location and a body', async () => {
    const sent = { firstName: 'Test', lastName: 'Employee', hireDate: '2026-10-05' };
    const reply = await company.call('POST', base, sent);
    expect(reply.status).toBe(201);
    expect(new URL(reply.headers.get('location')!).pathname).toBe('/api/gateway.php/northwind/v1/employees/102');
    expect(await reply.json()).toEqual({ id: '102', firstName: 'Test', lastName: 'Employee', status: 'Active' });
    expect(company.journal.entries).toEqual([
      expect.objectContaining({ operation: 'create', entity: 'employee', id: '102', by: 'api' }),
    ]);
  });

  test('creating the same person twice makes two employees: there is no idempotency key', async () => {
    const sent = { firstName: 'Test', lastName: 'Employee' };
    await company.call('POST', base, sent);
    expect(await (await company.call('POST', base, sent)).json()).toMatchObject({ id: '103' });
  });

  test('an update changes what it names and repeats without harm', async () => {
    for (let count = 0; count < 2; count += 1) {
      const reply = await company.call('POST', `${base}/101`, { location: 'Chicago' });
      expect(reply.status).toBe(200);
      expect(await reply.json()).toMatchObject({ id: '101', firstName: 'Ben', location: 'Chicago' });
    }
    expect(await company.get(`${base}/101?fields=location,country`)).toEqual({
      id: '101',
      location: 'Chicago',
      country: 'US',
    });
    expect(company.journal.entries.map(({ operation }) => operation)).toEqual(['update', 'update']);
  });

  test.each([
    ['an unknown employee', 404, '999', { location: 'Chicago' }],
    ['a field nobody knows', 400, '101', { shoeSize: '42' }],
    ['a date that is none', 409, '101', { hireDate: '05/10/2026' }],
    ['a day no month has', 409, '101', { hireDate: '2026-02-30' }],
    ['a value that is not on the list', 409, '101', { employmentHistoryStatus: 'Volunteer' }],
    ['a number somebody else has', 409, '101', { employeeNumber: '2' }],
    ['a manager who does not exist', 409, '101', { supervisorId: '999' }],
    ['a value the product computes', 409, '101', { supervisor: 'Rowe, Ada' }],
  ])('%s is refused, and nothing is written', async (_case, status, id, sent) => {
    const reply = await company.call('POST', `${base}/${id}`, sent);
    expect(reply.status).toBe(status);
    expect(reason(reply)).toBeTruthy();
    expect(await reply.text()).toBe('');
    expect(company.journal.entries).toEqual([]);
  });

  test('a new employee needs both names, and JSON', async () => {
    expect((await company.call('POST', base, { firstName: 'Test' })).status).toBe(400);
    const form = await company.call('POST', base, {}, { 'content-type': 'application/x-www-form-urlencoded' });
    expect(form.status).toBe(415);
    const broken = await fetch(`${company.hosted.world.origin}${base}`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from('a-key:x').toString('base64')}`,
        'content-type': 'application/json',
      },
      body: '{"firstName":',
    });
    expect(broken.status).toBe(400);
  });

  describe('the change feed', () => {
    const changed = (since: string, more = ''): Promise<Changed> =>
      company.get<Changed>(`${base}/changed?since=${encodeURIComponent(since)}${more}`);

    test('one line tells of everybody changed since, with the latest moment', async () => {
      company.at('2026-10-02T09:30:15.700Z');
      company.act('editEmployee', { number: '1', fields: { location: 'Chicago' } });
      company.act('editEmployee', { number: '1', fields: { jobLevel: 'Manager' } });
      expect(await changed('2026-10-01T12:00:00Z')).toEqual({
        latest: '2026-10-02T09:30:15Z',
        employees: { '101': { id: '101', action: 'Updated', lastChanged: '2026-10-02T09:30:15Z' } },
      });
    });

    test('new, changed and deleted employees are told apart', async () => {
      company.at('2026-10-02T09:00:00Z');
      company.act('hire', { worker: newWorker() });
      await company.call('DELETE', `${base}/101`);
      const all = await changed('2026-10-01T12:00:00Z');
      expect(Object.values(all.employees).map(({ id, action }) => `${id} ${action}`)).toEqual([
        '101 Deleted',
        '102 Inserted',
      ]);
      expect(Object.keys((await changed('2026-10-01T12:00:00Z', '&type=deleted')).employees)).toEqual(['101']);
    });

    test('a naive client that expects a map gets a list when nobody changed', async () => {
      expect(await changed('2026-10-01T12:00:00Z')).toEqual({ latest: '2026-10-01T12:00:00Z', employees: [] });
    });

    test('a naive client that goes on from exactly the latest moment misses the rest of that second', async () => {
      company.at('2026-10-02T09:00:00.100Z');
      company.act('editEmployee', { number: '1', fields: { location: 'Chicago' } });
      const { latest } = await changed('2026-10-01T12:00:00Z');
      company.at('2026-10-02T09:00:00.900Z');
      company.act('editEmployee', { number: '2', fields: { location: 'Chicago' } });
      expect((await changed(latest)).employees).toEqual([]);
      expect(Object.keys((await changed('2026-10-02T08:59:59Z')).employees)).toEqual(['100', '101']);
    });

    test.each(['', '?since=yesterday', '?since=2026-10-01T00:00:00+02:00', '?since=2026-10-01T00:00:00Z&type=new'])(
      '"%s" is refused',
      async (query) => {
        expect((await company.call('GET', `${base}/changed${query}`)).status).toBe(400);
      },
    );
  });

  test('a termination to come changes nothing until its day', async () => {
    company.act('terminateEmployee', { number: '1', date: '2026-12-31' });
    const path = `${base}/101?fields=status,terminationDate`;
    expect(await company.get(path)).toEqual({ id: '101', status: 'Active', terminationDate: null });
    expect(await company.get(`${path}&onlyCurrent=false`)).toEqual({
      id: '101',
      status: 'Inactive',
      terminationDate: '2026-12-31',
    });
  });

  test('somebody who has left is inactive, out of the directory, and cannot leave again', async () => {
    company.act('terminateEmployee', { number: '1', date: '2026-09-30' });
    const directory = await company.get<{ employees: { id: string }[] }>(`${base}/directory`);
    expect(directory.employees.map(({ id }) => id)).toEqual(['100']);
    expect(await company.get(`${base}/101/tables/employmentStatus`)).toEqual([
      expect.objectContaining({ employeeId: '101', employmentStatus: 'Full-Time' }),
      expect.objectContaining({ employeeId: '101', employmentStatus: 'Terminated' }),
    ]);
    expect(() => company.act('terminateEmployee', { number: '1', date: '2026-09-30' })).toThrow(
      'employee 1 is not active',
    );
  });

  test('somebody who starts later is in the directory only on request', async () => {
    company.act('hire', { worker: newWorker({ hireDate: '2026-11-02' }) });
    const ids = async (query: string): Promise<string[]> =>
      (await company.get<{ employees: { id: string }[] }>(`${base}/directory${query}`)).employees.map(({ id }) => id);
    expect(await ids('')).toEqual(['100', '101']);
    expect(await ids('?onlyCurrent=false')).toEqual(['100', '101', '102']);
  });

  test('tables have a row for every change and the manager by display name', async () => {
    company.act('editEmployee', { number: '1', fields: { location: 'Chicago' } });
    const rows = await company.get<{ date: string; location: string; reportsTo: string }[]>(
      `${base}/101/tables/jobInfo`,
    );
    expect(rows.map(({ date, location, reportsTo }) => [date, location, reportsTo])).toEqual([
      ['2026-10-01', 'Boston', 'Cleo Marsh'],
      ['2026-10-01', 'Chicago', 'Cleo Marsh'],
    ]);
    expect(await company.get<object[]>(`${base}/all/tables/jobInfo`)).toHaveLength(3);
    expect((await company.call('GET', `${base}/101/tables/compensation`)).status).toBe(404);
  });

  test('lists have the values in use', async () => {
    const lists =
      await company.get<{ alias: string; options: { name: string; archived: string }[] }[]>('/api/v1/meta/lists');
    expect(lists.find(({ alias }) => alias === 'location')?.options).toEqual([
      expect.objectContaining({ name: 'Boston', archived: 'no' }),
    ]);
  });
});
