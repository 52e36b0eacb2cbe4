import { acquired, directory, ours } from './acquired.fixture.js';
import type { KeptRow } from './acquisition.repository.js';
import { assess, workerOf } from './assessment.js';
import { compared } from './comparison.js';

const assessed = (rows: KeptRow[], people = [ours()]) => {
  const { rows: matched, mappings } = compared({ rows, mappings: [] }, directory(people));
  const { verdicts, issues } = assess(matched, mappings);
  return {
    standings: verdicts.map(({ standing }) => standing),
    issues: issues.map(({ failure, rows: of }) => [failure.detail.code, of]),
    failures: issues.map(({ failure }) => failure),
    mappings,
  };
};

describe('what is clear of an acquisition', () => {
  it('is ready, and becomes a worker in our words', () => {
    const row = acquired(1, { skills: ['java', 'SQL'], manager: 'grace.whitfield@meridian.example' });
    const { standings, issues, mappings } = assessed([row]);
    expect([standings, issues]).toEqual([['ready'], []]);
    expect(workerOf(row, mappings, { acquisition: 'a', legalEntity: 'MER-US' })).toMatchObject({
      number: 'H-1',
      workEmail: 'h1@halloway.example',
      legalEntity: 'MER-US',
      costCentre: 'US-TEC',
      grade: 'Senior Consultant',
      location: 'Boston',
      skills: ['SKL-JAVA', 'SKL-SQL'],
      status: 'active',
    });
  });

  it('waits for a person where a value is only plausible, without an exception', () => {
    expect(assessed([acquired(1, { grade: 'Lead Architect' }), acquired(2)])).toMatchObject({
      standings: ['waiting-for-mapping', 'ready'],
      issues: [],
    });
  });

  it('is one exception a value, however many rows have it (K11, K16, K23)', () => {
    const rows = [
      acquired(1, { costCentre: 'Legal Affairs' }),
      acquired(2, { costCentre: 'Legal Affairs' }),
      acquired(3, { grade: 'Wizard' }),
      acquired(4, { skills: ['COBOL', 'Java'] }),
      acquired(5),
    ];
    const { standings, issues, failures } = assessed(rows);
    expect(standings).toEqual(['exception', 'exception', 'exception', 'exception', 'ready']);
    expect(issues).toEqual([
      ['missing-cost-centre', [1, 2]],
      ['unmapped-grade', [3]],
      ['unmapped-value', [4]],
    ]);
    expect(failures[0]).toMatchObject({
      message: 'cost-centre "Legal Affairs" in rows 1, 2 is none of ours',
      detail: { fields: [{ field: 'row 1: cost-centre' }, { field: 'row 2: cost-centre' }] },
    });
    expect(failures[0]!.detail.remedy).toContain('Candidates: none');
  });

  it('misses nothing silently: all that a person lacks is one exception (K11, K12)', () => {
    const { issues, failures } = assessed([
      acquired(1, { email: null, grade: null }),
      acquired(2, { costCentre: null }),
    ]);
    expect(issues).toEqual([
      ['missing-attribute', [1]],
      ['missing-cost-centre', [2]],
    ]);
    expect(failures[0]!.message).toBe('row 1 (H-1) has no workEmail, grade');
  });

  it('takes the same name and e-mail for the same person, and asks where less is the same (K2)', () => {
    const same = { firstName: 'GRACE', lastName: 'Whitfield' };
    const rows = [
      acquired(1, { ...same, email: 'Grace.Whitfield@meridian.example' }),
      acquired(2, same),
      acquired(3, { ...same, location: 'Chicago' }),
      acquired(4, { number: '1011' }),
    ];
    const { standings, issues } = assessed(rows);
    expect(standings).toEqual(['matched', 'exception', 'ready', 'exception']);
    expect(issues).toEqual([
      ['duplicate-worker', [2]],
      ['duplicate-worker', [4]],
    ]);
  });

  it('believes a person who says who it is, but gives nobody a number that is taken (K2)', () => {
    const same = { firstName: 'Grace', lastName: 'Whitfield' };
    const said = (row: number, samePersonAs: string, changes = {}): KeptRow => ({
      ...acquired(row, { ...same, ...changes }),
      samePersonAs,
    });
    const rows = [said(1, '1011'), said(2, 'nobody'), said(3, 'nobody', { number: '1011' })];
    expect(assessed(rows).standings).toEqual(['matched', 'ready', 'exception']);
  });

  it('is no circle of managers: each circle is one exception, those who report into it go on (K24)', () => {
    const rows = [acquired(1, { manager: 'H-2' }), acquired(2, { manager: 'H-1' }), acquired(3, { manager: 'H-1' })];
    const { standings, issues, failures } = assessed(rows);
    expect([standings, issues]).toEqual([['exception', 'exception', 'ready'], [['manager-cycle', [1, 2]]]]);
    expect(failures[0]!.message).toBe('rows 1, 2 report to each other in a circle: H-1 → H-2 → H-1');
  });

  it('leaves out whom a person left out, with all that is wrong about them', () => {
    expect(assessed([{ ...acquired(1, { email: null }), leftOut: true }])).toMatchObject({
      standings: ['left-out'],
      issues: [],
    });
  });

  it('stays decided when our own values change', () => {
    const rows = [acquired(1, { grade: 'Lead Architect' })];
    const before = compared({ rows, mappings: [] }, directory()).mappings;
    const decided = before.map((one) => ({ ...one, value: 'Manager', state: 'accepted' as const, version: 2 }));
    expect(compared({ rows, mappings: decided }, directory()).mappings).toEqual(decided);
  });
});
