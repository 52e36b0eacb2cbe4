import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type DataSource, rows } from '../database.js';

export class CreateIdempotency1700000000004 implements MigrationInterface {
  name = 'CreateIdempotency1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    // `json`, not `jsonb`: a repeat gets the same bytes, in the same order.
    await runner.query(`
      create table idempotency_key (
        caller text not null, key text not null, fingerprint text not null, answer json,
        answered boolean not null default false, done boolean not null default false, result json,
        running_until timestamptz not null,
        created_at timestamptz not null default now(), primary key (caller, key))`);
    await runner.query('create index idempotency_key_age on idempotency_key (created_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table idempotency_key');
  }
}

/** A request as its caller named it. */
export interface KeyedRequest {
  caller: string;
  key: string;
  /** Of operation and body: the same key must mean the same request. */
  fingerprint: string;
}

export interface KnownRequest {
  fingerprint: string;
  answered: boolean;
  answer: unknown;
}

/** The writes callers asked for, by their own keys, and what they were answered. */
export class IdempotencyRepository {
  constructor(private readonly database: DataSource) {}

  /** Notes a request that begins; answers the earlier one where the key is taken. A dead attempt's key is free again. */
  async begin({ caller, key, fingerprint }: KeyedRequest, patienceMs: number): Promise<KnownRequest | null> {
    const begun = await rows(
      this.database,
      `insert into idempotency_key (caller, key, fingerprint, running_until)
       values ($1, $2, $3, clock_timestamp() + $4 * interval '1 millisecond')
       on conflict (caller, key) do update set running_until = excluded.running_until
         where not idempotency_key.answered and idempotency_key.running_until < clock_timestamp()
           and idempotency_key.fingerprint = excluded.fingerprint
       returning key`,
      [caller, key, fingerprint, patienceMs],
    );
    if (begun.length > 0) return null;
    const [known] = await rows<KnownRequest>(
      this.database,
      'select fingerprint, answered, answer from idempotency_key where caller = $1 and key = $2',
      [caller, key],
    );
    return known ?? this.begin({ caller, key, fingerprint }, patienceMs);
  }

  async answer({ caller, key }: KeyedRequest, answer: unknown): Promise<void> {
    await this.database.query(
      'update idempotency_key set answered = true, answer = $3 where caller = $1 and key = $2 and not answered',
      [caller, key, JSON.stringify(answer ?? null)],
    );
  }

  /** A request that failed and committed nothing frees its key; what it committed waits for a repeat to be answered. */
  async failed({ caller, key }: KeyedRequest): Promise<void> {
    await this.database.query(
      `with freed as (delete from idempotency_key where caller = $1 and key = $2 and not answered and not done)
       update idempotency_key set running_until = clock_timestamp()
        where caller = $1 and key = $2 and not answered and done`,
      [caller, key],
    );
  }
}
