import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Alerts by their cause, the exceptions each is made of, and every message about them. */
export class CreateAlerts1700000000160 implements MigrationInterface {
  name = 'CreateAlerts1700000000160';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table alert (
        id uuid primary key, cause_key text not null, code text not null, class text not null, scope text not null,
        system text, owner text not null, cause text not null, remedy text not null,
        told_priority text, opened_at timestamptz not null default clock_timestamp(), resolved_at timestamptz,
        acknowledged_by text, acknowledged_at timestamptz,
        muted_by text, muted_until timestamptz, mute_reason text,
        escalated_to text, escalated_at timestamptz)`);
    await runner.query('create unique index alert_live on alert (cause_key) where resolved_at is null');
    await runner.query('create index alert_ended on alert (resolved_at) where resolved_at is not null');
    await runner.query(`
      create table alert_item (
        app text not null, id uuid not null, alert uuid not null references alert, record text not null,
        project text, client text, legal_entity text, billing_cycle text, minutes int, amount numeric, currency text,
        late_at timestamptz, raised_at timestamptz not null, settled_at timestamptz, primary key (app, id))`);
    await runner.query('create index alert_item_of on alert_item (alert, settled_at)');
    await runner.query(`
      create table alert_delivery (
        id uuid primary key, ordinal bigint generated always as identity, alert uuid not null references alert,
        route text not null, channel text not null check (channel in ('webhook', 'email')), address text,
        occasion text not null, state text not null default 'waiting'
          check (state in ('waiting', 'sent', 'dropped', 'dead')),
        tries int not null default 0, body text, failure text, due_at timestamptz not null, sent_at timestamptz)`);
    await runner.query('create index alert_delivery_of on alert_delivery (alert, ordinal)');
    await runner.query(`create index alert_delivery_due on alert_delivery (due_at) where state = 'waiting'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['alert_delivery', 'alert_item', 'alert']) await runner.query(`drop table ${table}`);
  }
}
