import type { Failure } from '#kernel';
import { acquired } from './acquired.fixture.js';
import { checkedChanges } from './corrections.js';
import type { Issue } from './issues.js';

const everybody = [acquired(1), acquired(2), acquired(3)];
const issue = (corrects: Issue['corrects'], rows: number[]): Issue => ({
  key: 'k',
  rows,
  corrects,
  failure: null as never,
});

const problemsOf = (corrects: Issue['corrects'], rows: number[], changes: object): string[] => {
  try {
    checkedChanges(issue(corrects, rows), everybody, changes as Record<string, unknown>);
    return [];
  } catch (error) {
    return (error as Failure).detail.fields!.map(({ field, message }) => `${field} ${message}`);
  }
};

describe('the correction of an acquisition', () => {
  it('of a value is one of ours, or null to leave it out', () => {
    expect(checkedChanges(issue('value', [1, 2]), everybody, { value: 'US-TEC' }).value).toBe('US-TEC');
    expect(checkedChanges(issue('value', [1, 2]), everybody, { value: null }).value).toBeNull();
    expect(problemsOf('value', [1], { value: {}, other: 'x' })).toEqual([
      'other cannot be corrected: use value',
      'value must be one of our values, or null',
    ]);
  });

  it('of a person changes exactly that row', () => {
    const changes = { workEmail: 'new@halloway.example', samePersonAs: 'nobody' };
    expect([...checkedChanges(issue('person', [2]), everybody, changes).rows]).toEqual([
      [2, { corrections: { email: 'new@halloway.example' }, samePersonAs: 'nobody' }],
    ]);
    expect([...checkedChanges(issue('person', [2]), everybody, { samePersonAs: 1013 }).rows]).toEqual([
      [2, { corrections: {}, samePersonAs: '1013' }],
    ]);
  });

  it('of a circle changes the manager of the one who is named', () => {
    const { rows } = checkedChanges(issue('managers', [1, 2]), everybody, { 'H-1': 'nobody', 'H-2': 'H-3' });
    expect([...rows]).toEqual([
      [1, { corrections: { manager: null } }],
      [2, { corrections: { manager: 'H-3' } }],
    ]);
  });

  it('is refused with everything that is wrong with it', () => {
    expect(problemsOf('person', [1], {})).toEqual(['changes is empty']);
    expect(problemsOf('person', [1], { workEmail: 'none', number: 'H-2', pay: '1', grade: true })).toEqual([
      'workEmail "none" is not an e-mail address',
      'pay cannot be corrected: use workEmail, number, costCentre, grade, location, samePersonAs',
      'grade must be a text',
      'number "H-2" is taken',
    ]);
    expect(problemsOf('managers', [1, 2], { 'H-3': 'H-1', 'H-1': true })).toEqual([
      'H-3 is none of H-1, H-2',
      'H-1 must be a worker number or "nobody"',
    ]);
    expect(problemsOf('person', [1], JSON.parse('{"__proto__":"x"}') as object)).toHaveLength(1);
  });
});
