import type { CaseView } from '#contracts';
import { ranked } from './workbench.js';

const one = (id: string, amount: string | null, hours: number | null, createdAt = '2026-11-01T00:00:00Z') => ({
  case: { id, createdAt, business: { moneyAtRisk: amount === null ? null : { amount, currency: 'USD' } } } as CaseView,
  dated: { lateAt: null, secondsLeft: hours === null ? null : hours * 3_600 },
});
const order = (...cases: ReturnType<typeof one>[]): string[] => ranked(cases).map((item) => item.case.id);

describe('the workbench', () => {
  it('puts the most money for the least time first', () => {
    // 100 an hour, 500 an hour, 50 an hour.
    expect(order(one('a', '1000.00', 10), one('b', '1000.00', 2), one('c', '5000.00', 100))).toEqual(['b', 'a', 'c']);
  });

  it('treats what is late like what has an hour left, so that it drowns nothing', () => {
    expect(order(one('late', '100.00', 0), one('soon', '300.00', 2))).toEqual(['soon', 'late']);
  });

  it('puts what has no money by its time, then by its age', () => {
    expect(
      order(
        one('none', null, null),
        one('old', null, 5, '2026-10-01T00:00:00Z'),
        one('young', null, 5),
        one('paid', '1.00', null),
      ),
    ).toEqual(['paid', 'old', 'young', 'none']);
  });

  it('numbers the places from 1', () => {
    expect(ranked([one('a', '1.00', 1), one('b', '2.00', 1)]).map(({ rank }) => rank)).toEqual([1, 2]);
  });
});
