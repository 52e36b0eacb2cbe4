import { execFileSync } from 'node:child_process';

const aheadMs = 3_600_000;

/** What a process with a clock an hour ahead answers. */
function ask(expression: string): unknown {
  const program = `await import('./dist/tools/chaos/skewed-clock.js'); console.log(JSON.stringify(${expression}))`;
  const env = { ...process.env, CHAOS_CLOCK_MS: String(aheadMs) };
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', program], { env, encoding: 'utf8' }));
}

describe('a clock that is wrong', () => {
  it.each(['Date.now()', 'new Date().getTime()'])('is wrong in %s', (now) => {
    const before = Date.now() + aheadMs;
    const answer = ask(now) as number;
    expect(answer).toBeGreaterThanOrEqual(before);
    expect(answer).toBeLessThanOrEqual(Date.now() + aheadMs);
  });

  it('leaves the dates of the calendar and of others alone', () => {
    expect(ask('new Date(0)')).toBe('1970-01-01T00:00:00.000Z');
    expect(ask('new Date(2026, 0, 5).getDate()')).toBe(5);
    expect(ask('structuredClone(new Date(5)) instanceof Date')).toBe(true);
  });
});
