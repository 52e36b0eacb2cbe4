import { spawn } from 'node:child_process';
import { plantedBugs } from '../../tools/crash/planted-bugs.js';

jest.setTimeout(1_500_000);
// The twin a case is compared with is a run of its own, and now and then takes another course: what is broken is so twice.
jest.retryTimes(1, { logErrorsBeforeRetry: true });

/** Runs the harness to its end on ports of its own; answers its exit code and all it said. */
async function crash(...args: string[]): Promise<{ code: number | null; said: string }> {
  const env = { ...process.env, BASE_PORT: process.env.CRASH_BASE_PORT ?? '17200', REDIS_URL: '' };
  const child = spawn(process.execPath, ['dist/tools/crash/main.js', ...args], { env });
  let said = '';
  const keep = (chunk: Buffer): void => void (said += chunk.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  process.stdout.write(said);
  return { code, said };
}

describe('a process that dies, fails or stands still at a failpoint', () => {
  it('loses nothing and does nothing twice, in any workflow', async () => {
    const { code, said } = await crash(...(process.env.CRASH_ALL ? ['--all'] : []));
    expect(said).not.toContain('BROKEN');
    expect(code).toBe(0);
  });
});

// Each is a harness of its own, from its ground up: only with the whole matrix.
(process.env.CRASH_ALL ? describe : describe.skip)('a planted bug is caught', () => {
  it.each(plantedBugs)('$name', async ({ name, caughtBy }) => {
    const { code, said } = await crash('--all', '--only', caughtBy, '--plant', name);
    expect(said).toMatch(new RegExp(`BROKEN ${caughtBy}: .*(lost|too much)`));
    expect(code).toBe(1);
  });
});
