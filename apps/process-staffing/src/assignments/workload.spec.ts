import type { WorkingTime } from '../calendar.js';
import type { Booking } from './staffing-facts.js';
import { missedByLeave, overbookedWeeks } from './workload.js';

const person = (changes: Partial<WorkingTime> = {}): WorkingTime => ({
  weeklyMinutes: 2400,
  holidays: new Set(),
  leave: new Map(),
  firstDay: null,
  lastDay: null,
  ...changes,
});

const booking = (startDate: string, endDate: string, minutes: number): Booking => ({
  id: `${startDate} ${minutes}`,
  project: 'P-1',
  startDate,
  endDate,
  minutes,
});

// Monday 5 to Friday 16 October 2026.
const fortnight = (minutes: number): Booking => booking('2026-10-05', '2026-10-16', minutes);

describe('overbooking (K4)', () => {
  it('is none where two half-time assignments fill the weeks to the minute', () => {
    expect(overbookedWeeks(fortnight(2400), [fortnight(2400)], person())).toEqual([]);
  });

  it('is found in each week that holds too much', () => {
    expect(overbookedWeeks(fortnight(2400), [booking('2026-10-12', '2026-10-16', 1201 + 60)], person())).toEqual([
      { from: '2026-10-12', planned: 2461, available: 2400 },
    ]);
  });

  it('is found where one assignment alone is too much', () => {
    expect(overbookedWeeks(fortnight(4802), [], person())).toHaveLength(2);
  });

  it('is held against the days both are on: what is free on other days does not help', () => {
    const start = booking('2026-10-05', '2026-10-06', 960);
    expect(overbookedWeeks(start, [booking('2026-10-05', '2026-10-06', 60)], person())).toEqual([
      { from: '2026-10-05', planned: 1020, available: 960 },
    ]);
    expect(overbookedWeeks(start, [booking('2026-10-07', '2026-10-09', 1440)], person())).toEqual([]);
  });

  it('is held against the contract, part-time and holidays included', () => {
    expect(overbookedWeeks(fortnight(2400), [], person({ weeklyMinutes: 1200 }))).toEqual([]);
    const holiday = person({ holidays: new Set(['2026-10-12']) });
    expect(overbookedWeeks(booking('2026-10-12', '2026-10-16', 2000), [], holiday)).toEqual([
      { from: '2026-10-13', planned: 2000, available: 1920 },
    ]);
  });

  it('is not made up by rounding minutes to days', () => {
    // 1,679 and 1,681 minutes over seven working days are 3,360, which is all of them.
    const others = [booking('2026-10-05', '2026-10-13', 1681)];
    expect(overbookedWeeks(booking('2026-10-05', '2026-10-13', 1679), others, person())).toEqual([]);
  });

  it('is not found for leave', () => {
    expect(overbookedWeeks(fortnight(4800), [], person({ leave: new Map([['2026-10-05', 480]]) }))).toEqual([]);
  });
});

describe('leave that leaves too little time (K17)', () => {
  const leave = new Map(['05', '06', '07'].map((day) => [`2026-10-${day}`, 480]));

  it('is found over the whole span, with part days', () => {
    expect(missedByLeave(fortnight(4800), [], person({ leave: new Map([['2026-10-05', 90]]) }))).toEqual({
      from: '2026-10-05',
      planned: 4800,
      available: 4710,
    });
  });

  it('is none where the work fits into the other days', () => {
    expect(missedByLeave(fortnight(3360), [], person({ leave }))).toBeNull();
    expect(missedByLeave(fortnight(3361), [], person({ leave }))).toMatchObject({ available: 3360 });
  });

  it('counts what else is promised on these days', () => {
    expect(missedByLeave(fortnight(2400), [fortnight(1200)], person({ leave }))).toMatchObject({ planned: 3600 });
  });

  it('is none on holidays, weekends and without leave', () => {
    expect(missedByLeave(fortnight(4800), [], person())).toBeNull();
    const onHoliday = person({ leave: new Map([['2026-10-12', 480]]), holidays: new Set(['2026-10-12']) });
    expect(missedByLeave(fortnight(4800), [], onHoliday)).toBeNull();
  });
});
