import { createTestDatabase, type TestDatabase } from '#testing';
import { AppLogger } from '../logger.js';
import { type DataSource, openDatabase, rows } from '../database.js';
import type { UsageCounter, UsageRow } from './usage-counter.js';
import { UsageFlush } from './usage-flush.js';
import { UsageRepository } from './usage.repository.js';
import { BoundUsage1700000000132, CreateUsage1700000000130 } from './usage-schema.js';

let home: TestDatabase;
let stores: DataSource[];
let usage: UsageRepository[];

beforeAll(async () => {
  home = await createTestDatabase();
  const migrations = [CreateUsage1700000000130, BoundUsage1700000000132];
  const open = (schema: string) => openDatabase({ url: home.url, schema, migrations });
  // Two apps make what they share at the same time.
  stores = await Promise.all([open('process_one'), open('process_two')]);
  usage = stores.map((store) => new UsageRepository(store));
});
afterAll(async () => {
  for (const store of stores) await store.destroy();
  await home.drop();
});

const row = (change: Partial<UsageRow> = {}): UsageRow => ({
  consumer: 'shop',
  contract: 'process/orders/v1',
  version: '1.2.0',
  operation: 'POST /v1/orders',
  side: 'call',
  name: '',
  count: 2,
  lastUse: new Date('2026-11-20T23:59:59Z'),
  ...change,
});

describe('the record of use', () => {
  it('adds up what all apps counted, by day, and knows the last use', async () => {
    const next = { lastUse: new Date('2026-11-21T00:00:01Z') };
    await usage[0]!.add([
      row(),
      row({ side: 'sent', name: 'lines[].role', count: 1 }),
      row({ side: 'answered', name: '201' }),
    ]);
    await usage[1]!.add([row({ count: 3, ...next }), row({ side: 'answered', name: '201', count: 3, ...next })]);
    expect(await usage[0]!.used({ contract: 'process/orders/v1' })).toEqual([
      {
        consumer: 'shop',
        contract: 'process/orders/v1',
        version: '1.2.0',
        operation: 'POST /v1/orders',
        calls: 5,
        lastUse: '2026-11-21T00:00:01.000Z',
        sent: { 'lines[].role': 1 },
        answered: { 201: 5 },
      },
    ]);
    expect(await usage[0]!.since()).toBe('2026-11-20');
    expect(await usage[0]!.used({ consumer: 'nobody' })).toEqual([]);
  });

  it('loses nothing where two apps add to the same rows at once, in whatever order', async () => {
    const counted = ['a', 'b', 'c', 'd'].map((name) => row({ consumer: 'busy', side: 'sent', name, count: 1 }));
    const both = [counted, counted.toReversed()];
    await Promise.all(Array.from({ length: 20 }, (_, at) => usage[at % 2]!.add(both[at % 2]!)));
    const [busy] = await usage[0]!.used({ consumer: 'busy' });
    expect(busy!.sent).toEqual({ a: 20, b: 20, c: 20, d: 20 });
  });

  it('keeps what could not be written, takes nothing more meanwhile, and writes it when the app stops', async () => {
    const written: UsageRow[][] = [];
    let isDown = true;
    let taken = 0;
    const counter = { take: () => [row({ count: (taken += 1) })] } as unknown as UsageCounter;
    const add = async (counted: UsageRow[]): Promise<void> => {
      if (isDown) throw new Error('the database is away');
      written.push(counted);
    };
    const flush = new UsageFlush(counter, { add }, new AppLogger('process-billing', 'silent'));
    await expect(flush.stop()).rejects.toThrow('the database is away');
    isDown = false;
    await flush.stop();
    expect(written.map(([first]) => first!.count)).toEqual([1]);
  });
});

describe('the record of use as it ages', () => {
  const kept = () =>
    rows<{ day: string; name: string; count: string }>(
      stores[0]!,
      `select day::text, name, count from usage.count where consumer = 'old' order by day, name`,
    );
  /** What the database says about a day so many days or months ago. */
  const dayAgo = async (expression: string): Promise<string> =>
    (await rows<{ day: string }>(stores[0]!, `select (${expression})::date::text as day`))[0]!.day;
  const now = `(clock_timestamp() at time zone 'UTC')`;
  const used = (day: string, name: string, count: number) =>
    usage[0]!.add([row({ consumer: 'old', side: 'sent', name, count, lastUse: new Date(`${day}T12:00:00Z`) })]);

  it('keeps days for 40 days, a row a month for 13 months, and nothing longer', async () => {
    const lastMonth = `date_trunc('month', ${now} - interval '80 days')`;
    const [first, second] = await Promise.all([dayAgo(lastMonth), dayAgo(`${lastMonth} + interval '1 day'`)]);
    const end = await dayAgo(`${lastMonth} + interval '1 month - 1 day'`);
    const recent = await dayAgo(`${now} - interval '39 days'`);
    await used(first, 'role', 1);
    await used(second, 'role', 2);
    await used(second, 'rate', 4);
    await used(end, 'role', 8);
    await used(recent, 'role', 16);
    await used(await dayAgo(`${now} - interval '13 months 1 day'`), 'role', 32);
    // Both apps at once, and again: a month that is one row stays as it is.
    await Promise.all(usage.map((one) => one.condense()));
    await usage[0]!.condense();
    expect(await kept()).toEqual([
      { day: end, name: 'rate', count: '4' },
      { day: end, name: 'role', count: '11' },
      { day: recent, name: 'role', count: '16' },
    ]);
  });

  it('goes on in a month that was condensed before', async () => {
    const long = await dayAgo(`${now} - interval '100 days'`);
    const before = (await usage[0]!.used({ consumer: 'old' }))[0]!.sent.role!;
    await used(long, 'role', 1);
    await usage[0]!.condense();
    await used(long, 'role', 1);
    await usage[0]!.condense();
    expect((await usage[0]!.used({ consumer: 'old' }))[0]!.sent.role).toBe(before + 2);
  });

  it('tells only so many clients apart; the others are together, and leave room when they are forgotten', async () => {
    await stores[0]!.query('truncate usage.count, usage.caller');
    const small = new UsageRepository(stores[0]!, 2);
    const names = async () => (await small.used({})).map(({ consumer, calls }) => `${consumer} ${calls}`).toSorted();
    await small.add(['a', 'b', 'c', 'd'].map((consumer) => row({ consumer })));
    await small.add(['d', 'a'].map((consumer) => row({ consumer })));
    expect(await names()).toEqual(['(others) 6', 'a 4', 'b 2']);
    await stores[0]!.query(`delete from usage.count where consumer = 'a'`);
    await small.condense();
    await small.add([row({ consumer: 'd' })]);
    expect(await names()).toEqual(['(others) 6', 'b 2', 'd 2']);
  });
});
