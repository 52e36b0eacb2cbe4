import { Failure } from '#kernel';
import { DataSource } from '#platform';
import { estateSettings } from '../estate/settings.js';
import { runningPostgres } from '../postgres/embedded-postgres.js';

/** The database itself: `DATABASE_URL`, or the running embedded one. */
export async function databaseUrl(): Promise<string> {
  const url = process.env.DATABASE_URL || (await runningPostgres(`${estateSettings(process.env).home}/postgres`));
  if (url) return url;
  throw new Failure('unavailable', 'no database runs here', { remedy: 'set DATABASE_URL, or start the estate' });
}

/** Works on the database itself. */
export async function withDatabase(work: (database: DataSource) => Promise<void>): Promise<void> {
  const url = await databaseUrl();
  const database = await new DataSource({ type: 'postgres', url, applicationName: 'command line' }).initialize();
  try {
    await work(database);
  } finally {
    await database.destroy();
  }
}
