import { type Failpoint, failpoints, type Fault, type FaultKind, faultKinds } from '#kernel';

/** One fault in one run of a workflow. */
export interface Case {
  workflow: string;
  fault: Fault;
  /** The failpoint belongs to no record, so nothing else may be under way. */
  alone: boolean;
}

export type Hits = Partial<Record<Failpoint, number>>;

/** Subscribers hear of an event in whichever copy is free: further ones in the same copy are left to chance. */
const mostPassings: Partial<Record<Failpoint, number>> = { 'after-handled': 2 };

/** Each workflow at each passing of each failpoint, in each way. */
export function matrix(workflow: string, hits: Hits, alone: boolean): Case[] {
  return faultKinds.flatMap((kind) =>
    failpoints.flatMap((failpoint) =>
      Array.from(
        { length: Math.min(hits[failpoint] ?? 0, mostPassings[failpoint] ?? Infinity) },
        (_one, index): Case => ({
          workflow,
          alone,
          fault: { failpoint, hit: index + 1, kind },
        }),
      ),
    ),
  );
}

/**
 * One passing of each failpoint for each workflow and kind; a kill, which costs the start of a process, once for each
 * failpoint. Which one differs, so that all workflows and all parts of a run are met.
 */
export function slice(cases: Case[]): Case[] {
  const groups = new Map<string, Case[]>();
  for (const one of cases) {
    const { workflow, fault } = one;
    const name = `${fault.kind === 'kill' ? 'any' : workflow} ${fault.failpoint} ${fault.kind}`;
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return [...groups.values()].map((group, at) => group[(at * 7) % group.length]!);
}

/** Errors first, which end no process, then pauses, then kills: what a case costs its neighbours grows. */
export const inOrder = (cases: Case[]): Case[] =>
  (['error', 'pause', 'kill'] satisfies FaultKind[]).flatMap((kind) =>
    cases.filter(({ fault }) => fault.kind === kind),
  );

export const named = ({ workflow, fault }: Case): string =>
  `${workflow} ${fault.failpoint} #${fault.hit} ${fault.kind}`;
