import { byUrgency, secondsUntil, urgencyOf } from './urgency.js';

const hour = 3_600;

describe('urgency', () => {
  it('is money for each hour that is left, at least one, a month where nobody has said', () => {
    expect(urgencyOf({ amount: '1000.00', secondsLeft: 10 * hour })).toBe(100);
    expect(urgencyOf({ amount: '1000.00', secondsLeft: 60 })).toBe(1_000);
    expect(urgencyOf({ amount: '1000.00', secondsLeft: 0 })).toBe(1_000);
    expect(urgencyOf({ amount: '7200.00', secondsLeft: null })).toBe(10);
    expect(urgencyOf({ amount: null, secondsLeft: hour })).toBe(0);
  });

  it('counts down to nothing', () => {
    const now = new Date('2026-11-20T12:00:00.000Z');
    expect(secondsUntil('2026-11-20T13:00:00.400Z', now)).toBe(hour);
    expect(secondsUntil(new Date('2026-11-20T12:00:01.000Z'), now)).toBe(1);
    expect(secondsUntil('2026-11-19T12:00:00.000Z', now)).toBe(0);
    expect(secondsUntil(null, now)).toBeNull();
  });

  it('orders by itself, then by the time that is left, then by age', () => {
    const one = (amount: string | null, hours: number, since: string) => ({ amount, secondsLeft: hours * hour, since });
    const late = one(null, 2, '2026-11-02');
    const later = one(null, 8, '2026-10-01');
    const older = one(null, 8, '2026-09-01');
    const paid = one('1.00', 100, '2026-11-03');
    expect([later, older, late, paid].toSorted(byUrgency)).toEqual([paid, late, older, later]);
  });
});
