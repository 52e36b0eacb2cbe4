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
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      for (const change of changes) await client.query(...statement(simulator, change));
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
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

function statement(simulator: string, change: Pending): [string, unknown[]] {
  switch (change.kind) {
    case 'put':
      return [
        `insert into sandbox.record (simulator, collection, id, data) values ($1, $2, $3, $4)
         on conflict (simulator, collection, id) do update set data = excluded.data`,
        [simulator, change.collection, change.id, JSON.stringify(change.data)],
      ];
    case 'delete':
      return [
        'delete from sandbox.record where simulator = $1 and collection = $2 and id = $3',
        [simulator, change.collection, change.id],
      ];
    case 'sequence':
      return [
        `insert into sandbox.sequence (simulator, name, value) values ($1, $2, $3)
         on conflict (simulator, name) do update set value = excluded.value`,
        [simulator, change.name, change.value],
      ];
    case 'ledger': {
      const { operation, entity, id, by, correlationId, effectId, data } = change.entry;
      return [
        `insert into sandbox.ledger (simulator, operation, entity, id, by, correlation_id, effect_id, data)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [simulator, operation, entity, id, by, correlationId ?? null, effectId ?? null, JSON.stringify(data ?? null)],
      ];
    }
  }
}
