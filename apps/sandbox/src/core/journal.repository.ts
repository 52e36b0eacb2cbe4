import pg from 'pg';
import { Failure } from '#kernel';
import type { Journal, LedgerEntry, Pending, Snapshot } from './store.js';

const schema = `
  create schema if not exists sandbox;
  create table if not exists sandbox.record (
    simulator text not null, collection text not null, id text not null, ordinal bigserial, data jsonb not null,
    primary key (simulator, collection, id));
  create table if not exists sandbox.sequence (
    simulator text not null, name text not null, value bigint not null, primary key (simulator, name));
  create table if not exists sandbox.ledger (
    position bigserial primary key, simulator text not null, at timestamptz not null default now(),
    operation text not null, entity text not null, id text not null, by text not null,
    correlation_id text, effect_id text, data jsonb);
  create index if not exists ledger_simulator on sandbox.ledger (simulator, position);
`;

export interface LedgerRow extends LedgerEntry {
  position: number;
  simulator: string;
  at: string;
}

/** The simulators' state and their ledger of every write, in PostgreSQL schema `sandbox`. */
export class PostgresJournal implements Journal {
  private readonly pool: pg.Pool;

  constructor(databaseUrl: string) {
    this.pool = new pg.Pool({ connectionString: databaseUrl, max: 4, application_name: 'sandbox' });
    // An idle connection that breaks is replaced by the pool; the next query reports a database that stays away.
    this.pool.on('error', () => undefined);
  }

  async prepare(): Promise<void> {
    await this.pool.query(schema).catch((cause: unknown) => {
      throw new Failure('unavailable', `the sandbox cannot reach its database: ${String(cause)}`, {
        remedy: 'check DATABASE_URL and that PostgreSQL accepts connections',
        cause,
      });
    });
  }

  async load(simulator: string): Promise<Snapshot> {
    const records = await this.pool.query<Snapshot['records'][number]>(
      'select collection, id, data from sandbox.record where simulator = $1 order by ordinal',
      [simulator],
    );
    const sequences = await this.pool.query<{ name: string; value: string }>(
      'select name, value from sandbox.sequence where simulator = $1',
      [simulator],
    );
    return {
      records: records.rows,
      sequences: sequences.rows.map(({ name, value }) => ({ name, value: Number(value) })),
    };
  }

  async append(simulator: string, changes: Pending[]): Promise<void> {
    await this.pool.query(statement, [simulator, ...parts(changes).map((part) => JSON.stringify(part))]);
  }

  async ledger(simulator: string | undefined, after: number, limit: number): Promise<LedgerRow[]> {
    const { rows } = await this.pool.query<LedgerRow>(
      `select position::int, simulator, at, operation, entity, id, by, correlation_id as "correlationId",
              effect_id as "effectId", data
         from sandbox.ledger where ($1::text is null or simulator = $1) and position > $2 order by position limit $3`,
      [simulator ?? null, after, limit],
    );
    return rows;
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

/** One statement, so one round trip and one commit; what was changed several times is written as it is in the end. */
const statement = `
  with entry as (
    insert into sandbox.ledger (simulator, operation, entity, id, by, correlation_id, effect_id, data)
    select $1, operation, entity, id, by, "correlationId", "effectId", coalesce(data, 'null')
      from jsonb_to_recordset($2) as change
        (operation text, entity text, id text, by text, "correlationId" text, "effectId" text, data jsonb)),
  number as (
    insert into sandbox.sequence (simulator, name, value)
    select $1, name, value from jsonb_to_recordset($3) as change (name text, value bigint)
    on conflict (simulator, name) do update set value = excluded.value),
  gone as (
    delete from sandbox.record using jsonb_to_recordset($4) as change (collection text, id text)
     where record.simulator = $1 and record.collection = change.collection and record.id = change.id)
  insert into sandbox.record (simulator, collection, id, data)
  select $1, collection, id, data from jsonb_to_recordset($5) as change (collection text, id text, data jsonb)
  on conflict (simulator, collection, id) do update set data = excluded.data`;

type Kind = Pending['kind'];

/** Ledger entries in their order; of everything else what it is in the end, in the order of its making. */
function parts(changes: Pending[]): object[][] {
  const last = new Map(changes.map((change) => [placeOf(change), change]));
  const kept = (kind: Kind): Pending[] => [...last.values()].filter((change) => change.kind === kind);
  const entries = changes.flatMap((change) => (change.kind === 'ledger' ? [change.entry] : []));
  return [entries, kept('sequence'), kept('delete'), kept('put')];
}

/** A record that is deleted and one that is put are the same place: the later wins. */
const placeOf = (change: Pending): string | Pending =>
  change.kind === 'ledger'
    ? change
    : change.kind === 'sequence'
      ? `sequence ${change.name}`
      : `${change.collection}/${change.id}`;
