import { Failure } from '#kernel';
import { type AppLogger, BackgroundLoop, type DataSource, rows } from '#platform';

const defaultDays = 90;
const portion = 200;
const idleMs = 10 * 60_000;

/** How long the journals of ended runs are kept: `JOURNAL_DAYS`. */
export function journalDays(env: NodeJS.ProcessEnv): number {
  const days = Number(env.JOURNAL_DAYS ?? defaultDays);
  if (Number.isInteger(days) && days > 0) return days;
  throw new Failure('rejected', `JOURNAL_DAYS is "${env.JOURNAL_DAYS}": it must be a whole number of days, at least 1`);
}

/**
 * Deletes one portion of journals of runs that ended long ago; the runs stay, so that the same key is the same run for
 * ever. A journal that a deferred step still stands on stays too.
 */
export async function deleteJournals(database: DataSource, days: number): Promise<number> {
  const ended = await rows<{ id: string }>(
    database,
    `with ended as (
       select id from run where state in ('completed', 'cancelled') and journal_deleted_at is null
          and updated_at < clock_timestamp() - $1::int * interval '1 day'
          and not exists (select 1 from run child where child.parent_id = run.id
                             and child.state not in ('completed', 'cancelled'))
        order by updated_at limit ${portion} for update skip locked),
     deleted as (delete from step using ended where run_id = ended.id)
     update run set journal_deleted_at = clock_timestamp() from ended where run.id = ended.id returning run.id`,
    [days],
  );
  return ended.length;
}

/** Keeps journals from growing for ever. */
export const journalRetention = (database: DataSource, logger: AppLogger, days: number): BackgroundLoop =>
  new BackgroundLoop({
    name: 'journal retention',
    logger,
    idleMs,
    work: async () => (await deleteJournals(database, days)) === portion,
  });
