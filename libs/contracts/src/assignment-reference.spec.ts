import { assignmentReference, schedulerOf } from './assignment-reference.js';

describe('the name of an assignment in PSA and ERP', () => {
  it('says in which scheduler it is, and under which id', () => {
    const told = { instance: 'float', id: '1002-1009', workerNumber: '1021', project: 'P-OPP-105' };
    expect(assignmentReference(told)).toBe('float/1002-1009/1021/P-OPP-105');
    expect(schedulerOf(assignmentReference(told))).toEqual({ instance: 'float', id: '1002-1009' });
  });

  it('is not what a scheduler calls it', () => {
    expect(['4382', 'a/b', ''].map(schedulerOf)).toEqual([null, null, null]);
  });
});
