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

async function admin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
