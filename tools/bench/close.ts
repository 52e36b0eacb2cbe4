import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { explain } from '#platform';
import { type Closing, close } from './closing/closing.js';
import { isExact } from './closing/closing-ledger.js';
import type { MemorySample } from './closing/sampled-app.js';

/** `npm run bench:close -- --entries N`: a month's time approved at once, billed to the end; see docs/operator.md. */
const { values } = parseArgs({ options: { entries: { type: 'string', default: '100000' } } });
const entries = Number(values.entries);
const began = Date.now();
const tell = (line: string): void =>
  void process.stdout.write(`${String(Math.round((Date.now() - began) / 1_000)).padStart(4)} s  ${line}\n`);

const megabyte = 1_048_576;

function report({ seconds, memory, calls, bytes, reckoning, left }: Closing): void {
  tell(`${entries} entries billed in ${seconds.toFixed(1)} s: ${(entries / seconds).toFixed(1)} entries/s`);
  for (const { vendor, calls: all, atOnce, perMinute } of calls)
    tell(
      `${vendor}: ${all} calls, ${(all / entries).toFixed(3)} an entry; at most ${atOnce} at once, ${perMinute} a minute`,
    );
  for (const [schema, grown] of Object.entries(bytes))
    tell(`${schema}: ${(grown / megabyte).toFixed(1)} MB stored, ${(grown / entries).toFixed(0)} bytes an entry`);
  for (const kind of ['heapUsed', 'rss'] as const) tell(memoryLine(kind, memory));
  tell(
    `approved ${reckoning.approved}, charged exactly once ${reckoning.chargedOnce}, charges ${reckoning.charges}; ` +
      `worth ${JSON.stringify(reckoning.worth)}, billed ${JSON.stringify(reckoning.billed)} (minor units)`,
  );
  tell(`left open: ${left.lines} lines, ${left.runs} runs`);
  tell(isExact(reckoning) ? 'each entry is billed exactly once' : 'NOT each entry is billed exactly once');
}

/** Whether memory grows with what was billed shows in the second half of the run against the first. */
function memoryLine(kind: keyof MemorySample, samples: MemorySample[]): string {
  const sizes = samples.map((sample) => sample[kind]);
  const half = Math.floor(sizes.length / 2);
  const [first, second] = [sizes.slice(0, half), sizes.slice(half)].map((part) => part.toSorted((a, b) => a - b));
  const median = (part: number[]): number => part[Math.floor(part.length / 2)] ?? 0;
  const most = (part: number[]): number => part.at(-1) ?? 0;
  const [medians, peaks] = [median(second!) / median(first!), most(second!) / most(first!)];
  return (
    `${kind} of the billing process: median ${(median(second!) / megabyte).toFixed(0)} MB, most ` +
    `${(most(second!) / megabyte).toFixed(0)} MB; second half to first: median ${medians.toFixed(2)}, most ${peaks.toFixed(2)}`
  );
}

const home = mkdtempSync(join(tmpdir(), 'throughline-close-'));
try {
  if (!(Number.isInteger(entries) && entries > 0)) throw new Error(`--entries ${values.entries} is not a whole number`);
  const closing = await close({ entries, home, basePort: Number(process.env.BASE_PORT ?? 14_800), tell });
  report(closing);
  process.exitCode = isExact(closing.reckoning) && closing.left.lines + closing.left.runs === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}
process.exit();
