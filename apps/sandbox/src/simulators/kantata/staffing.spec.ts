import { type Account, invite, marked, openAccount, project, refusal, roleId, type Row } from './account.fixture.js';

describe('people and places of a Kantata account', () => {
  let account: Account;
  let consultant: string;
  beforeEach(async () => {
    account = await openAccount();
    consultant = await roleId(account, 'Consultant');
  });
  afterEach(() => account.hosted.close());

  const post = (resource: string, body: object): Promise<Response> => account.call('POST', `/${resource}`, body);
  const newProject = async (status: number): Promise<string> =>
    (await account.make('workspaces', project({ status_key: status, ...marked('P-1') }))).id;
  const newPlace = (workspace: string, more: object = {}): Promise<Row> =>
    account.make('workspace_resources', { workspace_id: workspace, role_id: consultant, ...more }, '?include=user');
  const places = (workspace: string): Promise<Row[]> =>
    account.rows(
      `/workspace_resources?workspace_id=${workspace}&include_unnamed=true&include=user&optional_fields=resource_bill_rate`,
    );

  describe('invitations', () => {
    test('an invitation makes the person, whose id is that of the invitee', async () => {
      const reply = await account.make(
        'account_invitations',
        { full_name: 'Ada Rowe', email_address: 'ada@north.example', ...marked('9', 'Worker') },
        '?include=invitee',
      );
      expect(reply).toMatchObject({ full_name: 'Ada Rowe', pending: true, permission: 'collaborator' });
      const refs = 'external_reference_service_name=esb&external_reference_service_model_refs=9';
      const [user] = await account.rows(`/users?on_my_account=true&include=account_membership&${refs}`);
      expect(user).toMatchObject({ id: reply.invitee_id, email_address: 'ada@north.example' });
      const [membership] = await account.rows(`/account_memberships?by_user_id=${user!.id}&include=user`);
      expect(membership).toMatchObject({ id: user!.account_membership_id, user_id: user!.id, disabled_at: null });
    });

    test('a naive client that takes the id of the invitation for that of the person is wrong', async () => {
      const { id } = await account.make('account_invitations', {
        full_name: 'Ada Rowe',
        email_address: 'ada@north.example',
      });
      expect((await account.call('GET', `/users/${id}?on_my_account=true`)).status).toBe(404);
    });

    test('somebody is invited once, whatever the case of the address', async () => {
      const invitation = { full_name: 'Ben Hale', email_address: 'BEN@north.example' };
      expect(await refusal(await post('account_invitations', { account_invitation: invitation }))).toEqual([
        422,
        ['email_address'],
      ]);
      expect(account.journal.entries).toEqual([]);
    });

    test('a name, an address and a permission the product knows are needed', async () => {
      expect(await refusal(await post('account_invitations', { account_invitation: {} }))).toEqual([
        422,
        ['full_name', 'email_address'],
      ]);
      const invitation = { full_name: 'Ada', email_address: 'ada@north.example', permission: 'boss' };
      expect(await refusal(await post('account_invitations', { account_invitation: invitation }))).toEqual([
        422,
        ['permission'],
      ]);
    });
  });

  test('a skill is held at a level, and says its name', async () => {
    const ada = await invite(account, 'Ada');
    const [skill] = await account.rows('/skills');
    expect(await account.make('skill_memberships', { user_id: ada, skill_id: skill!.id })).toMatchObject({
      level: 0,
      max_level: '5',
      cached_skill_name: 'SQL',
    });
    expect(await account.rows(`/skill_memberships?user_ids=${ada}`)).toHaveLength(1);
    expect(await account.rows('/skill_memberships?user_ids=9999')).toEqual([]);
    const nobody = { skill_membership: { user_id: '9999', skill_id: skill!.id } };
    expect(await refusal(await post('skill_memberships', nobody))).toEqual([422, ['user_id']]);
  });

  describe('places', () => {
    test('a place without a person may be planned before the project is open', async () => {
      expect(await newPlace(await newProject(210))).toMatchObject({
        user_id: null,
        full_name: null,
        role_name: 'Consultant',
        label: 'Consultant',
        total_allocated_minutes: 0,
      });
    });

    test('nobody is put on a project that is not open', async () => {
      const workspace = await newProject(210);
      const user_id = await invite(account, 'Ada');
      const { id } = await newPlace(workspace);
      const named = { workspace_resource: { workspace_id: workspace, role_id: consultant, user_id } };
      expect(await refusal(await post('workspace_resources', named))).toEqual([422, ['user_id']]);
      expect(await refusal(await account.put('workspace_resources', id, { user_id }))).toEqual([422, ['user_id']]);
      await account.put('workspaces', workspace, { status_key: 300 });
      expect((await account.put('workspace_resources', id, { user_id, bill_rate: 15000 })).status).toBe(200);
      expect(await places(workspace)).toEqual([
        expect.objectContaining({ id, user_id, full_name: 'Ada Marsh', resource_bill_rate: 15000 }),
      ]);
    });

    test('a place without a person needs a role; a person brings their own', async () => {
      const workspace = await newProject(300);
      const bare = { workspace_resource: { workspace_id: workspace } };
      expect(await refusal(await post('workspace_resources', bare))).toEqual([422, ['role_id']]);
      const user_id = await invite(account, 'Ada');
      const [membership] = await account.rows(`/account_memberships?by_user_id=${user_id}`);
      await account.put('account_memberships', membership!.id, { default_role_id: consultant });
      const place = await account.make('workspace_resources', { workspace_id: workspace, user_id }, '?include=role');
      expect(place).toMatchObject({ role_id: consultant, role_name: 'Consultant' });
    });

    test('the label and the rate are not for a create', async () => {
      const workspace = await newProject(300);
      await newPlace(workspace, { label: 'Mine', bill_rate: 99 });
      expect(await places(workspace)).toEqual([
        expect.objectContaining({ label: 'Consultant', resource_bill_rate: null }),
      ]);
    });
  });

  describe('bookings', () => {
    const booking = { start_date: '2026-10-05', end_date: '2026-10-09', minutes: 2100 };

    test('time is booked on a place, softly unless said otherwise, and adds up there', async () => {
      const workspace = await newProject(300);
      const { id } = await newPlace(workspace);
      const made = await account.make(
        'workspace_allocations',
        { resource_id: Number(id), ...booking },
        '?include=workspace_resource,workspace',
      );
      expect(made).toMatchObject({ ...booking, hard: false, workspace_resource_id: id, workspace_id: workspace });
      await account.make('workspace_allocations', { resource_id: id, ...booking, minutes: 300 });
      expect(await places(workspace)).toEqual([expect.objectContaining({ total_allocated_minutes: 2400 })]);
      await account.put('workspace_allocations', made.id, { minutes: 600 });
      expect(await places(workspace)).toEqual([expect.objectContaining({ total_allocated_minutes: 900 })]);
    });

    test('a place says from which day to which it is booked', async () => {
      const workspace = await newProject(300);
      const { id } = await newPlace(workspace);
      const days = (from: string | null, to: string | null) =>
        expect.objectContaining({ earliest_allocation_date: from, latest_allocation_date: to });
      expect(await places(workspace)).toEqual([days(null, null)]);
      await account.make('workspace_allocations', { resource_id: id, ...booking });
      const later = { start_date: '2026-11-02', end_date: '2026-11-06', minutes: 60 };
      const made = await account.make('workspace_allocations', { resource_id: id, ...later });
      expect(await places(workspace)).toEqual([days('2026-10-05', '2026-11-06')]);
      await account.put('workspace_allocations', made.id, { start_date: '2026-09-28' });
      expect(await places(workspace)).toEqual([days('2026-09-28', '2026-11-06')]);
    });

    test('nothing is booked before the project is open', async () => {
      const { id } = await newPlace(await newProject(210));
      const body = { workspace_allocation: { resource_id: id, ...booking } };
      expect(await refusal(await post('workspace_allocations', body))).toEqual([422, ['base']]);
    });

    test.each([
      ['no place', { resource_id: undefined }, 'resource_id'],
      ['an unknown place', { resource_id: '9999' }, 'resource_id'],
      ['no end', { end_date: undefined }, 'end_date'],
      ['half a minute', { minutes: 0.5 }, 'minutes'],
    ])('a booking with %s is refused', async (_case, changes, field) => {
      const { id } = await newPlace(await newProject(300));
      const body = { workspace_allocation: { resource_id: id, ...booking, ...changes } };
      expect(await refusal(await post('workspace_allocations', body))).toEqual([422, [field]]);
    });
  });

  test('a naive client that asks for a person without an approver is refused', async () => {
    const { id } = await newPlace(await newProject(210));
    const ask = (more: object): Promise<Response> =>
      post('resource_requests', { resource_request: { resource_id: id, ...more } });
    expect(await refusal(await ask({}))).toEqual([422, ['approver_ids']]);
    expect((await ask({ approver_ids: [1] })).status).toBe(200);
    expect(await account.rows('/resource_requests?pending_requests_only=true')).toHaveLength(1);
  });

  describe('somebody at the screens', () => {
    const staff = (email: string): unknown =>
      account.act('staff', {
        projectRef: 'P-1',
        roleName: 'Consultant',
        email,
        startDate: '2026-10-05',
        endDate: '2026-10-30',
        minutes: 4800,
        hourlyRate: '150.00',
      });

    test('staffs the free place first, then another of the same role, each with its own minutes', async () => {
      const workspace = await newProject(300);
      const { id } = await newPlace(workspace);
      await account.make('resource_requests', { resource_id: id, approver_ids: [1] });
      await invite(account, 'Ada');
      expect(staff('ada@north.example')).toEqual({ resourceId: id });
      staff('ben@north.example');
      const shown = (await places(workspace)).map((place) => [
        place.full_name,
        place.total_allocated_minutes,
        place.resource_bill_rate,
      ]);
      expect(shown.sort(([a], [b]) => String(a).localeCompare(String(b)))).toEqual([
        ['Ada Marsh', 4800, 15000],
        ['Ben Hale', 4800, 15000],
      ]);
      expect(await account.rows('/resource_requests?pending_requests_only=true')).toEqual([]);
      expect(account.journal.entries.filter(({ by }) => by === 'person')).toHaveLength(2);
    });

    test('cannot staff what is not open, not asked for, or nobody', async () => {
      const workspace = await newProject(210);
      expect(() => staff('ben@north.example')).toThrow('is not open');
      await account.put('workspaces', workspace, { status_key: 300 });
      expect(() => staff('ben@north.example')).toThrow('has not asked for a Consultant');
      expect(() => staff('eve@north.example')).toThrow('nobody here has the e-mail eve@north.example');
    });
  });
});
