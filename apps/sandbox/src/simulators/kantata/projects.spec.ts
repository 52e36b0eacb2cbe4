import { type Account, marked, openAccount, project, refusal } from './account.fixture.js';

describe('projects of a Kantata account', () => {
  let account: Account;
  beforeEach(async () => {
    account = await openAccount();
  });
  afterEach(() => account.hosted.close());

  const post = (resource: string, body: object): Promise<Response> => account.call('POST', `/${resource}`, body);

  test('a naive client that names neither title nor role is told of both at once', async () => {
    const reply = await post('workspaces', { workspace: { currency: 'EUR' } });
    expect([reply.status, await reply.json()]).toEqual([
      422,
      {
        errors: [
          { type: 'validation', message: 'Please give your project a title', field: 'title' },
          { type: 'validation', message: 'Please select a role for this project', field: 'creator_role' },
        ],
      },
    ]);
  });

  test.each([
    ['a role that is none', { creator_role: 'owner' }, 'creator_role'],
    ['a status of another account', { status_key: 999 }, 'status_key'],
    ['a date that is none', { start_date: '02/03/2026' }, 'start_date'],
    ['a day no month has', { due_date: '2026-02-30' }, 'due_date'],
  ])('%s is refused, and nothing is written', async (_case, changes, field) => {
    expect(await refusal(await post('workspaces', { workspace: project(changes) }))).toEqual([422, [field]]);
    expect(account.journal.entries).toEqual([]);
  });

  test('a status is set by its key and read as an object', async () => {
    const made = await account.make('workspaces', project({ status_key: 210 }));
    expect(made.status).toEqual({ key: 210, message: 'In Setup', color: 'yellow' });
    await account.put('workspaces', made.id, { status_key: 300 });
    expect((await account.rows(`/workspaces?only=${made.id}`))[0]!.status).toMatchObject({ key: 300 });
  });

  test('attributes nobody knows, and those a create may not set, are ignored', async () => {
    const made = await account.make('workspaces', project({ colour: 'red', archived: true, id: '7' }));
    expect(made).toMatchObject({ archived: false });
    expect(made).not.toHaveProperty('colour');
    expect(made.id).not.toBe('7');
  });

  test('a naive client that repeats a create makes a second project, which its reference tells', async () => {
    const body = project({ ...marked('P-1') });
    const first = await account.make('workspaces', body);
    const second = await account.make('workspaces', body);
    expect(second.id).not.toBe(first.id);
    const found = await account.rows(
      '/workspaces?external_reference_service_name=esb&external_reference_service_model_refs=P-1',
    );
    expect(found.map(({ id }) => id).sort()).toEqual([first.id, second.id]);
  });

  test('a reference needs a service, a model and an id', async () => {
    const body = project({ external_reference: { service_name: 'esb', service_model: 'Project' } });
    expect(await refusal(await post('workspaces', { workspace: body }))).toEqual([422, ['service_model_ref']]);
  });

  test('create_or_update repeats without harm: a service names an object once', async () => {
    const [old] = await account.rows('/workspaces');
    const { external_reference: reference } = marked('P-9') as { external_reference: object };
    const mark = (more: object = {}): Promise<Response> =>
      post('external_references/create_or_update', {
        external_reference: { subject_type: 'Workspace', subject_id: old!.id, ...reference, ...more },
      });
    expect((await mark()).status).toBe(200);
    expect((await mark({ service_model_ref: 'P-10', external_message: 'renamed' })).status).toBe(200);
    const own = await account.rows(
      `/external_references?subject_type=Workspace&subject_id=${old!.id}&service_name=esb`,
    );
    expect(own).toEqual([expect.objectContaining({ service_model_ref: 'P-10', external_message: 'renamed' })]);
  });

  test('create_or_update never makes the object', async () => {
    const { external_reference: reference } = marked('P-9') as { external_reference: object };
    const mark = (subject: object): Promise<Response> =>
      post('external_references/create_or_update', { external_reference: { ...reference, ...subject } });
    expect((await mark({ subject_type: 'Workspace', subject_id: '9999' })).status).toBe(404);
    expect(await refusal(await mark({ subject_type: 'Project', subject_id: '1' }))).toEqual([422, ['subject_type']]);
    expect(account.journal.entries).toEqual([]);
  });

  test.each([
    ['without a project', { title: 'Build', story_type: 'task' }, 'workspace_id'],
    ['of a project that is not there', { title: 'Build', story_type: 'task', workspace_id: '9999' }, 'workspace_id'],
    ['of a kind that is none', { title: 'Build', story_type: 'epic', workspace_id: '1' }, 'story_type'],
    ['with a state that is none', { title: 'Build', story_type: 'task', workspace_id: '1', state: 'done' }, 'state'],
    ['with a long title', { title: 'x'.repeat(201), story_type: 'task', workspace_id: '1' }, 'title'],
  ])('a task %s is refused', async (_case, story, field) => {
    expect(await refusal(await post('stories', { story }))).toEqual([422, [field]]);
  });

  test('every write is in the ledger with the ids of its request', async () => {
    await account.call(
      'POST',
      '/workspaces',
      { workspace: project() },
      { 'x-correlation-id': 'c-1', 'x-effect-id': 'e-1' },
    );
    expect(account.journal.entries).toEqual([
      expect.objectContaining({
        operation: 'create',
        entity: 'workspace',
        by: 'api',
        correlationId: 'c-1',
        effectId: 'e-1',
      }),
    ]);
  });
});
