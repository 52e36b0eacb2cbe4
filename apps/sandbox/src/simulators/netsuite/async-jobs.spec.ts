import { type Account, type Json, openAccount, refusal } from './account.fixture.js';

describe('writing later in a NetSuite account', () => {
  let account: Account;
  beforeEach(async () => {
    account = await openAccount();
  });
  afterEach(() => account.hosted.close());

  const later = { prefer: 'respond-async' };
  const many = { ...later, 'content-type': 'application/vnd.oracle.resource+json; type=collection' };
  const named = (count: number): Json[] => Array.from({ length: count }, (_, index) => ({ name: `D${index}` }));
  const batch = (items: Json[], method = 'POST', headers: Record<string, string> = many): Promise<Response> =>
    account.call(method, '/department', { items }, headers);
  const job = async (reply: Response, below = ''): Promise<Response> =>
    account.call('GET', new URL(reply.headers.get('location')!).pathname + below);

  test('it is accepted, not answered: the address is that of a job', async () => {
    const reply = await account.call('POST', '/department', { name: 'Data' }, later);
    expect([reply.status, reply.headers.get('preference-applied')]).toEqual([202, 'respond-async']);
    expect(reply.headers.get('location')).toMatch(/\/services\/rest\/async\/v1\/job\/1$/);
    const self = reply.headers.get('location');
    expect(await (await job(reply)).json()).toEqual({
      completed: false,
      id: '1',
      progress: 'pending',
      task: { links: [{ rel: 'self', href: `${self}/task` }] },
      links: [{ rel: 'self', href: self }],
    });
    account.at('2026-09-01T10:00:01Z');
    expect(await (await job(reply)).json()).toMatchObject({ completed: true });
  });

  test('a naive client that takes acceptance for success misses what was refused', async () => {
    const reply = await batch([{ name: 'Data' }, { externalId: 'CC-9' }]);
    expect(reply.status).toBe(202);
    account.at('2026-09-01T10:00:01Z');
    const written = await job(reply, '/task/1/result');
    expect([written.status, written.headers.get('location')]).toEqual([204, expect.stringMatching(/department\/\d+$/)]);
    expect(await refusal(await job(reply, '/task/2/result'))).toEqual([400, 'USER_ERROR', 'name']);
  });

  test('a key is accepted once; the repetition is told where the first one is', async () => {
    const headers = { ...later, 'x-netsuite-idempotency-key': '5f0c2f0e-0f5f-4a38-9d0a-0b2f3f1f7c11' };
    const first = await account.call('POST', '/department', { name: 'Data' }, headers);
    const second = await account.call('POST', '/department', { name: 'Data' }, headers);
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    const body = (await second.json()) as Json;
    expect([second.status, body.title]).toEqual([400, 'Conflict']);
    expect(body['o:errorDetails']).toMatchObject([{ 'o:errorCode': 'IDEMPOTENCY_ERROR' }]);
    expect(await account.rows("SELECT id FROM department WHERE name = 'Data'")).toHaveLength(1);
  });

  test('a batch has at most a hundred records', async () => {
    expect((await batch(named(100))).status).toBe(202);
    expect((await batch(named(101))).status).toBe(400);
    expect((await batch([])).status).toBe(400);
  });

  test('a naive client that sends a batch without asking for later is refused', async () => {
    const reply = await batch(named(2), 'POST', { 'content-type': many['content-type'] });
    expect(await refusal(reply)).toEqual([400, 'INVALID_HEADER']);
  });

  test('a batch changes what it names: by external id with PUT, by id with PATCH', async () => {
    await batch(
      [
        { externalId: 'CC-1', name: 'Strategy 2' },
        { externalId: 'CC-2', name: 'Data' },
      ],
      'PUT',
    );
    const { id } = await account.read<{ id: string }>('/department/eid:CC-2');
    await batch([{ id, name: 'Data 2' }], 'PATCH');
    expect(await account.rows('SELECT name FROM department ORDER BY id')).toEqual([
      { name: 'Strategy 2' },
      { name: 'Data 2' },
    ]);
  });

  test('an item that says of no record what it is fails for itself', async () => {
    const replies = [];
    for (const method of ['PUT', 'PATCH', 'POST'])
      replies.push(await batch([null as unknown as Json, { name: 'Data' }], method));
    account.at('2026-09-01T10:00:01Z');
    for (const reply of replies) expect((await job(reply, '/task/1/result')).status).toBe(400);
  });

  test('one record at the address of many is refused where it would not be a create', async () => {
    for (const method of ['PUT', 'PATCH'])
      expect((await account.call(method, '/department', { name: 'Data' })).status).toBe(405);
  });
});
