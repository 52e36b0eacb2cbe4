import type { SyntheticCheck } from '#contracts';
import { type DataSource, rows } from '#platform';
import type { Probe } from './probes.js';

type Probed = Pick<Probe, 'instance' | 'domain'>;

/** Keeps what came of the checks of a day. */
export class SyntheticCheckRepository {
  constructor(private readonly database: DataSource) {}

  async keep({ instance, domain }: Probed, milliseconds: number, failure: string | null): Promise<void> {
    await this.database.query(
      'insert into synthetic_check (instance, domain, milliseconds, failure) values ($1, $2, $3, $4)',
      [instance, domain, milliseconds, failure],
    );
    await this.database.query(`delete from synthetic_check where checked_at < clock_timestamp() - interval '1 day'`);
  }

  /** Whether it is time again: sooner where the last check failed. Several processes of the app share the checks. */
  async isDue({ instance, domain }: Probed): Promise<boolean> {
    const found = await rows(
      this.database,
      `select 1 from synthetic_check where instance = $1 and domain = $2
          and checked_at > clock_timestamp() - case when failure is null then interval '5 minutes' else interval '1 minute' end`,
      [instance, domain],
    );
    return found.length === 0;
  }

  async latest(): Promise<SyntheticCheck[]> {
    const found = await rows<Omit<SyntheticCheck, 'checkedAt'> & { checkedAt: Date }>(
      this.database,
      `select instance, domain, max(checked_at) as "checkedAt", last.failure is null as succeeded, last.milliseconds,
              last.failure, count(*)::int as checks, count(of_day.failure)::int as failed,
              round(percentile_cont(0.5) within group (order by of_day.milliseconds))::int as "medianMilliseconds"
         from synthetic_check of_day
         join (select distinct on (instance, domain) instance, domain, milliseconds, failure from synthetic_check
                order by instance, domain, checked_at desc) last using (instance, domain)
        where checked_at > clock_timestamp() - interval '1 day'
        group by instance, domain, last.failure, last.milliseconds order by succeeded, instance, domain`,
    );
    return found.map((check) => ({ ...check, checkedAt: check.checkedAt.toISOString() }));
  }
}
