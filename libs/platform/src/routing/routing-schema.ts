import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is decided about routes, and what is to be repeated to a shadow. Applied by every process app; made once. */
export class CreateRouting1700000000090 implements MigrationInterface {
  name = 'CreateRouting1700000000090';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`select pg_advisory_xact_lock(hashtext('create routing'))`);
    await runner.query('create schema if not exists routing');
    await runner.query(`
      create table if not exists routing.decision (
        id uuid primary key, ordinal bigserial, domain text not null, legal_entity text not null,
        action text not null check (action in ('dual-run', 'switch', 'back', 'end')),
        live text not null, shadow text, instead_of text not null, reason text not null, accepted text,
        requester text not null, requested_by text not null, confirmed_by text, since timestamptz,
        created_at timestamptz not null default clock_timestamp())`);
    await runner.query(`
      create index if not exists decision_since on routing.decision (domain, legal_entity, since)
       where since is not null`);
    await runner.query(`
      create table if not exists routing.identity (
        instance text not null, kind text not null, id text not null, names jsonb not null,
        primary key (instance, kind, id))`);
    await runner.query(`
      create table if not exists routing.shadow_write (
        position bigserial primary key, id uuid not null unique, domain text not null, legal_entity text not null,
        live text not null, shadow text not null, operation text not null, kind text not null, record text not null,
        workflow text not null, key text not null, request jsonb not null, answer jsonb,
        correlation_id text not null, state text not null default 'waiting' check (state in ('waiting', 'done', 'failed')),
        aside boolean not null default false, round int not null default 0, tries int not null default 0,
        shadow_answer jsonb, failure text, due_at timestamptz not null default clock_timestamp(),
        created_at timestamptz not null default clock_timestamp())`);
    await runner.query(`
      create index if not exists shadow_write_waiting on routing.shadow_write (shadow, position)
       where state = 'waiting'`);
    await runner.query(`
      create index if not exists shadow_write_entity on routing.shadow_write (domain, legal_entity, position)`);
  }

  /** Other apps still use it. */
  async down(): Promise<void> {
    return Promise.resolve();
  }
}
