import type { hr } from '#contracts';
import type { CalendarDate } from '#kernel';
import { type DataSource, type EntityManager, rows } from '#platform';
import { leaveByDay, type WorkingTime } from '../calendar.js';
import type { Span, StaffedWorker } from '../people/worker.repository.js';

/** Where a holiday is kept everywhere. */
const everywhere = '';

/** Who works how long, and when they do not: days and minutes, never why. */
export class CapacityRepository {
  constructor(readonly database: DataSource) {}

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

  /** First and last day a worker is on leave; null where they are on none. */
  async leaveSpan(
    manager: EntityManager,
    { instance, id }: Pick<StaffedWorker, 'instance' | 'id'>,
  ): Promise<Span | null> {
    const [span] = await rows<{ from: string | null; to: string | null }>(
      manager,
      `select min(day ->> 'date') as from, max(day ->> 'date') as to
         from capacity_leave, jsonb_array_elements(days) as day where instance = $1 and worker_id = $2`,
      [instance, id],
    );
    return span?.from && span.to ? { from: span.from, to: span.to } : null;
  }

  /** Until the commit nobody else weighs what the worker is booked for. */
  async lock(manager: EntityManager, { number }: StaffedWorker): Promise<void> {
    await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`capacity/${number}`]);
  }

  async workingTime(worker: StaffedWorker, manager: EntityManager | DataSource = this.database): Promise<WorkingTime> {
    const { instance, id, location, country, weeklyMinutes, firstDay, lastDay } = worker;
    const leaves = await rows<{ days: hr.LeaveDay[] }>(
      manager,
      'select days from capacity_leave where instance = $1 and worker_id = $2',
      [instance, id],
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

function differences(
  before: ReadonlyMap<CalendarDate, number>,
  after: ReadonlyMap<CalendarDate, number>,
): CalendarDate[] {
  const days = [...new Set([...before.keys(), ...after.keys()])].sort();
  return days.filter((day) => before.get(day) !== after.get(day));
}
