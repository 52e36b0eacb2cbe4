import { type Account, marked, openAccount, project, type Row, roleId } from './account.fixture.js';

describe('what a Kantata reply looks like', () => {
  let account: Account;
  beforeEach(async () => {
    account = await openAccount();
  });
  afterEach(() => account.hosted.close());

  const place = async (query: string): Promise<Row> =>
    (await account.rows(`/workspace_resources?per_page=1${query}`))[0]!;

  test('results say which records, and in what order; a map holds them by id', async () => {
    account.at('2026-09-02T10:00:00Z');
    const { id } = await account.make('workspaces', project());
    const reply = await account.get('/workspaces');
    const [newest, oldest] = reply.results;
    expect(newest).toEqual({ key: 'workspaces', id });
    expect(reply.workspaces).toEqual({
      [id]: expect.objectContaining({ id, title: 'New ledger' }) as Row,
      [oldest!.id]: expect.objectContaining({ title: 'Old ledger' }) as Row,
    });
    expect([reply.count, reply.meta]).toEqual([2, { count: 2, page_count: 1, page_number: 1, page_size: 20 }]);
  });

  test('a naive client that lists the keys of the map takes what was included for results', async () => {
    const { id } = await account.make('workspaces', project({ ...marked('P-1') }));
    const reply = await account.get(`/workspaces?only=${id}&include=primary_workspace_group,external_references`);
    expect(reply.results).toEqual([{ key: 'workspaces', id }]);
    expect(Object.keys(reply).sort()).toEqual([
      'count',
      'external_references',
      'meta',
      'results',
      'workspace_groups',
      'workspaces',
    ]);
    expect(reply.workspace_groups).toEqual({});
  });

  test('a naive client that does not include an association does not see its id', async () => {
    const bare = await place('');
    expect(Object.keys(bare).filter((name) => name.endsWith('_id') || name.endsWith('_ids'))).toEqual([]);
    const full = await place('&include=workspace,user,role,external_references');
    expect(full).toMatchObject({
      workspace_id: expect.stringMatching(/^\d+$/) as string,
      user_id: expect.stringMatching(/^\d+$/) as string,
      role_id: await roleId(account, 'Consultant'),
      external_reference_ids: [],
    });
  });

  test('what is included does not bring its own associations', async () => {
    const reply = await account.get('/workspace_resources?include=workspace');
    const [workspace] = Object.values(reply.workspaces as Record<string, Row>);
    expect(workspace).toMatchObject({ title: 'Old ledger' });
    expect(workspace).not.toHaveProperty('primary_workspace_group_id');
  });

  test('an association nobody knows is ignored', async () => {
    expect(await account.get('/workspaces?include=colour')).toEqual(await account.get('/workspaces'));
  });

  test('a rate is shown only to who names it as an optional field', async () => {
    expect(await place('')).not.toHaveProperty('resource_bill_rate');
    expect(await place('&optional_fields=resource_bill_rate,colour')).toMatchObject({ resource_bill_rate: 15000 });
  });

  test('ids are text, whatever they were sent as', async () => {
    const { id: workspace } = await account.make('workspaces', project());
    const story = await account.make(
      'stories',
      { title: 'Build', story_type: 'task', workspace_id: Number(workspace) },
      '?include=workspace',
    );
    expect([story.id, story.workspace_id]).toEqual([expect.stringMatching(/^\d+$/), workspace]);
  });

  test('a create answers 200, with the record', async () => {
    const reply = await account.call('POST', '/roles', { role: { name: 'Partner' } });
    expect(reply.status).toBe(200);
    expect(await reply.json()).toMatchObject({
      count: 1,
      meta: { count: 1, page_count: 1, page_number: 1, page_size: 20 },
      results: [{ key: 'roles' }],
    });
  });

  test('moments are whole seconds with an offset: a naive client that compares them with its own text is wrong', async () => {
    account.at('2026-09-02T03:04:05.678Z');
    expect(await account.make('workspaces', project())).toMatchObject({ created_at: '2026-09-01T20:04:05-07:00' });
  });
});
