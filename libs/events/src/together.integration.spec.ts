import { events } from '#contracts';
import { watchFailpoints } from '#kernel';
import { AppLogger, CreateAudit1700000000030, type DataSource, openDatabase, rows } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { AddDeliveries1700000000032 } from './delivery-schema.js';
import { eventOf, type StoredEvent } from './event.js';
import { publish, relayOnce } from './outbox.js';
import { CreateEvents1700000000000 } from './schema.js';
import { deliverOnce, type Subscription } from './subscription.js';

let testDatabase: TestDatabase;
let database: DataSource;
const logger = new AppLogger('events-test', 'silent');

beforeEach(async () => {
  testDatabase = await createTestDatabase();
  database = await openDatabase({
    url: testDatabase.url,
    schema: 'events_test',
    migrations: [CreateEvents1700000000000, CreateAudit1700000000030, AddDeliveries1700000000032],
  });
  await database.query('create table taken (position bigserial, id text not null, way text not null)');
});

afterEach(async () => {
  watchFailpoints(null);
  await database.destroy();
  await testDatabase.drop();
});

async function tell(...ids: string[]): Promise<void> {
  const told = ids.map((id) =>
    eventOf({
      type: events.workerChanged,
      source: '/instances/test',
      subject: `worker/${id}`,
      key: id,
      time: '2026-10-01T09:00:00.000Z',
      correlationId: 'c',
      data: { instance: 'test', id },
    }),
  );
  await database.transaction((manager) => publish(manager, told));
  await relayOnce(database);
}

const idOf = ({ data }: StoredEvent): string => (data as { id: string }).id;

/** Takes what comes before the first event that is `alone` in one commit, and refuses what is `broken`. */
function taker(alone: string[] = [], broken: string[] = []): Subscription {
  const take = async (told: StoredEvent[], way: string, manager: { query: DataSource['query'] }): Promise<void> => {
    for (const event of told) {
      await manager.query('insert into taken (id, way) values ($1, $2)', [idOf(event), way]);
      if (broken.includes(idOf(event))) throw new TypeError('cannot read a property of undefined');
    }
  };
  return {
    name: 'taker',
    types: [events.workerChanged],
    handle: async (event, manager) => {
      await take([event], 'alone', manager);
      return 'applied';
    },
    applyFirst: async (told, manager) => {
      const end = told.findIndex((event) => alone.includes(idOf(event)));
      const count = end < 0 ? told.length : end;
      await take(told.slice(0, count), 'together', manager);
      return count;
    },
  };
}

const taken = async (): Promise<string[]> =>
  (await rows<{ line: string }>(database, `select id || ' ' || way as line from taken order by position`)).map(
    ({ line }) => line,
  );
const inbox = async (): Promise<string[]> =>
  (
    await rows<{ line: string }>(
      database,
      `select log.data ->> 'id' || ' ' || outcome as line from inbox join events.log on log.id = event_id order by log.position`,
    )
  ).map(({ line }) => line);

describe('events that can be applied together', () => {
  it('are, in the order of the log, with the others between them', async () => {
    await tell('1', '2', '3', '4', '5');
    await deliverOnce(database, logger, taker(['3']));
    expect(await taken()).toEqual(['1 together', '2 together', '3 alone', '4 together', '5 together']);
    expect(await inbox()).toEqual(['1 applied', '2 applied', '3 applied', '4 applied', '5 applied']);
  });

  it('are delivered once, also where nobody was told that they were', async () => {
    await tell('1', '2');
    watchFailpoints((name) => {
      if (name === 'after-handled') throw new Error('killed');
    });
    await expect(deliverOnce(database, logger, taker())).rejects.toThrow('killed');
    watchFailpoints(null);
    await tell('1', '2', '3');
    await deliverOnce(database, logger, taker());
    await deliverOnce(database, logger, taker());
    expect(await taken()).toEqual(['1 together', '2 together', '3 alone']);
  });

  it('leave nothing behind where one of them fails: each is handled by itself, and the poison one is set aside', async () => {
    await tell('1', '2', '3');
    const broken = taker([], ['2']);
    const tries = 5;
    for (let round = 1; round < tries; round += 1) {
      await expect(deliverOnce(database, logger, broken)).rejects.toThrow('cannot read');
      expect(await taken()).toEqual(['1 alone']);
    }
    await deliverOnce(database, logger, broken);
    expect(await taken()).toEqual(['1 alone', '3 alone']);
    expect(await inbox()).toEqual(['1 applied', '2 quarantined', '3 applied']);
  });

  it('forget that they failed once they are applied', async () => {
    await tell('1', '2');
    await expect(deliverOnce(database, logger, taker([], ['1']))).rejects.toThrow('cannot read');
    await deliverOnce(database, logger, taker());
    expect(await taken()).toEqual(['1 together', '2 together']);
    expect(await rows(database, 'select 1 from delivery')).toEqual([]);
  });

  it('come to one of two processes', async () => {
    await tell('1', '2', '3', '4');
    await Promise.all([deliverOnce(database, logger, taker()), deliverOnce(database, logger, taker())]);
    expect((await taken()).map((line) => line.slice(0, 1))).toEqual(['1', '2', '3', '4']);
  });
});
