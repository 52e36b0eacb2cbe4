import type {
  AttemptView,
  BusinessContext,
  ExceptionPage,
  ExceptionQuery,
  ExceptionView,
  RunPage,
  RunQuery,
  RunSummary,
  RunView,
  StepView,
  WaitView,
} from '#contracts';
import { Failure, isId } from '#kernel';
import { type DataSource, rows } from '#platform';

const runColumns = `id, workflow, version, key, title, state, waiting_for as "waitingFor", wake_at as "wakeAt", business,
  correlation_id as "correlationId", created_at as "createdAt", updated_at as "updatedAt"`;

const exceptionColumns = `id, code, class, message, cause, record, remedy, owner, assignee, due_at as "dueAt",
  floor(extract(epoch from coalesce(settled_at, clock_timestamp()) - created_at))::int as "ageSeconds",
  (select coalesce(json_agg(json_build_object('by', by, 'at', at, 'text', text) order by at), '[]')
     from exception_note where exception_id = exception.id) as notes,
  state, fields, corrects,
  case when subject_kind = 'run' then subject_id end as "runId", step, business, correlation_id as "correlationId",
  created_at as "createdAt", settled_at as "settledAt", settled_by as "settledBy", resolution`;

const noContext: BusinessContext = {
  project: null,
  client: null,
  legalEntity: null,
  billingCycle: null,
  moneyAtRisk: null,
};

const defaultLimit = 50;

/** Runs and exceptions as their contracts show them. */
export class WorkflowViews {
  constructor(private readonly database: DataSource) {}

  async runs(query: RunQuery): Promise<RunPage> {
    const found = await this.page<RunSummary>({ columns: runColumns, table: 'run', moment: 'updated_at' }, query, {
      state: query.state,
      workflow: query.workflow,
      key: query.key,
    });
    return { ...found, items: found.items.map(runSummary) };
  }

  async run(id: string): Promise<RunView> {
    const [run] = isId(id)
      ? await rows<RunSummary>(this.database, `select ${runColumns} from run where id = $1`, [id])
      : [];
    if (!run) throw new Failure('not-found', `no run "${id}"`);
    const steps = await rows<StepView & { result: unknown }>(
      this.database,
      `select step.name, kind, started_at as "startedAt", finished_at as "finishedAt", result, attempts,
              case when step.state = 'stale' then 'intent'
                   when step.state = 'deferred' and child.state = 'completed' then 'done' else step.state end as state
         from step left join run child on child.parent_id = run_id and child.id::text = step.result ->> 'id'
        where run_id = $1 order by ordinal`,
      [id],
    );
    return { ...runSummary(run), steps: steps.map(stepView), waits: await this.waits(id) };
  }

  private waits(runId: string): Promise<WaitView[]> {
    return rows<WaitView>(
      this.database,
      `select name as step, since, until, coalesce(roles, '{}') as roles, four_eyes as "fourEyes",
              case when roles is not null then 'decision' when event_type is not null then 'event'
                   when child_id is not null then 'run' else 'date' end as kind
         from wait where run_id = $1 and answer is null order by since, name`,
      [runId],
    );
  }

  async exceptions(query: ExceptionQuery): Promise<ExceptionPage> {
    return this.page<ExceptionView>(
      { columns: exceptionColumns, table: 'exception', moment: 'created_at' },
      query,
      {
        state: query.state,
        code: query.code,
        class: query.class,
        owner: query.owner,
        assignee: query.assignee,
        [`business ->> 'project'`]: query.project,
        [`business ->> 'client'`]: query.client,
        [`business ->> 'legalEntity'`]: query.legalEntity,
      },
      query.minMoneyAtRisk === undefined
        ? []
        : [[`(business -> 'moneyAtRisk' ->> 'amount')::numeric >=`, query.minMoneyAtRisk]],
    );
  }

  async exception(id: string): Promise<ExceptionView> {
    const [found] = isId(id)
      ? await rows<ExceptionView>(this.database, `select ${exceptionColumns} from exception where id = $1`, [id])
      : [];
    if (!found) throw new Failure('not-found', `no exception "${id}"`);
    return found;
  }

  /** A page in descending order of a moment, ties broken by id. */
  private async page<T extends { id: string }>(
    from: { columns: string; table: string; moment: 'updated_at' | 'created_at' },
    query: { cursor?: string; limit?: number },
    filters: Record<string, string | undefined>,
    bounds: [comparison: string, value: unknown][] = [],
  ): Promise<{ items: T[]; nextCursor: string | null }> {
    const { columns, table, moment } = from;
    const values: unknown[] = [];
    const where = Object.entries(filters)
      .filter(([, value]) => value !== undefined)
      .map(([column, value]) => `${column} = $${values.push(value)}`);
    where.push(...bounds.map(([comparison, value]) => `${comparison} $${values.push(value)}`));
    if (query.cursor) {
      const [at, id] = readCursor(query.cursor);
      where.push(`(${moment}, id) < ($${values.push(at)}, $${values.push(id)})`);
    }
    const limit = query.limit ?? defaultLimit;
    const found = await rows<T & { sortedBy: string }>(
      this.database,
      `select ${columns}, ${moment}::text as "sortedBy" from ${table} ${where.length > 0 ? `where ${where.join(' and ')}` : ''}
        order by ${moment} desc, id desc limit ${limit + 1}`,
      values,
    );
    const last = found[limit - 1];
    return {
      items: found.slice(0, limit).map(({ sortedBy: _sortedBy, ...item }) => item as unknown as T),
      nextCursor: found.length > limit && last ? writeCursor(last.sortedBy, last.id) : null,
    };
  }
}

const writeCursor = (at: string, id: string): string => Buffer.from(`${at}|${id}`).toString('base64url');

function readCursor(cursor: string): [string, string] {
  const [at, id] = Buffer.from(cursor, 'base64url').toString('utf8').split('|');
  if (!at || !id || Number.isNaN(Date.parse(at))) {
    throw new Failure('rejected', 'the cursor is not one we gave', {
      fields: [{ field: 'cursor', message: 'is not valid' }],
    });
  }
  return [at, id];
}

const runSummary = (run: RunSummary): RunSummary => ({ ...run, business: { ...noContext, ...run.business } });

function stepView({ result, ...step }: StepView & { result: unknown }): StepView {
  const attempts = (step.attempts as Partial<AttemptView>[]).map((attempt, index) => ({
    attempt: index + 1,
    startedAt: attempt.startedAt!,
    finishedAt: attempt.finishedAt ?? null,
    outcome: attempt.outcome ?? ('running' as const),
    kind: attempt.kind ?? null,
    failure: attempt.failure ?? null,
  }));
  return { ...step, refs: step.kind === 'act' ? refsOf(result) : null, attempts };
}

/** Only ids leave a journal, and why a platform could not: what a step read or made may be confidential. */
function refsOf(result: unknown): Record<string, unknown> | null {
  if (!result || typeof result !== 'object') return null;
  const kept = Object.entries(result).filter(([name]) =>
    ['id', 'url', 'reference', 'number', 'unsupported'].includes(name),
  );
  return kept.length > 0 ? Object.fromEntries(kept) : null;
}
