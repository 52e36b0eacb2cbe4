import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type DataSource, type EntityManager, rows } from '../database.js';
import type { UsageRow } from './usage-counter.js';

/** Who used what on which day: names and counts. Applied by every app; made once. */
export class CreateUsage1700000000130 implements MigrationInterface {
  name = 'CreateUsage1700000000130';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`select pg_advisory_xact_lock(hashtext('create usage'))`);
    await runner.query('create schema if not exists usage');
    await runner.query(`
      create table if not exists usage.count (
        day date not null, consumer text not null, contract text not null, version text not null,
        operation text not null, side text not null check (side in ('call', 'sent', 'answered')), name text not null,
        count bigint not null, last_use timestamptz not null,
        primary key (contract, operation, consumer, version, side, name, day))`);
  }

  /** Other apps still use it. */
  async down(): Promise<void> {
    return Promise.resolve();
  }
}

/** Use of an operation by a consumer over some days. */
export interface RecordedUse {
  consumer: string;
  contract: string;
  version: string;
  operation: string;
  calls: number;
  /** RFC 3339, UTC. */
  lastUse: string;
  /** Field → how often it was sent. */
  sent: Record<string, number>;
  /** Status → how often it was answered. */
  answered: Record<string, number>;
}

export interface UseFilter {
  contract?: string;
  consumer?: string;
  /** Days back from today; all where absent. */
  days?: number;
}

const columns = ['consumer', 'contract', 'version', 'operation', 'side', 'name', 'count', 'lastUse'] as const;

/** The record of use, shared by all apps. */
export class UsageRepository {
  constructor(private readonly database: DataSource) {}

  /** Adds what was counted, in one statement. */
  async add(counted: UsageRow[]): Promise<void> {
    if (counted.length === 0) return;
    // Two apps that add to the same rows take them in the same order.
    const sorted = counted.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    await this.database.query(
      `insert into usage.count as known (day, consumer, contract, version, operation, side, name, count, last_use)
       select (added.last_use at time zone 'UTC')::date, added.* from unnest($1::text[], $2::text[], $3::text[],
              $4::text[], $5::text[], $6::text[], $7::bigint[], $8::timestamptz[])
              as added (consumer, contract, version, operation, side, name, count, last_use)
       on conflict (contract, operation, consumer, version, side, name, day) do update
         set count = known.count + excluded.count, last_use = greatest(known.last_use, excluded.last_use)`,
      columns.map((column) => sorted.map((row) => row[column])),
    );
  }

  used(
    { contract, consumer, days }: UseFilter,
    store: DataSource | EntityManager = this.database,
  ): Promise<RecordedUse[]> {
    return rows<RecordedUse>(
      store,
      `with named as (
         select consumer, contract, version, operation, side, name, sum(count) as count, max(last_use) as last_use
           from usage.count
          where ($1::text is null or contract = $1) and ($2::text is null or consumer = $2)
            and ($3::int is null or day >= (clock_timestamp() at time zone 'UTC')::date - $3::int)
          group by consumer, contract, version, operation, side, name)
       select consumer, contract, version, operation, coalesce(max(count) filter (where side = 'call'), 0)::float8 as calls,
              to_char(max(last_use) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "lastUse",
              coalesce(jsonb_object_agg(name, count) filter (where side = 'sent'), '{}') as sent,
              coalesce(jsonb_object_agg(name, count) filter (where side = 'answered'), '{}') as answered
         from named group by consumer, contract, version, operation
        order by calls desc, contract, operation, consumer, version limit 10000`,
      [contract ?? null, consumer ?? null, days ?? null],
    );
  }

  /** First day with a record of any use; null where there is none. */
  async since(): Promise<string | null> {
    const [found] = await rows<{ day: string | null }>(this.database, 'select min(day)::text as day from usage.count');
    return found!.day;
  }
}

const keyOf = ({ contract, operation, consumer, version, side, name }: UsageRow): string =>
  [contract, operation, consumer, version, side, name].join('\n');
