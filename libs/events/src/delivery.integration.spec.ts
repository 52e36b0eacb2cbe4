import { events } from '#contracts';
import { Failure } from '#kernel';
import { AppLogger, CreateAudit1700000000030, type DataSource, openDatabase, rows } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { AddDeliveries1700000000032 } from './delivery-schema.js';
import { type Poison, type Quarantine, retryDelivery, skipDelivery } from './delivery.js';
import { eventOf, type StoredEvent } from './event.js';
import { newestOnly } from './newest.js';
import { publish, relayOnce } from './outbox.js';
import { CreateEvents1700000000000 } from './schema.js';
import { deliverOnce, type Subscription } from './subscription.js';
import { Subscriptions } from './subscriptions.js';

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
  await database.query('create table taken (id text not null)');
});

afterEach(async () => {
  await database.destroy();
  await testDatabase.drop();
});

const changed = (id: string, time: string, subject = `worker/${id}`): StoredEvent =>
  eventOf({
    type: events.workerChanged,
    source: '/instances/test',
    subject,
    key: `${id} ${time}`,
    time,
    correlationId: `c-${id}`,
    data: { instance: 'test', id },
  });

async function tell(...told: StoredEvent[]): Promise<void> {
  await database.transaction((manager) => publish(manager, told));
  await relayOnce(database);
}

const idOf = ({ data }: StoredEvent): string => (data as { id: string }).id;

/** Keeps what it is told in a table, so that what is rolled back is seen to be gone. */
const keeper = (hinder: (event: StoredEvent) => void = () => undefined): Subscription => ({
  name: 'keeper',
  types: [events.workerChanged],
  handle: async (event, manager) => {
    await manager.query('insert into taken values ($1)', [idOf(event)]);
    hinder(event);
    return 'applied';
  },
});

const taken = async (): Promise<string[]> =>
  (await rows<{ id: string }>(database, 'select id from taken')).map(({ id }) => id);
const outcomes = async (): Promise<[string, string | null][]> =>
  (
    await rows<{ outcome: string; reason: string | null }>(
      database,
      'select outcome, reason from inbox join events.log on log.id = inbox.event_id order by position',
    )
  ).map(({ outcome, reason }) => [outcome, reason]);

const days = (count: number): string => `2026-10-${String(count).padStart(2, '0')}T09:00:00.000Z`;

describe('a poison event', () => {
  const poisons: Poison[] = [];
  const quarantine: Quarantine = (_manager, poison) => Promise.resolve(void poisons.push(poison));
  let broken = true;
  const subscription = keeper((event) => {
    if (broken && idOf(event) === '2') throw new TypeError('cannot read a property of undefined');
  });
  const deliver = (): Promise<number> => deliverOnce(database, logger, subscription, quarantine);

  beforeEach(async () => {
    poisons.length = 0;
    broken = true;
    await tell(changed('1', days(1)), changed('2', days(2)), changed('3', days(3)));
    for (let tried = 0; tried < 4; tried += 1) await expect(deliver()).rejects.toThrow('cannot read a property');
  });

  it('keeps the order while it is tried again, then is set aside with its whole context and holds up nobody', async () => {
    expect(await taken()).toEqual(['1']);
    await deliver();
    expect(await taken()).toEqual(['1', '3']);
    expect(poisons).toHaveLength(1);
    expect(poisons[0]).toMatchObject({
      subscription: 'keeper',
      event: { subject: 'worker/2', correlationId: 'c-2', data: { instance: 'test', id: '2' } },
      failure: { message: 'cannot read a property of undefined' },
    });
    expect(poisons[0]!.attempts).toHaveLength(5);
    expect(poisons[0]!.attempts[0]).toMatchObject({ message: 'cannot read a property of undefined' });
    expect(poisons[0]!.attempts[0]!.stack).toContain('delivery.integration.spec');
    expect((await outcomes())[1]).toEqual(['quarantined', 'cannot read a property of undefined']);
  });

  it('is not set aside where nobody could be told', async () => {
    const refuse: Quarantine = () => Promise.reject(new Failure('unavailable', 'no exception could be raised'));
    await expect(deliverOnce(database, logger, subscription, refuse)).rejects.toThrow('no exception');
    expect(await taken()).toEqual(['1']);
    await deliver();
    expect(poisons).toHaveLength(1);
  });

  it('is forgotten to have failed once it is handled', async () => {
    broken = false;
    await deliver();
    expect(await taken()).toEqual(['1', '2', '3']);
    expect(await rows(database, 'select 1 from delivery')).toEqual([]);
  });

  it('that is retried is handled once, by whichever process comes first', async () => {
    await deliver();
    broken = false;
    await database.transaction((manager) => retryDelivery(manager, poisons[0]!.id));
    await Promise.all([deliver(), deliver(), deliver()]);
    expect(await taken()).toEqual(['1', '3', '2']);
    expect((await outcomes())[1]).toEqual(['applied', null]);
  });

  it('that is retried in vain is set aside again', async () => {
    await deliver();
    await database.transaction((manager) => retryDelivery(manager, poisons[0]!.id));
    for (let tried = 0; tried < 4; tried += 1) await expect(deliver()).rejects.toThrow('cannot read a property');
    await deliver();
    expect(poisons).toHaveLength(2);
    expect(poisons[1]!.id).toBe(poisons[0]!.id);
  });

  it('that is skipped is never handled, and says why', async () => {
    await deliver();
    await database.transaction((manager) => skipDelivery(manager, poisons[0]!.id, 'a test worker'));
    broken = false;
    await deliver();
    expect(await taken()).toEqual(['1', '3']);
    expect((await outcomes())[1]).toEqual(['rejected', 'a test worker']);
  });
});

describe('a platform that is away', () => {
  it('never makes an event poison', async () => {
    await tell(changed('1', days(1)));
    const away = keeper(() => {
      throw new Failure('unavailable', 'the ERP is away');
    });
    for (let tried = 0; tried < 8; tried += 1) {
      await expect(deliverOnce(database, logger, away)).rejects.toThrow('the ERP is away');
    }
    expect(await rows(database, 'select 1 from delivery')).toEqual([]);
  });
});

describe('a subscription to the newest only', () => {
  it('supersedes what comes late, of each subject apart, and takes the same version again', async () => {
    const same = 'worker/shared';
    await tell(changed('old', days(2), same), changed('new', days(5), same), changed('late', days(3), same));
    await tell(changed('other', days(1)));
    const subscription = newestOnly(keeper());
    await deliverOnce(database, logger, subscription);
    expect(await taken()).toEqual(['old', 'new', 'other']);
    expect((await outcomes()).map(([outcome]) => outcome)).toEqual(['applied', 'applied', 'superseded', 'applied']);
    const subscriptions = new Subscriptions(database, logger, [subscription]);
    const rehearsed = await subscriptions.rehearse('keeper', { subject: same });
    expect(rehearsed.map(({ outcome }) => outcome)).toEqual(['superseded', 'applied', 'superseded']);
  });

  it('goes by the version it is told to go by', async () => {
    await tell(changed('10', days(1), 'worker/w'), changed('9', days(2), 'worker/w'));
    await deliverOnce(
      database,
      logger,
      newestOnly(keeper(), (event) => Number(idOf(event))),
    );
    expect(await taken()).toEqual(['10']);
  });
});

describe('a replay', () => {
  const subscriptions = (subscription = keeper()): Subscriptions =>
    new Subscriptions(database, logger, [subscription, { ...keeper(), name: 'another' }]);

  beforeEach(async () => {
    await tell(changed('1', days(1)), changed('2', days(2)), changed('3', days(3)));
    await deliverOnce(database, logger, keeper());
    await deliverOnce(database, logger, { ...keeper(), name: 'another' });
    await database.query('delete from taken');
  });

  it.each([
    ['type', { type: events.workerChanged.type }, ['1', '2', '3']],
    ['subject', { subject: 'worker/2' }, ['2']],
    ['correlation', { correlationId: 'c-3' }, ['3']],
    ['time', { from: days(2), until: days(3) }, ['2']],
    ['all of these', { subject: 'worker/2', correlationId: 'c-3' }, []],
  ])('gives events selected by %s to one subscriber again, in order, once', async (_what, selection, expected) => {
    const items = await subscriptions().replay('keeper', selection, 'Dana', 'the table was lost');
    expect(items.map(({ outcome }) => outcome)).toEqual(expected.map(() => 'due'));
    await Promise.all([1, 2].map(() => deliverOnce(database, logger, keeper())));
    await deliverOnce(database, logger, { ...keeper(), name: 'another' });
    expect(await taken()).toEqual(expected);
  });

  it('of events named by id gives these and no others that meet the rest', async () => {
    const all = await subscriptions().rehearse('keeper', { type: events.workerChanged.type });
    const chosen = [all[0]!.id, all[2]!.id];
    await subscriptions().replay('keeper', { from: days(1), events: chosen }, 'Dana', 'the table was lost');
    await deliverOnce(database, logger, keeper());
    expect(await taken()).toEqual(['1', '3']);
    const odd = subscriptions().rehearse('keeper', { events: ['worker/1'] });
    await expect(odd).rejects.toThrow('"worker/1" is no id of an event');
    const [entry] = await rows<{ after: object }>(database, 'select after from audit');
    expect(entry!.after).toEqual({ from: days(1), events: '2' });
  });

  it('is audited with who, why and how many', async () => {
    await subscriptions().replay('keeper', { subject: 'worker/2' }, 'Dana', 'the table was lost');
    expect(await rows(database, 'select actor, action, subject, reason, after from audit')).toEqual([
      {
        actor: 'Dana',
        action: 'events.replay',
        subject: 'subscription/keeper',
        reason: 'the table was lost',
        after: { events: '1', subject: 'worker/2' },
      },
    ]);
  });

  it('rehearsed says what would become of each event, and changes nothing', async () => {
    const subscription = keeper((event) => {
      if (idOf(event) === '2') throw new Failure('rejected', 'number two is wrong');
      if (idOf(event) === '3') throw new TypeError('number three is poison');
    });
    const items = await subscriptions(subscription).rehearse('keeper', { from: days(1) });
    expect(items.map(({ subject, outcome, reason }) => [subject, outcome, reason])).toEqual([
      ['worker/1', 'applied', null],
      ['worker/2', 'rejected', 'number two is wrong'],
      ['worker/3', 'failed', 'number three is poison'],
    ]);
    expect(await taken()).toEqual([]);
    expect(await rows(database, 'select 1 from delivery')).toEqual([]);
    expect(await rows(database, 'select 1 from audit')).toEqual([]);
    expect((await outcomes()).map(([outcome]) => outcome)).toEqual(Array(6).fill('applied'));
  });

  it('of everything, or into nobody, is refused; of what is still to come there is nothing', async () => {
    await expect(subscriptions().replay('keeper', {}, 'Dana', 'why')).rejects.toThrow('a replay needs');
    await expect(subscriptions().rehearse('nobody', { subject: 'x' })).rejects.toThrow('no subscription "nobody"');
    await tell(changed('4', days(4)));
    expect(await subscriptions().rehearse('keeper', { correlationId: 'c-4' })).toEqual([]);
  });
});

describe('the position of a subscription', () => {
  it('says how many events and how many seconds it is behind', async () => {
    const positions = new Subscriptions(database, logger, [keeper()]);
    await tell(changed('1', days(1)));
    await deliverOnce(database, logger, keeper());
    expect(await positions.positions()).toMatchObject([{ name: 'keeper', lagEvents: 0, lagSeconds: 0, due: 0 }]);
    await tell(changed('2', days(2)), changed('3', days(3)));
    await database.query(
      `update events.log set recorded_at = now() - interval '90 seconds' where subject = 'worker/2'`,
    );
    await positions.replay('keeper', { subject: 'worker/1' }, 'Dana', 'why');
    const [found] = await positions.positions();
    expect(found).toMatchObject({ lagEvents: 2, due: 1, quarantined: 0, failing: 0 });
    expect(found!.lagSeconds).toBeGreaterThanOrEqual(90);
  });
});
