import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { newId } from '#kernel';
import type { Case, Hits } from './matrix.js';
import { hasStruck, type Pool } from './pool.js';
import { isOrphaned, letTimePass, type Standing, standing } from './record.js';
import type { Bench } from './exercises/bench.js';
import type { Exercise, Started } from './exercises/exercise.js';

export interface Ring {
  bench: Bench;
  pool: Pool;
  database: pg.Pool;
  vendors: pg.Pool;
  /** Folder of the orders' files. */
  tokens: string;
}

/** How a case came out, before what it left is looked at. */
export interface Ended {
  started: Started | null;
  /** All correlation ids of the work. */
  records: string[];
  /** Whether the fault happened; a case without it says nothing. */
  struck: boolean;
  /** Why the work is not where it should be; null where it is. */
  stuck: string | null;
}

/** When a case is given up; a busy machine takes its time. */
const patienceMs = 240_000;
/** Failpoints behind the end of a run are passed a little later: those that are counted, */
const passedAfterEndMs = 3_000;
/** and one that is waited for, by which time any that was counted is passed, also on a machine that is busy. */
const strikeAfterEndMs = 10_000;
/** A paused process may hold what the others need, a lock of the event log for example: it is woken after so long. */
const longestPauseMs = 6_000;
const lookEveryMs = 60;
/** While nothing is done to them all copies answer, however busy the machine is. */
export const countingMs = 60_000;

/** Begins fresh work with a fault armed, lets a lease's time pass once it has struck, and waits for the end. */
export async function runCase({ fault, alone }: Case, exercise: Exercise, ring: Ring): Promise<Ended> {
  const record = alone ? null : newId();
  const begin = await exercise.prepare(ring.bench, record);
  const token = `${ring.tokens}/${newId()}`;
  await ring.pool.arm({ fault, record, token });
  const work = new Work(begin(), record, ring.database);
  let struckAt: number | null = null;
  let endedAt: number | null = null;
  let aged = false;
  let paused = false;
  for (const until = Date.now() + patienceMs; Date.now() < until; await pause(lookEveryMs)) {
    await work.look();
    if (struckAt === null && hasStruck(token)) {
      struckAt = Date.now();
      paused = fault.kind === 'pause';
    }
    if (struckAt !== null && !aged && work.records.length > 0) {
      aged = true;
      await letTimePass(ring.database, work.records);
    } else if (work.isOrphaned) await letTimePass(ring.database, work.records);
    endedAt = work.isDone ? (endedAt ?? Date.now()) : null;
    if (paused && (endedAt !== null || Date.now() - struckAt! > longestPauseMs)) {
      ring.pool.revive(token);
      paused = false;
    }
    if (endedAt !== null && (struckAt !== null || Date.now() - endedAt > strikeAfterEndMs)) break;
    if (work.hasStopped) break;
  }
  if (paused) ring.pool.revive(token);
  ring.pool.disarm(token);
  return { started: work.started, records: work.records, struck: struckAt !== null, stuck: work.stuck };
}

/** The same without a fault, to learn what is passed and what is left. */
export async function runUndisturbed(
  exercise: Exercise,
  ring: Ring,
): Promise<Ended & { record: string; before: Hits }> {
  const record = newId();
  const begin = await exercise.prepare(ring.bench, record);
  const before = await ring.pool.passed(record, countingMs);
  const work = new Work(begin(), record, ring.database);
  for (const until = Date.now() + patienceMs; !work.isDone && Date.now() < until; await pause(lookEveryMs))
    await work.look();
  await pause(passedAfterEndMs);
  return { started: work.started, records: work.records, struck: false, stuck: work.stuck, record, before };
}

/** Work under way, as it was last seen. */
class Work {
  started: Started | null = null;
  private failure: unknown = null;
  private runs: (Standing | null)[] = [];

  constructor(
    beginning: Promise<Started>,
    private readonly record: string | null,
    private readonly database: pg.Pool,
  ) {
    beginning.then(
      (started) => (this.started = started),
      (error: unknown) => (this.failure = error),
    );
  }

  async look(): Promise<void> {
    const runs = this.started?.runs ?? [];
    this.runs = await Promise.all(runs.map(({ schema, runId }) => standing(this.database, schema, runId)));
  }

  get records(): string[] {
    const known = [this.record, ...(this.started?.records ?? []), ...this.runs.map((run) => run?.correlationId)];
    return [...new Set(known.filter((one) => typeof one === 'string'))];
  }

  get isDone(): boolean {
    const { runs } = this.started ?? {};
    return runs !== undefined && runs.every(({ state }, at) => this.runs[at]?.state === state);
  }

  /** Nothing will move it any more. */
  get hasStopped(): boolean {
    if (this.failure !== null) return true;
    return (this.started?.runs ?? []).some(
      ({ state }, at) => state === 'completed' && this.runs[at]?.state === 'parked',
    );
  }

  get isOrphaned(): boolean {
    return this.runs.some(isOrphaned);
  }

  get stuck(): string | null {
    if (this.failure !== null) return `could not begin: ${String(this.failure)}`;
    if (!this.started) return 'did not begin';
    if (this.isDone) return null;
    const states = this.runs.map((run) => (run ? `${run.state} (${run.waitingFor ?? ''})` : 'not begun'));
    return `is ${states.join(' and ')} instead of ${this.started.runs.map(({ state }) => state).join(' and ')}`;
  }
}
