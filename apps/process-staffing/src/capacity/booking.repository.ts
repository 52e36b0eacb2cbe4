import type { CalendarDate, Money } from '#kernel';
import { type DataSource, type EntityManager, rows } from '#platform';
import type { Span, StaffedWorker } from '../people/worker.repository.js';
import type { Rate } from '../rates.js';
import type { Booking } from './capacity.js';

/** An assignment of a worker, as the scheduler was last asked, with the terms of its project. */
export interface WorkerBooking extends Booking {
  scheduler: string;
  /** Number of the worker. */
  number: string;
  project: string | null;
  client: string | null;
  legalEntity: string | null;
  roleName: string | null;
  /** None where the project or the role has none. */
  rates: Rate[];
}

/** A booking with what was last found to be at risk of it. */
export interface WeighedBooking extends WorkerBooking {
  atRiskMinutes: number;
  /** What that is sold for; null where no rate is agreed. */
  atRiskWorth: Money | null;
  leaveMinutes: number;
  /** What somebody said can be lived with. */
  acceptedMinutes: number;
}

const columns = `scheduler, id, number, project, client, legal_entity as "legalEntity", role_name as "roleName", status,
  start_date::text as "startDate", end_date::text as "endDate", minutes, rates,
  at_risk_minutes as "atRiskMinutes", at_risk_worth as "atRiskWorth", leave_minutes as "leaveMinutes", accepted_minutes as "acceptedMinutes"`;

/** What workers are booked for, and what the scheduler was told of their absence. */
export class BookingRepository {
  constructor(readonly database: DataSource) {}

  /** The moment before something is asked of a scheduler. */
  async now(): Promise<string> {
    return (await rows<{ now: string }>(this.database, 'select clock_timestamp()::text as now'))[0]!.now;
  }

  /** Keeps what was asked at a moment, unless somebody asked later; what a span no longer has is cancelled. */
  async replace(
    { instance, id, number }: StaffedWorker,
    scheduler: string,
    { from, to, askedAt }: Span & { askedAt: string },
    bookings: WorkerBooking[],
  ): Promise<void> {
    await this.database.transaction(async (manager) => {
      const newest = await rows(
        manager,
        `update worker set booked_at = $3 where instance = $1 and id = $2 and booked_at <= $3 returning id`,
        [instance, id, askedAt],
      );
      if (newest.length === 0) return;
      await manager.query(
        `update capacity_booking set status = 'cancelled' where scheduler = $1 and number = $2
            and start_date <= $4 and end_date >= $3 and id <> all($5)`,
        [scheduler, number, from, to, bookings.map((booking) => booking.id)],
      );
      for (const booking of bookings) await put(manager, booking);
    });
  }

  /** What a worker is booked for in a span; what was cancelled too. */
  of(
    number: string,
    { from, to }: Span,
    manager: EntityManager | DataSource = this.database,
  ): Promise<WeighedBooking[]> {
    return rows(
      manager,
      `select ${columns} from capacity_booking where number = $1 and start_date <= $3 and end_date >= $2 order by id`,
      [number, from, to],
    );
  }

  async find(manager: EntityManager, scheduler: string, id: string): Promise<WeighedBooking | null> {
    const sql = `select ${columns} from capacity_booking where scheduler = $1 and id = $2 for update`;
    return (await rows<WeighedBooking>(manager, sql, [scheduler, id]))[0] ?? null;
  }

  /** Bookings that no longer fit and have not ended, after one of them. */
  atRisk(today: CalendarDate, after: string, limit: number): Promise<WeighedBooking[]> {
    return rows(
      this.database,
      `select ${columns} from capacity_booking where at_risk_minutes > 0 and status <> 'cancelled' and end_date >= $1
          and scheduler || '/' || id > $2 order by scheduler || '/' || id limit $3`,
      [today, after, limit],
    );
  }

  async weigh(
    manager: EntityManager,
    { scheduler, id }: Pick<WorkerBooking, 'scheduler' | 'id'>,
    risk: Pick<WeighedBooking, 'atRiskMinutes' | 'atRiskWorth' | 'leaveMinutes' | 'acceptedMinutes'>,
  ): Promise<void> {
    await manager.query(
      `update capacity_booking set at_risk_minutes = $3, leave_minutes = $4, accepted_minutes = $5,
        at_risk_worth = $6 where scheduler = $1 and id = $2`,
      [scheduler, id, risk.atRiskMinutes, risk.leaveMinutes, risk.acceptedMinutes, risk.atRiskWorth],
    );
  }

  /** Fingerprint of the days of a year a scheduler was last told somebody is away. */
  async stated(scheduler: string, number: string, year: number): Promise<string | null> {
    const found = await rows<{ fingerprint: string }>(
      this.database,
      'select fingerprint from capacity_stated where scheduler = $1 and number = $2 and year = $3',
      [scheduler, number, year],
    );
    return found[0]?.fingerprint ?? null;
  }

  async noteStated(scheduler: string, number: string, year: number, fingerprint: string): Promise<void> {
    await this.database.query(
      `insert into capacity_stated (scheduler, number, year, fingerprint) values ($1, $2, $3, $4)
       on conflict (scheduler, number, year) do update set fingerprint = excluded.fingerprint`,
      [scheduler, number, year, fingerprint],
    );
  }
}

const put = (manager: EntityManager, booking: WorkerBooking): Promise<unknown> =>
  manager.query(
    `insert into capacity_booking (scheduler, id, number, project, client, legal_entity, role_name, status, start_date,
                                   end_date, minutes, rates)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (scheduler, id) do update set number = excluded.number, project = excluded.project,
       client = excluded.client, legal_entity = excluded.legal_entity, role_name = excluded.role_name,
       status = excluded.status, start_date = excluded.start_date, end_date = excluded.end_date,
       minutes = excluded.minutes, rates = excluded.rates`,
    [
      booking.scheduler,
      booking.id,
      booking.number,
      booking.project,
      booking.client,
      booking.legalEntity,
      booking.roleName,
      booking.status,
      booking.startDate,
      booking.endDate,
      booking.minutes,
      JSON.stringify(booking.rates),
    ],
  );
