import type { hr } from '#contracts';
import { type CalendarDate, Failure } from '#kernel';
import { type DataSource, type EntityManager, rows } from '#platform';
import { leaveByDay, type WorkingTime } from '../calendar.js';

/** What capacity needs to know of a worker, and nothing else. */
export interface CapacityWorker {
  instance: string;
  workerId: string;
  number: string;
  legalEntity: string;
  location: string | null;
  country: string | null;
  weeklyMinutes: number;
  firstDay: CalendarDate | null;
  lastDay: CalendarDate | null;
}

export interface Span {
  from: CalendarDate;
  to: CalendarDate;
}

/** Where a holiday is kept everywhere. */
const everywhere = '';

const workerColumns = `instance, worker_id as "workerId", number, legal_entity as "legalEntity", location, country,
  weekly_minutes as "weeklyMinutes", first_day::text as "firstDay", last_day::text as "lastDay"`;

/** Who works how long, and when they do not: days and minutes, never why. */
export class CapacityRepository {
  constructor(readonly database: DataSource) {}

  /** Knows that there is such a worker, whatever else is known. */
  async register(
    instance: string,
    workerId: string,
    manager: EntityManager | DataSource = this.database,
  ): Promise<void> {
    await manager.query('insert into capacity_worker (instance, worker_id) values ($1, $2) on conflict do nothing', [
      instance,
      workerId,
    ]);
  }

  /** Notes a version of a leave: the days on which it takes another time than before; null where a newer one is known. */
  async noteLeave(
    manager: EntityManager,
    { instance, id, leave }: { instance: string; id: string; leave: hr.Leave },
    version: string,
  ): Promise<CalendarDate[] | null> {
    const [known] = await rows<{ days: hr.LeaveDay[]; newer: boolean }>(
      manager,
      `select days, version > $3 as newer from capacity_leave where instance = $1 and leave_id = $2 for update`,
      [instance, id, version],
    );
    if (known?.newer) return null;
    const days = leave.status === 'approved' ? leave.days : [];
    await manager.query(
      `insert into capacity_leave (instance, leave_id, worker_id, days, version) values ($1, $2, $3, $4, $5)
       on conflict (instance, leave_id) do update set worker_id = excluded.worker_id, days = excluded.days,
         version = excluded.version where capacity_leave.version <= excluded.version`,
      [instance, id, leave.workerId, JSON.stringify(days.map(({ date, minutes }) => ({ date, minutes }))), version],
    );
    return differences(leaveByDay([{ days: known?.days ?? [] }]), leaveByDay([{ days }]));
  }

  /** Refuses a number that another worker has (K2). */
  async noteWorker(worker: CapacityWorker): Promise<void> {
    const { instance, workerId, number } = worker;
    const known = await this.find(number);
    if (known && (known.instance !== instance || known.workerId !== workerId)) throw duplicate(worker, known);
    await this.database.query(
      `insert into capacity_worker (instance, worker_id, number, legal_entity, location, country, weekly_minutes,
                                    first_day, last_day)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (instance, worker_id) do update set number = excluded.number, legal_entity = excluded.legal_entity,
         location = excluded.location, country = excluded.country, weekly_minutes = excluded.weekly_minutes,
         first_day = excluded.first_day, last_day = excluded.last_day`,
      [
        instance,
        workerId,
        number,
        worker.legalEntity,
        worker.location,
        worker.country,
        worker.weeklyMinutes,
        worker.firstDay,
        worker.lastDay,
      ],
    );
  }

  /** Keeps the holidays of a span as they are now, and no others in it. */
  async noteHolidays(instance: string, { from, to }: Span, holidays: hr.Holiday[]): Promise<void> {
    await this.database.transaction(async (manager) => {
      await manager.query('delete from capacity_holiday where instance = $1 and day between $2 and $3', [
        instance,
        from,
        to,
      ]);
      await manager.query(
        `insert into capacity_holiday (instance, day, location)
         select $1, day::date, location from unnest($2::text[], $3::text[]) as holiday (day, location)
         on conflict do nothing`,
        [instance, holidays.map(({ date }) => date), holidays.map(({ location }) => location ?? everywhere)],
      );
    });
  }

  /** Everybody an HR instance told of, in the order of their ids. */
  async workersOf(instance: string): Promise<string[]> {
    const found = await rows<{ id: string }>(
      this.database,
      'select worker_id as id from capacity_worker where instance = $1 order by worker_id',
      [instance],
    );
    return found.map(({ id }) => id);
  }

  async find(number: string, manager: EntityManager | DataSource = this.database): Promise<CapacityWorker | null> {
    const sql = `select ${workerColumns} from capacity_worker where number = $1`;
    return (await rows<CapacityWorker>(manager, sql, [number]))[0] ?? null;
  }

  /** Workers with a number, after one of them, in its order. */
  list(after: string, limit: number): Promise<CapacityWorker[]> {
    return rows(
      this.database,
      `select ${workerColumns} from capacity_worker where number > $1 order by number limit $2`,
      [after, limit],
    );
  }

  /** First and last day a worker is on leave; null where they are on none. */
  async leaveSpan(
    manager: EntityManager,
    { instance, workerId }: Pick<CapacityWorker, 'instance' | 'workerId'>,
  ): Promise<Span | null> {
    const [span] = await rows<{ from: string | null; to: string | null }>(
      manager,
      `select min(day ->> 'date') as from, max(day ->> 'date') as to
         from capacity_leave, jsonb_array_elements(days) as day where instance = $1 and worker_id = $2`,
      [instance, workerId],
    );
    return span?.from && span.to ? { from: span.from, to: span.to } : null;
  }

  /** Until the commit nobody else weighs what the worker is booked for. */
  async lock(manager: EntityManager, { number }: CapacityWorker): Promise<void> {
    await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`capacity/${number}`]);
  }

  async workingTime(worker: CapacityWorker, manager: EntityManager | DataSource = this.database): Promise<WorkingTime> {
    const { instance, workerId, location, country, weeklyMinutes, firstDay, lastDay } = worker;
    const leaves = await rows<{ days: hr.LeaveDay[] }>(
      manager,
      'select days from capacity_leave where instance = $1 and worker_id = $2',
      [instance, workerId],
    );
    const holidays = await rows<{ day: string }>(
      manager,
      `select distinct day::text as day from capacity_holiday where instance = $1 and location = any($2)`,
      [instance, [everywhere, ...[location, country].filter((place) => place !== null)]],
    );
    const days = holidays.map(({ day }) => day);
    return { weeklyMinutes, firstDay, lastDay, holidays: new Set(days), leave: leaveByDay(leaves) };
  }
}

const duplicate = ({ instance, workerId, number }: CapacityWorker, known: CapacityWorker): Failure =>
  new Failure(
    'conflict',
    `worker number ${number} is both ${known.instance}/${known.workerId} and ${instance}/${workerId}`,
    {
      code: 'duplicate-worker',
      record: `worker ${number}`,
      fields: [{ field: 'number', message: `is the number of ${known.instance}/${known.workerId} too` }],
    },
  );

function differences(
  before: ReadonlyMap<CalendarDate, number>,
  after: ReadonlyMap<CalendarDate, number>,
): CalendarDate[] {
  const days = [...new Set([...before.keys(), ...after.keys()])].sort();
  return days.filter((day) => before.get(day) !== after.get(day));
}
