import type { MigrationInterface, QueryRunner } from 'typeorm';

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

/** The clients that are told apart, so that no more than so many can fill the record. */
export class BoundUsage1700000000132 implements MigrationInterface {
  name = 'BoundUsage1700000000132';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`select pg_advisory_xact_lock(hashtext('create usage'))`);
    await runner.query('create table if not exists usage.caller (consumer text primary key)');
    await runner.query(
      'insert into usage.caller select distinct consumer from usage.count on conflict (consumer) do nothing',
    );
  }

  /** Other apps still use it. */
  async down(): Promise<void> {
    return Promise.resolve();
  }
}
