import { type Account, invite, openAccount, project, refusal, roleId, type Row } from './account.fixture.js';

describe('time of a Kantata account', () => {
  let account: Account;
  let workspace: string;
  let story: string;
  let ben: string;
  beforeEach(async () => {
    account = await openAccount();
    workspace = (await account.rows('/workspaces'))[0]!.id;
    story = (await account.rows('/stories'))[0]!.id;
    ben = (await account.rows('/users'))[0]!.id;
  });
  afterEach(() => account.hosted.close());

  const work = (changes: object = {}): object => ({
    workspace_id: workspace,
    user_id: ben,
    story_id: story,
    date_performed: '2026-09-01',
    time_in_minutes: 480,
    ...changes,
  });
  const log = (changes: object = {}): Promise<Row> =>
    account.make('time_entries', work(changes), '?include=workspace,user,story,role');
  const post = (changes: object): Promise<Response> =>
    account.call('POST', '/time_entries', { time_entry: work(changes) });

  test('an entry takes role and rate from the place, billable from the task, currency from the project', async () => {
    expect(await log()).toEqual({
      id: expect.any(String) as string,
      date_performed: '2026-09-01',
      time_in_minutes: 480,
      billable: true,
      notes: null,
      rate_in_cents: 15000,
      currency: 'USD',
      approved: false,
      is_invoiced: false,
      created_at: '2026-09-01T03:00:00-07:00',
      updated_at: '2026-09-01T03:00:00-07:00',
      workspace_id: workspace,
      user_id: ben,
      story_id: story,
      role_id: await roleId(account, 'Consultant'),
    });
    await account.put('stories', story, { billable: false });
    expect(await log()).toMatchObject({ billable: false });
    expect(await log({ billable: true, rate_in_cents: 9900 })).toMatchObject({ billable: true, rate_in_cents: 9900 });
  });

  test('somebody with two places on a project is paid by the role they worked in', async () => {
    const role_id = await roleId(account, 'Principal');
    const place = { workspace_id: workspace, user_id: ben, role_id };
    const { id } = await account.make('workspace_resources', place);
    await account.put('workspace_resources', id, { bill_rate: 31000 });
    expect(await log({ role_id })).toMatchObject({ role_id, rate_in_cents: 31000 });
    expect(await log()).toMatchObject({ rate_in_cents: 15000 });
  });

  test.each([
    ['no project', { workspace_id: undefined }, 'workspace_id'],
    ['no day', { date_performed: undefined }, 'date_performed'],
    ['no duration', { time_in_minutes: undefined }, 'time_in_minutes'],
    ['a project that is not there', { workspace_id: '9999' }, 'workspace_id'],
    ['a day no month has', { date_performed: '2026-02-30' }, 'date_performed'],
    ['half a minute', { time_in_minutes: 0.5 }, 'time_in_minutes'],
    ['no duration at all', { time_in_minutes: 0 }, 'time_in_minutes'],
    ['nobody', { user_id: undefined }, 'user_id'],
    ['no task', { story_id: undefined }, 'story_id'],
    ['a task that is not there', { story_id: '9999' }, 'story_id'],
  ])('time of %s is refused, and nothing is written', async (_case, changes, field) => {
    expect(await refusal(await post(changes))).toEqual([422, [field]]);
    expect(account.journal.entries).toEqual([]);
  });

  test('time waits until the project is open, and ends when it is closed or archived', async () => {
    for (const status_key of [210, 400]) {
      await account.put('workspaces', workspace, { status_key });
      expect(await refusal(await post({}))).toEqual([422, ['workspace_id']]);
    }
    await account.put('workspaces', workspace, { status_key: 300 });
    expect((await post({})).status).toBe(200);
    await account.put('workspaces', workspace, { archived: true });
    expect(await refusal(await post({}))).toEqual([422, ['workspace_id']]);
  });

  test('only people on the project record time on it', async () => {
    expect(await refusal(await post({ user_id: await invite(account, 'Ada') }))).toEqual([422, ['user_id']]);
  });

  test('a done task, and one of another project, take no time', async () => {
    const other = await account.make('workspaces', project());
    const foreign = await account.make('stories', { title: 'Else', story_type: 'task', workspace_id: other.id });
    expect(await refusal(await post({ story_id: foreign.id }))).toEqual([422, ['story_id']]);
    await account.put('stories', story, { state: 'completed' });
    expect(await refusal(await post({}))).toEqual([422, ['story_id']]);
  });

  test('open time may be changed; approved time is locked to the API', async () => {
    const { id } = await log();
    expect((await account.put('time_entries', id, { time_in_minutes: 240 })).status).toBe(200);
    account.act('submitAndApproveTime', { projectRef: 'OLD-1' });
    expect(await refusal(await account.put('time_entries', id, { time_in_minutes: 60 }))).toEqual([422, ['base']]);
    expect(await account.rows('/time_entries')).toEqual([
      expect.objectContaining({ time_in_minutes: 240, approved: true }),
    ]);
  });

  test('a naive client cannot approve time by saying so', async () => {
    const { id } = await log({ approved: true });
    await account.put('time_entries', id, { approved: true });
    expect(await account.rows('/time_entries')).toEqual([expect.objectContaining({ approved: false })]);
  });

  test('a naive client that asks for what is not approved gets what is: the value is ignored', async () => {
    const first = await log();
    account.act('submitAndApproveTime', { projectRef: 'OLD-1' });
    await log({ date_performed: '2026-09-02' });
    for (const value of ['true', 'false'])
      expect((await account.rows(`/time_entries?approved=${value}`)).map(({ id }) => id)).toEqual([first.id]);
    expect(await account.rows('/time_entries?uninvoiced=true')).toHaveLength(2);
    expect(await account.rows('/time_entries?invoiced=true')).toEqual([]);
  });

  test('entries are filtered by project, person and day; the last day comes first', async () => {
    for (const day of ['2026-09-02', '2026-09-01', '2026-09-03']) await log({ date_performed: day });
    const days = async (query: string): Promise<unknown[]> =>
      (await account.rows(`/time_entries?${query}`)).map((entry) => entry.date_performed);
    expect(await days(`workspace_id=${workspace}`)).toEqual(['2026-09-03', '2026-09-02', '2026-09-01']);
    expect(await days(`with_user_ids=9999,${ben}&date_performed_between=2026-09-02:2026-09-03`)).toEqual([
      '2026-09-03',
      '2026-09-02',
    ]);
    expect(await days('workspace_ids=9999')).toEqual([]);
  });

  describe('somebody at the screens', () => {
    const record = (changes: object = {}): unknown =>
      account.act('logTime', {
        projectRef: 'OLD-1',
        email: 'ben@north.example',
        date: '2026-09-01',
        minutes: 480,
        roleName: 'Consultant',
        billable: true,
        notes: 'design',
        ...changes,
      });

    test('records time under the same rules', async () => {
      record();
      record({ hourlyRate: '99.50' });
      const rates = (await account.rows('/time_entries')).map((entry) => entry.rate_in_cents);
      expect(rates).toEqual([15000, 9950]);
      await account.put('workspaces', workspace, { status_key: 400 });
      expect(() => record()).toThrow('Time cannot be logged to this project in its current status');
      expect(() => record({ projectRef: 'P-9' })).toThrow('there is no project P-9');
    });

    test('with the right to corrects approved time, which makes it newer', async () => {
      const { id } = record() as { id: string };
      expect(account.act('submitAndApproveTime', { projectRef: 'OLD-1' })).toEqual({ approved: [id] });
      account.at('2026-09-02T10:00:00Z');
      account.act('editTimeEntry', { id, fields: { minutes: 420, billable: false } });
      expect(await account.rows('/time_entries?updated_after=2026-09-02T09:00:00Z')).toEqual([
        expect.objectContaining({ time_in_minutes: 420, billable: false, approved: true }),
      ]);
    });

    test('takes an approval back, which leaves the entry submitted once and not any more', async () => {
      const { id } = record() as { id: string };
      const submissions = async () => {
        const [entry] = await account.rows('/time_entries?include=active_submission,recent_submission');
        return [entry!.approved, entry!.active_submission_id !== null, entry!.recent_submission_id !== null];
      };
      expect(await submissions()).toEqual([false, false, false]);
      account.act('submitAndApproveTime', { projectRef: 'OLD-1' });
      expect(await submissions()).toEqual([true, true, true]);
      account.act('rejectTime', { id });
      expect(await submissions()).toEqual([false, false, true]);
      expect(() => account.act('rejectTime', { id })).toThrow('there is no approved time entry');
    });
  });
});
