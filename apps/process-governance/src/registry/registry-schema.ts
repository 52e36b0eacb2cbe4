import type { MigrationInterface, QueryRunner } from 'typeorm';

const kept = ['contract_version', 'contract_step'] as const;

/** Versions of contracts and the steps of their lives: both are added to and never changed, whoever asks. */
export class CreateRegistry1700000000120 implements MigrationInterface {
  name = 'CreateRegistry1700000000120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table contract_version (
        id uuid primary key, ordinal bigserial unique,
        kind text not null check (kind in ('openapi', 'asyncapi', 'ownership', 'mapping')),
        contract text not null, version text not null, sha256 text not null, document text not null,
        owner text not null, base text, submitter text not null, submitted_by text not null, reason text not null,
        changes jsonb not null, exempted jsonb not null, submitted_at timestamptz not null default clock_timestamp())`);
    await runner.query('create index contract_version_contract on contract_version (contract, ordinal)');
    await runner.query(`
      create table contract_step (
        ordinal bigserial primary key, version_id uuid not null references contract_version,
        state text not null check (state in ('design', 'published', 'deprecated', 'retired', 'rejected')),
        actor text not null, by_name text not null, reason text not null, sunset date, successor text,
        exemptions jsonb not null default '[]', at timestamptz not null default clock_timestamp())`);
    await runner.query('create index contract_step_version on contract_step (version_id, ordinal)');
    await runner.query(`
      create function registry_is_kept() returns trigger language plpgsql as
      $$ begin raise exception 'the registry of contracts is never changed: % refused', lower(tg_op); end $$`);
    for (const table of kept) {
      await runner.query(`
        create trigger ${table}_is_kept before update or delete on ${table}
          for each row execute function registry_is_kept()`);
      await runner.query(`
        create trigger ${table}_is_whole before truncate on ${table}
          for each statement execute function registry_is_kept()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of kept.toReversed()) await runner.query(`drop table ${table}`);
    await runner.query('drop function registry_is_kept()');
  }
}
