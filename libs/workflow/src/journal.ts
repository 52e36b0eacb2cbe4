import {
  type DataSource,
  type EntityManager,
  fenceKey,
  fencedCommit,
  type GroupCommit,
  type Locked,
  preparedRows,
  rows,
} from '#platform';
import { type Held, Overtaken } from './held.js';

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

export type StepName = Pick<StepRow, 'name' | 'ordinal' | 'kind'>;

/** What is written of one step: that it begins, that it is done, or both. */
interface Line {
  held: Held;
  step: StepName;
  begins: boolean;
  /** As JSON: what the workflow does with its answer afterwards is not part of it. */
  result?: string;
}

/** The steps of an app's runs. Lines of runs that are under way at the same time share their commits. */
export class Journal {
  private readonly lines: GroupCommit<Line, boolean>;

  constructor(private readonly database: DataSource) {
    this.lines = fencedCommit(
      ({ held }) => held,
      (lines, locked) => preparedRows<Held>(this.database, writing(locked), parameters(merged(lines))),
    );
  }

  /** What was read and checked is asked again. */
  async doubtReads(manager: EntityManager, id: string): Promise<void> {
    await manager.query(
      `update step set state = 'stale' where run_id = $1 and kind in ('read', 'check') and state = 'done'`,
      [id],
    );
  }

  /** Before the act: from here on it may have happened. */
  intend(held: Held, step: StepName): Promise<void> {
    return this.commit({ held, step, begins: true });
  }

  async done(held: Held, step: StepName, result: unknown): Promise<void> {
    await this.commit(doneLine(held, step, result));
  }

  private async commit(line: Line): Promise<void> {
    if (!(await this.lines.write(line))) throw new Overtaken();
  }

  async of(runId: string): Promise<StepRow[]> {
    return (await this.ofAll([runId])).get(runId) ?? [];
  }

  /** Journals by run, each in the order of its steps; a run without steps has none. */
  async ofAll(runIds: string[]): Promise<Map<string, StepRow[]>> {
    if (runIds.length === 0) return new Map();
    const found = await rows<StepRow & { runId: string }>(
      this.database,
      `select run_id as "runId", name, ordinal, kind, state, result, round from step
        where run_id = any($1) order by run_id, ordinal`,
      [runIds],
    );
    const journals = new Map<string, StepRow[]>();
    for (const { runId, ...step } of found) {
      if (!journals.has(runId)) journals.set(runId, []);
      journals.get(runId)!.push(step);
    }
    return journals;
  }

  /** Done together with something else that becomes true; the caller holds the run. */
  async doneWith(manager: EntityManager, held: Held, step: StepName, result: unknown): Promise<void> {
    await manager.query(writing(''), parameters([doneLine(held, step, result)]));
  }

  async failed(manager: EntityManager, held: Held, name: string, kind: string, failure: string): Promise<void> {
    const outcome = `jsonb_build_object('finishedAt', clock_timestamp(), 'outcome', 'failed', 'kind', $3::text,
      'failure', $4::text)`;
    await manager.query(`update step set attempts = ${closed('attempts', outcome)} where run_id = $1 and name = $2`, [
      held.id,
      name,
      kind,
      failure,
    ]);
  }

  /** When a step was first tried since it was last done. */
  async triedSince(manager: EntityManager, held: Held, name: string): Promise<string | null> {
    const [first] = await rows<{ at: string }>(
      manager,
      `with tried as (
         select attempt, place from step, jsonb_array_elements(attempts) with ordinality as each (attempt, place)
          where run_id = $1 and name = $2)
       select attempt ->> 'startedAt' as at from tried
        where place > coalesce((select max(place) from tried where attempt ->> 'outcome' = 'done'), 0)
        order by place limit 1`,
      [held.id, name],
    );
    return first?.at ?? null;
  }

  /** How long a run waited by design, in whole seconds; waits at the same time count once. */
  async waitedSeconds(id: string): Promise<number> {
    const [found] = await rows<{ seconds: number }>(
      this.database,
      `with waited as (
         select unnest(range_agg(tstzrange((attempt ->> 'startedAt')::timestamptz,
                  coalesce(attempt ->> 'finishedAt', attempt ->> 'startedAt')::timestamptz))) as span
           from step, jsonb_array_elements(attempts) attempt
          where run_id = $1 and kind = 'wait' and attempt ? 'startedAt')
       select coalesce(floor(sum(extract(epoch from upper(span) - lower(span)))), 0)::int as seconds from waited`,
      [id],
    );
    return found!.seconds;
  }

  /** Leaves the step to another run. */
  async deferred(manager: EntityManager, held: Held, name: string, childId: string): Promise<void> {
    await manager.query(`update step set state = 'deferred', result = $3 where run_id = $1 and name = $2`, [
      held.id,
      name,
      JSON.stringify({ id: childId }),
    ]);
  }

  async mark(manager: EntityManager, held: Held, name: string, state: StepRow['state']): Promise<void> {
    await manager.query('update step set state = $3 where run_id = $1 and name = $2', [held.id, name, state]);
  }
}

const doneLine = (held: Held, step: StepName, result: unknown): Line => ({
  held,
  step,
  begins: false,
  result: JSON.stringify(result ?? null),
});

/** A statement writes a row once: a step that begins and is done in one group is one line. */
function merged(lines: Line[]): Line[] {
  const byStep = new Map<string, Line>();
  for (const line of lines) {
    const step = `${fenceKey(line.held)} ${line.step.name}`;
    byStep.set(step, { ...line, begins: line.begins || (byStep.get(step)?.begins ?? false) });
  }
  return [...byStep.values()];
}

const parameters = (lines: Line[]): unknown[] => [
  lines.map(({ held }) => held.id),
  JSON.stringify(
    lines.map(({ held, step, begins, result }) => ({
      run_id: held.id,
      fence: held.fence,
      ...step,
      begins,
      result,
    })),
  ),
];

/** Completes the last entry of some attempts. */
const closed = (attempts: string, outcome: string): string =>
  `jsonb_set(${attempts}, '{-1}', (${attempts} -> -1) || ${outcome})`;

/** So many attempts are kept, the first among them: a platform that is away for days is tried thousands of times. */
const attemptsKept = 50;

const keptOf = (attempts: string): string =>
  `case when jsonb_array_length(${attempts}) >= ${attemptsKept} then ${attempts} - 1 else ${attempts} end`;

/** A run that is locked by others is left out where it says so: a group waits for nobody. */
const writing = (locked: Locked): string => `
  with line as (
    select * from jsonb_to_recordset($2::jsonb) as line (
      run_id uuid, fence bigint, name text, ordinal int, kind text, begins boolean, result text)),
  held as (select id, fence from run where id = any($1::uuid[]) order by id for no key update ${locked}),
  written as (
    insert into step (run_id, name, ordinal, kind, state, result, attempts, finished_at)
    select run_id, name, ordinal, kind, case when result is null then 'intent' else 'done' end, result::jsonb,
           jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
             'startedAt', case when begins then clock_timestamp() end,
             'finishedAt', case when result is not null then clock_timestamp() end,
             'outcome', case when result is not null then 'done' end))),
           case when result is not null then clock_timestamp() end
      from line join held on held.id = line.run_id and held.fence = line.fence
    on conflict (run_id, name) do update set
      state = case when excluded.state = 'done' then 'done' else step.state end,
      result = case when excluded.state = 'done' then excluded.result else step.result end,
      finished_at = coalesce(excluded.finished_at, step.finished_at),
      attempts = case when excluded.attempts -> 0 ? 'startedAt' then (${keptOf('step.attempts')}) || excluded.attempts
                      else ${closed('step.attempts', '(excluded.attempts -> 0)')} end)
  select id, fence::int as fence from held`;
