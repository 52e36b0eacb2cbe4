import 'reflect-metadata';
import { appNames, runApp } from '#platform';
import { apps } from '../estate/apps.js';
import { print } from './connect.js';

/** Starts one app as a process of its own: `npm run app -- system-netsuite`. */
const name = process.argv[2];
const app = apps.find((candidate) => candidate.name === name);
if (app) await runApp(app);
else {
  print(`say which app: ${appNames.join(', ')}`);
  process.exitCode = 2;
}
