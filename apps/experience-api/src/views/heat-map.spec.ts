import { heatMapOf, spread } from './heat-map.js';

describe('the heat map', () => {
  it('spreads what was sold evenly over the working days, to the minute', () => {
    // Thursday 1 to Wednesday 7 October 2026: two working days in one week, three in the next.
    expect([...spread({ minutes: 1_001, startDate: '2026-10-01', endDate: '2026-10-07' })]).toEqual([
      ['2026-09-28', 400],
      ['2026-10-05', 601],
    ]);
  });

  it('puts work that is sold for a weekend alone into its week', () => {
    expect([...spread({ minutes: 60, startDate: '2026-10-03', endDate: '2026-10-04' })]).toEqual([['2026-09-28', 60]]);
  });

  it('shows capacity, plan and demand of each practice, also of one without people or without deals', () => {
    const week = (name: string, plannedMinutes: number, capacityMinutes: number) => ({
      name,
      week: '2026-09-28',
      plannedMinutes,
      capacityMinutes,
    });
    const deal = { practice: 'Data', region: null, minutes: 300, startDate: '2026-09-28', endDate: '2026-10-02' };
    const cell = { week: '2026-09-28', capacityMinutes: 0, plannedMinutes: 0, demandMinutes: 0, load: null };
    expect(heatMapOf([week('Strategy', 1_200, 2_400), week('', 0, 0)], [deal], ({ practice }) => practice)).toEqual([
      { group: null, worker: null, weeks: [cell] },
      { group: 'Data', worker: null, weeks: [{ ...cell, demandMinutes: 300 }] },
      {
        group: 'Strategy',
        worker: null,
        weeks: [{ ...cell, capacityMinutes: 2_400, plannedMinutes: 1_200, load: '50.00' }],
      },
    ]);
  });
});
