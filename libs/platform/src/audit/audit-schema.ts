import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit log of an app: entries that nobody changes, and the head that says how far the chain goes. */
export class CreateAudit1700000000030 implements MigrationInterface {
  name = 'CreateAudit1700000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit (
        position bigint primary key, at timestamptz not null, actor text not null, action text not null,
        subject text not null, reason text, correlation_id text not null, before jsonb not null, after jsonb not null,
        previous text not null, hash text not null)`);
    await runner.query('create index audit_subject on audit (subject, position)');
    await runner.query(`
      create table audit_head (
        only_one boolean primary key default true check (only_one), position bigint not null, hash text not null)`);
    await runner.query(`insert into audit_head (position, hash) values (0, '')`);
    await runner.query(`
      create function audit_is_kept() returns trigger language plpgsql as
      $$ begin raise exception 'the audit log is never changed: % refused', lower(tg_op); end $$`);
    await runner.query(
      'create trigger audit_is_kept before update or delete on audit for each row execute function audit_is_kept()',
    );
    await runner.query(
      'create trigger audit_is_whole before truncate on audit for each statement execute function audit_is_kept()',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['audit', 'audit_head']) await runner.query(`drop table ${table}`);
    await runner.query('drop function audit_is_kept()');
  }
}
