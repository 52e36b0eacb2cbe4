import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '#testing';
import { type Outcome, workShift } from './ordering.js';
import { WorkbenchBench } from './workbench-bench.js';

const home = mkdtempSync(join(tmpdir(), 'throughline-order-'));
let database: TestDatabase;
let bench: WorkbenchBench;

jest.setTimeout(240_000);

beforeAll(async () => {
  database = await createTestDatabase();
  bench = await WorkbenchBench.open({ databaseUrl: database.url, home, basePort: 16_600 });
});

afterAll(async () => {
  await bench.close();
  await database.drop();
  rmSync(home, { recursive: true });
});

describe('500 mixed failures before a cut-off', () => {
  it.each([1, 2, 3])('are billed in time for more money by urgency than oldest first, seed %i', async (seed) => {
    const outcome: Outcome = await workShift(bench, { failures: 500, perHour: 15, hours: 12 }, seed);
    expect(outcome.workbench).toBeGreaterThanOrEqual(outcome.firstInFirstOut);
    expect(outcome.workbench).toBeGreaterThanOrEqual(outcome.atRandom);
    expect(outcome.workbench).toBeLessThanOrEqual(outcome.most);
    expect(outcome.firstInFirstOut).toBeGreaterThan(0);
  });
});
