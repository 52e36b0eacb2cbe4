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
const mostPassings: Partial<Record<Failpoint, number>> = { 'after-handled': 2, 'after-act': 12, 'after-note': 12 };

/** A step that waits for others is tried until they are done: how often it was begun in vain is left to chance, too. */
const begunInVain: Failpoint[] = ['before-intent', 'after-intent'];
const mostBegun = 12;

function passings(failpoint: Failpoint, hits: Hits): number {
  const most = begunInVain.includes(failpoint)
    ? Math.min(hits['after-act'] ?? Infinity, mostBegun)
    : mostPassings[failpoint];
  return Math.min(hits[failpoint] ?? 0, most ?? Infinity);
}

/** Each workflow at each passing of each failpoint that comes every time, in each way. */
export function matrix(workflow: string, hits: Hits, alone: boolean): Case[] {
  return faultKinds.flatMap((kind) =>
    failpoints.flatMap((failpoint) =>
      Array.from({ length: passings(failpoint, hits) }, (_one, index): Case => ({
        workflow,
        alone,
        fault: { failpoint, hit: index + 1, kind },
      })),
    ),
  );
}

/** What is done to whom in turn: a kill costs the start of a process, so each failpoint has one of its own. */
const turns: FaultKind[] = ['error', 'pause'];

/**
 * Each workflow at each failpoint in one way, and each failpoint in each way. Which passing it is differs, so that all
 * parts of a run are met.
 */
export function slice(cases: Case[]): Case[] {
  const chosen: Case[] = [];
  const choose = (from: Case[]): void => {
    if (from.length > 0) chosen.push(from[(chosen.length * 7) % from.length]!);
  };
  const workflows = [...new Set(cases.map(({ workflow }) => workflow))];
  for (const [row, failpoint] of failpoints.entries()) {
    const here = cases.filter(({ fault }) => fault.failpoint === failpoint);
    const of = (workflow: string | undefined, kind: FaultKind): Case[] =>
      here.filter((one) => one.workflow === workflow && one.fault.kind === kind);
    const passing = workflows.filter((workflow) => of(workflow, 'kill').length > 0);
    const killed = passing[row % passing.length];
    choose(of(killed, 'kill'));
    const others = passing.filter((workflow) => workflow !== killed);
    for (const [at, workflow] of others.entries()) choose(of(workflow, turns[(row + at) % turns.length]!));
    const kinds = new Set(chosen.filter(({ fault }) => fault.failpoint === failpoint).map(({ fault }) => fault.kind));
    for (const kind of faultKinds.filter((one) => !kinds.has(one))) choose(of(passing.at(-1), kind));
  }
  return chosen;
}

/** Errors first, which end no process, then pauses, then kills: what a case costs its neighbours grows. */
export const inOrder = (cases: Case[]): Case[] =>
  (['error', 'pause', 'kill'] satisfies FaultKind[]).flatMap((kind) =>
    cases.filter(({ fault }) => fault.kind === kind),
  );

export const named = ({ workflow, fault }: Case): string =>
  `${workflow} ${fault.failpoint} #${fault.hit} ${fault.kind}`;
