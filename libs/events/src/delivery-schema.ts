import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Events a subscriber fails on or is given again, and how new what it has of each subject is. */
export class AddDeliveries1700000000032 implements MigrationInterface {
  name = 'AddDeliveries1700000000032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table delivery (
        id uuid primary key, subscription text not null, position bigint not null,
        state text not null check (state in ('failing', 'due', 'quarantined')), attempts jsonb not null default '[]',
        updated_at timestamptz not null default clock_timestamp())`);
    await runner.query('create index delivery_due on delivery (subscription, position)');
    await runner.query(`
      create table subject_version (
        subscription text not null, subject text not null, version numeric not null,
        primary key (subscription, subject))`);
    await restrict(runner, ['applied', 'superseded', 'rejected', 'quarantined']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update inbox set outcome = 'rejected' where outcome = 'quarantined'`);
    await restrict(runner, ['applied', 'superseded', 'rejected']);
    for (const table of ['subject_version', 'delivery']) await runner.query(`drop table ${table}`);
  }
}

async function restrict(runner: QueryRunner, outcomes: string[]): Promise<void> {
  const list = outcomes.map((outcome) => `'${outcome}'`).join(', ');
  await runner.query('alter table inbox drop constraint inbox_outcome_check');
  await runner.query(`alter table inbox add constraint inbox_outcome_check check (outcome in (${list}))`);
}
