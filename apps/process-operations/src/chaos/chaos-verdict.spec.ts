import { chaosReport as report } from './chaos.fixture.js';
import { verdictOf } from './chaos-verdict.js';

describe('the verdict on a chaos run', () => {
  it('is that it held where every promise was kept under all faults', () => {
    expect(verdictOf(report)).toBe('held');
  });

  it.each([
    ['something was lost', { lost: 1 }],
    ['something was done twice', { duplicate: 1 }],
    ['something never ended', { stuck: 1 }],
    ['a promise was not kept', { promises: [{ name: 'I1', promise: 'nothing is lost', failures: 1 }] }],
    ['a process ended by itself', { collapses: ['processes-1 ended by itself (exit 1)'] }],
    ['it never became quiet', { quietAfterSeconds: null }],
    ['it broke although faults lacked', { stuck: 1, wanting: ['only 3 of 40 faults happened'] }],
  ])('is broken where %s', (_case, figures) => {
    expect(verdictOf({ ...report, ...figures })).toBe('broken');
  });

  it.each([
    ['too few faults happened', { wanting: ['only 3 of 40 faults happened'] }],
    ['nothing was held to', { promises: [] }],
  ])('is void where %s', (_case, figures) => {
    expect(verdictOf({ ...report, ...figures })).toBe('void');
  });
});
