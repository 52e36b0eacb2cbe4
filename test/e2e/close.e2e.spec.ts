import { spawn } from 'node:child_process';

jest.setTimeout(600_000);

describe('a month approved at once (E6, H13)', () => {
  it('is billed to the end, each entry exactly once, at not much more than a call an entry', async () => {
    const { code, output } = await bench(2_000);
    expect(output).toContain('approved 2000, charged exactly once 2000, charges 2000');
    expect(output).toContain('each entry is billed exactly once');
    expect(output).toContain('left open: 0 lines, 0 runs');
    expect(callsAnEntry(output, 'netsuite')).toBeLessThan(1.5);
    expect(callsAnEntry(output, 'kantata')).toBeLessThan(1.5);
    expect(code).toBe(0);
  });
});

function bench(entries: number): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ['dist/tools/bench/close.js', '--entries', String(entries)], {
    env: { ...process.env, BASE_PORT: '15000' },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}

function callsAnEntry(output: string, vendor: string): number {
  const found = new RegExp(`${vendor}: \\d+ calls, ([\\d.]+) an entry`).exec(output);
  if (!found) throw new Error(`nothing is said of ${vendor}:\n${output}`);
  return Number(found[1]);
}
