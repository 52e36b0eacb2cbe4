import pg from 'pg';
import { Failure } from '#kernel';

/** How long a process that was killed may still seem to be there. */
const patienceMs = 3_000;
const pauseMs = 100;

/**
 * Makes sure that one estate at a time lives on a database. The claim is a lock of a database session, so it ends with
 * the process that holds it, however that ends. Failure: `conflict` where another estate is alive.
 */
export async function claimDatabase(url: string): Promise<() => Promise<void>> {
  const session = new pg.Client({ connectionString: url, application_name: 'estate' });
  // The lock is gone with the session; whoever loses the database has other things to report.
  session.on('error', () => undefined);
  await session.connect().catch((cause: unknown) => {
    throw new Failure('unavailable', `the database cannot be reached: ${String(cause)}`, {
      remedy: 'check DATABASE_URL and that PostgreSQL accepts connections',
      cause,
    });
  });
  for (const until = Date.now() + patienceMs; !(await isOurs(session));) {
    if (Date.now() > until) {
      await session.end();
      throw new Failure('conflict', 'an estate is already running on this database', {
        code: 'already-running',
        remedy: 'stop it, or start this one with another THROUGHLINE_HOME and another BASE_PORT',
      });
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return () => session.end();
}

async function isOurs(session: pg.Client): Promise<boolean> {
  const { rows } = await session.query<{ ours: boolean }>(
    `select pg_try_advisory_lock(hashtext('throughline estate')) as ours`,
  );
  return rows[0]!.ours;
}
