import type {
  AttemptView,
  AuditTrail,
  BusinessContext,
  ExceptionPage,
  ExceptionQuery,
  ExceptionView,
  ListedRun,
  RunPage,
  RunQuery,
  RunSummary,
  RunView,
  StepView,
  WaitView,
} from '#contracts';
import { Failure, isId } from '#kernel';
import { auditTrail, type DataSource, rows } from '#platform';
import { formOf } from './corrections.js';
import { stepKey } from './journaling.js';

const runColumns = `id, workflow, version, key, title, state, waiting_for as "waitingFor", wake_at as "wakeAt", business,
  correlation_id as "correlationId", created_at as "createdAt", updated_at as "updatedAt"`;

const exceptionColumns = `id, code, class, message, cause, record, remedy, system, owner, assignee, due_at as "dueAt",
  floor(extract(epoch from coalesce(settled_at, clock_timestamp()) - created_at))::int as "ageSeconds",
  (select coalesce(json_agg(json_build_object('by', by, 'at', at, 'text', text) order by at), '[]')
     from exception_note where exception_id = exception.id) as notes,
  state, fields, corrects, subject_kind || '/' || subject_id as stopped,
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

type StoredException = Omit<ExceptionView, 'form'>;

const withForm = (found: StoredException): ExceptionView => ({
  ...found,
  form: found.state === 'open' ? formOf(found.corrects, found.fields) : [],
});

/** Runs and exceptions as their contracts show them. */
export class WorkflowViews {
  constructor(private readonly database: DataSource) {}

  async runs(query: RunQuery): Promise<RunPage> {
    const from = { columns: runColumns, table: 'run', moment: 'updated_at' } as const;
    const filters = { state: query.state, workflow: query.workflow, key: query.key };
    const found = await this.page<ListedRun>(from, query, filters, [
      ...(query.text ? [has(runText, query.text)] : []),
      ...(query.step ? [hasStep(query.step)] : []),
    ]);
    return { ...found, items: found.items.map(runSummary) };
  }

  async run(id: string): Promise<RunView> {
    const [found] = isId(id)
      ? await rows<RunSummary & Pick<RunView, 'parent' | 'dry'> & { actsAs: string }>(
          this.database,
          `select ${runColumns}, parent_id as parent, dry,
                  case when deferred is null then key else (select key from run parent where parent.id = run.parent_id)
                    end as "actsAs" from run where id = $1`,
          [id],
        )
      : [];
    if (!found) throw new Failure('not-found', `no run "${id}"`);
    const { actsAs, ...run } = found;
    const owner = { workflow: run.workflow, key: actsAs };
    const [steps, waits, children] = await Promise.all([this.steps(id), this.waits(id), this.children(id)]);
    return { ...runSummary(run), steps: steps.map((step) => stepView(step, owner)), waits, children };
  }

  private steps(runId: string): Promise<JournaledStep[]> {
    return rows<JournaledStep>(
      this.database,
      `select step.name, step.kind, step.started_at as "startedAt", step.finished_at as "finishedAt", step.result,
              step.attempts, coalesce(deferring.round, step.round) as round,
              case when step.state = 'stale' then 'intent'
                   when step.state = 'deferred' and child.state = 'completed' then 'done' else step.state end as state
         from step join run on run.id = step.run_id
         left join run child on child.parent_id = step.run_id and child.id::text = step.result ->> 'id'
         left join step deferring on deferring.run_id = run.parent_id and deferring.name = run.deferred
        where step.run_id = $1 order by step.ordinal`,
      [runId],
    );
  }

  private async children(runId: string): Promise<RunSummary[]> {
    const found = await rows<RunSummary>(
      this.database,
      `select ${runColumns} from run where parent_id = $1 order by created_at, id limit 500`,
      [runId],
    );
    return found.map(runSummary);
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
    const { items, nextCursor } = await this.page<StoredException>(
      { columns: exceptionColumns, table: 'exception', moment: 'created_at' },
      query,
      {
        state: query.state,
        code: query.code,
        class: query.class,
        system: query.system,
        owner: query.owner,
        assignee: query.assignee,
        [`business ->> 'project'`]: query.project,
        [`business ->> 'client'`]: query.client,
        [`business ->> 'legalEntity'`]: query.legalEntity,
      },
      query.minMoneyAtRisk === undefined
        ? []
        : [[(at) => `(business -> 'moneyAtRisk' ->> 'amount')::numeric >= ${at}`, query.minMoneyAtRisk]],
    );
    return { items: items.map(({ cursor: _cursor, ...exception }) => withForm(exception)), nextCursor };
  }

  async exception(id: string): Promise<ExceptionView> {
    const [found] = isId(id)
      ? await rows<StoredException>(this.database, `select ${exceptionColumns} from exception where id = $1`, [id])
      : [];
    if (!found) throw new Failure('not-found', `no exception "${id}"`);
    return withForm(found);
  }

  /** Who did what with an exception. */
  async auditOfException(id: string): Promise<AuditTrail> {
    const entries = await auditTrail(this.database, `exception/${(await this.exception(id)).id}`);
    return {
      items: entries.map(({ actor, before, after, ...entry }) => ({
        ...entry,
        by: actor,
        changes: [...new Set([...Object.keys(before), ...Object.keys(after)])].map((name) => ({
          name,
          before: before[name] ?? null,
          after: after[name] ?? null,
        })),
      })),
    };
  }

  /** A page in descending order of a moment, ties broken by id. */
  private async page<T extends { id: string }>(
    from: { columns: string; table: string; moment: 'updated_at' | 'created_at' },
    query: { cursor?: string; limit?: number },
    filters: Record<string, string | undefined>,
    bounds: Bound[] = [],
  ): Promise<{ items: Placed<T>[]; nextCursor: string | null }> {
    const { columns, table, moment } = from;
    const values: unknown[] = [];
    const where = Object.entries(filters)
      .filter(([, value]) => value !== undefined)
      .map(([column, value]) => `${column} = $${values.push(value)}`);
    where.push(...bounds.map(([holds, value]) => holds(`$${values.push(value)}`)));
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
    const items = found
      .slice(0, limit)
      .map(({ sortedBy, ...item }) => ({ ...item, cursor: writeCursor(sortedBy, item.id) }) as unknown as Placed<T>);
    return { items, nextCursor: found.length > limit ? (items.at(-1)?.cursor ?? null) : null };
  }
}

/** A record, and where what comes after it begins. */
type Placed<T> = T & { cursor: string };

/** A condition on a value, which is put where `at` says. */
type Bound = [holds: (at: string) => string, value: unknown];

const runText = `concat_ws(' ', title, key, business ->> 'project', business ->> 'client', correlation_id)`;

const has = (column: string, text: string): Bound => [(at) => `position(lower(${at}) in lower(${column})) > 0`, text];

const hasStep = (word: string): Bound => [
  (at) => `exists (select 1 from step where run_id = run.id and ${at} = any(regexp_split_to_array(name, '\\W+')))`,
  word,
];

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

const runSummary = <T extends RunSummary>(run: T): T => ({ ...run, business: { ...noContext, ...run.business } });

type JournaledStep = StepView & { result: unknown; round: number };

function stepView({ result, round, ...step }: JournaledStep, owner: { workflow: string; key: string }): StepView {
  const attempts = (step.attempts as Partial<AttemptView>[]).map((attempt, index) => ({
    attempt: index + 1,
    startedAt: attempt.startedAt!,
    finishedAt: attempt.finishedAt ?? null,
    outcome: attempt.outcome ?? ('running' as const),
    kind: attempt.kind ?? null,
    failure: attempt.failure ?? null,
  }));
  const isAct = step.kind === 'act';
  const key = isAct ? stepKey(owner, step.name, round) : null;
  return { ...step, refs: isAct ? refsOf(result) : null, key, attempts };
}

/** Only ids leave a journal, and why a platform could not: what a step read or made may be confidential. */
function refsOf(result: unknown): Record<string, unknown> | null {
  if (!result || typeof result !== 'object') return null;
  const kept = Object.entries(result).filter(([name]) =>
    ['id', 'url', 'reference', 'number', 'unsupported'].includes(name),
  );
  return kept.length > 0 ? Object.fromEntries(kept) : null;
}
