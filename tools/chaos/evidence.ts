import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { canaries } from './canaries.js';
import type { Call } from './calls.js';
import type { KeyedRequest } from './keyed-requests.js';
import type { Outage } from './outages.js';
import type { Amendment } from './people-faults.js';
import type { Replay } from './replaying.js';
import type { Push } from './webhook-proxy.js';

/** A change some caller made in a simulated product. */
export interface LedgerRow {
  position: number;
  at: string;
  simulator: string;
  operation: string;
  entity: string;
  id: string;
  by: string;
  correlationId: string | null;
  effectId: string | null;
  data: Record<string, unknown> | null;
}

/** A record as a simulated product holds it at the end. */
export interface VendorRecord {
  simulator: string;
  collection: string;
  id: string;
  data: Record<string, unknown>;
}

export interface EffectRow {
  id: string;
  instance: string;
  operation: string;
  status: 'prepared' | 'sending' | 'applied';
  correlationId: string;
  result: Record<string, unknown> | null;
}

export interface ExceptionRow {
  app: string;
  id: string;
  code: string;
  class: string | null;
  owner: string | null;
  remedy: string | null;
  state: string;
  subjectKind: string;
  subjectId: string;
  correlationId: string;
}

export interface RunRow {
  app: string;
  id: string;
  title: string;
  project: string | null;
  state: string;
  waitingFor: string | null;
}

/** A text that may hold what it must not: a log, a job, a row that is shown. */
export interface Writing {
  where: string;
  text: string;
  /** What the text may hold, because it belongs there. */
  allows: readonly string[];
}

/** Everything the invariants are checked against. */
export interface Evidence {
  ledger: LedgerRow[];
  records: VendorRecord[];
  effects: EffectRow[];
  runs: RunRow[];
  exceptions: ExceptionRow[];
  /** Billing lines by reference. */
  lines: { reference: string; state: string }[];
  /** Events a subscription has not given an outcome. */
  undecided: { app: string; subscription: string; event: string; type: string; subject: string }[];
  /** Events that are told nowhere yet; a feed's overlap tells known ones again, and those do not count. */
  outbox: number;
  /** Digest and state of every webhook that was kept. */
  deliveries: { digest: string; state: string }[];
  /** Tries of a step that ended without knowing whether the change happened. */
  ambiguous: number;
  /** What is wrong with each app's audit log; null where it is in order. */
  audits: { schema: string; problem: string | null }[];
  calls: Call[];
  pushes: Push[];
  writings: Writing[];
  secrets: string[];
  /** What was asked for. */
  hires: string[];
  deals: string[];
  /** Projects of deals that were given up. */
  abandoned: string[];
  hours: number;
  amendments: Amendment[];
  outages: Outage[];
  requests: KeyedRequest[];
  /** Null where nothing was replayed. */
  replay: Replay | null;
  collapses: string[];
}

export const systems = ['system_salesforce', 'system_bamboohr', 'system_kantata', 'system_netsuite', 'system_scim'];
export const processes = [
  'process_workforce',
  'process_projects',
  'process_billing',
  'process_staffing',
  'process_operations',
];

/** The same question to each app's schema; `$` stands for its name. */
export async function each<T extends object>(database: pg.Pool, schemas: string[], sql: string): Promise<T[]> {
  const all: T[] = [];
  for (const schema of schemas) all.push(...(await database.query<T>(sql.replaceAll('$', schema))).rows);
  return all;
}

/** What a subscription has passed without an outcome, or has not reached although it handles such events. */
const undecided = `
  select '$' as app, subscription.name as subscription, log.id::text as event, log.type, log.subject
    from $.subscription join events.log on log.type in (
      select distinct handled.type from $.inbox join events.log handled
        on handled.id = inbox.event_id and handled.source = inbox.event_source where inbox.subscription = subscription.name)
   where not exists (select 1 from $.inbox where inbox.subscription = subscription.name
     and inbox.event_id = log.id and inbox.event_source = log.source)`;

type Own =
  | 'ledger'
  | 'records'
  | 'effects'
  | 'runs'
  | 'exceptions'
  | 'lines'
  | 'undecided'
  | 'outbox'
  | 'deliveries'
  | 'ambiguous';

/** Where the gateway and where the vendors keep what they know. */
export interface Records {
  database: pg.Pool;
  vendors: pg.Pool;
}

/** Reads the simulators' ledgers and the gateway's record. */
export async function readRecord({ database, vendors }: Records): Promise<Pick<Evidence, Own>> {
  const ask = async <T extends object>(sql: string, where = database): Promise<T[]> => (await where.query<T>(sql)).rows;
  const outboxes = await each<{ n: number }>(
    database,
    [...systems, ...processes],
    'select count(*)::int as n from $.outbox where not exists (select 1 from events.log where log.id = outbox.id and log.source = outbox.source)',
  );
  const unknown = await each<{ n: number }>(
    database,
    processes,
    `select count(*)::int as n from $.step, jsonb_array_elements(attempts) a where a ->> 'kind' = 'outcome-unknown'`,
  );
  return {
    ledger: await ask(
      `select position::int, at::text, simulator, operation, entity, id, by, correlation_id as "correlationId",
              effect_id as "effectId", data from sandbox.ledger order by position`,
      vendors,
    ),
    records: await ask('select simulator, collection, id, data from sandbox.record order by ordinal', vendors),
    effects: await each(
      database,
      systems,
      `select id::text, instance, operation, status, correlation_id as "correlationId", result from $.effect`,
    ),
    runs: await each(
      database,
      processes,
      `select '$' as app, id::text, title, business ->> 'project' as project, state, waiting_for as "waitingFor" from $.run`,
    ),
    exceptions: await each(
      database,
      processes,
      `select '$' as app, id::text, code, class, owner, remedy, state, subject_kind as "subjectKind", subject_id as "subjectId",
              correlation_id as "correlationId" from $.exception`,
    ),
    lines: await ask('select reference, state from process_billing.billing_line'),
    undecided: await each(database, processes, undecided),
    outbox: outboxes.reduce((sum, { n }) => sum + n, 0),
    deliveries: await ask(`select encode(sha256(body), 'hex') as digest, state from system_bamboohr.webhook_delivery`),
    ambiguous: unknown.reduce((sum, { n }) => sum + n, 0),
  };
}

/** Logs, jobs, and the rows people and other programs are shown. */
export async function readWritings(database: pg.Pool, logs: string[], jobs: Writing[]): Promise<Writing[]> {
  const shown = async (where: string, sql: string): Promise<Writing> => ({
    where,
    text: (await database.query<{ text: string | null }>(sql)).rows[0]?.text ?? '',
    // What a consultant wrote about an hour travels with the hour.
    allows: [canaries.token],
  });
  return [
    ...logs.map((file) => ({ where: file, text: readFileSync(file, 'utf8'), allows: [] })),
    ...jobs,
    await shown('the event log', `select string_agg(data::text, E'\\n') as text from events.log`),
    ...(await Promise.all(
      processes.flatMap((app) => [
        shown(`exceptions of ${app}`, `select string_agg(exception::text, E'\\n') as text from ${app}.exception`),
        shown(`steps of ${app}`, `select string_agg(attempts::text, E'\\n') as text from ${app}.step`),
      ]),
    )),
  ];
}

/** Everything the queue on PostgreSQL holds. */
export async function postgresJobs(database: pg.Pool): Promise<Writing[]> {
  const { rows } = await database.query<{ text: string | null }>(
    `select string_agg(job::text, E'\\n') as text from bullmq.job`,
  );
  return [{ where: 'the jobs', text: rows[0]?.text ?? '', allows: [] }];
}
