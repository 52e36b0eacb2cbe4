import { type Account, invite, marked, openAccount, refusal, type Row } from './account.fixture.js';

describe('time off of a Kantata account', () => {
  let account: Account;
  let ben: string;
  beforeEach(async () => {
    account = await openAccount();
    ben = (await account.rows('/users'))[0]!.id;
  });
  afterEach(() => account.hosted.close());

  /** 2026-10-05 is a Monday. */
  const away = (changes: object = {}): object => ({
    user_id: Number(ben),
    requested_date: '2026-10-05',
    hours: 8,
    ...changes,
  });
  const make = (changes: object = {}): Promise<Row> => account.make('time_off_entries', away(changes), '?include=user');
  const post = (changes: object): Promise<Response> =>
    account.call('POST', '/time_off_entries', { time_off_entry: away(changes) });
  const days = async (query = ''): Promise<string[]> =>
    (await account.rows(`/time_off_entries?${query}`)).map((row) => String(row.requested_date)).sort();

  test('an entry says the hours of a day, and when it was handed in; whose it is only to who includes them', async () => {
    const { id } = await make();
    expect(await account.rows('/time_off_entries')).toEqual([
      { id, hours: 8, requested_date: '2026-10-05', submission_date: '2026-09-01' },
    ]);
    expect(await account.rows('/time_off_entries?include=user')).toEqual([expect.objectContaining({ user_id: ben })]);
  });

  test('a naive client that repeats a create doubles the hours: a day has one entry', async () => {
    const first = await make({ hours: 4, ...marked('L-1', 'Leave') });
    expect(await make({ hours: 4, ...marked('L-1', 'Leave') })).toMatchObject({ id: first.id, hours: 8 });
    expect(await days()).toEqual(['2026-10-05']);
    const refs = 'external_reference_service_name=esb&external_reference_service_model_refs=L-1';
    expect(await days(refs)).toEqual(['2026-10-05']);
  });

  test.each([
    ['nobody', { user_id: undefined }, 'user_id'],
    ['somebody unknown', { user_id: '9999' }, 'user_id'],
    ['no day', { requested_date: undefined }, 'requested_date'],
    ['a day no month has', { requested_date: '2026-02-30' }, 'requested_date'],
    ['no hours', { hours: undefined }, 'hours'],
    ['hours that are none', { hours: 'all day' }, 'hours'],
    ['zero hours', { hours: 0 }, 'hours'],
    ['more hours than the workday has', { hours: 8.25 }, 'hours'],
    ['a Saturday', { requested_date: '2026-10-10', hours: 1 }, 'hours'],
  ])('time off of %s is refused, and nothing is written', async (_case, changes, field) => {
    expect(await refusal(await post(changes))).toEqual([422, [field]]);
    expect(account.journal.entries).toEqual([]);
  });

  test('hours that add up to more than the workday are refused, and the entry stays as it was', async () => {
    await make({ hours: 6 });
    expect(await refusal(await post({ hours: 2.25 }))).toEqual([422, ['hours']]);
    expect(await account.rows('/time_off_entries')).toEqual([expect.objectContaining({ hours: 6 })]);
  });

  test('a change sets the hours, and nothing but the hours', async () => {
    const { id } = await make({ hours: 6 });
    expect((await account.put('time_off_entries', id, { hours: 2, requested_date: '2026-10-06' })).status).toBe(200);
    expect(await account.rows('/time_off_entries')).toEqual([
      expect.objectContaining({ id, hours: 2, requested_date: '2026-10-05' }),
    ]);
    expect(await refusal(await account.put('time_off_entries', id, { hours: 9 }))).toEqual([422, ['hours']]);
    expect(await refusal(await account.put('time_off_entries', id, {}))).toEqual([422, ['hours']]);
  });

  test('a deleted entry is gone, its reference too; a repeat is told that it is not there', async () => {
    const { id } = await make(marked('L-1', 'Leave'));
    const reply = await account.call('DELETE', `/time_off_entries/${id}`);
    expect([reply.status, await reply.text()]).toEqual([204, '']);
    expect(await days()).toEqual([]);
    expect(await account.rows('/external_references?subject_type=TimeOffEntry')).toEqual([]);
    expect((await account.call('DELETE', `/time_off_entries/${id}`)).status).toBe(404);
    expect(account.journal.entries.map(({ operation }) => operation)).toEqual(['create', 'delete']);
  });

  test('a naive client that reads one entry by its path finds none: only the index tells', async () => {
    const { id } = await make();
    expect((await account.call('GET', `/time_off_entries/${id}`)).status).toBe(404);
    expect(await account.rows(`/time_off_entries?only=${id}`)).toHaveLength(1);
  });

  describe('several at once', () => {
    const week = ['2026-10-05', '2026-10-06', '2026-10-07'].map((requested_date) => ({ requested_date }));
    const postAll = (entries: object[]): Promise<Response> =>
      account.call('POST', '/time_off_entries', { time_off_entries: entries.map(away) });

    test('are made under the plural root, in the order given, each in the ledger', async () => {
      const reply = await postAll(week);
      expect(reply.status).toBe(200);
      expect(await reply.json()).toMatchObject({ count: 3, results: week.map(() => ({ key: 'time_off_entries' })) });
      expect(await days()).toEqual(['2026-10-05', '2026-10-06', '2026-10-07']);
      expect(account.journal.entries).toHaveLength(3);
    });

    test('of the same day are one', async () => {
      const reply = await postAll([
        { requested_date: '2026-10-05', hours: 3 },
        { requested_date: '2026-10-05', hours: 1 },
      ]);
      expect(await reply.json()).toMatchObject({ count: 1 });
      expect(await account.rows('/time_off_entries')).toEqual([expect.objectContaining({ hours: 4 })]);
    });

    test('are refused together where one of them is wrong', async () => {
      expect(await refusal(await postAll([...week, { hours: 99 }]))).toEqual([422, ['hours']]);
      expect(await days()).toEqual([]);
      expect(account.journal.entries).toEqual([]);
    });

    test('are at least one and at most a hundred', async () => {
      expect((await postAll(Array.from({ length: 101 }, () => ({})))).status).toBe(400);
      expect((await postAll([])).status).toBe(400);
    });

    test('are deleted by their ids, in the address or in the body, all or none', async () => {
      await postAll(week);
      const [first, second, third] = (await account.rows('/time_off_entries')).map(({ id }) => id);
      expect(await refusal(await account.call('DELETE', `/time_off_entries?ids=${first},9999`))).toEqual([
        422,
        ['ids'],
      ]);
      expect(await days()).toHaveLength(3);
      expect((await account.call('DELETE', `/time_off_entries?ids=${first},${second}`)).status).toBe(204);
      expect((await account.call('DELETE', '/time_off_entries', { ids: third })).status).toBe(204);
      expect(await days()).toEqual([]);
      expect((await account.call('DELETE', '/time_off_entries')).status).toBe(400);
    });
  });

  test('is asked for by person, by days that lie strictly between, and by project', async () => {
    const ada = await invite(account, 'Ada');
    for (const requested_date of ['2026-10-05', '2026-10-06', '2026-10-07']) await make({ requested_date });
    await make({ user_id: ada, requested_date: '2026-10-08' });
    expect(await days(`user_id=${ada}`)).toEqual(['2026-10-08']);
    expect(await days(`user_ids=${ada},${ben}`)).toHaveLength(4);
    expect(await days('start_date=2026-10-05&end_date=2026-10-07')).toEqual(['2026-10-06']);
    const [workspace] = await account.rows('/workspaces');
    expect(await days(`workspace_id=${workspace!.id}`)).toEqual(['2026-10-05', '2026-10-06', '2026-10-07']);
  });

  test('somebody at the screens records it, and takes it back', async () => {
    const day = { email: 'ben@north.example', date: '2026-10-05' };
    const recorded = account.act('recordTimeOff', { ...day, hours: 8 });
    expect(await account.rows('/time_off_entries')).toEqual([expect.objectContaining(recorded as object)]);
    account.act('removeTimeOff', day);
    expect(await days()).toEqual([]);
    expect(() => account.act('removeTimeOff', day)).toThrow('ben@north.example is not away on 2026-10-05');
  });
});
