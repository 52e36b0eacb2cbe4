import type { Fenced } from '#platform';

/** Who holds a run: a process that was paused and overtaken holds an older fence and can change nothing. */
export type Held = Fenced;

/** Thrown where a run went on elsewhere; whoever gets it stops without a trace. */
export class Overtaken extends Error {}
