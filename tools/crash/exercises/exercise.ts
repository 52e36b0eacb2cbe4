import type { Hits } from '../matrix.js';
import type { Bench } from './bench.js';

/** A piece of work under way. */
export interface Started {
  runs: { schema: string; runId: string; state: 'completed' | 'cancelled' }[];
  /** Correlation ids of all that belongs to it; none where the vendors' events begin it. */
  records: string[];
}

/**
 * Brings a fresh record to where the work begins, and answers how to begin it. With a correlation id the work is begun
 * directly under it, as its event would; without one nothing else is under way, and where a vendor's own event begins
 * such work, it does so.
 */
export type Prepare = (bench: Bench, record: string | null) => Promise<() => Promise<Started>>;

/** One workflow as the harness exercises it. */
export interface Exercise {
  prepare: Prepare;
  /** Passed where no record is known yet, or where it is not told: once each, with nothing else under way. */
  alone: Hits;
  /** Why its course differs from one time to the next, or misleads an invariant: then it is left to `--all`. */
  racing?: string;
}

/** Those of one process app, by the name of the workflow or of what is done with it. */
export type Exercises = Record<string, Exercise>;

export const completing = (schema: string, runId: string, records: string[]): Started => ({
  runs: [{ schema, runId, state: 'completed' }],
  records,
});
