import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { type Account, openAccount } from './account.fixture.js';

describe('the concurrency limit of an account', () => {
  let account: Account;
  beforeEach(async () => {
    account = await openAccount();
  });
  afterEach(() => account.hosted.close());

  /** Takes a place by starting a write, and keeps it until the body is sent. */
  async function occupy(): Promise<ClientRequest> {
    const pending = request(`${account.hosted.world.origin}/services/rest/record/v1/department`, {
      method: 'POST',
      headers: {
        authorization: account.authorization(),
        'content-type': 'application/json',
        expect: '100-continue',
      },
    });
    pending.flushHeaders();
    await once(pending, 'continue');
    return pending;
  }

  async function finish(pending: ClientRequest): Promise<number | undefined> {
    pending.end(JSON.stringify({ name: 'Data' }));
    const [reply] = (await once(pending, 'response')) as [IncomingMessage];
    reply.resume();
    await once(reply, 'end');
    return reply.statusCode;
  }

  test('the request above the limit is blocked, and is not told when to come back', async () => {
    account.act('setConcurrency', { limit: 1 });
    const pending = await occupy();
    const reply = await account.call('POST', '/department', { name: 'Late' });
    expect(reply.status).toBe(429);
    expect(reply.headers.has('retry-after')).toBe(false);
    expect(await reply.json()).toMatchObject({
      title: 'Too Many Requests',
      status: 429,
      'o:errorDetails': [{ 'o:errorCode': 'CONCURRENCY_LIMIT_EXCEEDED' }],
    });
    expect(await finish(pending)).toBe(204);
  });

  test('a naive client that sends everything at once loses what was blocked; nothing of that is done', async () => {
    account.act('setConcurrency', { limit: 2 });
    const first = [await occupy(), await occupy()];
    const names = ['A', 'B', 'C'];
    const late = await Promise.all(names.map((name) => account.call('POST', '/department', { name })));
    expect(late.map(({ status }) => status)).toEqual([429, 429, 429]);
    for (const pending of first) expect(await finish(pending)).toBe(204);
    expect(await account.rows("SELECT name FROM department WHERE name <> 'Strategy'")).toEqual([
      { name: 'Data' },
      { name: 'Data' },
    ]);
    expect(account.journal.entries).toHaveLength(2);
  });

  test('it counts requests in flight, not requests: one after the other never meets it', async () => {
    account.act('setConcurrency', { limit: 1 });
    for (let count = 0; count < 20; count += 1) expect((await account.call('GET', '/job')).status).toBe(200);
  });

  test('the smallest account has five places', async () => {
    const pending = await Promise.all(Array.from({ length: 5 }, () => occupy()));
    expect((await account.call('GET', '/job')).status).toBe(429);
    for (const each of pending) expect(await finish(each)).toBe(204);
    expect((await account.call('GET', '/job')).status).toBe(200);
  });

  test('who has no token is refused as such, whatever the traffic', async () => {
    account.act('setConcurrency', { limit: 1 });
    const pending = await occupy();
    expect((await account.call('GET', '/job', undefined, { authorization: '' })).status).toBe(401);
    expect((await account.token(await account.assertion())).status).toBe(200);
    await finish(pending);
  });

  test('a limit that is no number of requests is refused', () => {
    expect(() => account.act('setConcurrency', { limit: 0 })).toThrow('whole number above zero');
  });

  test('an account that takes longer over each call keeps its place for so long', async () => {
    account.act('setConcurrency', { limit: 1 });
    account.act('setWork', { ms: 1_000 });
    // The second comes while the first is worked on, whichever of them that is.
    const replies = await Promise.all([account.call('GET', '/job'), account.call('GET', '/job')]);
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 429]);
    expect(() => account.act('setWork', { ms: 0.5 })).toThrow('whole number of milliseconds above zero');
  });
});
