import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Holder, WorkerPending, WorkerPlace, WorkerStanding } from '#contracts';
import { Failure } from '#kernel';
import { type DataSource, type EntityManager, rows } from '#platform';
import type { Carried, Reported } from './carried.js';

/** A worker where HR knows them. */
export interface WorkerKey {
  instance: string;
  workerId: string;
}

/** A worker as last carried through every system. */
export interface Person extends WorkerKey {
  number: string;
  standing: WorkerStanding;
  lastDay: string | null;
  /** What the last day was told under. */
  notice: string | null;
  /** What HR said when it was carried through. */
  reported: Reported;
  carried: Carried;
  places: Partial<Record<Holder, Omit<WorkerPlace, 'system'>>>;
  /** The round of the change that noted this last; null after they left. */
  noted: string | null;
  updatedAt: string;
}

export class CreatePeople1700000000070 implements MigrationInterface {
  name = 'CreatePeople1700000000070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person (
        number text primary key, instance text not null, worker_id text not null, standing text not null,
        last_day date, notice text, reported jsonb not null, carried jsonb not null, places jsonb not null, noted text, changing text,
        again boolean not null default false, updated_at timestamptz not null default clock_timestamp(),
        unique (instance, worker_id))`);
    await runner.query(`create index person_email on person (lower(carried ->> 'workEmail'))`);
    await runner.query(`create index person_manager on person ((carried ->> 'managerId'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table person');
  }
}

const columns = `number, instance, worker_id as "workerId", standing, last_day::text as "lastDay", notice, reported, carried, places,
  noted, to_json(updated_at) as "updatedAt"`;

/** The people carried through, and whose change is under way: one at a time for each, or an older value could come last. */
export class PersonRepository {
  constructor(private readonly database: DataSource) {}

  async find({ instance, workerId }: WorkerKey): Promise<Person | null> {
    const sql = `select ${columns} from person where instance = $1 and worker_id = $2`;
    return (await rows<Person>(this.database, sql, [instance, workerId]))[0] ?? null;
  }

  async byNumber(number: string): Promise<Person | null> {
    return (await rows<Person>(this.database, `select ${columns} from person where number = $1`, [number]))[0] ?? null;
  }

  /** `not-found` for somebody who was not onboarded here. */
  async get(number: string): Promise<Person> {
    const person = await this.byNumber(number);
    if (person) return person;
    throw new Failure('not-found', `worker ${number} was not onboarded here`, { code: 'unknown-worker' });
  }

  /** Who has this number or this work e-mail. */
  like({ number, workEmail }: { number: string; workEmail: string }): Promise<Person[]> {
    const sql = `select ${columns} from person where number = $1 or lower(carried ->> 'workEmail') = lower($2) order by number`;
    return rows<Person>(this.database, sql, [number, workEmail]);
  }

  reportsOf({ instance, workerId }: WorkerKey): Promise<Person[]> {
    const sql = `select ${columns} from person
      where instance = $1 and carried ->> 'managerId' = $2 and standing <> 'left' order by number limit 200`;
    return rows<Person>(this.database, sql, [instance, workerId]);
  }

  /**
   * Notes what somebody was carried through as; a number that comes back under another record of HR stays the same
   * person. Where a standing is expected and somebody left meanwhile, nothing is noted.
   */
  async put(person: Omit<Person, 'updatedAt'>, expected?: WorkerStanding): Promise<{ isNoted: boolean }> {
    const noted = await rows(
      this.database,
      `insert into person (number, instance, worker_id, standing, last_day, notice, reported, carried, places, noted)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $11)
       on conflict (number) do update set instance = excluded.instance, worker_id = excluded.worker_id,
         standing = excluded.standing, last_day = excluded.last_day, notice = excluded.notice,
         reported = excluded.reported, carried = excluded.carried, places = person.places || excluded.places,
         noted = excluded.noted, updated_at = clock_timestamp()
       where $10::text is null or person.standing = $10 or person.noted = excluded.noted
       returning number`,
      [
        person.number,
        person.instance,
        person.workerId,
        person.standing,
        person.lastDay,
        person.notice,
        JSON.stringify(person.reported),
        JSON.stringify(person.carried),
        JSON.stringify(person.places),
        expected ?? null,
        person.noted,
      ],
    );
    return { isNoted: noted.length === 1 };
  }

  /** Notes that somebody left; false where something else was told of them since the notice, which is to be looked at. */
  async leave(
    { number, notice, lastDay }: { number: string; notice: string; lastDay: string },
    places: Person['places'],
  ): Promise<{ isLast: boolean }> {
    const [left] = await rows<{ isLast: boolean }>(
      this.database,
      `update person set standing = 'left', last_day = $3, noted = null, places = places || $4, updated_at = clock_timestamp()
        where number = $1 returning coalesce(notice = $2, false) as "isLast"`,
      [number, notice, lastDay, JSON.stringify(places)],
    );
    return left ?? { isLast: true };
  }

  /** Notes that HR reported somebody; the change that takes it up, a new one or the one under way; null for strangers. */
  async report(manager: EntityManager, { instance, workerId }: WorkerKey, change: string): Promise<string | null> {
    const [taken] = await rows<{ changing: string }>(
      manager,
      `update person set again = changing is not null, changing = coalesce(changing, $3)
        where instance = $1 and worker_id = $2 returning changing`,
      [instance, workerId, change],
    );
    return taken?.changing ?? null;
  }

  /** Takes somebody up for a change; false where another one is under way, which then looks once more. */
  async takeUp(key: WorkerKey, change: string): Promise<{ isOurs: boolean }> {
    const taken = await rows<{ changing: string }>(
      this.database,
      `update person set again = again or coalesce(changing, $3) <> $3, changing = coalesce(changing, $3)
        where instance = $1 and worker_id = $2 returning changing`,
      [key.instance, key.workerId, change],
    );
    return { isOurs: taken[0]?.changing === change };
  }

  /** Before HR is asked: whatever it reported so far will be seen. */
  async look({ instance, workerId }: WorkerKey, change: string): Promise<{ id: string }> {
    const sql = 'update person set again = false where instance = $1 and worker_id = $2 and changing = $3';
    await this.database.query(sql, [instance, workerId, change]);
    return { id: change };
  }

  /** Lets go of somebody; false where HR reported them since the last look. A repeat answers the same. */
  async letGo({ instance, workerId }: WorkerKey, change: string): Promise<{ isOver: boolean }> {
    const [left] = await rows<{ changing: string | null }>(
      this.database,
      `update person set changing = case when again then changing end
        where instance = $1 and worker_id = $2 and changing = $3 returning changing`,
      [instance, workerId, change],
    );
    return { isOver: !left?.changing };
  }

  /** The same, whatever was reported: the change is taken back. */
  async drop({ instance, workerId }: WorkerKey, change: string): Promise<void> {
    await this.database.query(
      'update person set changing = null, again = false where instance = $1 and worker_id = $2 and changing = $3',
      [instance, workerId, change],
    );
  }

  /** Runs about somebody that have not come to their end. */
  pending({ instance, workerId }: WorkerKey): Promise<WorkerPending[]> {
    return rows<WorkerPending>(
      this.database,
      `select id as "runId", workflow, title, state, waiting_for as "waitingFor", to_json(wake_at) as "wakeAt" from run
        where input ->> 'instance' = $1 and input ->> 'workerId' = $2 and not dry
          and state not in ('completed', 'cancelled') order by created_at limit 50`,
      [instance, workerId],
    );
  }
}
