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

/** What is asked over and over stays fast however much is billed: what waits, what is ready, what was billed on an assignment. */
export class IndexBilling1700000000038 implements MigrationInterface {
  name = 'IndexBilling1700000000038';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index billing_line_open');
    await runner.query(
      `create index billing_line_waiting on billing_line (project, work_date, reference) where state = 'waiting'`,
    );
    await runner.query(
      `create index billing_line_ready on billing_line (legal_entity, project, work_date, reference)
        where state = 'ready' and batch is null`,
    );
    await runner.query(
      `create index billing_line_assignment on billing_line ((entry ->> 'assignmentId')) include (minutes)
        where state = 'posted'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of ['assignment', 'ready', 'waiting']) await runner.query(`drop index billing_line_${index}`);
    await runner.query(
      `create index billing_line_open on billing_line (state, legal_entity) where state in ('waiting', 'ready')`,
    );
  }
}

/** Whoever keeps a copy of the lines asks for what changed. */
export class IndexBillingChanges1700000000100 implements MigrationInterface {
  name = 'IndexBillingChanges1700000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index billing_line_changed on billing_line (updated_at, reference)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index billing_line_changed');
  }
}
