import fc from 'fast-check';
import { events } from '#contracts';
import {
  AddDeliveries1700000000032,
  CreateEvents1700000000000,
  deliverOnce,
  eventOf,
  publish,
  relayOnce,
  type StoredEvent,
  type Subscription,
} from '#events';
import { Failure } from '#kernel';
import { AppLogger, type DataSource, type EntityManager, openDatabase, rows } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { action, type Action, compare } from './actions.js';

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
  await database.query('create table heard (at bigserial, event text)');
});

afterAll(async () => {
  await database.destroy();
  await testDatabase.drop();
});

const endings = ['well', 'away', 'killed'] as const;
type Ending = (typeof endings)[number];

/** What producers and subscribers are promised: a list. */
interface Told {
  outbox: string[];
  log: string[];
  heard: number;
}

/** One subscriber, which writes down what it hears in the transaction it is given. */
class Listener {
  private left = 0;
  private ending: Ending = 'well';

  private readonly subscription: Subscription = {
    name: 'listener',
    types: [events.workerChanged],
    handle: async ({ data }: StoredEvent, manager: EntityManager) => {
      await manager.query('insert into heard (event) values ($1)', [(data as { id: string }).id]);
      if (this.left-- === 0) await this.end(manager);
      return 'applied';
    },
  };

  /** Delivers until there is nothing, or until the delivery after `after` others ends badly. */
  async deliver(after: number, ending: Ending): Promise<void> {
    this.left = after;
    this.ending = ending;
    await deliverOnce(database, logger, this.subscription).catch((error: unknown) => {
      if (ending === 'well') throw error;
    });
  }

  async deliverTwiceAtOnce(): Promise<void> {
    this.ending = 'well';
    await Promise.all([1, 2].map(() => deliverOnce(database, logger, this.subscription)));
  }

  async heard(): Promise<string[]> {
    return (await rows<{ event: string }>(database, 'select event from heard order by at')).map(({ event }) => event);
  }

  private async end(manager: EntityManager): Promise<void> {
    if (this.ending === 'away') throw new Failure('unavailable', 'the subscriber’s platform is away');
    if (this.ending === 'killed') await manager.query('select pg_terminate_backend(pg_backend_pid())');
  }
}

type Step = Action<Told, Listener>;

const does = (name: string, both: (told: Told, listener: Listener) => Promise<void>): Step =>
  action(name, async (told: Told, listener: Listener) => {
    await both(told, listener);
    expect(await listener.heard()).toEqual(told.log.slice(0, told.heard));
  });

const eventAbout = (id: string): StoredEvent =>
  eventOf({
    type: events.workerChanged,
    source: '/instances/test',
    subject: `worker/${id}`,
    key: 'v1',
    correlationId: 'c-1',
    data: { instance: 'test', id },
  });

const given = new Error('the producer gave up');

const publishing = fc
  .record({ ids: fc.array(fc.nat(20).map(String), { minLength: 1, maxLength: 3 }), commits: fc.boolean() })
  .map(({ ids, commits }) =>
    does(`publish ${ids.join(', ')}${commits ? '' : ' and give up'}`, async (told) => {
      const outcome = database.transaction(async (manager) => {
        await publish(manager, ids.map(eventAbout));
        if (!commits) throw given;
      });
      await outcome.catch((error: unknown) => expect(error).toBe(given));
      if (commits) told.outbox.push(...ids);
    }),
  );

function relayed(told: Told): void {
  told.log = [...new Set([...told.log, ...told.outbox])];
  told.outbox = [];
}

const relaying = does('relay', async (told) => {
  relayed(told);
  await relayOnce(database);
});

const relayingTwice = does('relay in two processes', async (told) => {
  relayed(told);
  await Promise.all([relayOnce(database), relayOnce(database)]);
});

const delivering = fc.record({ after: fc.nat(4), ending: fc.constantFrom(...endings) }).map(({ after, ending }) =>
  does(`deliver, ${ending} after ${after}`, async (told, listener) => {
    told.heard = ending === 'well' ? told.log.length : Math.min(told.log.length, told.heard + after);
    await listener.deliver(after, ending);
  }),
);

const deliveringTwice = does('deliver in two processes', async (told, listener) => {
  told.heard = told.log.length;
  await listener.deliverTwiceAtOnce();
});

describe('events', () => {
  it('are heard once each, in order, whoever gives up or dies', async () => {
    const actions = [
      publishing,
      delivering,
      ...[relaying, relayingTwice, deliveringTwice].map((step) => fc.constant(step)),
    ];
    const ground = async () => {
      for (const table of ['heard', 'inbox', 'subscription', 'delivery', 'outbox', 'events.log']) {
        await database.query(`delete from ${table}`);
      }
      return { model: { outbox: [], log: [], heard: 0 }, real: new Listener() };
    };
    await compare<Told, Listener>(actions, ground, 40, async (told, listener) => {
      await relaying.run(told, listener);
      await deliveringTwice.run(told, listener);
      expect(new Set(await listener.heard()).size).toBe(told.log.length);
    });
  }, 120_000);
});
