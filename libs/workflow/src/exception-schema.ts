import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Exceptions say at which instance of a platform they were met. */
export class AddExceptionSystem1700000000190 implements MigrationInterface {
  name = 'AddExceptionSystem1700000000190';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table exception add column system text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table exception drop column system');
  }
}

/** Exceptions have a cause, somebody who works on them, a due moment and notes. */
export class AddExceptionWork1700000000031 implements MigrationInterface {
  name = 'AddExceptionWork1700000000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table exception add column cause text not null default '', add column assignee text,
         add column due_at timestamptz`,
    );
    await runner.query(`
      create table exception_note (
        id uuid primary key, exception_id uuid not null references exception, by text not null, text text not null,
        at timestamptz not null default clock_timestamp())`);
    await runner.query('create index exception_note_of on exception_note (exception_id, at)');
    await runner.query(`create index exception_open_owner on exception (owner, created_at) where state = 'open'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table exception_note');
    await runner.query('drop index exception_open_owner');
    await runner.query('alter table exception drop column cause, drop column assignee, drop column due_at');
  }
}
