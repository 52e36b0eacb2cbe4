import pg from 'pg';
import { newId } from '#kernel';

export interface TestDatabase {
  url: string;
  drop: () => Promise<void>;
}

/** A database of its own on the test server; dropped when the test is done with it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error('TEST_DATABASE_URL is not set: run the tests by npm test');
  const name = `test_${newId().replaceAll('-', '')}`;
  await admin(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.toString(), drop: () => admin(server, `drop database ${name} with (force)`) };
}

export interface TestRole {
  name: string;
  /** The database, as this role. */
  url: string;
  drop: () => Promise<void>;
}

/** A role of its own that may sign in, and nothing else unless said; drop it after the database. */
export async function createTestRole(
  database: TestDatabase,
  { mayCreate = false, memberOf }: { mayCreate?: boolean; memberOf?: string } = {},
): Promise<TestRole> {
  const url = new URL(database.url);
  const name = `role_${newId().replaceAll('-', '')}`;
  await admin(database.url, `create role ${name} login password '${name}'`);
  if (mayCreate) await admin(database.url, `grant create on database ${url.pathname.slice(1)} to ${name}`);
  if (memberOf) await admin(database.url, `grant ${memberOf} to ${name}`);
  [url.username, url.password] = [name, name];
  return { name, url: url.toString(), drop: () => admin(process.env.TEST_DATABASE_URL!, `drop role ${name}`) };
}

async function admin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
