import type { BusinessContext, RunState } from '#contracts';
import { derivedId } from '#kernel';
import { type DataSource, type EntityManager, rows } from '#platform';

export interface RunRow {
  id: string;
  workflow: string;
  version: number;
  key: string;
  title: string;
  input: object;
  corrections: Record<string, Record<string, unknown>>;
  business: Partial<BusinessContext>;
  correlationId: string;
  state: RunState;
  fence: number;
  failures: number;
  /** The run that began this one. */
  parentId: string | null;
  /** The one step of its parent this run is there to do. */
  deferred: string | null;
  /** Reads and checks, and only says what it would do. */
  dry: boolean;
}

/** What a run begins with. */
export interface NewRun {
  workflow: string;
  version: number;
  key: string;
  input: object;
  correlationId: string;
  title?: string;
  /** Who asked for it; nobody where an event did. */
  askedBy?: string | null;
  /** The event that began it: only later ones can be waited for. */
  cause?: { source: string; id: string };
  parentId?: string;
  deferred?: string;
  dry?: boolean;
}

export interface StepRow {
  name: string;
  ordinal: number;
  kind: 'read' | 'act' | 'check' | 'publish' | 'wait' | 'child';
  /**
   * `stale`: answered once, to be asked again; what followed from the answer still stands on it. `deferred`: left to a
   * run of its own.
   */
  state: 'intent' | 'done' | 'deferred' | 'stale' | 'undoing' | 'undone' | 'undo-failed';
  result: unknown;
  /** How often it was done and then asked for again; each round is a new act with a new key. */
  round: number;
}

/** Who holds a run: a process that was paused and overtaken holds an older fence and can change nothing. */
export interface Held {
  id: string;
  fence: number;
}

/** Thrown where a run went on elsewhere; whoever gets it stops without a trace. */
export class Overtaken extends Error {}

export const leaseMs = 15_000;

const columns = `id, workflow, version, key, title, input, corrections, business, correlation_id as "correlationId",
  state, fence::int as fence, failures, parent_id as "parentId", deferred, dry`;

/** The record of every run. Each change is guarded by the fence and timed by the database's clock. */
export class RunRepository {
  constructor(readonly database: DataSource) {}

  /** Begins a run; false where the same run exists already. */
  async begin(manager: EntityManager, run: NewRun): Promise<{ id: string; isNew: boolean }> {
    const id = derivedId('run', run.workflow, run.key);
    const made = await rows(
      manager,
      `insert into run (id, workflow, version, key, title, input, correlation_id, state, wake_at, asked_by, parent_id,
                        deferred, dry, events_from)
       values ($1, $2, $3, $4, $5, $6, $7, 'running', clock_timestamp(), $8, $9, $10, $11,
               coalesce((select position from events.log where source = $12 and id = $13),
                        (select max(position) from events.log), 0))
       on conflict do nothing returning id`,
      [
        id,
        run.workflow,
        run.version,
        run.key,
        run.title ?? run.key,
        JSON.stringify(run.input),
        run.correlationId,
        run.askedBy ?? null,
        run.parentId ?? null,
        run.deferred ?? null,
        run.dry ?? false,
        run.cause?.source ?? null,
        run.cause?.id ?? null,
      ],
    );
    return { id, isNew: made.length === 1 };
  }

  /** Takes a run that is due and that nobody else holds. */
  async claim(id: string): Promise<RunRow | null> {
    const claimed = await rows<RunRow>(
      this.database,
      `update run set fence = fence + 1, lease_until = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
        where id = $1 and state in ('running', 'waiting', 'undoing') and lease_until <= clock_timestamp()
          and wake_at <= clock_timestamp() returning ${columns}`,
      [id],
    );
    return claimed[0] ?? null;
  }

  async extendLease(held: Held): Promise<void> {
    await this.database.query(
      `update run set lease_until = clock_timestamp() + ${leaseMs} * interval '1 millisecond' where id = $1 and fence = $2`,
      [held.id, held.fence],
    );
  }

  async journal(id: string): Promise<StepRow[]> {
    return rows<StepRow>(
      this.database,
      'select name, ordinal, kind, state, result, round from step where run_id = $1 order by ordinal',
      [id],
    );
  }

  /** Writes to the journal as long as the run is still held. */
  async whileHeld<T>(held: Held, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction(async (manager) => {
      const mine = await rows(manager, 'select 1 from run where id = $1 and fence = $2 for update', [
        held.id,
        held.fence,
      ]);
      if (mine.length === 0) throw new Overtaken();
      return work(manager);
    });
  }

  /** Before the act: from here on it may have happened. */
  async intend(manager: EntityManager, held: Held, step: Pick<StepRow, 'name' | 'ordinal' | 'kind'>): Promise<void> {
    await manager.query(
      `insert into step (run_id, name, ordinal, kind, state, attempts)
       values ($1, $2, $3, $4, 'intent', jsonb_build_array(jsonb_build_object('startedAt', clock_timestamp())))
       on conflict (run_id, name) do update set attempts = step.attempts || excluded.attempts`,
      [held.id, step.name, step.ordinal, step.kind],
    );
  }

  async done(manager: EntityManager, held: Held, name: string, result: unknown): Promise<void> {
    await manager.query(
      `update step set state = 'done', result = $3, finished_at = clock_timestamp(),
              attempts = ${closeAttempt(`jsonb_build_object('finishedAt', clock_timestamp(), 'outcome', 'done')`)}
        where run_id = $1 and name = $2`,
      [held.id, name, JSON.stringify(result ?? null)],
    );
  }

  async failed(manager: EntityManager, held: Held, name: string, kind: string, failure: string): Promise<void> {
    await manager.query(
      `update step set attempts = ${closeAttempt(
        `jsonb_build_object('finishedAt', clock_timestamp(), 'outcome', 'failed', 'kind', $3::text, 'failure', $4::text)`,
      )} where run_id = $1 and name = $2`,
      [held.id, name, kind, failure],
    );
  }

  /** Leaves the step to another run. */
  async deferred(manager: EntityManager, held: Held, name: string, childId: string): Promise<void> {
    await manager.query(`update step set state = 'deferred', result = $3 where run_id = $1 and name = $2`, [
      held.id,
      name,
      JSON.stringify({ id: childId }),
    ]);
  }

  async markStep(manager: EntityManager, held: Held, name: string, state: StepRow['state']): Promise<void> {
    await manager.query('update step set state = $3 where run_id = $1 and name = $2', [held.id, name, state]);
  }

  /** What was read and checked is asked again. */
  private async doubtReads(manager: EntityManager, id: string): Promise<void> {
    await manager.query(
      `update step set state = 'stale' where run_id = $1 and kind in ('read', 'check') and state = 'done'`,
      [id],
    );
  }

  /** Whether the run has begun to take back what it did: from there it only goes on backwards. */
  async isUnwinding(manager: EntityManager, id: string): Promise<boolean> {
    return (await rows(manager, 'select 1 from run where id = $1 and unwinding', [id])).length > 0;
  }

  async describe(held: Held, title: string, business: Partial<BusinessContext>): Promise<void> {
    await this.database.query('update run set title = $3, business = $4 where id = $1 and fence = $2', [
      held.id,
      held.fence,
      title,
      JSON.stringify(business),
    ]);
  }

  /** Leaves the run in a new state and lets go of it; one that waits wakes for whatever it waits for comes first. */
  async release(
    manager: EntityManager,
    held: Held,
    next: { state: RunState; waitingFor?: string; wakeInMs?: number; failures?: number },
  ): Promise<void> {
    await manager.query(
      `update run set state = $3, waiting_for = $4, failures = $5, queued_at = null,
              wake_at = case when $3 in ('waiting', 'undoing') then least(clock_timestamp() + $6::int * interval '1 millisecond', (
                select case when bool_or(answer is not null) then clock_timestamp() else min(until) end
                  from wait where run_id = $1)) end,
              lease_until = '-infinity', updated_at = clock_timestamp() where id = $1 and fence = $2`,
      [held.id, held.fence, next.state, next.waitingFor ?? null, next.failures ?? 0, next.wakeInMs ?? null],
    );
  }

  /** Sets a stopped run going again, e.g. when its exception is settled. */
  async resume(
    manager: EntityManager,
    id: string,
    state: 'running' | 'undoing',
    corrections: Record<string, Record<string, unknown>> = {},
  ): Promise<void> {
    if (state === 'running') await this.doubtReads(manager, id);
    await manager.query(
      `update run set state = $2, wake_at = clock_timestamp(), waiting_for = null, failures = 0, queued_at = null,
              corrections = $3, unwinding = $2 = 'undoing', fence = fence + 1, updated_at = clock_timestamp() where id = $1`,
      [id, state, JSON.stringify(corrections)],
    );
  }

  /** Ends the pause of a waiting run: what it waits for may have come. False where it does not wait. */
  async wake(manager: EntityManager, id: string): Promise<boolean> {
    const woken = await rows(
      manager,
      `update run set wake_at = clock_timestamp(), queued_at = null where id = $1 and state = 'waiting' returning id`,
      [id],
    );
    return woken.length === 1;
  }

  async find(id: string, manager: EntityManager | DataSource = this.database): Promise<RunRow | null> {
    const found = await rows<RunRow>(manager, `select ${columns} from run where id = $1`, [id]);
    return found[0] ?? null;
  }

  /** Runs that should be moving; each is handed out once in a while, so a lost wake-up costs seconds. */
  async due(limit: number): Promise<{ id: string; fence: number }[]> {
    return rows(this.database, dueQuery, [limit]);
  }
}

/** Reads the index up to now: a run that waits for later, or for somebody, is not looked at. */
export const dueQuery = `
  update run set queued_at = clock_timestamp() where id in (
    select id from run where state in ('running', 'waiting', 'undoing') and wake_at <= statement_timestamp()
       and lease_until <= clock_timestamp()
       and (queued_at is null or queued_at < clock_timestamp() - interval '20 seconds')
     order by wake_at limit $1 for update skip locked)
  returning id, fence::int as fence`;

/** Completes the last entry of the attempts. */
const closeAttempt = (outcome: string): string => `jsonb_set(attempts, '{-1}', (attempts -> -1) || ${outcome})`;
