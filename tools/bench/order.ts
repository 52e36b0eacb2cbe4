import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { explain } from '#platform';
import { understood, whole } from '../command-line.js';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../postgres/embedded-postgres.js';
import { type Outcome, workShift } from './ordering/ordering.js';
import { WorkbenchBench } from './ordering/workbench-bench.js';

/** `npm run experiment:order`: what the order of the workbench is worth before a cut-off; see docs/operator.md. */
const usage = 'npm run experiment:order -- [--failures 500] [--per-hour 15] [--hours 12] [--seeds 10]';
const { values } = parseArgs(
  understood(usage, {
    options: {
      failures: { type: 'string', default: '500' },
      'per-hour': { type: 'string', default: '15' },
      hours: { type: 'string', default: '12' },
      seeds: { type: 'string', default: '10' },
    },
  }),
);
const shift = {
  failures: whole('failures', values.failures),
  perHour: whole('per-hour', values['per-hour']),
  hours: whole('hours', values.hours),
};
const seeds = whole('seeds', values.seeds);
const tell = (line: string): void => void process.stdout.write(`${line}\n`);

const dollars = (cents: number): string => `$${Math.round(cents / 100).toLocaleString('en-US')}`.padStart(12);
const share = (part: number, all: number): string => `${((100 * part) / all).toFixed(1).padStart(5)} %`;

const columns = ['workbench', 'firstInFirstOut', 'atRandom', 'most'] as const satisfies (keyof Outcome)[];

function row(name: string, outcome: Outcome): void {
  const shares = columns.map((column) => `${dollars(outcome[column])} ${share(outcome[column], outcome.atStake)}`);
  tell([name.padEnd(8), dollars(outcome.atStake), ...shares].join('  '));
}

const home = mkdtempSync(join(tmpdir(), 'throughline-order-'));
const given = process.env.BENCH_DATABASE_URL;
try {
  const databaseUrl = given ?? (await startEmbeddedPostgres({ dataDir: home, log: tell })).url;
  const bench = await WorkbenchBench.open({ databaseUrl, home, basePort: Number(process.env.BASE_PORT ?? 16_400) });
  tell(
    `${shift.failures} failures, ${shift.perHour} settled an hour for ${shift.hours} hours; billed in time, of what was at stake`,
  );
  tell(`seed      at stake       by urgency           oldest first         at random            the most there is`);
  const all: Outcome = { atStake: 0, workbench: 0, firstInFirstOut: 0, atRandom: 0, most: 0 };
  for (let seed = 1; seed <= seeds; seed += 1) {
    const outcome = await workShift(bench, shift, seed);
    row(String(seed), outcome);
    for (const column of ['atStake', ...columns] as const) all[column] += outcome[column];
    if (outcome.workbench < outcome.firstInFirstOut) process.exitCode = 1;
  }
  row('all', all);
  await bench.close();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
} finally {
  if (!given) await removeEmbeddedPostgres(home);
  rmSync(home, { recursive: true, force: true });
}
process.exit();
