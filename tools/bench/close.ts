import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { explain } from '#platform';
import { understood, whole } from '../command-line.js';
import { erpConcurrency } from './closing/closing-firm.js';
import { type Closing, close, type ProgressSample } from './closing/closing.js';
import { isExact } from './closing/closing-ledger.js';

const usage = `npm run bench:close -- [--entries 100000]
a month's time approved at once, billed to the end; see docs/operator.md`;
const { values } = parseArgs(understood(usage, { options: { entries: { type: 'string', default: '100000' } } }));
const entries = whole('entries', values.entries);
const began = Date.now();
const tell = (line: string): void =>
  void process.stdout.write(`${String(Math.round((Date.now() - began) / 1_000)).padStart(4)} s  ${line}\n`);

const megabyte = 1_048_576;

function report({ seconds, rawPace, memory, calls, bytes, reckoning, left }: Closing): void {
  const pace = entries / seconds;
  tell(
    `${entries} entries billed in ${seconds.toFixed(1)} s: ${pace.toFixed(1)} entries/s; recorded straight into the ` +
      `simulated PSA in the same run: ${rawPace.toFixed(1)} entries/s, so billing is ${(pace / rawPace).toFixed(2)} of it`,
  );
  for (const { vendor, calls: all, atOnce, inFlight, perMinute } of calls) {
    const share =
      vendor === 'netsuite' ? `, ${((inFlight / erpConcurrency) * 100).toFixed(0)} % of ${erpConcurrency}` : '';
    tell(
      `${vendor}: ${all} calls, ${(all / entries).toFixed(3)} an entry; at most ${atOnce} at once, on average ` +
        `${inFlight.toFixed(1)}${share}; ${perMinute} a minute`,
    );
  }
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

/** Whether memory grows with what was billed shows in the last quarter of the entries against the first. */
function memoryLine(kind: 'heapUsed' | 'rss', samples: ProgressSample[]): string {
  const quarters = [0, 1, 2, 3].map((quarter) => {
    const within = samples.filter(({ settled }) => Math.min(3, Math.floor((settled * 4) / entries)) === quarter);
    const sizes = within.map((sample) => sample[kind]).toSorted((a, b) => a - b);
    return { median: sizes[Math.floor(sizes.length / 2)] ?? 0, most: sizes.at(-1) ?? 0 };
  });
  const [first, second, third, last] = quarters as [Quarter, Quarter, Quarter, Quarter];
  const medians = quarters.map(({ median }) => (median / megabyte).toFixed(0)).join(', ');
  const most = Math.max(...quarters.map((quarter) => quarter.most));
  const halves = (third.median + last.median) / (first.median + second.median);
  return (
    `${kind} of the billing process after a collection, median of each quarter: ${medians} MB, at most ` +
    `${(most / megabyte).toFixed(0)} MB; last quarter to first ${(last.median / first.median).toFixed(2)}, ` +
    `second half to first ${halves.toFixed(2)}`
  );
}

interface Quarter {
  median: number;
  most: number;
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
