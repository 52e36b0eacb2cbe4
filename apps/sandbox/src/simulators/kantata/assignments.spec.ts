import { type Account, invite, marked, openAccount, refusal, roleId, type Row } from './account.fixture.js';

describe('bookings and tasks of people of a Kantata account', () => {
  let account: Account;
  let workspace: string;
  let story: string;
  let place: string;
  let ben: string;
  beforeEach(async () => {
    account = await openAccount();
    workspace = (await account.rows('/workspaces'))[0]!.id;
    story = (await account.rows('/stories'))[0]!.id;
    place = (await account.rows('/workspace_resources'))[0]!.id;
    ben = (await account.rows('/users'))[0]!.id;
  });
  afterEach(() => account.hosted.close());

  const booking = (changes: object = {}): object => ({
    resource_id: place,
    start_date: '2026-10-05',
    end_date: '2026-10-09',
    minutes: 2400,
    ...changes,
  });
  const book = (changes: object = {}): Promise<Row> => account.make('workspace_allocations', booking(changes));
  const found = async (query: string): Promise<string[]> =>
    (await account.rows(`/workspace_allocations?${query}`)).map(({ id }) => id);

  describe('bookings', () => {
    test('are found by person over all projects, by kind, and by days they overlap', async () => {
      const { id: hard } = await book({ hard: true });
      const { id: soft } = await book({ start_date: '2026-11-02', end_date: '2026-11-06' });
      const free = await account.make('workspace_resources', {
        workspace_id: workspace,
        role_id: await roleId(account, 'Principal'),
      });
      const { id: unnamed } = await book({ resource_id: free.id });
      expect((await found(`user_ids=${ben}`)).sort()).toEqual([hard, soft].sort());
      expect(await found('user_ids=9999')).toEqual([]);
      expect((await found('named_resources_only=true')).sort()).toEqual([hard, soft].sort());
      expect(await found('unnamed_resources_only=true')).toEqual([unnamed]);
      expect(await found('type=hard')).toEqual([hard]);
      expect((await found('overlaps_with_date_range=2026-10-09:2026-11-01')).sort()).toEqual([hard, unnamed].sort());
    });

    test('that end before they start are refused, on create and on change', async () => {
      const reply = await account.call('POST', '/workspace_allocations', {
        workspace_allocation: booking({ end_date: '2026-10-04' }),
      });
      expect(await refusal(reply)).toEqual([422, ['end_date']]);
      const { id } = await book();
      expect(await refusal(await account.put('workspace_allocations', id, { end_date: '2026-10-04' }))).toEqual([
        422,
        ['end_date'],
      ]);
    });

    test('are deleted with their reference, and their minutes leave the place', async () => {
      const { id } = await book(marked('A-1', 'Assignment'));
      await book({ minutes: 300 });
      expect((await account.call('DELETE', `/workspace_allocations/${id}`)).status).toBe(204);
      expect((await account.rows('/workspace_resources'))[0]).toMatchObject({ total_allocated_minutes: 300 });
      const refs = 'external_reference_service_name=esb&external_reference_service_model_refs=A-1';
      expect(await found(refs)).toEqual([]);
      expect((await account.call('DELETE', `/workspace_allocations/${id}`)).status).toBe(404);
    });

    test('are made many at once, or none', async () => {
      const many = (last: object): Promise<Response> =>
        account.call('POST', '/workspace_allocations', { workspace_allocations: [booking(), booking(last)] });
      expect(await refusal(await many({ minutes: 0 }))).toEqual([422, ['minutes']]);
      expect(await found('')).toEqual([]);
      expect((await many({})).status).toBe(200);
      expect(await found('')).toHaveLength(2);
    });
  });

  describe('places', () => {
    test('go with their bookings and tasks', async () => {
      const role_id = await roleId(account, 'Principal');
      const second = await account.make('workspace_resources', { workspace_id: workspace, user_id: ben, role_id });
      await book({ resource_id: second.id });
      await account.make('assignments', { story_id: story, resource_id: second.id });
      expect((await account.call('DELETE', `/workspace_resources/${second.id}`)).status).toBe(204);
      expect(await found('')).toEqual([]);
      expect(await account.rows('/assignments')).toEqual([]);
    });

    test('stay where they are the last one a person has in their own role', async () => {
      const [membership] = await account.rows(`/account_memberships?by_user_id=${ben}`);
      await account.put('account_memberships', membership!.id, {
        default_role_id: await roleId(account, 'Consultant'),
      });
      expect(await refusal(await account.call('DELETE', `/workspace_resources/${place}`))).toEqual([422, ['base']]);
      expect(await account.rows('/workspace_resources')).toHaveLength(1);
    });
  });

  describe('tasks', () => {
    const give = (changes: object = {}): Promise<Row> =>
      account.make('assignments', { story_id: story, assignee_id: Number(ben), ...changes }, '?include=story,assignee');

    test('are given to a person by their place on the project', async () => {
      expect(await give({ estimated_minutes: 2400, ...marked('A-1', 'Assignment') })).toEqual({
        id: expect.any(String) as string,
        current: true,
        estimated_minutes: 2400,
        allocated_minutes: 0,
        resource_id: place,
        story_id: story,
        assignee_id: ben,
        created_at: '2026-09-01T03:00:00-07:00',
        updated_at: '2026-09-01T03:00:00-07:00',
      });
      const refs = 'external_reference_service_name=esb&external_reference_service_model_refs=A-1';
      expect(await account.rows(`/assignments?${refs}`)).toHaveLength(1);
    });

    test('a place named beside a person decides', async () => {
      const role_id = await roleId(account, 'Principal');
      const second = await account.make('workspace_resources', { workspace_id: workspace, user_id: ben, role_id });
      expect(await give({ resource_id: Number(second.id) })).toMatchObject({
        resource_id: second.id,
        assignee_id: ben,
      });
    });

    test.each([
      ['no task', { story_id: undefined }, 'story_id'],
      ['a task that is not there', { story_id: '9999' }, 'story_id'],
      ['nobody', { assignee_id: undefined }, 'assignee_id'],
      ['a place that is not there', { resource_id: '9999' }, 'resource_id'],
      ['half a minute', { estimated_minutes: 0.5 }, 'estimated_minutes'],
    ])('an assignment with %s is refused, and nothing is written', async (_case, changes, field) => {
      const assignment = { story_id: story, assignee_id: ben, ...changes };
      expect(await refusal(await account.call('POST', '/assignments', { assignment }))).toEqual([422, [field]]);
      expect(account.journal.entries).toEqual([]);
    });

    test('are not given to somebody who is not on the project', async () => {
      const assignment = { story_id: story, assignee_id: await invite(account, 'Ada') };
      expect(await refusal(await account.call('POST', '/assignments', { assignment }))).toEqual([422, ['assignee_id']]);
    });

    test('are never deleted: who has one no longer is not current', async () => {
      const { id } = await give();
      expect((await account.call('DELETE', `/assignments/${id}`)).status).toBe(404);
      expect((await account.put('assignments', id, { current: false })).status).toBe(200);
      expect(await account.rows('/assignments?current=true')).toEqual([]);
      expect(await account.rows('/assignments?uncurrent=true')).toEqual([expect.objectContaining({ id })]);
    });

    test('are found by person over all projects, but not on archived ones or without a name unless asked', async () => {
      const { id } = await give();
      expect(await account.rows(`/assignments?assignee_id=${ben}`)).toHaveLength(1);
      expect(await account.rows('/assignments?assignee_id=9999')).toEqual([]);
      const free = { workspace_id: workspace, role_id: await roleId(account, 'Principal') };
      const { id: resource_id } = await account.make('workspace_resources', free);
      await give({ resource_id });
      expect(await account.rows('/assignments')).toHaveLength(1);
      expect(await account.rows('/assignments?include_unnamed=true')).toHaveLength(2);
      await account.put('workspaces', workspace, { archived: true });
      expect(await account.rows('/assignments')).toEqual([]);
      expect(await account.rows('/assignments?in_unarchived_workspaces=false')).toEqual([
        expect.objectContaining({ id }),
      ]);
    });
  });

  describe('somebody at the screens', () => {
    const staffed = { projectRef: 'OLD-1', email: 'ben@north.example' };

    test('changes a booking, and takes it off', async () => {
      const { id } = await book();
      expect(account.act('changeBooking', { ...staffed, fields: { endDate: '2026-10-07', minutes: 1440 } })).toEqual({
        id,
      });
      expect(await account.rows('/workspace_allocations')).toEqual([
        expect.objectContaining({ start_date: '2026-10-05', end_date: '2026-10-07', minutes: 1440 }),
      ]);
      expect(account.act('removeBooking', staffed)).toEqual({ id });
      expect(await found('')).toEqual([]);
    });

    test('cannot change what is not booked', () => {
      expect(() => account.act('removeBooking', staffed)).toThrow('ben@north.example is not booked on OLD-1');
    });
  });
});
