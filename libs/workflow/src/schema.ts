import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the work of a run began: a child's began with its parent; of all others it is when the run did. */
export class AddRunBegun1700000000090 implements MigrationInterface {
  name = 'AddRunBegun1700000000090';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table run add column begun timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table run drop column begun');
  }
}

/** Waits for a window to open, found by when it was to open. */
export class AddWindowWaits1700000000060 implements MigrationInterface {
  name = 'AddWindowWaits1700000000060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table wait add column posting_window text');
    await runner.query(`
      create index wait_window on wait (posting_window, coalesce(until, 'infinity'))
       where posting_window is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from wait where posting_window is not null`);
    await runner.query('alter table wait drop column posting_window');
  }
}

/** Waits, children, dry runs, steps done again and journals that end. */
export class AddWaiting1700000000007 implements MigrationInterface {
  name = 'AddWaiting1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table run add column parent_id uuid references run, add column deferred text, add column asked_by text,
        add column dry boolean not null default false, add column unwinding boolean not null default false,
        add column events_from bigint not null default 0, add column journal_deleted_at timestamptz`);
    await runner.query(`
      update run set unwinding = true where state = 'undoing' or exists (
        select 1 from step where run_id = run.id and step.state in ('undoing', 'undone', 'undo-failed'))`);
    await runner.query('create index run_parent on run (parent_id) where parent_id is not null');
    await runner.query(`
      create index run_ended on run (updated_at)
       where state in ('completed', 'cancelled') and journal_deleted_at is null`);
    await runner.query('alter table step add column round int not null default 0');
    await runner.query('alter table step drop constraint step_kind_check');
    await runner.query(`
      alter table step add constraint step_kind_check
        check (kind in ('read', 'act', 'check', 'publish', 'wait', 'child'))`);
    await restrict(runner, ['intent', 'done', 'deferred', 'stale', 'undoing', 'undone', 'undo-failed']);
    await runner.query(`
      create table wait (
        run_id uuid not null references run, name text not null, event_type text, subject text,
        data jsonb not null default '{}', after bigint not null, until timestamptz, roles text[],
        four_eyes boolean not null default false, child_id uuid, answer jsonb, primary key (run_id, name))`);
    await runner.query('create index wait_event on wait (event_type, subject) where answer is null');
    await runner.query('create index wait_child on wait (child_id) where child_id is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table wait');
    await runner.query(`delete from step where kind in ('wait', 'child') or state = 'deferred'`);
    await restrict(runner, ['intent', 'done', 'stale', 'undoing', 'undone', 'undo-failed']);
    await runner.query('alter table step drop constraint step_kind_check');
    await runner.query(
      `alter table step add constraint step_kind_check check (kind in ('read', 'act', 'check', 'publish'))`,
    );
    await runner.query('alter table step drop column round');
    await runner.query(`
      alter table run drop column parent_id, drop column deferred, drop column asked_by, drop column dry,
        drop column unwinding, drop column events_from, drop column journal_deleted_at`);
  }
}

/** Since when a run waits. */
export class AddWaitSince1700000000050 implements MigrationInterface {
  name = 'AddWaitSince1700000000050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table wait add column since timestamptz not null default clock_timestamp()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table wait drop column since');
  }
}

/** Steps may be `stale`. */
export class AddStaleSteps1700000000005 implements MigrationInterface {
  name = 'AddStaleSteps1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    await restrict(runner, ['intent', 'done', 'stale', 'undoing', 'undone', 'undo-failed']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update step set state = 'intent' where state = 'stale'`);
    await restrict(runner, ['intent', 'done', 'undoing', 'undone', 'undo-failed']);
  }
}

async function restrict(runner: QueryRunner, states: string[]): Promise<void> {
  await runner.query('alter table step drop constraint step_state_check');
  const list = states.map((state) => `'${state}'`).join(', ');
  await runner.query(`alter table step add constraint step_state_check check (state in (${list}))`);
}

/** Runs, their journal and the exceptions they raised. */
export class CreateWorkflow1700000000003 implements MigrationInterface {
  name = 'CreateWorkflow1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table run (
        id uuid primary key, workflow text not null, version int not null, key text not null, title text not null,
        input jsonb not null, corrections jsonb not null default '{}', business jsonb not null default '{}',
        correlation_id text not null,
        state text not null check (state in ('running', 'waiting', 'parked', 'undoing', 'completed', 'cancelled')),
        waiting_for text, fence bigint not null default 0, failures int not null default 0,
        wake_at timestamptz, lease_until timestamptz not null default '-infinity', queued_at timestamptz,
        created_at timestamptz not null default clock_timestamp(),
        updated_at timestamptz not null default clock_timestamp(),
        unique (workflow, key))`);
    await runner.query(`create index run_due on run (wake_at) where state in ('running', 'waiting', 'undoing')`);
    await runner.query('create index run_updated on run (updated_at, id)');
    await runner.query(`
      create table step (
        run_id uuid not null references run, name text not null, ordinal int not null,
        kind text not null check (kind in ('read', 'act', 'check', 'publish')),
        state text not null check (state in ('intent', 'done', 'undoing', 'undone', 'undo-failed')),
        result jsonb, attempts jsonb not null default '[]',
        started_at timestamptz not null default clock_timestamp(), finished_at timestamptz,
        primary key (run_id, name))`);
    await runner.query(`
      create table exception (
        id uuid primary key, code text not null, class text not null, message text not null, record text not null,
        remedy text, owner text not null, state text not null check (state in ('open', 'settled')),
        fields jsonb not null default '[]', corrects text, subject_kind text not null, subject_id text not null,
        step text, business jsonb not null, correlation_id text not null,
        created_at timestamptz not null default clock_timestamp(), settled_at timestamptz, settled_by text,
        resolution text)`);
    await runner.query(
      `create unique index exception_open on exception (subject_kind, subject_id) where state = 'open'`,
    );
    await runner.query('create index exception_created on exception (created_at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['exception', 'step', 'run']) await runner.query(`drop table ${table}`);
  }
}

/** Whether something a run is about has changed since it was taken in hand. */
export class AddRunNudged1700000000100 implements MigrationInterface {
  name = 'AddRunNudged1700000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table run add column nudged boolean not null default false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table run drop column nudged');
  }
}
