import { createHash } from 'node:crypto';
import { DataSource, type EntityManager, type MigrationInterface } from 'typeorm';
import { Failure } from '#kernel';
import { grantRows } from './database-owner.js';
import { WatchedConnections } from './silent-database.js';

export type { EntityManager } from 'typeorm';
export { DataSource } from 'typeorm';

export interface DatabaseOptions {
  url: string;
  /** Migrates, where another role than that of `url` owns the tables. */
  ownerUrl?: string | null;
  /** The schema that belongs to this app alone; unqualified names resolve to it. */
  schema: string;
  migrations: (new () => MigrationInterface)[];
  entities?: (new () => object)[];
  /** Connections this app may hold. */
  poolSize?: number;
  /** How long the server may say nothing while it is asked, in milliseconds: no statement may take longer. */
  silenceMs?: number;
}

/**
 * Opens an app's database, creating its schema and applying its migrations, by its owner where that is another role;
 * refuses when it cannot be reached.
 */
export async function openDatabase({ ownerUrl, ...options }: DatabaseOptions): Promise<DataSource> {
  if (ownerUrl) {
    const owner = await openDatabase({ ...options, url: ownerUrl, poolSize: 2 });
    await owner.destroy();
    await grantRows({ ownerUrl, url: options.url }, [options.schema, 'events', 'routing', 'usage']);
  }
  const connections = new WatchedConnections();
  const database = new DataSource({
    type: 'postgres',
    url: options.url,
    entities: options.entities ?? [],
    migrations: options.migrations,
    migrationsTableName: 'migration',
    synchronize: false,
    logging: false,
    installExtensions: false,
    applicationName: options.schema,
    extra: {
      max: options.poolSize ?? 6,
      options: `-c search_path=${options.schema},public`,
      stream: connections.socket,
    },
  });
  try {
    await database.initialize();
  } catch (error) {
    throw new Failure('unavailable', `cannot reach the database for "${options.schema}": ${String(error)}`, {
      remedy: 'check DATABASE_URL and that PostgreSQL accepts connections',
      cause: error,
    });
  }
  try {
    await migrate(database, options.schema);
    connections.limit(options.silenceMs ?? 60_000);
    return database;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

/** One process at a time migrates a schema; the others wait and find nothing left to do. */
async function migrate(database: DataSource, schema: string): Promise<void> {
  const runner = database.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock(hashtext($1))', [`migrate:${schema}`]);
    // A role that may not create schemas can still open one that is there.
    const found = (await runner.query('select to_regnamespace($1) as schema', [schema])) as { schema: string | null }[];
    if (found[0]!.schema === null) await runner.query(`create schema ${schema}`);
    await database.runMigrations({ transaction: 'each' });
  } finally {
    await runner.query('select pg_advisory_unlock(hashtext($1))', [`migrate:${schema}`]);
    await runner.release();
  }
}

/** SQL that writes a moment as RFC 3339 in UTC, to the millisecond. */
export const momentText = (moment: string): string =>
  `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const statementNames = new Map<string, string>();

/**
 * Rows of a statement that is asked all the time: the server parses and plans it once a connection. The text must not
 * change with its values.
 */
export function preparedRows<T>(manager: EntityManager | DataSource, sql: string, values: unknown[]): Promise<T[]> {
  let name = statementNames.get(sql);
  if (!name) statementNames.set(sql, (name = `s${createHash('sha256').update(sql).digest('hex').slice(0, 16)}`));
  // TypeORM hands the query on to the driver as it is, and that takes a name beside the text.
  return rows<T>(manager, { name, text: sql } as unknown as string, values);
}

/** Rows of a query, typed by the caller who wrote it. */
export async function rows<T>(manager: EntityManager | DataSource, sql: string, values: unknown[] = []): Promise<T[]> {
  const result: unknown = await manager.query(sql, values);
  // TypeORM answers [rows, affected] for UPDATE and DELETE, and rows for everything else.
  if (Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number') {
    return result[0] as T[];
  }
  return result as T[];
}
