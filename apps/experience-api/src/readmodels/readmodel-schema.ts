import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables that repeat the event log; what is in them can be made again from it. */
const projected: Record<string, string> = {
  deal: `code text primary key, id text not null, instance text not null, name text not null, client text, segment text,
    legal_entity text, practice text, region text, cost_centre text, amount numeric, currency text, billing_type text,
    start_date date, end_date date, contract_number text, lines jsonb not null, won_at timestamptz,
    version timestamptz not null`,
  project: `code text primary key, deal text, name text, legal_entity text, created_at timestamptz,
    activated_at timestamptz, staffing_ready_at timestamptz, changed_at timestamptz`,
  person: `instance text, id text, number text, resource text, hired_at timestamptz, changed_at timestamptz,
    ready_at timestamptz, last_day date, off_boarded_at timestamptz, correlation_id text, primary key (instance, id)`,
  assignment: `instance text, id text, worker text, project text, role text, start_date date, end_date date,
    minutes int not null, status text not null, first_told_at timestamptz, confirmed_at timestamptz,
    correlation_id text not null, version timestamptz not null, primary key (instance, id)`,
  time_entry: `instance text, id text, project text, worker text, role text, work_date date not null,
    minutes int not null, billable boolean not null, approved boolean not null, rate numeric, currency text,
    version timestamptz not null, primary key (instance, id)`,
  invoice: `reference text primary key, project text not null, number text not null, amount numeric, currency text,
    minutes int, told_at timestamptz not null`,
  exception: `app text, id text, code text not null, class text not null, role text not null, stopped text not null,
    record text not null, project text, client text, legal_entity text, cycle text, amount numeric, currency text,
    due_at timestamptz, raised_at timestamptz, settled_at timestamptz, settled_by text, correlation_id text not null,
    version timestamptz not null, primary key (app, id)`,
  run: `app text, id text, workflow text not null, state text not null, title text, project text,
    begun_at timestamptz, ended_at timestamptz not null, correlation_id text not null, primary key (app, id)`,
  refusal: `id text primary key, kind text not null, instance text not null, record text not null, reason text not null,
    told_at timestamptz not null`,
};
export const projectedTables = Object.keys(projected);

/** What no event tells, as the process API that owns it answered last. */
const mirrored: Record<string, string> = {
  billing_line: `reference text primary key, project text, worker text, role text, work_date date not null,
    minutes int not null, rate numeric, amount numeric, currency text, state text not null, erp_id text, invoice text,
    reverses text, legal_entity text, approved_at timestamptz not null, updated_at timestamptz not null`,
  staffing_week: `kind text, name text, week date, planned_minutes int not null, capacity_minutes int not null,
    primary key (kind, name, week)`,
  hourly_cost: `legal_entity text, role text, amount numeric not null, currency text not null,
    primary key (legal_entity, role)`,
  source: `name text primary key, cursor text, read_at timestamptz, failed_at timestamptz, reason text`,
};

const indexes = [
  'time_entry (project)',
  'billing_line (project, state)',
  `exception (stopped)`,
  'exception (project) where settled_at is null',
  'assignment (project)',
  'run (correlation_id)',
];

/** What ended runs are measured by. */
export class AddRunObjectives1700000000152 implements MigrationInterface {
  name = 'AddRunObjectives1700000000152';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table run add column objective_seconds int, add column waited_seconds int');
    await runner.query('create index run_ended on run (ended_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table run drop column objective_seconds, drop column waited_seconds');
  }
}

/** The experience API's own copy of what it shows: projections of the event log, and answers of process APIs. */
export class CreateReadModels1700000000110 implements MigrationInterface {
  name = 'CreateReadModels1700000000110';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries({ ...projected, ...mirrored })) {
      await runner.query(`create table ${table} (${columns})`);
    }
    for (const index of indexes) await runner.query(`create index on ${index}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys({ ...projected, ...mirrored })) await runner.query(`drop table ${table}`);
  }
}
