import { createTestDatabase, type TestDatabase } from '#testing';
import { type DataSource, openDatabase } from '../database.js';
import { CreateUsage1700000000130 } from '../usage/usage-schema.js';
import { BreachCounter } from './breach-counter.js';
import { BreachRepository, CreateBreaches1700000000131 } from './breach.repository.js';
import type { PublishedOperation } from './published-contract.js';

let home: TestDatabase;
let store: DataSource;
let record: BreachRepository;

beforeAll(async () => {
  home = await createTestDatabase();
  const migrations = [CreateUsage1700000000130, CreateBreaches1700000000131];
  store = await openDatabase({ url: home.url, schema: 'process_one', migrations });
  record = new BreachRepository(store);
});
afterAll(async () => {
  await store.destroy();
  await home.drop();
});

const operation: PublishedOperation = {
  contract: 'process/things/v1',
  version: '1.2.0',
  method: 'GET',
  path: '/v1/things/{id}',
  leaving: null,
  definition: {},
};
const lacks = (field: string) => ({
  status: 200,
  pointer: '#/components/schemas/Thing/required',
  rule: 'required',
  message: `lacks the required field ${field}`,
});

describe('the record of breaches', () => {
  it('has one row for a place, whatever counted it, with how often, since when and when last', async () => {
    const counters = [new BreachCounter(), new BreachCounter()];
    counters[0]!.count(operation, lacks('size'));
    counters[0]!.count(operation, lacks('size'));
    counters[0]!.count(operation, lacks('name'));
    counters[1]!.count(operation, lacks('size'));
    await Promise.all(counters.map((one) => record.add(one.take())));
    const seen = await record.seen(operation.contract);
    expect(seen.map(({ message, count }) => `${message} ${count}`).toSorted()).toEqual([
      'lacks the required field name 1',
      'lacks the required field size 3',
    ]);
    expect(seen[0]).toMatchObject({ version: '1.2.0', operation: 'GET /v1/things/{id}', status: 200 });
    expect(await record.seen('process/other/v1')).toEqual([]);
    expect(counters[0]!.take()).toEqual([]);
  });

  it('goes on with a row that is there: the first time stays, the last moves', async () => {
    const at = (day: string, count: number) => ({
      ...lacks('colour'),
      contract: operation.contract,
      version: '1.2.0',
      operation: 'GET /v1/things/{id}',
      count,
      firstSeen: new Date(day),
      lastSeen: new Date(day),
    });
    await record.add([at('2026-11-20T08:00:00Z', 2)]);
    await record.add([at('2026-11-22T08:00:00Z', 12)]);
    const [found] = (await record.seen(null)).filter(({ message }) => message.endsWith('colour'));
    expect(found).toMatchObject({
      count: 14,
      firstSeen: '2026-11-20T08:00:00.000Z',
      lastSeen: '2026-11-22T08:00:00.000Z',
    });
  });

  it('keeps a process from growing with what is wrong: a cap of different places', () => {
    const counter = new BreachCounter(2);
    for (const field of ['a', 'b', 'c', 'a']) counter.count(operation, lacks(field));
    expect(counter.take().map(({ message, count }) => `${message} ${count}`)).toEqual([
      'lacks the required field a 2',
      'lacks the required field b 1',
    ]);
  });

  it('forgets after 90 days what was not seen since, by the clock of the database', async () => {
    await store.query(`update usage.breach set last_seen = clock_timestamp() - interval '91 days'
                        where message like '%size'`);
    await store.query(`update usage.breach set last_seen = clock_timestamp() - interval '89 days'
                        where message like '%name'`);
    await record.forget();
    const kept = (await record.seen(null)).map(({ message }) => message);
    expect(kept.filter((message) => /size|name/.test(message))).toEqual(['lacks the required field name']);
  });
});
