import { spawn } from 'node:child_process';

jest.setTimeout(600_000);

const entries = 48;

describe('a quarter close that is rehearsed (E20, H13, H18, L11)', () => {
  it('says of each entry what became of it, by the vendors’ ledgers, and what would have helped', async () => {
    const { code, output } = await rehearse(
      ['--quarter-close', `--entries=${entries}`, '--cut-off=20m', '--approvals=15m', '--quota=erp:2x6s'],
      ['--outage=erp:5m@cut-off-8m', '--mistakes=10%', '--desk=1m', '--compress=20'],
    );
    expect(output).toContain('each entry is billed exactly once');
    expect(code).toBe(0);
    // Counted from the records and ledgers, apart from the figures below.
    expect(output).toContain(
      `by the vendors' records: ${entries} approved, ${entries} charged exactly once, ${entries} charges`,
    );
    const figures = ['MER-DE', 'MER-US'].map((entity) => figuresOf(output, entity));
    expect(figures.reduce((sum, { approved }) => sum + approved, 0)).toBe(entries);
    for (const { approved, inTime, late, missing, missed } of figures) {
      expect(inTime + late + missing).toBe(approved);
      expect(missing).toBe(0);
      expect(Number(missed) > 0).toBe(late > 0);
    }
    const late = figures.reduce((sum, one) => sum + one.late, 0);
    expect(/as rehearsed +(\d+)/.exec(output)![1]).toBe(String(late));
    expect(/the same, computed +(\d+)/.exec(output)).not.toBeNull();
    expect(output).toContain('after the outage the first charge came in');
  });

  it('lists everything that cannot be rehearsed, and starts nothing', async () => {
    const { code, output } = await rehearse(['--entries=none', '--outage=fax:1m@cut-off']);
    expect(code).toBe(1);
    for (const problem of ['--quarter-close', '--entries "none"', '--outage "fax:1m@cut-off"'])
      expect(output).toContain(problem);
    expect(output).not.toContain('the twin is up');
  });
});

interface Figures {
  approved: number;
  inTime: number;
  late: number;
  missing: number;
  /** The money that missed the cut-off. */
  missed: string;
}

function figuresOf(output: string, entity: string): Figures {
  const found = new RegExp(`^  ${entity} +(\\d+) +(\\d+) +(\\d+) +(\\d+) +([\\d,.]+) [A-Z]{3}$`, 'm').exec(output);
  if (!found) throw new Error(`nothing is said of ${entity}:\n${output}`);
  const [approved, inTime, late, missing] = found.slice(1, 5).map(Number) as [number, number, number, number];
  return { approved, inTime, late, missing, missed: found[5]!.replaceAll(',', '') };
}

function rehearse(...args: string[][]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ['dist/tools/rehearsal/main.js', ...args.flat()], {
    env: { ...process.env, BASE_PORT: '16400' },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}
