import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The head only goes on, a position at a time; and no setting of a session switches the guards off. */
export class GuardAuditHead1700000000052 implements MigrationInterface {
  name = 'GuardAuditHead1700000000052';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function audit_head_goes_on() returns trigger language plpgsql as
      $$ begin
        if tg_op = 'UPDATE' and new.position = old.position + 1 then return new; end if;
        raise exception 'the head of the audit log only goes on: % refused', lower(tg_op);
      end $$`);
    await runner.query(`
      create trigger audit_head_goes_on before update or delete on audit_head
        for each row execute function audit_head_goes_on()`);
    await runner.query(`
      create trigger audit_head_is_whole before truncate on audit_head
        for each statement execute function audit_head_goes_on()`);
    for (const [table, trigger] of guards) await runner.query(`alter table ${table} enable always trigger ${trigger}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const trigger of ['audit_is_kept', 'audit_is_whole']) {
      await runner.query(`alter table audit enable trigger ${trigger}`);
    }
    for (const trigger of ['audit_head_goes_on', 'audit_head_is_whole']) {
      await runner.query(`drop trigger ${trigger} on audit_head`);
    }
    await runner.query('drop function audit_head_goes_on()');
  }
}

const guards = [
  ['audit', 'audit_is_kept'],
  ['audit', 'audit_is_whole'],
  ['audit_head', 'audit_head_goes_on'],
  ['audit_head', 'audit_head_is_whole'],
] as const;

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
