/** Who holds a run: a process that was paused and overtaken holds an older fence and can change nothing. */
export interface Held {
  id: string;
  fence: number;
}

/** Thrown where a run went on elsewhere; whoever gets it stops without a trace. */
export class Overtaken extends Error {}
