import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People are told apart by the issuer's subject; what they are called is kept beside it. */
export class AddBulkPeople1700000000051 implements MigrationInterface {
  name = 'AddBulkPeople1700000000051';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table bulk_settlement add column requester text, add column confirmer text');
    await runner.query('update bulk_settlement set requester = requested_by, confirmer = confirmed_by');
    await runner.query('alter table bulk_settlement alter column requester set not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table bulk_settlement drop column requester, drop column confirmer');
  }
}

/** Settlements in bulk: exactly which cases, who asked, who confirmed, what became of each. */
export class CreateBulkSettlements1700000000040 implements MigrationInterface {
  name = 'CreateBulkSettlements1700000000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table bulk_settlement (
        id uuid primary key, state text not null check (state in ('unconfirmed', 'settling', 'done')),
        resolution jsonb not null, selection text not null, requested_by text not null, confirmed_by text,
        four_eyes boolean not null, missing jsonb not null, created_at timestamptz not null default clock_timestamp())`);
    await runner.query(`
      create table bulk_item (
        settlement uuid not null references bulk_settlement, ordinal int not null, app text not null, id uuid not null,
        code text not null, record text not null, money_at_risk jsonb,
        outcome text not null default 'waiting' check (outcome in ('waiting', 'settled', 'refused')), reason text,
        primary key (settlement, app, id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['bulk_item', 'bulk_settlement']) await runner.query(`drop table ${table}`);
  }
}
