import { Failure } from '#kernel';
import { type AppLogger, BackgroundLoop, type DataSource, rows } from '#platform';

const defaultDays = 90;
const runsAtOnce = 200;
const stepsAtOnce = 2_000;

/** How long the journals of ended runs are kept: `JOURNAL_DAYS`. */
export function journalDays(env: NodeJS.ProcessEnv): number {
  const days = Number(env.JOURNAL_DAYS ?? defaultDays);
  if (Number.isInteger(days) && days > 0) return days;
  throw new Failure('rejected', `JOURNAL_DAYS is "${env.JOURNAL_DAYS}": it must be a whole number of days, at least 1`);
}

/**
 * Deletes a portion of journals of runs that ended long ago, and answers of how many; the runs stay, so that the same key
 * is the same run for ever. A journal that a deferred step still stands on stays too. A journal goes as a whole, and none
 * is begun once enough steps are together: the locks, the transaction and what vacuum finds stay small.
 */
export async function deleteJournals(database: DataSource, days: number): Promise<number> {
  const ended = await rows<{ id: string }>(
    database,
    `with old as (
       select id, updated_at from run where state in ('completed', 'cancelled') and journal_deleted_at is null
          and updated_at < clock_timestamp() - $1::int * interval '1 day'
          and not exists (select 1 from run child where child.parent_id = run.id
                             and child.state not in ('completed', 'cancelled'))
        order by updated_at limit ${runsAtOnce} for update skip locked),
     counted as (
       select id, sum(steps) over (order by updated_at, id) - steps as before
         from old, lateral (select count(*) as steps from step where run_id = old.id) journal),
     ended as (select id from counted where before < ${stepsAtOnce}),
     deleted as (delete from step using ended where run_id = ended.id)
     update run set journal_deleted_at = clock_timestamp() from ended where run.id = ended.id returning run.id`,
    [days],
  );
  return ended.length;
}

/** Keeps journals from growing for ever: a portion a second is more than is written, and leaves the time to the writers. */
export const journalRetention = (database: DataSource, logger: AppLogger, days: number): BackgroundLoop =>
  new BackgroundLoop({
    name: 'journal retention',
    logger,
    idleMs: 1_000,
    work: async () => {
      await deleteJournals(database, days);
      return false;
    },
  });
