import type { NewChaosReport } from '#contracts';
import { verdictOf } from '../../apps/process-operations/src/chaos/chaos-verdict.js';
import { type Asked, type Judged, reportOf } from './report.js';
import type { Aftermath } from './run.js';
import { timeline } from './timeline.js';

/** What the run came to, as lines for a person. */
export async function verdict(
  aftermath: Omit<Aftermath, 'close'>,
  asked: Asked,
): Promise<{ lines: string[]; isRight: boolean; report: NewChaosReport }> {
  const { report, judged } = reportOf(aftermath, asked);
  const { evidence, database } = aftermath;
  const { seed, faults, runs, effects, calls, ambiguous, quietAfterSeconds, lost, duplicate, stuck } = report;
  const isRight = verdictOf(report) === 'held';
  const lines = [
    '',
    `seed ${seed}: ${faults.reduce((sum, { times }) => sum + times, 0)} faults happened`,
    ...faults.map(({ kind, times }) => `  ${kind.padEnd(22)} ${times}`),
    `  ${'ambiguous results'.padEnd(22)} ${ambiguous}`,
    `${runs} runs, ${effects} effects, ${calls} calls at vendors, ${evidence.pushes.length} webhooks, ${evidence.exceptions.length} exceptions`,
    quietAfterSeconds === null ? 'it never became quiet' : `quiet ${quietAfterSeconds} s after the last fault`,
    `lost ${lost}, duplicate ${duplicate}, stuck ${stuck}`,
    ...judged.map(summary),
    ...report.collapses.map((collapse) => `WRONG: ${collapse}`),
    ...report.wanting.map((what) => `VOID: ${what}`),
  ];
  if (isRight)
    lines.push(
      `with 95 % confidence fewer than 3/${effects} = ${(3 / effects).toExponential(1)} of all effects go wrong under such faults`,
    );
  const traced = judged.find(({ violations }) => violations.length > 0)?.violations.find(({ trace }) => trace);
  if (traced?.trace)
    lines.push('', `what became of ${traced.trace}:`, ...(await timeline(traced.trace, evidence, database)));
  return { lines, isRight, report };
}

const shown = 5;

function summary({ invariant: { name, promise }, violations }: Judged): string {
  if (violations.length === 0) return `  ok     ${name.padEnd(4)} ${promise}`;
  const first = violations.slice(0, shown).map(({ kind, what }) => `\n           ${kind}: ${what}`);
  const rest = violations.length > shown ? `\n           and ${violations.length - shown} more` : '';
  return `  BROKEN ${name.padEnd(4)} ${promise}${first.join('')}${rest}`;
}
