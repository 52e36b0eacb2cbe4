import './skewed-clock.js';
import 'reflect-metadata';
import { Agent } from 'undici';
import { explain, loadConfig, type RunningApp, startApp } from '#platform';
import { apps } from '../estate/apps.js';
import { processHeader } from './calls.js';

/**
 * Runs the apps named on the command line in one process: `apps.js system-netsuite system-kantata`. `CHAOS_ROUTES`
 * (JSON, origin → origin) leads calls to a vendor through its proxy without the app or the vendor knowing: both sign
 * and check addresses.
 */
const routes = new Map(Object.entries(JSON.parse(process.env.CHAOS_ROUTES ?? '{}') as Record<string, string>));
/** Where every dispatcher of undici has it from. */
const base = Object.getPrototypeOf(Agent.prototype) as Agent;

Agent.prototype.dispatch = function (options, handler) {
  const proxy = routes.get(String(options.origin));
  if (!proxy) return base.dispatch.call(this, options, handler);
  const headers = { ...(options.headers as Record<string, string>), [processHeader]: String(process.pid) };
  return base.dispatch.call(this, { ...options, origin: proxy, headers }, handler);
};

const wanted = process.argv.slice(2);
const running: RunningApp[] = [];
const stop = async (): Promise<void> => {
  for (const app of running.toReversed()) await app.close();
  process.exit();
};
process.on('SIGTERM', () => void stop());

try {
  for (const definition of apps.filter(({ name }) => wanted.includes(name)))
    running.push(await startApp(definition, loadConfig(definition.name)));
  process.stdout.write('{"msg":"all apps answer"}\n');
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
