import 'reflect-metadata';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { explain } from '#platform';
import { understood, whole } from '../command-line.js';
import { runChaos } from './run.js';
import { verdict } from './verdict.js';

const usage =
  'npm run chaos -- [--seed N] [--workflows 60] [--faults 40] [--queue postgres|redis] [--report FILE]; see docs/runbooks/chaos.md';
const { values } = parseArgs(
  understood(usage, {
    options: {
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      workflows: { type: 'string', default: '60' },
      faults: { type: 'string', default: '40' },
      queue: { type: 'string', default: 'postgres' },
      report: { type: 'string' },
    },
  }),
);

const tell = (line: string): void => void process.stdout.write(`${line}\n`);

const began = Date.now();

try {
  const { queue } = values;
  if (queue !== 'postgres' && queue !== 'redis') throw new Error(`--queue ${queue}: say postgres or redis`);
  const options = {
    seed: whole('seed', values.seed, 0),
    workflows: whole('workflows', values.workflows, 0),
    faults: whole('faults', values.faults, 0),
    queue,
    home: mkdtempSync(join(tmpdir(), 'throughline-chaos-')),
    basePort: Number(process.env.BASE_PORT ?? 4_700),
    tell: (line: string) => tell(`${String(Math.round((Date.now() - began) / 1_000)).padStart(4)} s  ${line}`),
  } as const;
  const repeat = `npm run chaos -- --seed ${options.seed} --workflows ${options.workflows} --faults ${options.faults} --queue ${queue}`;
  tell(repeat);
  const aftermath = await runChaos(options);
  const { lines, isRight, report } = await verdict(aftermath, { ...options, began });
  if (values.report) writeFileSync(values.report, `${JSON.stringify(report, null, 2)}\n`);
  lines.forEach(tell);
  if (!isRight) tell(`\nto repeat it: ${repeat}`);
  process.exitCode = isRight ? 0 : 1;
  await aftermath.close();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
process.exit();
