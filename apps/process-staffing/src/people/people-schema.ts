import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One directory: what capacity kept of workers by itself joins what assignments keep of them. */
export class OneDirectory1700000000092 implements MigrationInterface {
  name = 'OneDirectory1700000000092';

  async up(runner: QueryRunner): Promise<void> {
    // A worker who was given another number was kept under both.
    await runner.query(`
      delete from worker using worker as newer where (worker.instance, worker.id) = (newer.instance, newer.id)
         and (worker.updated_at, worker.number) < (newer.updated_at, newer.number)`);
    await runner.query('drop index worker_id');
    await runner.query('alter table worker drop constraint worker_pkey, add primary key (instance, id)');
    await runner.query('create unique index worker_number on worker (number)');
    await runner.query(
      `alter table worker add column legal_entity text, add column booked_at timestamptz not null default '-infinity'`,
    );
    await runner.query(`
      update worker set legal_entity = known.legal_entity, booked_at = known.booked_at
        from capacity_worker as known where (worker.instance, worker.id) = (known.instance, known.worker_id)`);
    await runner.query(`
      insert into worker (instance, id, number, legal_entity, location, country, weekly_minutes, first_day, last_day,
                          is_active, booked_at)
      select instance, worker_id, number, legal_entity, location, country, weekly_minutes, first_day, last_day, true, booked_at
        from capacity_worker where number is not null on conflict do nothing`);
    await runner.query('drop table capacity_worker');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table capacity_worker (
        instance text not null, worker_id text not null, number text, legal_entity text, location text, country text,
        weekly_minutes int, first_day date, last_day date, booked_at timestamptz not null default '-infinity',
        primary key (instance, worker_id))`);
    await runner.query('create unique index capacity_worker_number on capacity_worker (number)');
    await runner.query(`
      insert into capacity_worker
      select instance, id, number, legal_entity, location, country, weekly_minutes, first_day, last_day, booked_at from worker`);
    await runner.query('drop index worker_number');
    await runner.query('alter table worker drop constraint worker_pkey, add primary key (number)');
    await runner.query('alter table worker drop column legal_entity, drop column booked_at');
    await runner.query('create index worker_id on worker (instance, id)');
  }
}
