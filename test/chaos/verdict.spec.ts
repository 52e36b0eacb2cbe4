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
  abandoned: ['P-X'],
  amendments: [],
  outages: [],
  requests: [{ key: 'k', answers: ['{}'], otherWords: 422, effects: 1 }],
  replay: null,
  collapses: [],
};
const once = Object.fromEntries(kindsOn('postgres').map((kind) => [kind, 1]));
const kinds = kindsOn('postgres');
const asked = { seed: 1, queue: 'postgres' as const, workflows: 1, faults: kinds.length, began: Date.now() };

async function lines(happened: Record<string, number>, facts: Partial<Evidence> = {}, quietAfterMs: number | null = 1) {
  const found = { ...evidence, ...facts };
  return verdict({ evidence: found, kinds, happened, quietAfterMs, database: {} as pg.Pool }, asked);
}

describe('the verdict on a chaos run', () => {
  it('is good where every fault happened and every promise held', async () => {
    expect((await lines(once)).isRight).toBe(true);
  });

  it('is also told in figures, as it goes on record', async () => {
    const { report } = await lines({ ...once, kill: 3 }, { deals: ['P-1'] }, 4_400);
    expect(report).toMatchObject({ seed: 1, lost: 1, duplicate: 0, stuck: 0, quietAfterSeconds: 4, wanting: [] });
    expect(report.faults).toContainEqual({ kind: 'kill', times: 3 });
    expect(report.promises.filter(({ failures }) => failures > 0)).toHaveLength(1);
  });

  it.each([
    ['a kind of fault did not happen', lines({ ...once, kill: 0, freeze: 2 }), 'VOID: no fault of kind kill'],
    ['a planned fault did not happen', lines({ ...once, kill: 0 }), 'VOID: only 22 of 23 faults'],
    ['no result was ambiguous', lines(once, { ambiguous: 0 }), 'VOID: no result was ever ambiguous'],
    ['nothing was given up', lines(once, { abandoned: [] }), 'VOID: nothing was ever given up'],
    ['nothing was asked for twice', lines(once, { requests: [] }), 'VOID: nothing was ever asked for twice'],
    ['a process ended by itself', lines(once, { collapses: ['systems-1 ended'] }), 'WRONG: systems-1 ended'],
    ['a promise was broken', lines(once, { deals: ['P-1'] }), 'lost: P-1 did not become an active project'],
    ['something never stopped', lines(once, {}, null), 'it never became quiet'],
  ])('is bad where %s', async (_what, told, line) => {
    const { isRight, lines: said } = await told;
    expect(isRight).toBe(false);
    expect(said.join('\n')).toContain(line);
  });
});
