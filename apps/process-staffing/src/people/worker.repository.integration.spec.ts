import { setTimeout as pause } from 'node:timers/promises';
import { type DataSource, openDatabase, rows } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { app } from '../app.js';
import { type StaffedWorker, WorkerRepository } from './worker.repository.js';

const elias: StaffedWorker = {
  instance: 'bamboohr',
  id: '17',
  number: '1014',
  legalEntity: 'MER-US',
  practice: 'Strategy',
  region: 'US',
  location: 'Seattle',
  country: 'US',
  weeklyMinutes: 2_400,
  firstDay: '2026-10-01',
  lastDay: null,
  isActive: true,
  modifiedAt: '2026-10-01T08:00:00.000Z',
};

let testDatabase: TestDatabase;
let database: DataSource;
let workers: WorkerRepository;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = await openDatabase({ url: testDatabase.url, schema: 'process_staffing', migrations: app.migrations });
  workers = new WorkerRepository(database);
});

afterAll(async () => {
  await database.destroy();
  await testDatabase.drop();
});

it('is kept by one at a time: two would meet in the number before they meet in the id', async () => {
  const other = database.createQueryRunner();
  await other.startTransaction();
  await other.query(`select pg_advisory_xact_lock(hashtext('worker 1014'))`);
  const kept = workers.put(elias);
  const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`;
  while ((await rows(database, waiting, [])).length === 0) await pause(10);
  expect(await workers.find('1014')).toBeNull();
  await other.commitTransaction();
  await other.release();
  await kept;
  expect(await workers.find('1014')).toMatchObject({ id: '17' });
});

it('is refused under a number that is another worker’s', async () => {
  await expect(workers.put({ ...elias, id: '18' })).rejects.toMatchObject({ kind: 'conflict' });
});
