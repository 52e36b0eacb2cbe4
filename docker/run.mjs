import { existsSync, readdirSync } from 'node:fs';

/** Runs the app that `APP` names, in this process. */
const entryOf = (app) => new URL(`../dist/apps/${app}/src/main.js`, import.meta.url);
const apps = readdirSync(new URL('../dist/apps', import.meta.url)).filter((app) => existsSync(entryOf(app)));
const { APP: app = '' } = process.env;

if (apps.includes(app)) {
  // Process 1 is not ended by a signal it does not handle, and an app drains only once it is up.
  const giveUp = () => process.exit(143);
  process.once('SIGTERM', giveUp);
  await import(entryOf(app));
  process.off('SIGTERM', giveUp);
} else {
  process.stderr.write(`APP is "${app}": set it to one of ${apps.join(', ')}\n`);
  process.exitCode = 2;
}
