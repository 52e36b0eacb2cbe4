import { faultKinds } from '#kernel';
import { type Case, inOrder, matrix, named, slice } from '../../tools/crash/matrix.js';

const workflows = ['onboarding', 'billing', 'review', 'replay'];
const cases = [
  ...workflows.flatMap((workflow) => matrix(workflow, { 'before-intent': 9, 'after-end': 1 }, false)),
  ...matrix('billing', { 'after-act': 4 }, false),
  ...matrix('onboarding', { 'after-stored': 1 }, true),
];

const pairs = (all: Case[], of: (one: Case) => string): string[] => [...new Set(all.map(of))].toSorted();
const atFailpoint = ({ workflow, fault }: Case): string => `${workflow} ${fault.failpoint}`;
const inEachWay = ({ fault }: Case): string => `${fault.failpoint} ${fault.kind}`;

describe('the matrix', () => {
  it('has each passing of each failpoint in each way', () => {
    expect(cases).toHaveLength((4 * (9 + 1) + 4 + 1) * faultKinds.length);
    expect(new Set(cases.map(named)).size).toBe(cases.length);
  });

  it('leaves out passings that do not come every time', () => {
    const hits = { 'before-intent': 5, 'after-act': 3, 'after-handled': 7 };
    const failpoints = matrix('load', hits, false).map(({ fault }) => fault.failpoint);
    const times = (name: string): number => failpoints.filter((one) => one === name).length / faultKinds.length;
    expect([times('before-intent'), times('after-act'), times('after-handled')]).toEqual([3, 3, 2]);
  });

  it('has a slice that meets each workflow at each failpoint, and each failpoint in each way', () => {
    const part = slice(cases);
    expect(pairs(part, atFailpoint)).toEqual(pairs(cases, atFailpoint));
    expect(pairs(part, inEachWay)).toEqual(pairs(cases, inEachWay));
    expect(slice(cases)).toEqual(part);
  });

  it('kills once at each failpoint in the slice, and does the same to no workflow at every failpoint', () => {
    const part = slice(cases);
    const kills = part.filter(({ fault }) => fault.kind === 'kill');
    expect(kills.map(({ fault }) => fault.failpoint).toSorted()).toEqual([
      'after-act',
      'after-end',
      'after-stored',
      'before-intent',
    ]);
    expect(new Set(kills.map(({ workflow }) => workflow)).size).toBeGreaterThan(1);
    expect(new Set(part.filter(({ workflow }) => workflow === 'review').map(({ fault }) => fault.kind)).size).toBe(2);
    // Four workflows at two failpoints, one in three ways at two more.
    expect(part).toHaveLength(4 + 4 + 3 + 3);
  });

  it('is gone through from what costs neighbours nothing to what kills them', () => {
    expect([...new Set(inOrder(cases).map(({ fault }) => fault.kind))]).toEqual(['error', 'pause', 'kill']);
  });
});
