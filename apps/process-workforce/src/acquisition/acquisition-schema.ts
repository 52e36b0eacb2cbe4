import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People of acquired firms: the rows as they came, what people decided, and what was handed to onboarding. */
export class CreateAcquisitions1700000000080 implements MigrationInterface {
  name = 'CreateAcquisitions1700000000080';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table acquisition (
        id uuid primary key, name text not null, legal_entity text not null,
        state text not null default 'uploaded' check (state in ('uploaded', 'loading', 'paused', 'cancelled')),
        uploader text not null, uploaded_by text not null, loaded_by text, passes int not null default 0,
        created_at timestamptz not null default clock_timestamp())`);
    await runner.query(`
      create table acquisition_row (
        acquisition uuid not null references acquisition, row int not null, source jsonb not null,
        corrections jsonb not null default '{}', match jsonb not null, same_person_as text,
        left_out boolean not null default false, pass int, worker jsonb, primary key (acquisition, row))`);
    await runner.query(`create index acquisition_row_email on acquisition_row (lower(worker ->> 'workEmail'))`);
    await runner.query(`create index acquisition_row_number on acquisition_row ((worker ->> 'number'))`);
    await runner.query(`
      create table acquisition_mapping (
        acquisition uuid not null references acquisition, kind text not null, foreign_value text not null, value text,
        state text not null check (state in ('accepted', 'proposed', 'unclear')), score int not null,
        evidence text not null, candidates jsonb not null, decided_by text, version int not null default 1,
        primary key (acquisition, kind, foreign_value))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['acquisition_mapping', 'acquisition_row', 'acquisition']) {
      await runner.query(`drop table ${table}`);
    }
  }
}
