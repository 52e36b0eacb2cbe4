import { Failure } from '#kernel';
import { type DataSource, rows } from '#platform';

/** What forecasts and rules need of somebody; where they are found in the HR system. */
export interface StaffedWorker {
  number: string;
  /** HR instance, and the id there. */
  instance: string;
  id: string;
  practice: string | null;
  region: string | null;
  location: string | null;
  country: string | null;
  weeklyMinutes: number;
  firstDay: string | null;
  lastDay: string | null;
  isActive: boolean;
  modifiedAt: string | null;
}

const columns = `number, instance, id, practice, region, location, country, weekly_minutes as "weeklyMinutes",
  first_day::text as "firstDay", last_day::text as "lastDay", is_active as "isActive", modified_at as "modifiedAt"`;

/** Everybody who was ever reported by an HR system and carries a worker number. */
export class WorkerRepository {
  constructor(private readonly database: DataSource) {}

  /** Keeps the worker, unless a newer version of them is kept already. Refuses a number that is another worker's (K2). */
  async put(worker: StaffedWorker): Promise<void> {
    const known = await this.find(worker.number);
    if (known && (known.instance !== worker.instance || known.id !== worker.id)) throw duplicate(worker, known);
    await this.database.query(
      `insert into worker (number, instance, id, practice, region, location, country, weekly_minutes, first_day, last_day,
                           is_active, modified_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       on conflict (number) do update set practice = excluded.practice,
         region = excluded.region, location = excluded.location, country = excluded.country, weekly_minutes = excluded.weekly_minutes,
         first_day = excluded.first_day, last_day = excluded.last_day, is_active = excluded.is_active,
         modified_at = excluded.modified_at, updated_at = clock_timestamp()
         where (worker.instance, worker.id) = (excluded.instance, excluded.id) and (worker.modified_at is null or excluded.modified_at is null or excluded.modified_at >= worker.modified_at)`,
      [
        worker.number,
        worker.instance,
        worker.id,
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

  async find(number: string): Promise<StaffedWorker | null> {
    const [found] = await rows<StaffedWorker>(this.database, `select ${columns} from worker where number = $1`, [
      number,
    ]);
    return found ?? null;
  }

  /** Everybody who works for the firm in a span of days. */
  staffed(from: string, to: string): Promise<StaffedWorker[]> {
    return rows<StaffedWorker>(
      this.database,
      `select ${columns} from worker where (is_active or last_day is not null)
          and coalesce(first_day, '-infinity') <= $2 and coalesce(last_day, 'infinity') >= $1 order by number`,
      [from, to],
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
