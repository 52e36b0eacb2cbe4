import { answered, openTeam, refusal, type Row, type Team } from './team.fixture.js';

describe('who works on what in a Float team', () => {
  let team: Team;
  let project_id: unknown;
  let ben: unknown;
  let eva: unknown;
  beforeEach(async () => {
    team = await openTeam();
    [{ project_id }] = await team.get<[Row]>('/projects');
    [ben, eva] = (await team.get<Row[]>('/people')).map(({ people_id }) => people_id);
  });
  afterEach(() => team.hosted.close());

  const week = { start_date: '2026-10-05', end_date: '2026-10-09', hours: 4 };
  const allocate = (body: object): Promise<Row> => team.make('/tasks', 'task_id', { project_id, ...week, ...body });
  const places = (): Promise<Row[]> => team.get<Row[]>('/tasks');

  test('an allocation is hours per day, not in all', async () => {
    const task = await allocate({ people_id: ben });
    expect(task).toMatchObject({ people_id: ben, people_ids: [ben], hours: 4, status: 2, billable: 1, name: '' });
    expect(task).toMatchObject({ repeat_state: 0, repeat_end_date: null, modified_by: 0 });
    expect(task.created).toMatch(/^2026-09-01 10:00:\d\d\.\d{3}$/);
  });

  test('no phase is 0, not null', async () => {
    expect((await allocate({ people_id: ben })).phase_id).toBe(0);
  });

  test('several people stand in people_ids only, nobody is a placeholder', async () => {
    expect(await allocate({ people_ids: [ben, eva] })).toMatchObject({ people_id: null, people_ids: [ben, eva] });
    expect(await allocate({ name: 'Principal' })).toMatchObject({ people_id: null, people_ids: [] });
  });

  test('a name finds the task of the project, and one that is not there is made', async () => {
    const tasks = async (): Promise<unknown[]> =>
      (await team.get<Row[]>(`/project-tasks?project_id=${String(project_id)}`)).map(({ task_name }) => task_name);
    expect(await tasks()).toEqual(['Consultant']);
    const first = await allocate({ people_id: ben, name: 'Consultant' });
    const second = await allocate({ people_id: eva, name: 'Design' });
    expect(first.task_meta_id).not.toBe(second.task_meta_id);
    expect((await allocate({ name: 'Design' })).task_meta_id).toBe(second.task_meta_id);
    expect((await allocate({ task_meta_id: second.task_meta_id })).name).toBe('Design');
    expect(await tasks()).toEqual(['Consultant', 'Design']);
  });

  test('a period finds the allocations that touch it', async () => {
    await allocate({ people_id: ben });
    for (const [from, to, count] of [
      ['2026-10-09', '2026-10-31', 1],
      ['2026-10-10', '2026-10-31', 0],
      ['2026-09-01', '2026-10-05', 1],
      ['2026-09-01', '2026-10-04', 0],
    ] as const)
      expect(await team.get(`/tasks?start_date=${from}&end_date=${to}`)).toHaveLength(count);
    expect(await team.get(`/tasks?people_id=${String(eva)}`)).toEqual([]);
    expect(await team.get(`/tasks?people_ids=${String(ben)}`)).toHaveLength(1);
  });

  test.each([
    ['more hours than a day has', { hours: 25 }, ['hours']],
    ['no hours', { hours: null }, ['hours']],
    ['an end before the start', { end_date: '2026-10-04' }, ['end_date']],
    ['somebody unknown', { people_ids: [1, 2] }, ['people_ids']],
    ['an id as text', { people_id: '1001' }, ['people_id']],
  ])('%s is refused', async (_case, body, fields) => {
    expect(await refusal(await team.call('POST', '/tasks', { project_id, ...week, ...body }))).toEqual([422, fields]);
    expect(await places()).toEqual([]);
  });

  test('archived people and projects cannot be scheduled', async () => {
    await team.call('PATCH', `/people/${String(ben)}`, { active: 0 });
    const body = { project_id, ...week, people_id: ben };
    expect(await refusal(await team.call('POST', '/tasks', body))).toEqual([422, ['people_id']]);
    await team.call('PATCH', `/projects/${String(project_id)}`, { active: 0 });
    expect(await refusal(await team.call('POST', '/tasks', { ...body, people_id: eva }))).toEqual([
      422,
      ['project_id'],
    ]);
  });

  test('leave is whole days or hours a day, and is approved when this caller books it', async () => {
    const [{ timeoff_type_id }] = await team.get<[Row]>('/timeoff-types');
    const leave = { timeoff_type_id, people_ids: [ben], start_date: '2026-10-05', end_date: '2026-10-06' };
    expect(await team.make('/timeoffs', 'timeoff_id', { ...leave, full_day: 1 })).toMatchObject({
      full_day: 1,
      hours: null,
      status: 2,
      timeoff_type_name: 'Vacation',
      people_ids: [ben],
    });
    expect(await refusal(await team.call('POST', '/timeoffs', leave))).toEqual([422, ['hours']]);
    expect(await team.get(`/timeoffs?people_ids=${String(eva)}`)).toEqual([]);
  });

  test('logged time has an id of hexadecimal letters, and once locked it does not change', async () => {
    const entry = { people_id: ben, project_id, date: '2026-10-05', hours: 6.5 };
    const logged = await team.make('/logged-time', 'logged_time_id', entry);
    expect(logged).toMatchObject({ hours: 6.5, billable: 1, locked: 0 });
    expect(logged.logged_time_id).toMatch(/^[0-9a-f]{24}$/);
    const id = String(logged.logged_time_id);
    team.hosted.world.store.put('logged-time', id, { ...logged, locked: 1 });
    expect((await team.call('PATCH', `/logged-time/${id}`, { hours: 7 })).status).toBe(422);
  });

  describe('as staffing does it on the screen', () => {
    const plan = {
      projectRef: 'OLD-1',
      roleName: 'Consultant',
      email: 'Ben@north.example',
      startDate: '2026-10-01',
      endDate: '2026-10-31',
      minutes: 9600,
      hourlyRate: '180',
    };
    const staff = (changes: object = {}): { id: string } =>
      team.act('staff', { ...plan, ...changes }) as { id: string };

    test('a person takes the placeholder, and minutes become hours on the days they work', async () => {
      const asked = await allocate({ name: 'Consultant' });
      expect(staff()).toEqual({ id: String(asked.task_id) });
      // October 2026 has 22 weekdays: 160 hours are 7.2727 a day.
      expect(await places()).toMatchObject([
        { people_id: ben, hours: 7.27, start_date: '2026-10-01', name: 'Consultant' },
      ]);
      const [project] = await team.get<Row[]>('/projects?expand=project_team');
      expect(project!.project_team).toContainEqual(expect.objectContaining({ people_id: ben, hourly_rate: '180.00' }));
      expect(team.journal.entries.at(-1)).toMatchObject({ operation: 'staff', entity: 'tasks', by: 'person' });
    });

    test('a second person gets a place beside the first', async () => {
      await allocate({ name: 'Consultant' });
      const ids = [staff().id, staff({ email: 'eva@north.example', minutes: 4800 }).id];
      expect(new Set(ids).size).toBe(2);
      expect((await places()).map(({ people_id, hours }) => [people_id, hours])).toEqual([
        [ben, 7.27],
        [eva, 3.64],
      ]);
    });

    test('an allocation is moved, resized and cancelled', async () => {
      await allocate({ name: 'Consultant' });
      const { id } = staff();
      team.act('changeAssignment', { id, startDate: '2026-10-05', endDate: '2026-10-09', minutes: 1200 });
      expect(await places()).toMatchObject([{ start_date: '2026-10-05', end_date: '2026-10-09', hours: 4 }]);
      team.act('cancelAssignment', { id });
      expect(await places()).toEqual([]);
    });

    test.each([
      ['an unknown project', { projectRef: 'P-9' }, 'there is no project P-9'],
      ['somebody unknown', { email: 'x@north.example' }, 'nobody here has the e-mail x@north.example'],
      ['a role nobody asked for', { roleName: 'Principal' }, '"Old ledger" has not asked for a Principal'],
    ])('%s is refused', (_case, changes, message) => {
      expect(() => staff(changes)).toThrow(message);
    });

    test('a tentative project is not staffed', async () => {
      await allocate({ name: 'Consultant' });
      await answered(await team.call('PATCH', `/projects/${String(project_id)}`, { tentative: 1 }));
      expect(() => staff()).toThrow('"Old ledger" is not open: nobody can be staffed yet');
    });
  });
});
