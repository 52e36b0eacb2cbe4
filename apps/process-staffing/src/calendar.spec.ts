import { everyDay } from '#kernel';
import {
  awayMinutes,
  byWeek,
  contractedMinutes,
  leaveByDay,
  plannedByDay,
  weekOf,
  weeksBetween,
  type WorkingTime,
  workingMinutes,
} from './calendar.js';

const person = (changes: Partial<WorkingTime> = {}): WorkingTime => ({
  weeklyMinutes: 2400,
  holidays: new Set(),
  leave: new Map(),
  firstDay: null,
  lastDay: null,
  ...changes,
});

// In 2026, 26 October is a Monday; clocks in Europe went back on Sunday the 25th, in America on 1 November.
describe('the calendar of working time', () => {
  it('begins weeks on Monday, over the end of a month and of a year', () => {
    expect(weekOf('2026-10-26')).toBe('2026-10-26');
    expect(weekOf('2026-11-01')).toBe('2026-10-26');
    expect(weekOf('2027-01-01')).toBe('2026-12-28');
    expect(weeksBetween('2026-10-30', '2026-11-09')).toEqual(['2026-10-26', '2026-11-02', '2026-11-09']);
  });

  it('counts the contracted week, and no weekend', () => {
    expect(workingMinutes(person(), '2026-10-26', '2026-11-01')).toBe(2400);
    expect(workingMinutes(person(), '2026-10-31', '2026-11-01')).toBe(0);
    expect(workingMinutes(person({ weeklyMinutes: 1200 }), '2026-10-26', '2026-10-28')).toBe(720);
  });

  it('shares a week that does not divide by five in whole minutes that add up', () => {
    const odd = person({ weeklyMinutes: 2003 });
    const week = everyDay('2026-10-26', '2026-10-30').map((day) => contractedMinutes(odd, day));
    expect(week).toEqual([400, 401, 400, 401, 401]);
  });

  it('counts a day the same on both sides of a change of clocks', () => {
    expect(workingMinutes(person(), '2026-10-19', '2026-10-30')).toBe(4800);
    expect(workingMinutes(person(), '2026-10-30', '2026-11-02')).toBe(960);
  });

  it('takes off holidays, and leave in minutes', () => {
    const away = person({ holidays: new Set(['2026-10-28']), leave: new Map([['2026-10-29', 210]]) });
    expect(workingMinutes(away, '2026-10-26', '2026-10-30')).toBe(2400 - 480 - 210);
  });

  it('counts leave on a holiday or a weekend once, and no more of a day than is worked', () => {
    const leave = leaveByDay([
      { days: [{ date: '2026-10-28', minutes: 480 }] },
      { days: [{ date: '2026-10-28', minutes: 480 }] },
      { days: [{ date: '2026-10-31', minutes: 480 }] },
      { days: [{ date: '2026-10-29', minutes: 240 }] },
      { days: [{ date: '2026-10-29', minutes: 240 }] },
    ]);
    const away = person({ leave, holidays: new Set(['2026-10-27']) });
    expect(awayMinutes(away, '2026-10-27')).toBe(0);
    expect(awayMinutes(away, '2026-10-28')).toBe(480);
    expect(awayMinutes(away, '2026-10-29')).toBe(480);
    expect(awayMinutes(away, '2026-10-31')).toBe(0);
    expect(workingMinutes(away, '2026-10-26', '2026-11-01')).toBe(2 * 480);
  });

  it('counts nothing before the first day and after the last', () => {
    const joins = person({ firstDay: '2026-10-28', lastDay: '2026-10-29' });
    expect(workingMinutes(joins, '2026-10-26', '2026-10-30')).toBe(960);
  });
});

describe('planned work by day', () => {
  it('is spread over working days but for holidays, and adds up', () => {
    const span = { startDate: '2026-10-29', endDate: '2026-11-03', minutes: 1000 };
    expect([...plannedByDay(span, new Set(['2026-11-02']))]).toEqual([
      ['2026-10-29', 333],
      ['2026-10-30', 333],
      ['2026-11-03', 334],
    ]);
    expect([...byWeek(plannedByDay(span, new Set()))]).toEqual([
      ['2026-10-26', 500],
      ['2026-11-02', 500],
    ]);
  });

  it('lies on the first day where no day of the span is worked', () => {
    const weekend = { startDate: '2026-10-31', endDate: '2026-11-01', minutes: 60 };
    expect([...plannedByDay(weekend, new Set())]).toEqual([['2026-10-31', 60]]);
  });
});
