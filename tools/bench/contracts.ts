import { stringify } from 'yaml';
import { diff, readDocument } from '#governance';
import { contractFiles } from '../../apps/process-governance/src/registry/contract-files.js';
import { changed, enlarged } from './contracts/enlarged.js';

/**
 * `npm run bench:contracts`: what comparing two contracts costs, beside reading the same two as JSON in the same run; CPU
 * time. Ends with 1 where a pair of ours costs more than 20 ms, five megabytes more than 100 times
 * their reading, or reading them from YAML more than five seconds.
 */
const tell = (line: string): void => void process.stdout.write(`${line}\n`);

const megabytes = 5;

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

function timed<Result>(work: () => Result): { ms: number; result: Result } {
  const began = cpuMs();
  const result = work();
  return { ms: cpuMs() - began, result };
}

interface Cost {
  reading: number;
  comparing: number;
  findings: number;
}

/** Both documents as a program has them, and what is found between them. */
function cost(base: unknown, revision: unknown): Cost {
  const [before, after] = [JSON.stringify(base), JSON.stringify(revision)];
  const reading = timed(() => [JSON.parse(before), JSON.parse(after)] as const);
  const comparing = timed(() => diff(reading.result[0], reading.result[1]));
  return { reading: reading.ms, comparing: comparing.ms, findings: comparing.result.length };
}

function shown(name: string, { reading, comparing, findings }: Cost): number {
  const ratio = comparing / reading;
  const ms = (value: number): string => value.toFixed(1).padStart(8);
  tell(
    `${name.padEnd(34)} ${ms(comparing)} ms ${ms(reading)} ms read ${ratio.toFixed(0).padStart(6)} times ${findings} findings`,
  );
  return ratio;
}

const ours = contractFiles('openapi')
  .filter(({ kind }) => kind === 'openapi')
  .map(({ contract, text }) => ({ contract, document: readDocument(text, contract).value }));
const rounds = Array.from({ length: 5 }, () => ours.map(({ document }) => cost(document, changed(document))));
// The first rounds are the compiler's.
const pairs = rounds.slice(2).flat();
const sum = (pick: (one: Cost) => number): number => pairs.reduce((total, one) => total + pick(one), 0) / pairs.length;
const small = { reading: sum((one) => one.reading), comparing: sum((one) => one.comparing), findings: 0 };
shown(`one of our ${ours.length} contracts, changed`, { ...small, findings: Math.round(sum((one) => one.findings)) });

/** A text as it is committed, and how long it takes until a program has it. */
function shownReading(document: unknown): number {
  const text = stringify(document, { aliasDuplicateObjects: false });
  const { ms } = timed(() => readDocument(text, 'enlarged'));
  tell(`${`${(text.length / 1e6).toFixed(1)} MB, read from YAML`.padEnd(34)} ${ms.toFixed(1).padStart(8)} ms`);
  return ms;
}

const [largest] = ours.toSorted((a, b) => JSON.stringify(b.document).length - JSON.stringify(a.document).length);
const big = enlarged(largest!.document, megabytes * 1e6);
const same = shown(`${megabytes} MB, unchanged`, cost(big, structuredClone(big)));
const moved = shown(`${megabytes} MB, one limit in 100 changed`, cost(big, changed(big)));
tell(`memory at most ${(process.resourceUsage().maxRSS / 1e3).toFixed(0)} MB`);
const fromYaml = shownReading(big);
if (small.comparing > 20 || Math.max(same, moved) > 100 || fromYaml > 5_000) process.exitCode = 1;
