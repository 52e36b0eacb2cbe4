import { spawnSync } from 'node:child_process';
import { setUp } from './setup.mjs';

await setUp();
const { startEmbeddedPostgres } = await import('../dist/tools/postgres/embedded-postgres.js');
const tell = (line) => process.stdout.write(`${line}\n`);
/** `--projects a,b` comes from our scripts; everything else is jest's, which takes its own list of projects last. */
const [first, ...rest] = process.argv.slice(2);
const named = first?.startsWith('--projects=');
const projects = named ? first.slice('--projects='.length).split(',') : ['unit', 'sandbox', 'integration'];
const args = named ? rest : process.argv.slice(2);

const database = process.env.TEST_DATABASE_URL
  ? { url: process.env.TEST_DATABASE_URL, stop: async () => undefined }
  : await startEmbeddedPostgres({ dataDir: `${process.cwd()}/.throughline/test-postgres`, log: tell });
const { status } = spawnSync(
  process.execPath,
  ['node_modules/jest/bin/jest.js', ...args, '--selectProjects', ...projects],
  {
    stdio: 'inherit',
    env: { ...process.env, TEST_DATABASE_URL: database.url },
  },
);
await database.stop();
if (status === 0) tell('\nall green; what to look at next: npm start, docs/, and .ci/run for everything CI checks');
process.exit(status ?? 1);
