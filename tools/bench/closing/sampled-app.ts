import 'reflect-metadata';
import { explain, loadConfig, type RunningApp, startApp } from '#platform';
import { apps } from '../../estate/apps.js';

/** How much memory an app still needs at a moment, in bytes: what was dead was collected just before. */
export interface MemorySample {
  heapUsed: number;
  rss: number;
}

const everyMs = 2_000;

/** Runs the app named on the command line as a process of its own that tells its parent how much memory it has. */
async function main(): Promise<RunningApp> {
  const definition = apps.find(({ name }) => name === process.argv[2])!;
  const running = await startApp(definition, loadConfig(definition.name));
  setInterval(() => {
    globalThis.gc!();
    const { heapUsed, rss } = process.memoryUsage();
    process.send!({ heapUsed, rss } satisfies MemorySample);
  }, everyMs);
  return running;
}

// Only the bench starts it; other files here import its type.
if (process.send) {
  const started = main();
  process.on('SIGTERM', () => void started.then((running) => running.close()).then(() => process.exit()));
  started.catch((error: unknown) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  });
}
