import type { Person } from '#platform';
import { type DataSource, openDatabase } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { ChaosReportRepository, CreateChaosReports1700000000180 } from './chaos-report.repository.js';
import { chaosReport as report } from './chaos.fixture.js';

const theo: Person = { subject: 'theo', name: 'Theo Lang', roles: ['integration-operations'] };
const program: Person = { subject: 'command-line', name: null, roles: [] };

let testDatabase: TestDatabase;
let database: DataSource;
let reports: ChaosReportRepository;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  const migrations = [CreateChaosReports1700000000180];
  database = await openDatabase({ url: testDatabase.url, schema: 'process_operations', migrations });
  reports = new ChaosReportRepository(database);
});
beforeEach(() => database.query('delete from chaos_report'));
afterAll(async () => {
  await database.destroy();
  await testDatabase.drop();
});

describe('a chaos run on record', () => {
  it('is kept as it was told, with the verdict its figures give', async () => {
    const kept = await reports.keep(report, program);
    expect(kept).toMatchObject({ ...report, verdict: 'held', reportedBy: 'command-line' });
    expect(await reports.get(kept.id)).toEqual(kept);
  });

  it('is there once, however often it is told of', async () => {
    const first = await reports.keep(report, theo);
    expect(await reports.keep({ ...report, lost: 9 }, program)).toEqual(first);
    expect(await reports.newest()).toEqual([first]);
  });

  it('stands before those that began earlier, fifty of them at most', async () => {
    for (let day = 1; day <= 51; day += 1)
      await reports.keep({ ...report, seed: day, startedAt: new Date(Date.UTC(2026, 8, day)).toISOString() }, theo);
    const seeds = (await reports.newest()).map(({ seed }) => seed);
    expect(seeds).toEqual(Array.from({ length: 50 }, (_none, at) => 51 - at));
  });

  it.each(['7c9e6679-7425-40de-944b-e07fc1f90ae7', 'no id at all'])('is not found as %s', async (id) => {
    await expect(reports.get(id)).rejects.toMatchObject({ kind: 'not-found' });
  });
});
