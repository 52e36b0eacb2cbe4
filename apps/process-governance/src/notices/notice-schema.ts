import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What consumers were written about, and the letters they were sent. */
export class CreateConsumerNotices1700000000170 implements MigrationInterface {
  name = 'CreateConsumerNotices1700000000170';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table consumer_letter (
        id uuid primary key, client_id text not null, address text not null, subject text not null, body text not null,
        state text not null default 'waiting' check (state in ('waiting', 'sent', 'dead')), tries int not null default 0,
        due_at timestamptz not null default clock_timestamp(), failure text, sent_at timestamptz)`);
    await runner.query(`create index consumer_letter_due on consumer_letter (due_at) where state = 'waiting'`);
    await runner.query(`
      create table consumer_notice (
        client_id text not null, contract text not null, part text not null, stage text not null,
        letter uuid not null references consumer_letter, primary key (client_id, contract, part, stage))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['consumer_notice', 'consumer_letter']) await runner.query(`drop table ${table}`);
  }
}
