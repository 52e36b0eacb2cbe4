import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { explain } from '#platform';
import { understood } from '../command-line.js';
import { runCrash } from './run.js';

const usage = "npm run crash -- [--all] [--only <part of a case's name>] [--plant <bug>]; see docs/runbooks/crash.md";
const { values } = parseArgs(
  understood(usage, {
    options: {
      all: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      plant: { type: 'string' },
    },
  }),
);
const tell = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  if (values.plant) process.env.CRASH_PLANT = values.plant;
  const began = Date.now();
  const home = mkdtempSync(join(tmpdir(), 'throughline-crash-'));
  const basePort = Number(process.env.BASE_PORT ?? 5_200);
  const { cases, problems } = await runCrash({ ...values, home, basePort, tell });
  problems.forEach((problem) => tell(`BROKEN ${problem}`));
  tell(`${cases} cases, ${problems.length} problems, ${Math.round((Date.now() - began) / 1_000)} s`);
  process.exitCode = problems.length > 0 || cases === 0 ? 1 : 0;
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
process.exit();
