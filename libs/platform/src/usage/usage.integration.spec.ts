import { createTestDatabase, type TestDatabase } from '#testing';
import { AppLogger } from '../logger.js';
import { type DataSource, openDatabase } from '../database.js';
import type { UsageCounter, UsageRow } from './usage-counter.js';
import { UsageFlush } from './usage-flush.js';
import { CreateUsage1700000000130, UsageRepository } from './usage.repository.js';

let home: TestDatabase;
let stores: DataSource[];
let usage: UsageRepository[];

beforeAll(async () => {
  home = await createTestDatabase();
  const open = (schema: string) => openDatabase({ url: home.url, schema, migrations: [CreateUsage1700000000130] });
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
    const add = async (rows: UsageRow[]): Promise<void> => {
      if (isDown) throw new Error('the database is away');
      written.push(rows);
    };
    const flush = new UsageFlush(counter, { add }, new AppLogger('process-billing', 'silent'));
    await expect(flush.stop()).rejects.toThrow('the database is away');
    isDown = false;
    await flush.stop();
    expect(written.map(([first]) => first!.count)).toEqual([1]);
  });
});
