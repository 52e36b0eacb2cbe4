import { spawn } from 'node:child_process';

jest.setTimeout(480_000);

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

describe('sixty pieces of work under forty faults', () => {
  it('end with nothing lost, nothing twice, nothing stuck, and nobody uninformed', async () => {
    const { code, said } = await chaos('--seed', '41', '--workflows', '60', '--faults', '40', '--queue', 'postgres');
    // The verdict first: it says which promise was broken, and what became of the effect.
    expect(said).not.toMatch(/BROKEN|WRONG|VOID/);
    expect(said).toContain('lost 0, duplicate 0, stuck 0');
    expect(code).toBe(0);
  });
});
