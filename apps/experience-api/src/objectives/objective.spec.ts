import { budgetOf } from './objective.js';

describe('an error budget', () => {
  it('is whole while nothing was late, and spent by one run of a hundred', () => {
    const none = { ended: 200, late: 0, endedLastDay: 20, lateLastDay: 0 };
    expect(budgetOf(none)).toEqual({ inTime: '100.00', budgetLeft: '100.0', burn: '0.0' });
    // Two of 200 may be late.
    expect(budgetOf({ ...none, late: 1 }).budgetLeft).toBe('50.0');
    expect(budgetOf({ ...none, late: 2 })).toMatchObject({ inTime: '99.00', budgetLeft: '0.0' });
  });

  it('goes below nothing where more was late than may be', () => {
    // 10 of 200 are late where 2 may be.
    expect(budgetOf({ ended: 200, late: 10, endedLastDay: 0, lateLastDay: 0 })).toEqual({
      inTime: '95.00',
      budgetLeft: '-400.0',
      burn: null,
    });
  });

  it('burns by the share of the last day that was late', () => {
    // One of 20 is five in a hundred, where one may be.
    expect(budgetOf({ ended: 200, late: 1, endedLastDay: 20, lateLastDay: 1 }).burn).toBe('5.0');
  });

  it('is not rounded to what was not reached', () => {
    expect(budgetOf({ ended: 100_000, late: 1, endedLastDay: 0, lateLastDay: 0 }).inTime).toBe('99.99');
  });
});
