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

/** A role has a rate from each of some days on, so that what is at risk is worth what its days are sold for. */
export class RateBookings1700000000091 implements MigrationInterface {
  name = 'RateBookings1700000000091';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table capacity_booking add column rates jsonb not null default '[]', add column at_risk_worth jsonb`,
    );
    await runner.query(`
      update capacity_booking set at_risk_worth = jsonb_build_object(
          'amount', round(rate * at_risk_minutes / 60, 2)::text, 'currency', currency),
        rates = jsonb_build_array(jsonb_build_object('effectiveFrom', null,
          'hourlyRate', jsonb_build_object('amount', rate::text, 'currency', currency))) where rate is not null`);
    await runner.query('alter table capacity_booking drop column rate, drop column currency');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table capacity_booking add column rate numeric, add column currency text');
    await runner.query(`
      update capacity_booking set rate = (rates -> 0 -> 'hourlyRate' ->> 'amount')::numeric,
        currency = rates -> 0 -> 'hourlyRate' ->> 'currency'`);
    await runner.query('alter table capacity_booking drop column rates, drop column at_risk_worth');
  }
}
