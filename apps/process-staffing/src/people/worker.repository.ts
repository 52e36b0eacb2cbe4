import { type CalendarDate, Failure } from '#kernel';
import { type DataSource, type EntityManager, rows } from '#platform';

/** What staffing needs of somebody, as their HR system says it; without a number they are not onboarded yet. */
export interface ReportedWorker {
  /** HR instance, and the id there. */
  instance: string;
  id: string;
  number: string | null;
  legalEntity: string | null;
  practice: string | null;
  region: string | null;
  location: string | null;
  country: string | null;
  weeklyMinutes: number;
  firstDay: CalendarDate | null;
  lastDay: CalendarDate | null;
  isActive: boolean;
  modifiedAt: string | null;
}

export interface StaffedWorker extends ReportedWorker {
  number: string;
}

/** Somebody whose legal entity, and so whose scheduler, is known. */
export interface PlacedWorker extends StaffedWorker {
  legalEntity: string;
}

export interface Span {
  from: CalendarDate;
  to: CalendarDate;
}

const columns = `instance, id, number, legal_entity as "legalEntity", practice, region, location, country,
  weekly_minutes as "weeklyMinutes", first_day::text as "firstDay", last_day::text as "lastDay",
  is_active as "isActive", modified_at as "modifiedAt"`;

/** Works for the firm in a span of days. */
const isStaffed = `(is_active or last_day is not null)
  and coalesce(first_day, '-infinity') <= $2 and coalesce(last_day, 'infinity') >= $1`;

/** Everybody who was ever reported by an HR system and carries a worker number. */
export class WorkerRepository {
  constructor(private readonly database: DataSource) {}

  /** Keeps the worker, unless a newer version of them is kept already. Refuses a number that is another worker's (K2). */
  put(worker: StaffedWorker): Promise<void> {
    const { instance, id, number } = worker;
    return this.database.transaction(async (manager) => {
      // Two who keep the same person at once would meet in the number before they meet in the id.
      await manager.query(`select pg_advisory_xact_lock(hashtext('worker ' || $1))`, [number]);
      const known = await this.find(number, manager);
      if (known && (known.instance !== instance || known.id !== id)) throw duplicate(worker, known);
      await this.write(manager, worker);
    });
  }

  private async write(manager: EntityManager, worker: StaffedWorker): Promise<void> {
    const { instance, id, number } = worker;
    await manager.query(
      `insert into worker (instance, id, number, legal_entity, practice, region, location, country, weekly_minutes,
                           first_day, last_day, is_active, modified_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       on conflict (instance, id) do update set number = excluded.number, legal_entity = excluded.legal_entity,
         practice = excluded.practice, region = excluded.region, location = excluded.location, country = excluded.country,
         weekly_minutes = excluded.weekly_minutes, first_day = excluded.first_day, last_day = excluded.last_day,
         is_active = excluded.is_active, modified_at = excluded.modified_at, updated_at = clock_timestamp()
         where worker.modified_at is null or excluded.modified_at is null or excluded.modified_at >= worker.modified_at`,
      [
        instance,
        id,
        number,
        worker.legalEntity,
        worker.practice,
        worker.region,
        worker.location,
        worker.country,
        worker.weeklyMinutes,
        worker.firstDay,
        worker.lastDay,
        worker.isActive,
        worker.modifiedAt,
      ],
    );
  }

  async find(number: string, manager: EntityManager | DataSource = this.database): Promise<StaffedWorker | null> {
    const sql = `select ${columns} from worker where number = $1`;
    return (await rows<StaffedWorker>(manager, sql, [number]))[0] ?? null;
  }

  /** Whom a run of the directory kept. */
  async keptBy(runId: string, manager: EntityManager): Promise<StaffedWorker | null> {
    const kept = `select input ->> 'instance', input ->> 'id' from run where run.id = $1`;
    const sql = `select ${columns} from worker where (instance, id) = (${kept})`;
    return (await rows<StaffedWorker>(manager, sql, [runId]))[0] ?? null;
  }

  /** Ids of everybody an HR instance told of. */
  async idsAt(instance: string): Promise<string[]> {
    const found = await rows<{ id: string }>(this.database, 'select id from worker where instance = $1', [instance]);
    return found.map(({ id }) => id);
  }

  /** Everybody who works for the firm in a span of days. */
  staffed({ from, to }: Span): Promise<StaffedWorker[]> {
    return rows(this.database, `select ${columns} from worker where ${isStaffed} order by number`, [from, to]);
  }

  /** Those of them who have a legal entity, after a number, in the order of their numbers. */
  placed({ from, to }: Span, after: string, limit: number): Promise<PlacedWorker[]> {
    return rows(
      this.database,
      `select ${columns} from worker where ${isStaffed} and legal_entity is not null and number > $3
        order by number limit $4`,
      [from, to, after, limit],
    );
  }
}

function duplicate({ number, instance, id }: StaffedWorker, known: StaffedWorker): Failure {
  const other = `${known.instance}/${known.id}`;
  return new Failure('conflict', `worker number ${number} is both ${other} and ${instance}/${id}`, {
    code: 'duplicate-worker',
    record: `worker ${number}`,
    fields: [{ field: 'number', message: `is the number of ${other} too` }],
  });
}
