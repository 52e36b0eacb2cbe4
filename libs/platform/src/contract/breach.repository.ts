import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type DataSource, momentText, rows } from '../database.js';
import type { BreachRow } from './breach-counter.js';

/** Where answers broke their contract: places and counts. Applied by every app; made once. */
export class CreateBreaches1700000000131 implements MigrationInterface {
  name = 'CreateBreaches1700000000131';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`select pg_advisory_xact_lock(hashtext('create usage'))`);
    await runner.query(`
      create table if not exists usage.breach (
        contract text not null, version text not null, operation text not null, status int not null,
        pointer text not null, rule text not null, message text not null, count bigint not null,
        first_seen timestamptz not null, last_seen timestamptz not null,
        primary key (contract, operation, version, status, pointer, message))`);
  }

  /** Other apps still use it. */
  async down(): Promise<void> {
    return Promise.resolve();
  }
}

/** A breach on record; moments are RFC 3339, UTC. */
export type RecordedBreach = Omit<BreachRow, 'firstSeen' | 'lastSeen'> & { firstSeen: string; lastSeen: string };

const columns = [
  'contract',
  'version',
  'operation',
  'status',
  'pointer',
  'rule',
  'message',
  'count',
  'firstSeen',
  'lastSeen',
] as const;

/** What was not seen for so long is settled, or nobody calls it. */
const keptDays = 90;

/** The record of breaches, shared by all apps. */
export class BreachRepository {
  constructor(private readonly database: DataSource) {}

  /** Adds what was counted, in one statement; two apps that add to the same rows take them in the same order. */
  async add(counted: BreachRow[]): Promise<void> {
    if (counted.length === 0) return;
    await this.database.query(
      `insert into usage.breach as known (contract, version, operation, status, pointer, rule, message, count,
                                          first_seen, last_seen)
       select * from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::text[], $6::text[], $7::text[],
                            $8::bigint[], $9::timestamptz[], $10::timestamptz[])
              as added (contract, version, operation, status, pointer, rule, message, count, first_seen, last_seen)
        order by contract, operation, version, status, pointer, message
       on conflict (contract, operation, version, status, pointer, message) do update
         set count = known.count + excluded.count, last_seen = greatest(known.last_seen, excluded.last_seen)`,
      columns.map((column) => counted.map((row) => row[column])),
    );
  }

  /** The latest first, 1,000 at most. */
  seen(contract: string | null): Promise<RecordedBreach[]> {
    return rows<RecordedBreach>(
      this.database,
      `select contract, version, operation, status, pointer, rule, message, count::float8 as count,
              ${momentText('first_seen')} as "firstSeen", ${momentText('last_seen')} as "lastSeen"
         from usage.breach where $1::text is null or contract = $1
        order by last_seen desc, contract, operation, status, pointer, message limit 1000`,
      [contract],
    );
  }

  /** Forgets what was not seen for 90 days, by the database's clock. */
  async forget(): Promise<void> {
    await this.database.query(
      `delete from usage.breach where last_seen < clock_timestamp() - make_interval(days => $1)`,
      [keptDays],
    );
  }
}
