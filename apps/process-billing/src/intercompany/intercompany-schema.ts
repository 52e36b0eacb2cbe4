import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIntercompany1700000000050 implements MigrationInterface {
  name = 'CreateIntercompany1700000000050';

  async up(runner: QueryRunner): Promise<void> {
    // What was charged before stays as it is: nothing of it is to be passed on.
    await runner.query('alter table billing_line add passed_on boolean not null default true');
    await runner.query(
      `create index billing_line_to_pass_on on billing_line (reference) where state = 'posted' and not passed_on`,
    );
    await runner.query(`
      create table intercompany_charge (
        line text primary key references billing_line, employing text, contracting text not null, project text,
        role text not null, minutes int not null, date date not null, rate numeric, amount numeric, currency text,
        state text not null check (
          state in ('waiting', 'stopped', 'ready', 'posting', 'charged', 'skipped', 'withdrawn')),
        held_by text, batch uuid, invoice text, correlation_id text not null,
        created_at timestamptz not null default clock_timestamp(), updated_at timestamptz not null default clock_timestamp())`);
    await runner.query(
      `create index intercompany_charge_ready on intercompany_charge (employing, project, currency)
        where state = 'ready' and batch is null`,
    );
    await runner.query(
      `create index intercompany_charge_held on intercompany_charge (held_by) where state = 'stopped'`,
    );
    await runner.query('create index intercompany_charge_batch on intercompany_charge (batch)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table intercompany_charge');
    await runner.query('alter table billing_line drop passed_on');
  }
}
