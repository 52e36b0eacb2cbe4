import { type DataSource, openDatabase } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { effectMigrations } from './effect-schema.js';

let testDatabase: TestDatabase;
export let database: DataSource;

/** A database of a system app's effects, made for a test file and dropped after it. */
export async function openEffects(): Promise<void> {
  testDatabase = await createTestDatabase();
  database = await openDatabase({ url: testDatabase.url, schema: 'system_test', migrations: effectMigrations });
}

export async function closeEffects(): Promise<void> {
  await database.destroy();
  await testDatabase.drop();
}
