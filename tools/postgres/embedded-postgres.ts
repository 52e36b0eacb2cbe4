import { existsSync } from 'node:fs';
import pg from 'pg';
import { installBinaries } from './binaries.js';
import { type Access, changePort, openCluster, readAccess } from './cluster.js';
import { findPlace, makePlace, type Place, removePlace } from './place.js';
import { addressOf, findPostmaster, forgetDeadPostmaster, launchPostmaster, stopPostmaster } from './postmaster.js';

export interface EmbeddedPostgres {
  url: string;
  port: number;
  /** Ends the server; call it after everything that uses it has stopped. */
  stop: () => Promise<void>;
}

export interface PostgresOptions {
  /** Folder that stands for this cluster; with root, the data itself is elsewhere. */
  dataDir: string;
  log: (line: string) => void;
}

const database = 'throughline';

/** Starts, or takes over, a PostgreSQL that belongs to this folder alone. Nothing needs to be installed. */
export async function startEmbeddedPostgres({ dataDir, log }: PostgresOptions): Promise<EmbeddedPostgres> {
  const place = await makePlace(dataDir);
  const { initdb, postgres } = await installBinaries(place.home);
  const access = await ensureRunning(place, await openCluster(place, initdb, log), postgres, log);
  await createDatabase(addressOf(access, 'postgres'));
  return { url: addressOf(access, database), port: access.port, stop: () => stopPostmaster(place, access) };
}

async function ensureRunning(
  place: Place,
  access: Access,
  postgres: string,
  log: (line: string) => void,
): Promise<Access> {
  const presence = await findPostmaster(place, access);
  if (presence === 'ready') return access;
  if (presence === 'stranger') log(`port ${access.port} is in use by another program, the database takes another one`);
  const free = presence === 'stranger' ? await changePort(place, access) : access;
  await forgetDeadPostmaster(place);
  await launchPostmaster(postgres, place, free);
  return free;
}

/** The address of a server that runs on this folder's cluster now. */
export async function runningPostgres(dataDir: string): Promise<string | null> {
  const place = await findPlace(dataDir);
  if (!existsSync(place.data) || !existsSync(place.access)) return null;
  const access = await readAccess(place);
  return (await findPostmaster(place, access)) === 'ready' ? addressOf(access, database) : null;
}

/** Stops a cluster and forgets everything in it. */
export async function removeEmbeddedPostgres(dataDir: string): Promise<void> {
  const place = await findPlace(dataDir);
  if (existsSync(place.data) && existsSync(place.access)) await stopPostmaster(place, await readAccess(place));
  await removePlace(dataDir, place);
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${database}`);
  } finally {
    await client.end();
  }
}
