import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What capacity is worked out from: workers, when they are away, holidays, and what they are booked for. */
export class CreateCapacity1700000000072 implements MigrationInterface {
  name = 'CreateCapacity1700000000072';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table capacity_worker (
        instance text not null, worker_id text not null, number text, legal_entity text, location text, country text,
        weekly_minutes int, first_day date, last_day date, booked_at timestamptz not null default '-infinity',
        primary key (instance, worker_id))`);
    await runner.query('create unique index capacity_worker_number on capacity_worker (number)');
    await runner.query(`
      create table capacity_leave (
        instance text not null, leave_id text not null, worker_id text not null, days jsonb not null,
        version timestamptz not null, primary key (instance, leave_id))`);
    await runner.query('create index capacity_leave_worker on capacity_leave (instance, worker_id)');
    await runner.query(`
      create table capacity_holiday (
        instance text not null, day date not null, location text not null, primary key (instance, day, location))`);
    await runner.query(`
      create table capacity_stated (
        scheduler text not null, number text not null, year int not null, fingerprint text not null,
        primary key (scheduler, number, year))`);
    await runner.query(`
      create table capacity_booking (
        scheduler text not null, id text not null, number text not null, project text, client text, legal_entity text,
        role_name text, status text not null, start_date date not null, end_date date not null, minutes int not null,
        rate numeric, currency text, at_risk_minutes int not null default 0, leave_minutes int not null default 0,
        accepted_minutes int not null default 0, primary key (scheduler, id))`);
    await runner.query('create index capacity_booking_number on capacity_booking (number)');
    await runner.query('create index capacity_booking_risk on capacity_booking (id) where at_risk_minutes > 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['booking', 'stated', 'holiday', 'leave', 'worker'])
      await runner.query(`drop table capacity_${table}`);
  }
}
