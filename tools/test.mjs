import { spawnSync } from 'node:child_process';
import { setUp } from './setup.mjs';

setUp();
const { status } = spawnSync(process.execPath, ['node_modules/jest/bin/jest.js', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
if (status === 0)
  process.stdout.write('\nall green; what to look at next: npm start, docs/, and .ci/run for everything CI checks\n');
process.exit(status ?? 1);
