import type pg from 'pg';
import { leaseMs } from '../../libs/connector/src/effects/protocol.js';
import { processes, systems } from '../chaos/evidence.js';

/** A run as it stands. */
export interface Standing {
  state: string;
  waitingFor: string | null;
  correlationId: string;
  leaseLeftMs: number;
}

export const hasEnded = (run: Standing | null): boolean =>
  run !== null && ['completed', 'cancelled', 'parked'].includes(run.state);

export async function standing(database: pg.Pool, schema: string, runId: string): Promise<Standing | null> {
  const { rows } = await database.query<Standing>(
    `select state, waiting_for as "waitingFor", correlation_id as "correlationId",
            extract(epoch from lease_until - clock_timestamp())::float8 * 1000 as "leaseLeftMs"
       from ${schema}.run where id = $1`,
    [runId],
  );
  return rows[0] ?? null;
}

/**
 * Makes a record as old as if a lease had passed since. All the gateway knows of time is in these columns and in the
 * clock of the process that holds the lease: that one is dead, or finds its own clock ahead by as much when it wakes.
 * So nothing can tell this from waiting for 15 s; how the moments stand to each other, a quarantine's length above all,
 * stays as it is.
 */
export async function letTimePass(database: pg.Pool, records: string[]): Promise<void> {
  const list = records.map((record) => `'${record}'`).join(', ');
  const earlier = (column: string): string => `${column} = ${column} - interval '${leaseMs} milliseconds'`;
  const effects = systems.map(
    (schema) =>
      `update ${schema}.effect set ${['lease_until', 'resolve_after', 'sent_at'].map(earlier).join(', ')}
        where correlation_id in (${list}) and status <> 'applied'`,
  );
  const runs = processes.map(
    (schema) =>
      `update ${schema}.run set ${['lease_until', 'wake_at'].map(earlier).join(', ')}, queued_at = null
        where correlation_id in (${list}) and state in ('running', 'waiting', 'undoing')`,
  );
  await database.query([...effects, ...runs].join(';\n'));
}

/** A live process renews a lease three times in its length: one with less left than this belongs to a dead one. */
const leaseOfTheDeadMs = leaseMs / 2;

/** What a process held that was killed for another's sake. */
export const isOrphaned = (run: Standing | null): boolean =>
  run !== null && run.leaseLeftMs > 0 && run.leaseLeftMs < leaseOfTheDeadMs;

/** Ends the wait for a request that went down with its process: its line was cut, so nobody is at it any more. */
export async function forgetRequest(database: pg.Pool, key: string): Promise<void> {
  const known = processes.map(
    (schema) =>
      `update ${schema}.idempotency_key set running_until = clock_timestamp() where key = '${key}' and not answered`,
  );
  await database.query(known.join(';\n'));
}

/** Whatever time a run waits for is there. */
export async function comeDue(database: pg.Pool, schema: string, runId: string): Promise<void> {
  const due = `update ${schema}.wait set until = clock_timestamp() where run_id = $1 and until > clock_timestamp() returning run_id`;
  await database.query(
    `with due as (${due}) update ${schema}.run set wake_at = clock_timestamp(), queued_at = null
      where id in (select run_id from due) and state = 'waiting'`,
    [runId],
  );
}
