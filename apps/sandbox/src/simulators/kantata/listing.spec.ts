import { type Account, invite, marked, openAccount, project, refusal } from './account.fixture.js';

describe('lists of a Kantata account', () => {
  let account: Account;
  beforeEach(async () => {
    account = await openAccount();
  });
  afterEach(() => account.hosted.close());

  const names = async (path: string): Promise<unknown[]> => (await account.rows(path)).map(({ name }) => name);
  const titles = async (path: string): Promise<unknown[]> => (await account.rows(path)).map(({ title }) => title);
  const makeRoles = async (count: number): Promise<void> => {
    for (let number = 1; number <= count; number += 1) await account.make('roles', { name: `Role ${number}` });
  };

  describe('pages', () => {
    test('a naive client that does not page gets twenty', async () => {
      await makeRoles(25);
      const reply = await account.get('/roles');
      expect([reply.results.length, reply.count]).toEqual([20, 27]);
      expect(reply.meta).toEqual({ count: 27, page_count: 2, page_number: 1, page_size: 20 });
    });

    test('a naive client that asks for more than 200 is not refused: it gets 200', async () => {
      await makeRoles(203);
      const reply = await account.get('/roles?per_page=1000');
      expect([reply.results.length, reply.meta]).toEqual([
        200,
        { count: 205, page_count: 2, page_number: 1, page_size: 200 },
      ]);
      expect((await account.get('/roles?per_page=1000&page=2')).results).toHaveLength(5);
    });

    test.each(['0', '-5', 'many'])('a page of %s is a page of twenty', async (size) => {
      await makeRoles(25);
      expect((await account.get(`/roles?per_page=${size}`)).meta.page_size).toBe(20);
    });

    test('beyond the last page there is nothing, and no refusal', async () => {
      const reply = await account.get('/roles?page=9');
      expect([reply.results, reply.count, reply.meta.page_number]).toEqual([[], 2, 9]);
    });

    test('where nothing is found there is no page', async () => {
      const meta = { count: 0, page_count: 0, page_number: 0, page_size: 20 };
      expect(await account.get('/roles?only=9999')).toEqual({ count: 0, meta, results: [], roles: {} });
    });

    test('limit and offset win over the page, but only together', async () => {
      await makeRoles(25);
      const all = await account.rows('/roles?per_page=200');
      expect(await account.rows('/roles?limit=3&offset=10&page=2')).toEqual(all.slice(10, 13));
      expect(await account.rows('/roles?limit=3')).toEqual(all.slice(0, 20));
      expect(await account.rows('/roles?offset=10')).toEqual(all.slice(0, 20));
    });
  });

  describe('one by id', () => {
    test('a list answers a missing id with nothing; the record itself is not found', async () => {
      expect((await account.get('/workspaces?only=9999')).results).toEqual([]);
      expect((await account.call('GET', '/workspaces/9999')).status).toBe(404);
    });

    test('several ids may be asked for at once', async () => {
      const made = [await account.make('roles', { name: 'A' }), await account.make('roles', { name: 'B' })];
      expect(new Set(await names(`/roles?only=${made[0]!.id},${made[1]!.id},9999`))).toEqual(new Set(['A', 'B']));
    });
  });

  describe('what is hidden unless it is asked for', () => {
    test('a naive client takes an archived project for a missing one', async () => {
      const { id } = await account.make('workspaces', project());
      await account.put('workspaces', id, { archived: true });
      expect(await titles('/workspaces')).toEqual(['Old ledger']);
      expect(await titles(`/workspaces?only=${id}`)).toEqual([]);
      expect((await account.call('GET', `/workspaces/${id}`)).status).toBe(404);
      expect((await account.call('GET', `/workspaces/${id}?include_archived=true`)).status).toBe(200);
      expect(await titles('/workspaces?include_archived=true&order=title:asc')).toEqual(['New ledger', 'Old ledger']);
      expect(await titles('/workspaces?archived=only')).toEqual(['New ledger']);
    });

    test('the time of an archived project goes with it', async () => {
      account.act('logTime', {
        projectRef: 'OLD-1',
        email: 'ben@north.example',
        date: '2026-09-01',
        minutes: 60,
        roleName: 'Consultant',
        billable: true,
        notes: '',
      });
      account.act('archiveProject', { projectRef: 'OLD-1' });
      expect(await account.rows('/time_entries')).toEqual([]);
      expect(await account.rows('/time_entries?from_archived_workspaces=true')).toHaveLength(1);
    });

    test('a naive client does not see somebody who is on no project, and would invite them again', async () => {
      const id = await invite(account, 'Ada');
      const mail = 'by_email_address=ada@north.example';
      expect(await account.rows(`/users?${mail}`)).toEqual([]);
      expect((await account.call('GET', `/users/${id}`)).status).toBe(404);
      expect(await account.rows(`/users?${mail}&on_my_account=true`)).toEqual([
        { id, full_name: 'Ada Marsh', email_address: 'ada@north.example', headline: null, disabled: false },
      ]);
    });

    test('a naive client does not see places without a person', async () => {
      const { id: workspace } = await account.make('workspaces', project());
      const role = (await account.rows('/roles'))[0]!;
      await account.make('workspace_resources', { workspace_id: workspace, role_id: role.id });
      const of = (more: string): Promise<unknown[]> =>
        account.rows(`/workspace_resources?workspace_id=${workspace}${more}`);
      expect(await of('')).toEqual([]);
      expect(await of('&include_unnamed=true')).toHaveLength(1);
      expect(await of('&only_unnamed=true')).toHaveLength(1);
      expect((await account.rows('/workspace_resources?only_unnamed=true')).length).toBe(1);
    });
  });

  describe('order', () => {
    test('without an order the last updated project comes first, and the people come by name', async () => {
      account.at('2026-09-02T10:00:00Z');
      await account.make('workspaces', project());
      expect(await titles('/workspaces')).toEqual(['New ledger', 'Old ledger']);
      await invite(account, 'Ada');
      const people = await account.rows('/users?on_my_account=true');
      expect(people.map((person) => person.full_name)).toEqual(['Ada Marsh', 'Ben Hale']);
    });

    test('a naive client that orders by what the list cannot be ordered by gets the default order', async () => {
      expect(await account.get('/roles?order=name:asc')).toEqual(await account.get('/roles'));
      expect(await account.get('/users?order=id:asc')).toEqual(await account.get('/users'));
    });

    test('a naive client that pages through the last updated misses what is updated meanwhile', async () => {
      await account.make('workspaces', project({ title: 'Second' }));
      await account.make('workspaces', project({ title: 'Third' }));
      const [first] = await titles('/workspaces?per_page=1&order=updated_at:asc');
      account.at('2026-09-02T10:00:00Z');
      const old = (await account.rows('/workspaces')).find(({ title }) => title === first)!;
      await account.put('workspaces', old.id, { description: 'moved to the end' });
      expect(await titles('/workspaces?per_page=1&page=2&order=updated_at:asc')).not.toContain('Second');
    });
  });

  describe('changed since', () => {
    test('later than the moment asked for, whatever offset it is written with', async () => {
      account.at('2026-09-02T10:00:00Z');
      await account.make('workspaces', project());
      expect(await titles('/workspaces?updated_after=2026-09-02T09:59:59Z')).toEqual(['New ledger']);
      expect(await titles('/workspaces?created_after=2026-09-02T11:59:59%2B02:00')).toEqual(['New ledger']);
      expect(await titles('/workspaces?updated_before=2026-09-02T03:00:00-07:00')).toEqual(['Old ledger']);
    });

    test('a naive client that goes on from exactly the last moment misses the rest of that second', async () => {
      account.at('2026-09-02T10:00:00.100Z');
      const { updated_at: last } = await account.make('workspaces', project({ title: 'Seen' }));
      account.at('2026-09-02T10:00:00.900Z');
      await account.make('workspaces', project({ title: 'Missed' }));
      expect(await titles(`/workspaces?updated_after=${encodeURIComponent(String(last))}`)).toEqual([]);
    });

    test('a moment that is none is a bad request', async () => {
      expect(await refusal(await account.call('GET', '/workspaces?updated_after=yesterday'))).toEqual([
        400,
        [undefined],
      ]);
    });
  });

  describe('by reference', () => {
    const asked = 'external_reference_service_name=esb&external_reference_service_model_refs';

    test('records are found by what they were marked with', async () => {
      await account.make('workspaces', project({ title: 'One', ...marked('P-1') }));
      await account.make('workspaces', project({ title: 'Two', ...marked('P-2') }));
      expect(await titles(`/workspaces?${asked}=P-1`)).toEqual(['One']);
      expect(await titles(`/workspaces?${asked}=P-1,P-2,P-3&order=title:asc`)).toEqual(['One', 'Two']);
      expect(await titles('/workspaces?external_reference_service_name=other')).toEqual([]);
      expect(await titles('/workspaces?without_external_reference_service_name=esb')).toEqual(['Old ledger']);
      expect(await account.rows('/roles?has_external_references=true')).toEqual([]);
    });

    test('up to 200 references may be asked for', async () => {
      const refs = (count: number): string => Array.from({ length: count }, (_none, index) => `P-${index}`).join(',');
      expect((await account.call('GET', `/workspaces?${asked}=${refs(200)}`)).status).toBe(200);
      expect((await account.call('GET', `/workspaces?${asked}=${refs(201)}`)).status).toBe(400);
    });

    test('the list of references must be told whose', async () => {
      expect((await account.call('GET', '/external_references')).status).toBe(400);
      const found = await account.rows('/external_references?subject_type=Workspace&service_model_ref=OLD-1');
      expect(found).toEqual([expect.objectContaining({ service_name: 'throughline', status: 'successful' })]);
    });
  });

  test('a naive client that filters by what the list does not know gets everything', async () => {
    const [membership] = await account.rows('/account_memberships?include=user');
    expect(await account.rows('/account_memberships?user_id=9999')).toHaveLength(1);
    expect(await account.rows('/account_memberships?by_user_id=9999')).toEqual([]);
    expect(await account.rows(`/account_memberships?by_user_id=${String(membership!.user_id)}`)).toHaveLength(1);
  });
});
