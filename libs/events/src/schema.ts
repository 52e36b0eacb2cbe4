import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The shared event log, and each app's own outbox and inbox. Applied by every app; the log is created once. */
export class CreateEvents1700000000000 implements MigrationInterface {
  name = 'CreateEvents1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`select pg_advisory_xact_lock(hashtext('create events'))`);
    await runner.query('create schema if not exists events');
    await runner.query(`
      create table if not exists events.log (
        position bigserial primary key, id uuid not null, source text not null, type text not null,
        subject text not null, time timestamptz not null, correlation_id text not null, data jsonb not null,
        recorded_at timestamptz not null default now(), unique (source, id))`);
    await runner.query('create index if not exists log_type on events.log (type, position)');
    await runner.query('create index if not exists log_subject on events.log (subject, position)');
    await runner.query('create index if not exists log_correlation on events.log (correlation_id)');
    await runner.query(`
      create table outbox (
        position bigserial primary key, id uuid not null, source text not null, type text not null,
        subject text not null, time timestamptz not null, correlation_id text not null, data jsonb not null)`);
    await runner.query(`
      create table subscription (
        name text primary key, position bigint not null default 0, updated_at timestamptz not null default now())`);
    await runner.query(`
      create table inbox (
        subscription text not null, event_id uuid not null, event_source text not null,
        outcome text not null check (outcome in ('applied', 'superseded', 'rejected')), reason text,
        at timestamptz not null default now(), primary key (subscription, event_source, event_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['inbox', 'subscription', 'outbox']) await runner.query(`drop table ${table}`);
  }
}
