import { createTestDatabase, type TestDatabase } from '#testing';
import { PostgresJournal } from './journal.repository.js';
import { Store } from './store.js';

let database: TestDatabase;
let journal: PostgresJournal;

beforeAll(async () => {
  database = await createTestDatabase();
  journal = new PostgresJournal(database.url);
  await journal.prepare();
});

afterAll(async () => {
  await journal.close();
  await database.drop();
});

/** What a simulator finds when it starts again. */
async function reloaded(simulator: string): Promise<Store> {
  const store = new Store(simulator, journal);
  await store.load();
  return store;
}

describe('the journal of a simulated product', () => {
  it('keeps records in the order of their making, each as it was last', async () => {
    const store = new Store('a', journal);
    store.put('job', '2', { name: 'second' });
    store.put('job', '1', { name: 'first' });
    store.put('job', '2', { name: 'renamed' });
    await store.settled();
    expect((await reloaded('a')).list('job')).toEqual([{ name: 'renamed' }, { name: 'first' }]);
  });

  it('forgets what was deleted, and keeps what was put again afterwards', async () => {
    const store = new Store('b', journal);
    for (const id of ['1', '2', '3']) store.put('job', id, { id });
    await store.settled();
    store.delete('job', '1');
    store.delete('job', '2');
    store.put('job', '2', { id: 'again' });
    store.put('job', '4', { id: '4' });
    store.delete('job', '4');
    await store.settled();
    const found = await reloaded('b');
    expect(found.list('job')).toHaveLength(2);
    expect(found.get('job', '2')).toEqual({ id: 'again' });
    expect(found.get('job', '3')).toEqual({ id: '3' });
  });

  it('goes on counting where it was', async () => {
    const store = new Store('c', journal);
    store.next('id', 10);
    store.next('id', 10);
    await store.settled();
    expect((await reloaded('c')).next('id', 10)).toBe(12);
  });

  it('tells every change in its order, with who made it', async () => {
    const store = new Store('d', journal);
    store.record({
      operation: 'create',
      entity: 'job',
      id: '1',
      by: 'api',
      correlationId: 'c',
      effectId: 'e',
      data: { a: 1 },
    });
    store.record({ operation: 'update', entity: 'job', id: '1', by: 'person' });
    await store.settled();
    const rows = await journal.ledger('d', 0, 10);
    expect(
      rows.map(({ operation, by, correlationId, effectId, data }) => [operation, by, correlationId, effectId, data]),
    ).toEqual([
      ['create', 'api', 'c', 'e', { a: 1 }],
      ['update', 'person', null, null, null],
    ]);
  });

  it('keeps one product apart from the other', async () => {
    const store = new Store('e', journal);
    store.put('job', '1', { of: 'e' });
    await store.settled();
    expect((await reloaded('f')).isEmpty).toBe(true);
  });
});
