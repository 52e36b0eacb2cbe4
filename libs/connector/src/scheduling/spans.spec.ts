import { spansOf } from './spans.js';

const fullTime = [0, 8, 8, 8, 8, 8, 0];
const days = (minutes: number, ...dates: string[]) => dates.map((date) => ({ date, minutes }));

describe('days of absence', () => {
  it('in a row are one time off, over a weekend too', () => {
    // Thursday, Friday, Monday
    const away = days(480, '2026-08-06', '2026-08-07', '2026-08-10');
    expect(spansOf(away, fullTime)).toEqual([{ start_date: '2026-08-06', end_date: '2026-08-10', hours: null }]);
  });

  it('with a day of work between them are two', () => {
    expect(spansOf(days(480, '2026-08-03', '2026-08-05'), fullTime)).toHaveLength(2);
  });

  it('that are shorter than the working day carry their hours', () => {
    const away = [...days(480, '2026-08-03'), ...days(150, '2026-08-04')];
    expect(spansOf(away, fullTime)).toEqual([
      { start_date: '2026-08-03', end_date: '2026-08-03', hours: null },
      { start_date: '2026-08-04', end_date: '2026-08-04', hours: 2.5 },
    ]);
  });

  it('come in any order, and days without minutes are none', () => {
    const away = [...days(480, '2026-08-04', '2026-08-03'), ...days(0, '2026-08-05')];
    expect(spansOf(away, fullTime)).toEqual([{ start_date: '2026-08-03', end_date: '2026-08-04', hours: null }]);
    expect(spansOf([], fullTime)).toEqual([]);
  });
});
