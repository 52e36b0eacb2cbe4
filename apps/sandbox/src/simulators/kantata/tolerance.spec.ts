import { type Account, invite, openAccount, project, roleId } from './account.fixture.js';

/** Each of these goes when its client asks as the published API is asked. */
describe('a Kantata account that is kinder than the published API', () => {
  let account: Account;
  beforeEach(async () => {
    account = await openAccount();
    account.act('setTolerance', { tolerant: true });
  });
  afterEach(() => account.hosted.close());

  test('an invitation may be asked for the "user" it makes', async () => {
    const person = { full_name: 'Ada Rowe', email_address: 'ada@north.example' };
    const { user_id: id } = await account.make('account_invitations', person, '?include=user');
    expect((await account.call('GET', `/users/${String(id)}`)).status).toBe(200);
  });

  test('people on no project and places without a person are shown unasked', async () => {
    await invite(account, 'Ada');
    expect(await account.rows('/users')).toHaveLength(2);
    const { id: workspace_id } = await account.make('workspaces', project());
    await account.make('workspace_resources', { workspace_id, role_id: await roleId(account, 'Consultant') });
    expect(await account.rows(`/workspace_resources?workspace_id=${workspace_id}`)).toHaveLength(1);
  });

  test('memberships, skills and values may be asked for by an undocumented id', async () => {
    expect(await account.rows('/account_memberships?user_id=9999')).toEqual([]);
    const ada = await invite(account, 'Ada');
    const [skill] = await account.rows('/skills');
    await account.make('skill_memberships', { user_id: ada, skill_id: skill!.id });
    expect(await account.rows('/skill_memberships?user_id=9999')).toEqual([]);
    const [field] = await account.rows('/custom_fields?subject_type=User');
    const value = { subject_type: 'User', subject_id: ada, custom_field_id: field!.id, value: 'CC-1' };
    await account.make('custom_field_values', value);
    expect(await account.rows('/custom_field_values?subject_type=User&subject_id=9999')).toEqual([]);
  });

  test('a request needs no approver and may be asked for by its place', async () => {
    const { id: workspace_id } = await account.make('workspaces', project());
    const role_id = await roleId(account, 'Consultant');
    const place = await account.make('workspace_resources', { workspace_id, role_id });
    await account.make('resource_requests', { resource_id: place.id });
    expect(await account.rows(`/resource_requests?resource_id=${place.id}`)).toHaveLength(1);
    expect(await account.rows('/resource_requests?resource_id=9999')).toEqual([]);
  });
});
