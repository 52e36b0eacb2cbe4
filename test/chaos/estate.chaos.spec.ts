import { spawn } from 'node:child_process';

jest.setTimeout(300_000);

/** Runs the harness to its end on ports of its own; answers its exit code and all it said. */
async function chaos(...args: string[]): Promise<{ code: number | null; said: string }> {
  const env = { ...process.env, BASE_PORT: process.env.CHAOS_BASE_PORT ?? '16800', REDIS_URL: '' };
  const child = spawn(process.execPath, ['dist/tools/chaos/main.js', ...args], { env });
  let said = '';
  const keep = (chunk: Buffer): void => void (said += chunk.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said };
}

const seed = process.env.SEED ?? '41';

describe('thirty pieces of work under twenty-six faults', () => {
  it.each(['postgres', 'redis'])('on %s end with nothing lost, nothing twice, nothing stuck', async (queue) => {
    const { code, said } = await chaos('--seed', seed, '--workflows', '30', '--faults', '26', '--queue', queue);
    // The verdict first: it says which promise was broken, and what became of the effect.
    expect(said).not.toMatch(/BROKEN|WRONG|VOID/);
    expect(said).toContain('lost 0, duplicate 0, stuck 0');
    expect(code).toBe(0);
  });
});
