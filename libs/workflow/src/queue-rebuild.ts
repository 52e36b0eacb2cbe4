import { type DataSource, rows } from '#platform';
import { isDue } from './run.repository.js';

/** The schema of every app that has runs. */
export async function runSchemas(database: DataSource): Promise<string[]> {
  const found = await rows<{ schema: string }>(
    database,
    `select table_schema as schema from information_schema.columns
      where table_name = 'run' and column_name = 'queued_at' order by 1`,
  );
  return found.map(({ schema }) => schema);
}

/**
 * Forgets that the runs due in a schema were handed to the queue, so that the sweeper hands them out at once; answers how
 * many. Harmless where the queue still has them: a run is moved by whoever claims it first.
 */
export async function rebuildQueue(database: DataSource, schema: string): Promise<number> {
  const runs = `"${schema}".run`;
  const [due] = await rows<{ count: number }>(
    database,
    `with due as (
       update ${runs} set queued_at = null where id in (select id from ${runs} where ${isDue} for update skip locked)
       returning 1)
     select count(*)::int as count from due`,
  );
  return due!.count;
}
