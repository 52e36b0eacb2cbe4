import { faultKinds } from '#kernel';
import { inOrder, matrix, named, slice } from '../../tools/crash/matrix.js';

const cases = [
  ...matrix('onboarding', { 'before-intent': 9, 'after-end': 1 }, false),
  ...matrix('billing', { 'before-intent': 4 }, false),
];

describe('the matrix', () => {
  it('has each passing of each failpoint in each way', () => {
    expect(cases).toHaveLength((9 + 1 + 4) * faultKinds.length);
    expect(new Set(cases.map(named)).size).toBe(cases.length);
  });

  it('has a slice that meets each workflow at each failpoint by error and pause, and kills at each failpoint', () => {
    const groups = (all: typeof cases) =>
      new Set(
        all.map(({ workflow, fault }) =>
          fault.kind === 'kill' ? fault.failpoint : `${workflow} ${fault.failpoint} ${fault.kind}`,
        ),
      );
    expect(groups(slice(cases))).toEqual(groups(cases));
    expect(slice(cases)).toHaveLength(3 * 2 + 2);
    expect(slice(cases)).toEqual(slice(cases));
  });

  it('is gone through from what costs neighbours nothing to what kills them', () => {
    expect([...new Set(inOrder(cases).map(({ fault }) => fault.kind))]).toEqual(['error', 'pause', 'kill']);
  });
});
