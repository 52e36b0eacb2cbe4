import type { scheduling } from '#contracts';
import type { StoredEvent } from '#events';
import { type DataSource, type EntityManager, rows } from '#platform';
import type { Carried, Held } from './carried.js';

/** An assignment as it is known: the scheduler's instance, and its id there. */
export interface AssignmentKey {
  instance: string;
  id: string;
}

/** One run's time with an assignment. */
export interface Turn extends AssignmentKey {
  turn: number;
}

/** Whose runs to try again: a project's; a worker's, as the HR system calls them or as a directory run kept them; a firm's. */
export type Mended =
  { project: string } | { worker: { instance: string; id: string } } | { keptBy: string } | { instance: string };

/** What was heard of assignments, and what PSA, ERP and the forecast were told of them. */
export class AssignmentRepository {
  constructor(private readonly database: DataSource) {}

  /**
   * Notes a report. Answers whose turn it is: that of the open run, or a new one; null where a run has read the
   * assignment after the report was in the log, so that it says nothing new.
   */
  async report(
    manager: EntityManager,
    { instance, id }: AssignmentKey,
    { workerNumber, project }: scheduling.Assignment,
    event: StoredEvent,
  ): Promise<Turn | null> {
    const [known] = await rows<{ turn: number }>(
      manager,
      `insert into assignment (instance, id, worker_number, project, reported)
       select $1, $2, $3, $4, position from events.log where source = $5 and id = $6
       on conflict (instance, id) do update set reported = greatest(assignment.reported, excluded.reported),
         worker_number = excluded.worker_number, project = excluded.project, is_open = true,
         updated_at = clock_timestamp(), turn = assignment.turn + case when assignment.is_open and exists (
           select 1 from run where run.id = assignment.run_id and run.state not in ('undoing', 'cancelled', 'completed'))
           then 0 else 1 end
         where excluded.reported > coalesce(assignment.settled, 0)
       returning turn`,
      [instance, id, workerNumber, project, event.source, event.id],
    );
    return known ? { instance, id, turn: known.turn } : null;
  }

  async begun(manager: EntityManager, { instance, id, turn }: Turn, runId: string): Promise<void> {
    await manager.query('update assignment set run_id = $4 where instance = $1 and id = $2 and turn = $3', [
      instance,
      id,
      turn,
      runId,
    ]);
  }

  /** Up to where the log is written: whatever is read after this knows all that was reported up to there. */
  async position(): Promise<number> {
    const [log] = await rows<{ position: number }>(
      this.database,
      'select coalesce(max(position), 0)::float8 as position from events.log',
    );
    return log!.position;
  }

  async held({ instance, id }: AssignmentKey): Promise<Held> {
    const [known] = await rows<{ held: Held }>(
      this.database,
      'select held from assignment where instance = $1 and id = $2',
      [instance, id],
    );
    return known?.held ?? { records: [], isComplete: true };
  }

  /** What was carried through of a person's other work in some days: for schedulers that cannot be asked for it. */
  async heldOf(workerNumber: string, from: string, to: string): Promise<(AssignmentKey & Carried)[]> {
    const found = await rows<{ instance: string; id: string; carried: Carried }>(
      this.database,
      `select instance, id, carried from assignment, jsonb_array_elements(held -> 'records') as carried
        where carried -> 'ownership' ->> 'workerNumber' = $1
          and carried -> 'ownership' ->> 'startDate' <= $3 and carried -> 'ownership' ->> 'endDate' >= $2`,
      [workerNumber, from, to],
    );
    return found.map(({ carried, ...key }) => ({ ...carried, ...key }));
  }

  /** From here on PSA and ERP may hold it. A run whose turn is over notes nothing. */
  async intend(turn: Turn, held: Held): Promise<void> {
    await this.database.transaction((manager) => this.hold(manager, turn, held));
  }

  /** Keeps what PSA and ERP now hold, for good, and forecasts it. */
  async keep(turn: Turn, round: number, carried: Carried | null): Promise<void> {
    const { instance, id } = turn;
    await this.database.transaction(async (manager) => {
      const held: Held = { records: carried ? [carried] : [], isComplete: true };
      if (!(await this.hold(manager, turn, held))) return;
      await manager.query(
        `insert into assignment_history (instance, id, turn, round, carried) values ($1, $2, $3, $4, $5)
         on conflict do nothing`,
        [instance, id, turn.turn, round, JSON.stringify(carried)],
      );
      await manager.query('delete from planned_week where instance = $1 and id = $2', [instance, id]);
      await manager.query(
        `insert into planned_week (instance, id, week, worker_number, minutes)
         select $1, $2, (planned ->> 0)::date, $3, (planned ->> 1)::int from jsonb_array_elements($4::jsonb) as planned`,
        [instance, id, carried?.ownership.workerNumber ?? null, JSON.stringify(carried?.weeks ?? [])],
      );
    });
  }

  private async hold(manager: EntityManager, { instance, id, turn }: Turn, held: Held): Promise<boolean> {
    const mine = await rows(
      manager,
      `update assignment set held = $4, updated_at = clock_timestamp()
        where instance = $1 and id = $2 and turn = $3 and is_open returning id`,
      [instance, id, turn, JSON.stringify(held)],
    );
    return mine.length > 0;
  }

  /** Ends the turn where nothing was reported after a position; true also where it had ended before. */
  async settle({ instance, id, turn }: Turn, position: number): Promise<boolean> {
    await this.database.query(
      `update assignment set is_open = false, settled = $4, updated_at = clock_timestamp()
        where instance = $1 and id = $2 and turn = $3 and is_open and reported <= $4`,
      [instance, id, turn, position],
    );
    return this.isSettled({ instance, id, turn });
  }

  async isSettled({ instance, id, turn }: Turn): Promise<boolean> {
    const open = await rows(
      this.database,
      'select 1 from assignment where instance = $1 and id = $2 and turn = $3 and is_open',
      [instance, id, turn],
    );
    return open.length === 0;
  }

  /** Runs at work on assignments that something was mended for. */
  async openRuns(manager: EntityManager, mended: Mended): Promise<string[]> {
    const [where, values] = concerning(mended);
    const found = await rows<{ runId: string }>(
      manager,
      `select run_id as "runId" from assignment where is_open and run_id is not null and ${where} order by run_id`,
      values,
    );
    return found.map(({ runId }) => runId);
  }

  async projectIsReady(manager: EntityManager, project: string): Promise<void> {
    await manager.query('insert into staffing_ready (project) values ($1) on conflict do nothing', [project]);
  }

  async isStaffingReady(project: string): Promise<boolean> {
    return (await rows(this.database, 'select 1 from staffing_ready where project = $1', [project])).length > 0;
  }
}

function concerning(mended: Mended): [where: string, values: unknown[]] {
  if ('project' in mended) return ['project = $1', [mended.project]];
  const numbers = (where: string): string => `worker_number in (select number from worker where ${where})`;
  if ('worker' in mended) return [numbers('instance = $1 and id = $2'), [mended.worker.instance, mended.worker.id]];
  if ('instance' in mended) return [numbers('instance = $1'), [mended.instance]];
  const kept = `select input ->> 'instance', input ->> 'id' from run where run.id = $1`;
  return [numbers(`(instance, id) = (${kept})`), [mended.keptBy]];
}
