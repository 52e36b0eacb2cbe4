import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAssignments1700000000070 implements MigrationInterface {
  name = 'CreateAssignments1700000000070';

  async up(runner: QueryRunner): Promise<void> {
    // `reported` and `settled` are positions in the event log: what was reported up to where, and up to where it is done.
    await runner.query(`
      create table assignment (
        instance text not null, id text not null, turn int not null default 1, run_id uuid,
        worker_number text, project text, reported bigint not null, settled bigint, is_open boolean not null default true,
        held jsonb not null default '{"records": [], "isComplete": true}', updated_at timestamptz not null default clock_timestamp(), primary key (instance, id))`);
    await runner.query('create index assignment_worker on assignment (worker_number)');
    await runner.query('create index assignment_open on assignment (project) where is_open');
    // What was ever carried through, for good.
    await runner.query(`
      create table assignment_history (
        instance text not null, id text not null, turn int not null, round int not null, carried jsonb,
        at timestamptz not null default clock_timestamp(), primary key (instance, id, turn, round))`);
    await runner.query(`
      create table planned_week (
        instance text not null, id text not null, week date not null, worker_number text not null,
        minutes int not null, primary key (instance, id, week))`);
    await runner.query('create index planned_week_week on planned_week (week)');
    await runner.query(`
      create table worker (
        number text primary key, instance text not null, id text not null, practice text, region text, location text, country text,
        weekly_minutes int not null, first_day date, last_day date, is_active boolean not null,
        modified_at timestamptz, updated_at timestamptz not null default clock_timestamp())`);
    await runner.query('create index worker_id on worker (instance, id)');
    await runner.query('create table staffing_ready (project text primary key)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['staffing_ready', 'worker', 'planned_week', 'assignment_history', 'assignment']) {
      await runner.query(`drop table ${table}`);
    }
  }
}
