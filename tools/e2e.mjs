import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

/** `npm run e2e -- --estate mixed`: the month of the firm on one estate, or on those named, separated by commas. */
const usage = 'npm run e2e -- [--estate us|global|mixed[,…]]';
const { values } = options();
const tests = ['tools/test.mjs', '--projects=e2e', '--runInBand', 'test/e2e/estates.e2e.spec.ts'];
const { status } = spawnSync(process.execPath, tests, {
  stdio: 'inherit',
  env: { ...process.env, ESTATES: values.estate },
});
process.exit(status ?? 1);

function options() {
  try {
    return parseArgs({ options: { estate: { type: 'string', default: '' } } });
  } catch (error) {
    process.stderr.write(`${error.message}\n\n${usage}\n`);
    process.exit(2);
  }
}
