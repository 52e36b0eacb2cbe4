import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A second person may say no, and says why either way. */
export class AddBulkRefusals1700000000140 implements MigrationInterface {
  name = 'AddBulkRefusals1700000000140';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table bulk add column decision_reason text, add column decided_at timestamptz');
    await runner.query('alter table bulk drop constraint bulk_settlement_state_check');
    await runner.query(`
      alter table bulk add constraint bulk_state check (state in ('unconfirmed', 'refused', 'settling', 'done'))`);
    await runner.query(`create index bulk_latest on bulk (kind, created_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from bulk_item using bulk where bulk.id = bulk_item.bulk and bulk.state = 'refused'`);
    await runner.query(`delete from bulk where state = 'refused'`);
    await runner.query('drop index bulk_latest');
    await runner.query('alter table bulk drop constraint bulk_state');
    await runner.query(`
      alter table bulk add constraint bulk_settlement_state_check check (state in ('unconfirmed', 'settling', 'done'))`);
    await runner.query('alter table bulk drop column decision_reason, drop column decided_at');
  }
}

/** Replays are asked for and confirmed as settlements are; people are told apart by the issuer's subject. */
export class ShareBulks1700000000051 implements MigrationInterface {
  name = 'ShareBulks1700000000051';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table bulk_settlement rename to bulk');
    await runner.query('alter table bulk_item rename column settlement to bulk');
    await runner.query('alter table bulk rename column resolution to work');
    await runner.query('alter table bulk add column kind text, add column size int');
    await runner.query('alter table bulk add column requester text, add column confirmer text');
    await runner.query(`
      update bulk set kind = 'settlement', requester = requested_by, confirmer = confirmed_by,
             work = jsonb_build_object('resolution', work, 'missing', missing),
             size = (select count(*) from bulk_item where bulk_item.bulk = bulk.id)`);
    await runner.query('alter table bulk drop column missing');
    for (const column of ['kind', 'size', 'requester']) {
      await runner.query(`alter table bulk alter column ${column} set not null`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from bulk where kind <> 'settlement'`);
    await runner.query(`alter table bulk add column missing jsonb not null default '[]'`);
    await runner.query(`update bulk set missing = work -> 'missing', work = work -> 'resolution'`);
    await runner.query(`
      alter table bulk drop column kind, drop column size, drop column requester, drop column confirmer`);
    await runner.query('alter table bulk rename column work to resolution');
    await runner.query('alter table bulk_item rename column bulk to settlement');
    await runner.query('alter table bulk rename to bulk_settlement');
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
