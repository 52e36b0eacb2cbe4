import { type Account, invite, openAccount, project, refusal, roleId, type Row } from './account.fixture.js';

describe('members of a Kantata account', () => {
  let account: Account;
  let ada: string;
  let membership: string;
  beforeEach(async () => {
    account = await openAccount();
    ada = await invite(account, 'Ada');
    membership = (await account.rows(`/account_memberships?by_user_id=${ada}`))[0]!.id;
  });
  afterEach(() => account.hosted.close());

  const verb = (name: string, id = membership): Promise<Response> =>
    account.call('PUT', `/account_memberships/${id}/${name}`);
  const names = async (query: string): Promise<unknown[]> =>
    (await account.rows(`/users?${query}`)).map((user: Row) => user.full_name);

  test('whoever is disabled is out of sight, unless asked for', async () => {
    expect((await verb('disable')).status).toBe(200);
    expect(await names('on_my_account=true')).toEqual(['Ben Hale']);
    expect(await names('on_my_account=true&show_disabled=true')).toEqual(['Ada Marsh', 'Ben Hale']);
    expect((await account.call('GET', `/users/${ada}?on_my_account=true`)).status).toBe(404);
    const [user] = await account.rows(`/users?only=${ada}&on_my_account=true&show_disabled=true`);
    expect(user).toMatchObject({ disabled: true });
  });

  test('a naive client that reads the membership of somebody disabled finds none', async () => {
    await verb('disable');
    expect((await account.call('GET', `/account_memberships/${membership}`)).status).toBe(404);
    expect(await account.rows(`/account_memberships?by_user_id=${ada}`)).toEqual([]);
    expect(await account.rows(`/account_memberships?by_user_id=${ada}&only_inactive=true`)).toEqual([
      expect.objectContaining({ id: membership, disabled_at: '2026-09-01T03:00:00-07:00' }),
    ]);
  });

  test('disabling twice is disabling once; enabling gives the access back', async () => {
    await verb('disable');
    account.at('2026-09-02T10:00:00Z');
    const again = (await (await verb('disable')).json()) as { account_memberships: Record<string, Row> };
    expect(again.account_memberships[membership]).toMatchObject({ disabled_at: '2026-09-01T03:00:00-07:00' });
    expect((await verb('enable')).status).toBe(200);
    expect(await names('on_my_account=true')).toEqual(['Ada Marsh', 'Ben Hale']);
    expect(account.journal.entries.map(({ operation }) => operation)).toEqual([
      'create',
      'disable',
      'disable',
      'enable',
    ]);
  });

  test('nobody disabled is put on a project', async () => {
    await verb('disable');
    const { id } = await account.make('workspaces', project({ status_key: 300 }));
    const place = { workspace_id: id, user_id: ada, role_id: await roleId(account, 'Consultant') };
    const reply = await account.call('POST', '/workspace_resources', { workspace_resource: place });
    expect(await refusal(reply)).toEqual([422, ['user_id']]);
  });

  test('a manager is somebody of the account', async () => {
    const [ben] = await account.rows('/users');
    const reply = await account.put('account_memberships', membership, { manager_id: ben!.id });
    expect(reply.status).toBe(200);
    const [shown] = await account.rows(`/account_memberships?by_user_id=${ada}&include=manager`);
    expect(shown).toMatchObject({ manager_id: ben!.id });
    const nobody = await account.put('account_memberships', membership, { manager_id: '9999' });
    expect(await refusal(nobody)).toEqual([422, ['manager_id']]);
  });

  test('whoever is removed is no member any more', async () => {
    expect((await account.call('DELETE', `/account_memberships/${membership}`)).status).toBe(204);
    expect(await names('on_my_account=true')).toEqual(['Ben Hale']);
    expect((await verb('disable')).status).toBe(404);
  });

  test('somebody at the screens disables a person', async () => {
    account.act('disablePerson', { email: 'ada@north.example' });
    expect(await names('on_my_account=true')).toEqual(['Ben Hale']);
  });
});
