import type { BusinessContext, RunState } from '#contracts';
import { publish, type StoredEvent } from '#events';
import { derivedId } from '#kernel';
import {
  type DataSource,
  type EntityManager,
  fencedCommit,
  GroupCommit,
  type Locked,
  preparedRows,
  rows,
  takeOut,
} from '#platform';
import { type Held, Overtaken } from './held.js';
import { Journal, type StepRow } from './journal.js';

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
  /** When its work began, by the database's clock: a child's began with its parent. */
  begun: string;
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

/** A run as it was taken, with the steps it has behind it. */
export interface ClaimedRun {
  run: RunRow;
  steps: StepRow[];
}

/** The end of a run, and what is said of it. */
interface Completion {
  held: Held;
  told: StoredEvent;
}

export const leaseMs = 15_000;

const columns = `id, workflow, version, key, title, input, corrections, business, correlation_id as "correlationId",
  state, fence::int as fence, failures, parent_id as "parentId", deferred, dry,
  coalesce(begun, created_at)::text as begun`;

const letGo = `queued_at = null, lease_until = '-infinity', updated_at = clock_timestamp()`;

/** The record of every run. Each change is guarded by the fence and timed by the database's clock. */
export class RunRepository {
  readonly journal: Journal;
  private readonly claims: GroupCommit<string, ClaimedRun | null>;
  private readonly completions: GroupCommit<Completion, boolean>;

  constructor(readonly database: DataSource) {
    this.journal = new Journal(database);
    this.claims = new GroupCommit<string, ClaimedRun | null>({
      together: async (ids) => {
        const claimed = await this.claimAll(ids, 'skip locked');
        return ids.map((id) => takeOut(claimed, id));
      },
      alone: async (id) => (await this.claimAll([id], '')).get(id) ?? null,
    });
    this.completions = fencedCommit(
      ({ held }) => held,
      (all, locked) => this.completeAll(all, locked),
    );
  }

  /** Begins a run; false where the same run exists already. */
  async begin(manager: EntityManager, run: NewRun): Promise<{ id: string; isNew: boolean }> {
    const id = derivedId('run', run.workflow, run.key);
    const made = await preparedRows(
      manager,
      `insert into run (id, workflow, version, key, title, input, correlation_id, state, wake_at, asked_by, parent_id,
                        deferred, dry, begun, events_from)
       values ($1, $2, $3, $4, $5, $6, $7, 'running', clock_timestamp(), $8, $9, $10, $11,
               (select coalesce(begun, created_at) from run where id = $9::uuid),
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
  claim(id: string): Promise<ClaimedRun | null> {
    return this.claims.write(id);
  }

  /** The journals are read after the claim is committed: from there on nobody else writes to them. */
  private async claimAll(ids: string[], locked: Locked): Promise<Map<string, ClaimedRun>> {
    const claimed = await preparedRows<RunRow>(
      this.database,
      `update run set fence = fence + 1, nudged = false, lease_until = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
        where id in (
          select id from run where id = any($1) and state in ('running', 'waiting', 'undoing')
             and lease_until <= clock_timestamp() and wake_at <= clock_timestamp()
           order by id for no key update ${locked})
       returning ${columns}`,
      [ids],
    );
    // Nobody has written to the journal of a run that is claimed for the first time.
    const begun = claimed.filter(({ fence }) => fence > 1);
    const steps = await this.journal.ofAll(begun.map(({ id }) => id));
    return new Map(claimed.map((run) => [run.id, { run, steps: steps.get(run.id) ?? [] }]));
  }

  async extendLease(held: Held): Promise<void> {
    await this.database.query(
      `update run set lease_until = clock_timestamp() + ${leaseMs} * interval '1 millisecond' where id = $1 and fence = $2`,
      [held.id, held.fence],
    );
  }

  /** Writes to the journal as long as the run is still held. */
  async whileHeld<T>(held: Held, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction(async (manager) => {
      const mine = await rows(manager, 'select 1 from run where id = $1 and fence = $2 for no key update', [
        held.id,
        held.fence,
      ]);
      if (mine.length === 0) throw new Overtaken();
      return work(manager);
    });
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

  /** Ends a run that nobody waits for, and tells it. */
  async complete(held: Held, told: StoredEvent): Promise<void> {
    if (!(await this.completions.write({ held, told }))) throw new Overtaken();
  }

  private completeAll(all: Completion[], locked: Locked): Promise<Held[]> {
    return this.database.transaction(async (manager) => {
      const completed = await preparedRows<Held>(
        manager,
        `update run set state = 'completed', ${letGo}, waiting_for = null, failures = 0, wake_at = null
          where id in (
            select id from run join unnest($1::uuid[], $2::bigint[]) as held (run_id, held_fence)
                on id = run_id and fence = held_fence order by id for no key update of run ${locked})
         returning id, fence::int as fence`,
        [all.map(({ held }) => held.id), all.map(({ held }) => held.fence)],
      );
      const ids = new Set(completed.map(({ id }) => id));
      await publish(
        manager,
        all.filter(({ held }) => ids.has(held.id)).map(({ told }) => told),
      );
      return completed;
    });
  }

  /** Leaves the run in a new state and lets go of it; one that waits wakes for whatever it waits for comes first. */
  async release(
    manager: EntityManager,
    held: Held,
    next: { state: RunState; waitingFor?: string; wakeInMs?: number; failures?: number },
  ): Promise<void> {
    await manager.query(
      `update run set state = $3, waiting_for = $4, failures = $5, ${letGo},
              wake_at = case when $3 in ('waiting', 'undoing') then least(clock_timestamp() + $6::int * interval '1 millisecond', (
                select case when bool_or(answer is not null) then clock_timestamp() else min(until) end
                  from wait where run_id = $1)) end
        where id = $1 and fence = $2`,
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
    if (state === 'running') await this.journal.doubtReads(manager, id);
    await manager.query(
      `update run set state = $2, wake_at = clock_timestamp(), waiting_for = null, failures = 0, queued_at = null,
              corrections = $3, unwinding = $2 = 'undoing', fence = fence + 1, updated_at = clock_timestamp() where id = $1`,
      [id, state, JSON.stringify(corrections)],
    );
  }

  /** Ends the pause of a waiting run: what it waits for may have come. False where it does not wait. */
  async wake(manager: EntityManager, id: string): Promise<boolean> {
    const woken = await rows<{ state: RunState }>(
      manager,
      `update run set nudged = true, wake_at = clock_timestamp(), queued_at = null
        where id = $1 and state in ('running', 'waiting') returning state`,
      [id],
    );
    return woken[0]?.state === 'waiting';
  }

  /** Lets go of a run that was nudged while it was held, to be tried at once with all it read asked anew; else false. */
  async tryAnew(manager: EntityManager, held: Held): Promise<boolean> {
    const nudged = await rows(manager, 'select 1 from run where id = $1 and nudged', [held.id]);
    if (nudged.length === 0) return false;
    await this.journal.doubtReads(manager, held.id);
    await this.release(manager, held, { state: 'waiting', wakeInMs: 0 });
    return true;
  }

  /** Forgets what a waiting run asked of people; its corrections, or null where it asked nothing. */
  async takeBackDecisions(manager: EntityManager, id: string): Promise<RunRow['corrections'] | null> {
    const [run] = await rows<Pick<RunRow, 'corrections'>>(
      manager,
      `select corrections from run where id = $1 and state = 'waiting' and not unwinding for update`,
      [id],
    );
    if (!run) return null;
    const forgotten = await rows(
      manager,
      'delete from wait where run_id = $1 and roles is not null and answer is null returning name',
      [id],
    );
    return forgotten.length > 0 ? run.corrections : null;
  }

  async find(id: string, manager: EntityManager | DataSource = this.database): Promise<RunRow | null> {
    const found = await rows<RunRow>(manager, `select ${columns} from run where id = $1`, [id]);
    return found[0] ?? null;
  }

  /** Runs that should be moving; each is handed out once in a while, so a lost wake-up costs seconds. */
  async due(limit: number): Promise<{ id: string; fence: number }[]> {
    return preparedRows(this.database, dueQuery, [limit]);
  }
}

/** Should be moving, and nobody holds it. */
export const isDue = `state in ('running', 'waiting', 'undoing') and wake_at <= statement_timestamp()
       and lease_until <= clock_timestamp()`;

/** Reads the index up to now: a run that waits for later, or for somebody, is not looked at. */
export const dueQuery = `
  update run set queued_at = clock_timestamp() where id in (
    select id from run where ${isDue}
       and (queued_at is null or queued_at < clock_timestamp() - interval '20 seconds')
     order by wake_at limit $1 for update skip locked)
  returning id, fence::int as fence`;
