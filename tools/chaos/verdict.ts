import { type Invariant, invariants, type Violation } from './invariants.js';
import type { Aftermath, ChaosOptions } from './run.js';
import { timeline } from './timeline.js';

/** What the run came to, as lines for a person. */
export async function verdict(
  { evidence, kinds, happened, quietAfterMs, database }: Omit<Aftermath, 'close'>,
  { seed, faults }: Pick<ChaosOptions, 'seed' | 'faults'>,
): Promise<{ lines: string[]; isRight: boolean }> {
  const broken = invariants.map((invariant) => ({ invariant, violations: invariant.check(evidence) }));
  const all = broken.flatMap(({ violations }) => violations);
  const count = (kind: Violation['kind']): number => all.filter((one) => one.kind === kind).length;
  const wanting = missing({ happened, kinds, evidence }, faults);
  const applied = evidence.effects.filter(({ status }) => status === 'applied').length;
  const total = Object.values(happened).reduce((sum, times) => sum + times, 0);
  const first = broken.find(({ violations }) => violations.length > 0);
  const lines = [
    '',
    `seed ${seed}: ${total} faults happened`,
    ...kinds.map((kind) => `  ${kind.padEnd(22)} ${happened[kind] ?? 0}`),
    `  ${'ambiguous results'.padEnd(22)} ${evidence.ambiguous}`,
    `${evidence.runs.length} runs, ${applied} effects, ${evidence.calls.length} calls at vendors, ${evidence.pushes.length} webhooks, ${evidence.exceptions.length} exceptions`,
    quietAfterMs === null
      ? 'it never became quiet'
      : `quiet ${Math.round(quietAfterMs / 1_000)} s after the last fault`,
    `lost ${count('lost')}, duplicate ${count('duplicate')}, stuck ${count('stuck')}`,
    ...broken.map(({ invariant, violations }) => summary(invariant, violations)),
    ...evidence.collapses.map((collapse) => `WRONG: ${collapse}`),
    ...wanting.map((what) => `VOID: ${what}`),
  ];
  const isRight = all.length === 0 && quietAfterMs !== null && wanting.length === 0 && evidence.collapses.length === 0;
  if (isRight)
    lines.push(
      `with 95 % confidence fewer than 3/${applied} = ${(3 / applied).toExponential(1)} of all effects go wrong under such faults`,
    );
  const trace = first?.violations.find((one) => one.trace)?.trace;
  if (trace) lines.push('', `what became of ${trace}:`, ...(await timeline(trace, evidence, database)));
  return { lines, isRight };
}

const shown = 5;

function summary({ name, promise }: Invariant, violations: Violation[]): string {
  if (violations.length === 0) return `  ok     ${name.padEnd(4)} ${promise}`;
  const first = violations.slice(0, shown).map(({ kind, what }) => `\n           ${kind}: ${what}`);
  const rest = violations.length > shown ? `\n           and ${violations.length - shown} more` : '';
  return `  BROKEN ${name.padEnd(4)} ${promise}${first.join('')}${rest}`;
}

/** A run whose faults did not happen proves nothing. */
function missing(
  { happened, kinds, evidence }: Pick<Aftermath, 'happened' | 'kinds' | 'evidence'>,
  faults: number,
): string[] {
  const total = Object.values(happened).reduce((sum, times) => sum + times, 0);
  return [
    ...kinds.filter((kind) => !happened[kind]).map((kind) => `no fault of kind ${kind} happened`),
    ...(total < faults ? [`only ${total} of ${faults} faults happened`] : []),
    ...(evidence.ambiguous === 0 ? ['no result was ever ambiguous'] : []),
    ...(evidence.abandoned.length === 0 ? ['nothing was ever given up'] : []),
    ...(evidence.requests.length === 0 ? ['nothing was ever asked for twice'] : []),
  ];
}
