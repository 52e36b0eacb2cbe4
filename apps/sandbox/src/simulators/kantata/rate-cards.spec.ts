import { type Account, openAccount, project, refusal, roleId, type Row } from './account.fixture.js';

describe('rate cards of a Kantata account', () => {
  let account: Account;
  let set: string;
  let standard: string;
  let card: string;
  let consultant: string;
  beforeEach(async () => {
    account = await openAccount();
    set = (await account.rows('/rate_card_sets'))[0]!.id;
    standard = (await account.rows('/rate_card_set_versions'))[0]!.id;
    card = (await account.rows('/rate_cards'))[0]!.id;
    consultant = await roleId(account, 'Consultant');
  });
  afterEach(() => account.hosted.close());

  const newVersion = (effective_date?: string, query = ''): Promise<Row> =>
    account.make('rate_card_set_versions', { rate_card_set_id: set, effective_date }, query);
  const publish = (id: string): Promise<Response> => account.call('PUT', `/rate_card_set_versions/${id}/publish`);
  const row = (version: string, role: string): string =>
    `/rate_card_set_versions/${version}/rate_card_table_rows/${role}`;
  const setRate = (version: string, rate: unknown, currency = 'USD'): Promise<Response> =>
    account.call('PUT', row(version, consultant), { rate_card_table_row: { rates: [{ currency, rate }] } });
  const rateOn = async (date: string): Promise<unknown> => {
    const [version] = await account.rows(`/rate_card_versions?rate_card_id=${card}&effective_on_date=${date}`);
    const [role] = await account.rows(
      `/rate_card_roles?rate_card_version_id=${version!.id}&with_role_ids=${consultant}`,
    );
    return role?.rate;
  };

  test('an account has a default set: a published version, and a card for each currency of its projects', async () => {
    expect(await account.rows('/rate_card_sets?include=rate_cards,rate_card_set_versions')).toEqual([
      expect.objectContaining({
        account_default: true,
        rate_card_ids: [card],
        rate_card_set_version_ids: [standard],
      }),
    ]);
    expect(await account.rows('/rate_cards')).toEqual([expect.objectContaining({ currency: 'USD' })]);
    expect(await account.rows('/rate_card_set_versions')).toEqual([expect.objectContaining({ active: true })]);
  });

  test('a naive client that changes what is in effect is refused', async () => {
    expect(await refusal(await setRate(standard, 18000))).toEqual([422, ['base']]);
    const [version] = await account.rows('/rate_card_versions');
    expect(await refusal(await account.put('rate_card_versions', version!.id, { default_rate: 1 }))).toEqual([
      422,
      ['base'],
    ]);
    expect(account.journal.entries).toEqual([]);
  });

  test('a new version has a copy of each card, counts from its date, and only once published', async () => {
    const { id, active } = await newVersion('2026-10-01', `?clone_id=${standard}`);
    expect(active).toBe(false);
    expect((await setRate(id, 18000)).status).toBe(200);
    expect(await rateOn('2026-10-01')).toBeUndefined();
    expect(await (await publish(id)).json()).toEqual({ activated: true });
    expect([await rateOn('2026-09-30'), await rateOn('2026-10-01')]).toEqual([undefined, 18000]);
    account.at('2026-10-02T10:00:00Z');
    expect(await refusal(await setRate(id, 19000))).toEqual([422, ['base']]);
    const { id: next } = await newVersion('2026-11-01', `?clone_id=${id}`);
    await setRate(next, 19000);
    await publish(next);
    expect([await rateOn('2026-10-31'), await rateOn('2026-11-01')]).toEqual([18000, 19000]);
  });

  test('a version that is not cloned begins without rates', async () => {
    const { id } = await newVersion('2026-10-01', `?clone_id=${standard}`);
    await setRate(id, 18000);
    const { id: bare } = await newVersion('2026-11-01');
    expect(await account.get(`/rate_card_set_versions/${bare}/rate_card_table_rows`)).toMatchObject({ count: 0 });
  });

  test('a row of the table may be put again: it is the same rate', async () => {
    const { id } = await newVersion('2026-10-01');
    const reply = await (await setRate(id, 18000)).json();
    const cell = { rate_card_role_id: expect.any(String) as string, rate: 18000 };
    expect(reply).toMatchObject({
      count: 1,
      results: [{ key: 'rate_card_table_rows', id: `${id}:${consultant}` }],
      rate_card_table_rows: {
        [`${id}:${consultant}`]: { role_id: consultant, name: 'Consultant', cells: { USD: cell } },
      },
    });
    expect(await (await setRate(id, 18000)).json()).toEqual(reply);
    expect((await account.call('DELETE', row(id, consultant))).status).toBe(204);
    expect(await account.get(`/rate_card_set_versions/${id}/rate_card_table_rows`)).toMatchObject({ count: 0 });
  });

  test('a rate is whole cents of a currency the set has; nothing of a refused row is kept', async () => {
    const { id } = await newVersion('2026-10-01');
    expect(await refusal(await setRate(id, 180.5))).toEqual([422, ['rate']]);
    expect(await refusal(await setRate(id, 18000, 'EUR'))).toEqual([422, ['rates']]);
    const rates = [
      { currency: 'USD', rate: 18000 },
      { currency: 'EUR', rate: 17000 },
    ];
    const reply = await account.call('PUT', row(id, consultant), { rate_card_table_row: { rates } });
    expect(await refusal(reply)).toEqual([422, ['rates']]);
    expect(await account.get(`/rate_card_set_versions/${id}/rate_card_table_rows`)).toMatchObject({ count: 0 });
    expect((await account.call('PUT', row(id, consultant), {})).status).toBe(400);
  });

  test('a role has one rate in a version', async () => {
    const { id } = await newVersion('2026-10-01');
    const [version] = await account.rows(`/rate_card_versions?rate_card_set_version_id=${id}`);
    const rate = { rate_card_version_id: version!.id, role_id: consultant, rate: 18000 };
    const made = await account.make('rate_card_roles', rate);
    const again = await account.call('POST', '/rate_card_roles', { rate_card_role: rate });
    expect(await refusal(again)).toEqual([422, ['role_id']]);
    expect((await account.put('rate_card_roles', made.id, { rate: 19000 })).status).toBe(200);
    expect((await account.call('DELETE', `/rate_card_roles/${made.id}`)).status).toBe(204);
  });

  test('two versions do not take effect on the same day, and none in the past', async () => {
    const [first, second] = [await newVersion('2026-10-01'), await newVersion('2026-10-01')];
    await publish(first.id);
    expect(await refusal(await publish(second.id))).toEqual([422, ['effective_date']]);
    expect((await publish(first.id)).status).toBe(200);
    const late = await newVersion('2026-08-31');
    expect(await refusal(await publish(late.id))).toEqual([422, ['effective_date']]);
    await account.put('rate_card_set_versions', late.id, { effective_date: '2026-12-01' });
    expect((await publish(late.id)).status).toBe(200);
    expect(await refusal(await account.call('DELETE', `/rate_card_set_versions/${late.id}`))).toEqual([422, ['base']]);
    expect((await account.call('DELETE', `/rate_card_set_versions/${second.id}`)).status).toBe(204);
  });

  test('a currency is on the default set first, and once on each set', async () => {
    const { id: own } = await account.make('rate_card_sets', { title: 'Northwind frame contract' });
    const add = (rate_card_set_id: string, currency: string): Promise<Response> =>
      account.call('POST', '/rate_cards', { rate_card: { rate_card_set_id, currency } });
    expect(await refusal(await add(own, 'EUR'))).toEqual([422, ['currency']]);
    expect((await add(set, 'EUR')).status).toBe(200);
    expect((await add(own, 'EUR')).status).toBe(200);
    expect(await refusal(await add(own, 'EUR'))).toEqual([422, ['currency']]);
  });

  test('a set cloned from a version has its cards and rates', async () => {
    const { id } = await newVersion('2026-10-01');
    await setRate(id, 18000);
    const own = await account.make('rate_card_sets', { title: 'Northwind' }, `?clone_version_id=${id}`);
    const [version] = await account.rows(`/rate_card_set_versions?rate_card_set_id=${own.id}`);
    expect(await account.get(`/rate_card_set_versions/${version!.id}/rate_card_table_rows`)).toMatchObject({
      count: 1,
    });
    expect(await account.rows(`/rate_cards?rate_card_set_id=${own.id}`)).toEqual([
      expect.objectContaining({ currency: 'USD' }),
    ]);
  });

  describe('on a project', () => {
    test('decide its currency, and cannot be deleted any more', async () => {
      const made = await account.make('workspaces', project({ currency: 'EUR', rate_card_id: Number(card) }));
      expect(made).toMatchObject({ rate_card_id: card, currency: 'USD' });
      expect(await refusal(await account.call('DELETE', `/rate_cards/${card}`))).toEqual([422, ['base']]);
      const other = await account.make('workspaces', project({ currency: 'EUR' }));
      const reply = await account.put('workspaces', other.id, { rate_card_id: card });
      expect(await refusal(reply)).toEqual([422, ['rate_card_id']]);
    });

    test('price the time of who has no rate of their own', async () => {
      const { id } = await newVersion('2026-10-01');
      await setRate(id, 18000);
      await publish(id);
      const { id: workspace_id } = await account.make('workspaces', project({ status_key: 300, rate_card_id: card }));
      const story = { title: 'Work', story_type: 'task', workspace_id };
      const { id: story_id } = await account.make('stories', story);
      const [ben] = await account.rows('/users');
      const place = { workspace_id, user_id: ben!.id, role_id: consultant };
      const { id: placeId } = await account.make('workspace_resources', place);
      const log = (date_performed: string): Promise<Row> =>
        account.make('time_entries', { workspace_id, story_id, user_id: ben!.id, date_performed, time_in_minutes: 60 });
      expect(await log('2026-10-01')).toMatchObject({ rate_in_cents: 18000 });
      expect(await log('2026-09-30')).toMatchObject({ rate_in_cents: 0 });
      await account.put('workspace_resources', placeId, { bill_rate: 20000 });
      expect(await log('2026-10-01')).toMatchObject({ rate_in_cents: 20000 });
    });
  });
});
