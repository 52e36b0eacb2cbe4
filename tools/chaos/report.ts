import type { NewChaosReport } from '#contracts';
import { type Invariant, invariants, type Violation } from './invariants.js';
import type { Aftermath, ChaosOptions } from './run.js';

/** An invariant, and the cases in which it did not hold. */
export interface Judged {
  invariant: Invariant;
  violations: Violation[];
}

type Evidenced = Pick<Aftermath, 'evidence' | 'kinds' | 'happened' | 'quietAfterMs'>;

export interface Asked extends Pick<ChaosOptions, 'seed' | 'queue' | 'workflows' | 'faults'> {
  /** When it began, in milliseconds since 1970. */
  began: number;
}

/** What a run came to, in figures. */
export function reportOf(
  aftermath: Evidenced,
  { seed, queue, workflows, faults, began }: Asked,
): { report: NewChaosReport; judged: Judged[] } {
  const { evidence, kinds, happened, quietAfterMs } = aftermath;
  const judged = invariants.map((invariant) => ({ invariant, violations: invariant.check(evidence) }));
  const all = judged.flatMap(({ violations }) => violations);
  const count = (kind: Violation['kind']): number => all.filter((one) => one.kind === kind).length;
  const report: NewChaosReport = {
    startedAt: new Date(began).toISOString(),
    seconds: Math.round((Date.now() - began) / 1_000),
    seed,
    queue,
    workflows,
    runs: evidence.runs.length,
    effects: evidence.effects.filter(({ status }) => status === 'applied').length,
    calls: evidence.calls.length,
    ambiguous: evidence.ambiguous,
    faults: kinds.map((kind) => ({ kind, times: happened[kind] ?? 0 })),
    promises: judged.map(({ invariant: { name, promise }, violations }) => ({
      name,
      promise,
      failures: violations.length,
    })),
    lost: count('lost'),
    duplicate: count('duplicate'),
    stuck: count('stuck'),
    quietAfterSeconds: quietAfterMs === null ? null : Math.round(quietAfterMs / 1_000),
    collapses: evidence.collapses.map((collapse) => collapse.slice(0, longestCollapse)),
    wanting: missing(aftermath, faults),
  };
  return { report, judged };
}

const longestCollapse = 4_000;

/** A run whose faults did not happen proves nothing. */
function missing({ happened, kinds, evidence }: Evidenced, faults: number): string[] {
  const total = Object.values(happened).reduce((sum, times) => sum + times, 0);
  return [
    ...kinds.filter((kind) => !happened[kind]).map((kind) => `no fault of kind ${kind} happened`),
    ...(total < faults ? [`only ${total} of ${faults} faults happened`] : []),
    ...(evidence.ambiguous === 0 ? ['no result was ever ambiguous'] : []),
    ...(evidence.abandoned.length === 0 ? ['nothing was ever given up'] : []),
    ...(evidence.requests.length === 0 ? ['nothing was ever asked for twice'] : []),
  ];
}
