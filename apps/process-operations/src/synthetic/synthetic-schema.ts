import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came of the synthetic checks of the last day. */
export class CreateSyntheticChecks1700000000152 implements MigrationInterface {
  name = 'CreateSyntheticChecks1700000000152';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table synthetic_check (
        instance text, domain text, checked_at timestamptz default clock_timestamp(), milliseconds int not null,
        failure text, primary key (instance, domain, checked_at))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table synthetic_check');
  }
}
