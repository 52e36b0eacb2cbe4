import { answered, openTeam, refusal, type Row, type Team } from './team.fixture.js';

describe('records of a Float team', () => {
  let team: Team;
  beforeEach(async () => {
    team = await openTeam();
  });
  afterEach(() => team.hosted.close());

  test('a create answers 201 with the record and where it is', async () => {
    const reply = await team.call('POST', '/people', { name: 'Ada Marsh', email: 'ada@north.example' });
    const body = (await reply.json()) as Row;
    expect([reply.status, reply.headers.get('location')]).toEqual([
      201,
      `${team.hosted.world.origin}/v3/people/${String(body.people_id)}`,
    ]);
    expect(body).toMatchObject({
      active: 1,
      employee_type: 1,
      people_type_id: 1,
      contractor: 0,
      auto_email: -1,
      tags: [],
    });
    expect(body).toMatchObject({ work_days_hours: null, department: null, created: '2026-09-01 10:00:01' });
  });

  test('a naive client that trusts the reply to a new project is misled: defaults show in the next read', async () => {
    const reply = await answered(await team.call('POST', '/projects', { name: 'New ledger', project_code: 'P-1' }));
    expect(reply).toMatchObject({ active: null, tentative: null, non_billable: null, project_code: 'P-1' });
    expect(await team.get(`/projects/${String(reply.project_id)}`)).toMatchObject({
      active: 1,
      tentative: 0,
      non_billable: 0,
    });
  });

  test('a code is no key: two projects may have the same', async () => {
    for (const name of ['First', 'Second']) await team.make('/projects', 'project_id', { name, project_code: 'P-1' });
    expect(await team.get('/projects?project_code=P-1')).toHaveLength(2);
  });

  test.each(['PATCH', 'PUT'])(
    '%s changes what it names, and its reply does not say when the record was made',
    async (method) => {
      const { people_id: id } = await team.make('/people', 'people_id', { name: 'Ada', job_title: 'Analyst' });
      team.at('2026-09-02T08:00:00Z');
      const reply = await team.call(method, `/people/${String(id)}`, { people_id: id, active: 0 });
      expect([reply.status, await reply.json()]).toMatchObject([
        200,
        { active: 0, job_title: 'Analyst', created: null, modified: '2026-09-02 08:00:00' },
      ]);
      expect(await team.get(`/people/${String(id)}`)).toMatchObject({ active: 0, created: '2026-09-01 10:00:01' });
    },
  );

  test('a deletion answers nothing, and the record is gone from reads and lists without a trace', async () => {
    const { client_id: id } = await team.make('/clients', 'client_id', { name: 'Acme' });
    const reply = await team.call('DELETE', `/clients/${String(id)}`);
    expect([reply.status, await reply.text()]).toEqual([204, '']);
    expect((await team.call('GET', `/clients/${String(id)}`)).status).toBe(404);
    expect(await team.get('/clients')).toEqual([]);
    expect((await team.call('DELETE', `/clients/${String(id)}`)).status).toBe(404);
  });

  test('a project takes its allocations with it, a client leaves its projects behind', async () => {
    const { client_id } = await team.make('/clients', 'client_id', { name: 'Acme' });
    const { project_id } = await team.make('/projects', 'project_id', { name: 'New', client_id });
    const period = { start_date: '2026-10-01', end_date: '2026-10-02', hours: 4 };
    await team.make('/tasks', 'task_id', { project_id, ...period });
    await team.call('DELETE', `/clients/${String(client_id)}`);
    expect(await team.get(`/projects/${String(project_id)}`)).toMatchObject({ client_id: null });
    await team.call('DELETE', `/projects/${String(project_id)}`);
    expect(await team.get('/tasks')).toEqual([]);
  });

  test.each([
    ['a record without its name', '/projects', {}, ['name']],
    ['every problem at once', '/people', { email: 5, active: 'yes', pay: 1 }, ['email', 'active', 'pay', 'name']],
    ['a record that is not there', '/projects', { name: 'New', client_id: 77 }, ['client_id']],
    ['what the account fills in', '/roles', { name: 'New', created: '2026-01-01 00:00:00' }, ['created']],
    ['a day that does not exist', '/projects', { name: 'New', start_date: '2026-02-30' }, ['start_date']],
    ['six days in a week', '/people', { name: 'Ada', work_days_hours: [8, 8, 8, 8, 8, 8] }, ['work_days_hours']],
    [
      'an end before the start',
      '/projects',
      { name: 'N', start_date: '2026-02-02', end_date: '2026-02-01' },
      ['end_date'],
    ],
    ['a department that is not there', '/people', { name: 'Ada', department: { department_id: 5 } }, ['department']],
  ])('%s is refused with 422 and the fields, and nothing is written', async (_case, path, body, fields) => {
    expect(await refusal(await team.call('POST', path, body))).toEqual([422, fields]);
    expect(team.journal.entries).toEqual([]);
  });

  test('what is required cannot be taken away again', async () => {
    const { project_id: id } = await team.make('/projects', 'project_id', { name: 'New' });
    expect(await refusal(await team.call('PATCH', `/projects/${String(id)}`, { name: null }))).toEqual([422, ['name']]);
  });

  test('money comes back as text with two decimals', async () => {
    const person = await team.make('/people', 'people_id', { name: 'Ada', default_hourly_rate: 180 });
    expect(person.default_hourly_rate).toBe('180.00');
  });

  test('a person belongs to a department by id and is shown its name', async () => {
    const { department_id } = (await team.get<Row[]>('/departments')).find(({ name }) => name === 'CC-2')!;
    const person = await team.make('/people', 'people_id', { name: 'Ada', department: { department_id } });
    expect(person.department).toEqual({ department_id, name: 'CC-2' });
    expect(await team.get(`/people?department_id=${String(department_id)}`)).toHaveLength(2);
  });

  test('every write is in the ledger with the ids of the request', async () => {
    const headers = { 'x-effect-id': 'e-1', 'x-correlation-id': 'c-1' };
    const body = { name: 'Acme' };
    const { client_id } = await answered(await team.call('POST', '/clients', body, headers));
    await team.call('PATCH', `/clients/${String(client_id)}`, { name: 'Acme Ltd' });
    await team.call('DELETE', `/clients/${String(client_id)}`);
    const entry = { entity: 'clients', id: String(client_id), by: 'api' };
    expect(team.journal.entries).toMatchObject([
      { ...entry, operation: 'create', data: body, correlationId: 'c-1', effectId: 'e-1' },
      { ...entry, operation: 'update', data: { name: 'Acme Ltd' } },
      { ...entry, operation: 'delete' },
    ]);
  });

  test('a naive client that repeats a create has two records: there is no idempotency key', async () => {
    const headers = { 'idempotency-key': 'same' };
    for (let count = 0; count < 2; count += 1) await team.call('POST', '/clients', { name: 'Acme' }, headers);
    expect(await team.get('/clients')).toHaveLength(2);
  });

  test('what was there before the gateway is there, without any reference of ours', async () => {
    expect(await team.get<Row[]>('/projects?expand=project_team,project_tasks')).toMatchObject([
      {
        name: 'Old ledger',
        project_code: 'OLD-1',
        created: '2026-09-01 10:00:00',
        project_team: [{ hourly_rate: '150.00' }, { hourly_rate: '150.00' }],
        project_tasks: [{ task_name: 'Consultant', billable: 1 }],
      },
    ]);
    expect(await team.get('/people')).toMatchObject([
      { email: 'ben@north.example', work_days_hours: [0, 8, 8, 8, 8, 8, 0] },
      { email: 'eva@north.example', work_days_hours: [0, 4, 4, 4, 4, 4, 0] },
    ]);
  });
});
