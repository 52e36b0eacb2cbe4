import 'reflect-metadata';
import { openDatabase } from '#platform';
import { app } from '../../apps/experience-api/src/app.js';
import { rebuild } from '../../apps/experience-api/src/readmodels/projector.repository.js';
import { command, print } from './connect.js';
import { databaseUrl } from './database.js';

const usage = `npm run readmodels -- rebuild
makes what the experience API shows again from the event log; reads the database itself: DATABASE_URL, or the running embedded one`;

/** Makes the read models again from the log; may be typed at any time, and again. */
await command(async () => {
  const [verb = 'help'] = process.argv.slice(2);
  if (verb !== 'rebuild') {
    print(usage);
    process.exitCode = verb === 'help' ? 0 : 2;
    return;
  }
  const database = await openDatabase({
    url: await databaseUrl(),
    schema: 'experience_api',
    migrations: app.migrations,
  });
  try {
    print(`read models made again from ${await rebuild(database)} events`);
  } finally {
    await database.destroy();
  }
});
