import 'reflect-metadata';
import { type DataSource } from '#platform';
import { rebuildQueue, runSchemas } from '#workflow';
import { command, print } from './connect.js';
import { withDatabase } from './database.js';

const usage = `npm run queue -- rebuild
reads the database itself: DATABASE_URL, or the running embedded one`;

/** Fills a queue that was lost from the record; may be typed at any time, and again. */
await command(async () => {
  const [verb = 'help'] = process.argv.slice(2);
  if (verb === 'rebuild') await withDatabase(rebuild);
  else {
    print(usage);
    process.exitCode = verb === 'help' ? 0 : 2;
  }
});

async function rebuild(database: DataSource): Promise<void> {
  const schemas = await runSchemas(database);
  for (const schema of schemas) {
    print(`${schema.replaceAll('_', '-')}: ${await rebuildQueue(database, schema)} runs due, handed out again`);
  }
  if (schemas.length > 0) return;
  print('no process app in this database');
  process.exitCode = 1;
}
