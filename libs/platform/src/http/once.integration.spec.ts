import { createTestDatabase, type TestDatabase } from '#testing';
import { type DataSource, openDatabase, rows } from '../database.js';
import { CreateIdempotency1700000000004, IdempotencyRepository, type KeyedRequest } from './idempotency.repository.js';
import { once, underKey } from './once.js';

let testDatabase: TestDatabase;
let database: DataSource;
let requests: IdempotencyRepository;
beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = await openDatabase({
    url: testDatabase.url,
    schema: 'once_test',
    migrations: [CreateIdempotency1700000000004],
  });
  await database.query('create table note (id int generated always as identity, text text)');
  requests = new IdempotencyRepository(database);
});
afterAll(async () => {
  await database.destroy();
  await testDatabase.drop();
});

let keys = 0;
const newRequest = (): KeyedRequest => ({ caller: 'somebody', key: `key-${(keys += 1)}`, fingerprint: 'f' });
const patienceMs = 60_000;

const note = (request: KeyedRequest) =>
  underKey(request, () =>
    once(database, async (manager) => {
      const sql = 'insert into note (text) values ($1) returning id';
      const [row] = await rows<{ id: number }>(manager, sql, [request.key]);
      return { id: row!.id, by: request.caller };
    }),
  );

const notes = (request: KeyedRequest) => rows(database, 'select 1 from note where text = $1', [request.key]);

describe('a write under a key', () => {
  it('is not done again where it was committed and its answer was lost (I11)', async () => {
    const request = newRequest();
    await requests.begin(request, patienceMs);
    const first = await note(request);
    await requests.failed(request);
    // Free at once: nobody has to wait until the first attempt counts as dead.
    expect(await requests.begin(request, patienceMs)).toBeNull();
    expect(await note(request)).toEqual(first);
    expect(await notes(request)).toHaveLength(1);
  });

  it('is done once by two attempts at the same time, a revived one among them', async () => {
    const request = newRequest();
    await requests.begin(request, patienceMs);
    const answers = await Promise.all([note(request), note(request), note(request)]);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await notes(request)).toHaveLength(1);
  });

  it('that failed did nothing, and may be tried again', async () => {
    const request = newRequest();
    await requests.begin(request, patienceMs);
    const failing = underKey(request, () =>
      once(database, async (manager) => {
        await manager.query('insert into note (text) values ($1)', [request.key]);
        throw new Error('refused');
      }),
    );
    await expect(failing).rejects.toThrow('refused');
    await requests.failed(request);
    expect(await notes(request)).toHaveLength(0);
    expect(await requests.begin(request, patienceMs)).toBeNull();
    await note(request);
    expect(await notes(request)).toHaveLength(1);
  });

  it('does nothing where its key was freed while it slept', async () => {
    const request = newRequest();
    await requests.begin(request, patienceMs);
    await requests.failed(request);
    await expect(note(request)).rejects.toMatchObject({ kind: 'conflict', detail: { code: 'in-progress' } });
    expect(await notes(request)).toHaveLength(0);
  });
});

it('a transaction nobody gave a key is any transaction', async () => {
  const work = () => once(database, async (manager) => rows(manager, 'select 1 as one'));
  expect([await work(), await work()]).toEqual([[{ one: 1 }], [{ one: 1 }]]);
});
