import type pg from 'pg';
import { each, type Evidence, processes, systems } from './evidence.js';

interface Moment {
  at: number;
  what: string;
}

/** Everything known about an effect, a run or a record, oldest first: what was intended, sent, answered and done. */
export async function timeline(trace: string, evidence: Evidence, database: pg.Pool): Promise<string[]> {
  const names = await related(trace, evidence, database);
  const concerns = (...texts: (string | null | undefined)[]): boolean =>
    names.some((name) => texts.some((text) => text?.includes(name)));
  const moments: Moment[] = [
    ...evidence.calls
      .filter(({ effectId, correlationId, path }) => concerns(effectId, correlationId, path))
      .map((call) => ({
        at: call.at,
        what: `process ${call.process} ${call.method} ${call.vendor}${call.path} → ${call.status ?? 'no answer'}${call.fault ? ` (${call.fault})` : ''} effect ${call.effectId}`,
      })),
    ...evidence.ledger
      .filter(({ effectId, correlationId, id, data }) => concerns(effectId, correlationId, id, JSON.stringify(data)))
      .map((row) => ({
        at: Date.parse(row.at),
        what: `${row.simulator} ${row.operation} ${row.entity} ${row.id} by ${row.by} effect ${row.effectId}`,
      })),
    ...(await journal(names, database)),
  ];
  return moments.toSorted((a, b) => a.at - b.at).map(({ at, what }) => `${new Date(at).toISOString()}  ${what}`);
}

/** The trace itself, and the run, effect and line it belongs to. */
async function related(trace: string, { effects }: Evidence, database: pg.Pool): Promise<string[]> {
  const { rows } = await database.query<{ batch: string; correlation: string }>(
    `select batch::text, correlation_id as correlation from process_billing.billing_line where reference = $1`,
    [trace],
  );
  const effect = effects.find(({ id }) => id === trace);
  return [trace, effect?.correlationId, rows[0]?.batch, rows[0]?.correlation].filter(
    (name) => name !== undefined && name !== null,
  );
}

async function journal(names: string[], database: pg.Pool): Promise<Moment[]> {
  const list = names.map((name) => `'${name.replaceAll("'", "''")}'`).join(', ');
  const steps = await each<Moment>(
    database,
    processes,
    `select extract(epoch from (attempt ->> 'startedAt')::timestamptz)::float8 * 1000 as at,
            format('$ step "%s" of %s: %s %s', step.name, run.title, coalesce(attempt ->> 'outcome', 'under way'),
                   attempt ->> 'failure') as what
       from $.step join $.run on run.id = step.run_id, jsonb_array_elements(step.attempts) attempt
      where run.correlation_id in (${list}) or run.id::text in (${list}) or run.key in (${list})`,
  );
  const effects = await each<Moment>(
    database,
    systems,
    `select extract(epoch from updated_at)::float8 * 1000 as at,
            format('$ effect %s %s is %s after %s attempts %s', id, operation, status, attempts, last_failure) as what
       from $.effect where correlation_id in (${list}) or id::text in (${list})`,
  );
  return [...steps, ...effects];
}
