import { events } from '#contracts';
import { AppLogger, type DataSource, openDatabase } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { AddDeliveries1700000000032 } from './delivery-schema.js';
import { eventOf } from './event.js';
import { LogWatch } from './log-watch.js';
import { publish, relayOnce } from './outbox.js';
import { CreateEvents1700000000000 } from './schema.js';
import { type Subscription, subscribers } from './subscription.js';

let testDatabase: TestDatabase;
let database: DataSource;
const logger = new AppLogger('watch-test', 'silent');
const [hired, changed] = [events.workerHired, events.workerChanged];

beforeEach(async () => {
  testDatabase = await createTestDatabase();
  database = await openDatabase({
    url: testDatabase.url,
    schema: 'watch_test',
    migrations: [CreateEvents1700000000000, AddDeliveries1700000000032],
  });
});
afterEach(async () => {
  await database.destroy();
  await testDatabase.drop();
});

async function append(type: typeof hired, id: string): Promise<void> {
  const data = { instance: 'test', id };
  const event = eventOf({
    type,
    source: '/instances/test',
    subject: `worker/${id}`,
    key: id,
    correlationId: 'c-1',
    data,
  });
  await database.transaction((manager) => publish(manager, [event]));
  await relayOnce(database);
}

describe('a look at the log', () => {
  let told: string[];
  let watch: LogWatch;
  const concerned = (name: string, ...types: string[]) => ({ name, types, tell: () => void told.push(name) });

  /** Who is told at a moment, in seconds. */
  async function toldAt(second: number): Promise<string[]> {
    told = [];
    await watch.look(second * 1_000);
    return told;
  }

  beforeEach(() => {
    watch = new LogWatch(database, [
      concerned('hires', hired.type),
      concerned('changes', changed.type),
      concerned('both', hired.type, changed.type),
    ]);
  });

  it('tells everybody first: what happened before may concern anybody', async () => {
    await append(hired, '1');
    expect(await toldAt(0)).toEqual(['hires', 'changes', 'both']);
  });

  it('tells only those whose events are new, once', async () => {
    await append(changed, '1');
    await toldAt(0);
    expect(await toldAt(1)).toEqual([]);
    await append(hired, '2');
    expect(await toldAt(2)).toEqual(['hires', 'both']);
    await append(changed, '3');
    expect(await toldAt(3)).toEqual(['changes', 'both']);
    expect(await toldAt(4)).toEqual([]);
  });

  it('tells whoever is to be given something again, until that is done', async () => {
    await toldAt(0);
    const due = `insert into delivery (id, subscription, position, state) values (gen_random_uuid(), 'changes', 1, 'due')`;
    await database.query(due);
    expect(await toldAt(1)).toEqual(['changes']);
    expect(await toldAt(2)).toEqual(['changes']);
    await database.query(`update delivery set state = 'quarantined'`);
    expect(await toldAt(3)).toEqual([]);
  });

  it('tells everybody every five seconds, should it have missed anything', async () => {
    await toldAt(0);
    expect(await toldAt(4.9)).toEqual([]);
    expect(await toldAt(5)).toEqual(['hires', 'changes', 'both']);
    expect(await toldAt(6)).toEqual([]);
  });

  it('misses nothing where a look failed', async () => {
    await toldAt(0);
    await append(hired, '1');
    await database.query('alter table events.log rename to away');
    await expect(toldAt(1)).rejects.toThrow('does not exist');
    await database.query('alter table events.away rename to log');
    expect(await toldAt(2)).toEqual(['hires', 'both']);
  });
});

it('subscribers get what is new while they run, in order, and try again what fails', async () => {
  const seen: string[] = [];
  let failures = 2;
  const subscription: Subscription = {
    name: 'changes',
    types: [changed],
    handle: async (event) => {
      const { id } = event.data as { id: string };
      if (id === '2' && failures-- > 0) throw new Error('not now');
      seen.push(id);
      return 'applied';
    },
  };
  const running = subscribers(database, logger, [subscription], () => Promise.resolve());
  await append(changed, '1');
  for (const one of running) await one.start();
  try {
    for (const id of ['2', '3']) await append(changed, id);
    while (seen.length < 3) await new Promise((resolve) => setTimeout(resolve, 20));
  } finally {
    for (const one of running) await one.stop();
  }
  expect(seen).toEqual(['1', '2', '3']);
});
