import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateBilling1700000000020 implements MigrationInterface {
  name = 'CreateBilling1700000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table billing_line (
        reference text primary key, instance text not null, time_entry_id text not null, version timestamptz not null,
        ordinal int not null, reverses text unique references billing_line,
        entry jsonb not null, corrections jsonb not null default '{}', amendment jsonb,
        project text, legal_entity text, role text, minutes int not null, work_date date not null, posting_date date,
        rate numeric, amount numeric, currency text,
        state text not null check (
          state in ('waiting', 'stopped', 'ready', 'posting', 'posted', 'skipped', 'not-billable', 'withdrawn')),
        batch uuid, erp_id text, invoice text, correlation_id text not null,
        created_at timestamptz not null default clock_timestamp(), updated_at timestamptz not null default clock_timestamp())`);
    await runner.query(
      'create unique index billing_line_version on billing_line (instance, time_entry_id, ordinal) where reverses is null',
    );
    await runner.query(
      `create index billing_line_open on billing_line (state, legal_entity) where state in ('waiting', 'ready')`,
    );
    await runner.query('create index billing_line_batch on billing_line (batch)');
    await runner.query(`
      create table invoice (
        reference text primary key, number text not null, erp_id text not null, project text not null,
        amount numeric not null, currency text not null, minutes int not null, batch uuid not null,
        created_at timestamptz not null default clock_timestamp())`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table invoice');
    await runner.query('drop table billing_line');
  }
}
