import { events } from '#contracts';
import { Failure } from '#kernel';
import { AppLogger, type DataSource, openDatabase, rows } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { AddDeliveries1700000000032 } from './delivery-schema.js';
import { eventOf } from './event.js';
import { publish, relayOnce } from './outbox.js';
import { CreateEvents1700000000000 } from './schema.js';
import { deliverOnce, type Subscription } from './subscription.js';

let testDatabase: TestDatabase;
let database: DataSource;
const logger = new AppLogger('events-test', 'silent');

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = await openDatabase({
    url: testDatabase.url,
    schema: 'events_test',
    migrations: [CreateEvents1700000000000, AddDeliveries1700000000032],
  });
});

afterAll(async () => {
  await database.destroy();
  await testDatabase.drop();
});

const changed = (id: string, key: string) =>
  eventOf({
    type: events.workerChanged,
    source: '/instances/test',
    subject: `worker/${id}`,
    key,
    correlationId: 'c-1',
    data: { instance: 'test', id },
  });

const tell = (...ids: [id: string, key: string][]) =>
  database.transaction((manager) =>
    publish(
      manager,
      ids.map(([id, key]) => changed(id, key)),
    ),
  );

function recorder(name: string, seen: string[], handle?: Subscription['handle']): Subscription {
  return {
    name,
    types: [events.workerChanged],
    handle:
      handle ??
      (async (event) => {
        seen.push((event.data as { id: string }).id);
        return 'applied';
      }),
  };
}

const logged = () => rows<{ id: string }>(database, `select data ->> 'id' as id from events.log order by position`);

describe('events', () => {
  it('reported twice are recorded once, in order', async () => {
    await tell(['1', 'v1'], ['2', 'v1'], ['1', 'v1']);
    await relayOnce(database);
    await tell(['2', 'v1'], ['3', 'v1']);
    await relayOnce(database);
    expect((await logged()).map(({ id }) => id)).toEqual(['1', '2', '3']);
  });

  it('reach a subscriber as they were told, the moment as text', async () => {
    const told = { ...changed('9', 'v1'), time: '2026-11-01T22:30:00.250Z' };
    await database.transaction((manager) => publish(manager, [told]));
    await relayOnce(database);
    const seen: unknown[] = [];
    const subscription = recorder('as told', [], async (event) => {
      if (event.id === told.id) seen.push(event.time);
      return 'applied';
    });
    await deliverOnce(database, logger, subscription);
    expect(seen).toEqual(['2026-11-01T22:30:00.250Z']);
    await database.query(`delete from events.log where id = $1`, [told.id]);
  });

  it('reach a subscriber once each, over restarts', async () => {
    const seen: string[] = [];
    const subscription = recorder('once', seen);
    await deliverOnce(database, logger, subscription);
    await deliverOnce(database, logger, subscription);
    expect(seen).toEqual(['1', '2', '3']);
  });

  it('delivered by two processes at the same time are handled once', async () => {
    const seen: string[] = [];
    await Promise.all([1, 2, 3].map(() => deliverOnce(database, logger, recorder('shared', seen))));
    expect(seen.sort()).toEqual(['1', '2', '3']);
  });

  it('are handled again after a crash in the handler, with nothing half done', async () => {
    const seen: string[] = [];
    let crash = true;
    const subscription = recorder('crashing', seen, async (event, manager) => {
      await manager.query(`insert into outbox (id, source, type, subject, time, correlation_id, data)
        values (gen_random_uuid(), 'half', 'half', 'half', now(), 'c', '{}')`);
      if (crash) throw new Failure('unavailable', 'the database went away');
      seen.push((event.data as { id: string }).id);
      return 'applied';
    });
    await expect(deliverOnce(database, logger, subscription)).rejects.toThrow('went away');
    expect(await rows(database, `select 1 from outbox where source = 'half'`)).toHaveLength(0);
    crash = false;
    await deliverOnce(database, logger, subscription);
    expect(seen).toEqual(['1', '2', '3']);
  });

  it('that a subscriber can never take are noted as rejected and hold up nobody', async () => {
    const seen: string[] = [];
    const subscription = recorder('picky', seen, async (event) => {
      const { id } = event.data as { id: string };
      if (id === '2') throw new Failure('rejected', 'number two is wrong');
      seen.push(id);
      return 'applied';
    });
    await deliverOnce(database, logger, subscription);
    expect(seen).toEqual(['1', '3']);
    const outcomes = await rows(database, `select outcome, reason from inbox where subscription = 'picky' order by at`);
    expect(outcomes).toContainEqual({ outcome: 'rejected', reason: 'number two is wrong' });
  });

  it('that do not match the catalogue are a defect of their producer', () => {
    expect(() =>
      eventOf({
        type: events.workerChanged,
        source: 's',
        subject: 'x',
        key: 'k',
        correlationId: 'c',
        data: { instance: 'test' } as never,
      }),
    ).toThrow('does not match its contract');
  });
});
