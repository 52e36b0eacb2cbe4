import type pg from 'pg';
import type { Evidence } from '../../tools/chaos/evidence.js';
import { kindsOn } from '../../tools/chaos/fault-schedule.js';
import { verdict } from '../../tools/chaos/verdict.js';

/** Nothing was done and all of it is right. */
const evidence: Evidence = {
  ledger: [],
  records: [],
  effects: [],
  runs: [],
  exceptions: [],
  lines: [],
  undecided: [],
  outbox: 0,
  deliveries: [],
  ambiguous: 1,
  audits: [{ schema: 'process_billing', problem: null }],
  calls: [],
  pushes: [],
  writings: [],
  secrets: [],
  hires: [],
  deals: [],
  hours: 0,
  amendments: [],
  collapses: [],
};
const once = Object.fromEntries(kindsOn('postgres').map((kind) => [kind, 1]));
const options = { seed: 1, faults: kindsOn('postgres').length, queue: 'postgres' } as const;

async function lines(happened: Record<string, number>, facts: Partial<Evidence> = {}, quietAfterMs: number | null = 1) {
  const found = { ...evidence, ...facts };
  return verdict({ evidence: found, happened, quietAfterMs, database: {} as pg.Pool }, options);
}

describe('the verdict on a chaos run', () => {
  it('is good where every fault happened and every promise held', async () => {
    expect((await lines(once)).isRight).toBe(true);
  });

  it.each([
    ['a kind of fault did not happen', lines({ ...once, kill: 0, freeze: 2 }), 'VOID: no fault of kind kill'],
    ['a planned fault did not happen', lines({ ...once, kill: 0 }), 'VOID: only 19 of 20 faults'],
    ['no result was ambiguous', lines(once, { ambiguous: 0 }), 'VOID: no result was ever ambiguous'],
    ['a process ended by itself', lines(once, { collapses: ['systems-1 ended'] }), 'WRONG: systems-1 ended'],
    ['a promise was broken', lines(once, { deals: ['P-1'] }), 'lost: P-1 did not become an active project'],
    ['something never stopped', lines(once, {}, null), 'it never became quiet'],
  ])('is bad where %s', async (_what, told, line) => {
    const { isRight, lines: said } = await told;
    expect(isRight).toBe(false);
    expect(said.join('\n')).toContain(line);
  });
});
