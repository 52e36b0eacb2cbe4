import {
  addDays,
  calendarDate,
  everyDay,
  inForce,
  inForceOrFirst,
  isCalendarDate,
  monthOf,
  today,
  weekdayOf,
} from './dates.js';

describe('calendar dates', () => {
  it('takes the vendors’ empty dates as null', () => {
    expect([calendarDate(''), calendarDate('0000-00-00'), calendarDate(null)]).toEqual([null, null, null]);
  });

  it('refuses days that do not exist', () => {
    expect(isCalendarDate('2026-02-29')).toBe(false);
    expect(() => calendarDate('2026-13-01')).toThrow('not a calendar date');
  });

  it('counts days over the end of a leap February', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
    expect(monthOf('2026-10-31')).toBe('2026-10');
  });

  it('lists both ends of a span, and nothing where it ends before it begins', () => {
    expect(everyDay('2028-02-28', '2028-03-01')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
    expect(everyDay('2026-10-31', '2026-10-30')).toEqual([]);
  });

  it('knows the weekday of a date', () => {
    // A Saturday and the Sunday after it, by the calendar.
    expect([weekdayOf('2026-11-21'), weekdayOf('2026-11-22')]).toEqual([6, 0]);
    // The Wednesday before the clock of computers begins.
    expect(weekdayOf('1969-12-31')).toBe(3);
  });

  it('knows that it is already tomorrow in Berlin', () => {
    expect(today(new Date('2026-10-31T23:30:00Z'), 'Europe/Berlin')).toBe('2026-11-01');
    expect(today(new Date('2026-10-31T23:30:00Z'), 'America/New_York')).toBe('2026-10-31');
  });
});

describe('what counts from a day on', () => {
  const card = [{ effectiveFrom: '2026-12-01' }, {}, { effectiveFrom: '2026-11-01' }];

  it.each([
    ['2026-10-31', {}],
    ['2026-11-01', { effectiveFrom: '2026-11-01' }],
    ['2026-11-30', { effectiveFrom: '2026-11-01' }],
    ['2027-01-01', { effectiveFrom: '2026-12-01' }],
  ])('counts on %s', (day, entry) => expect(inForce(card, day)).toEqual(entry));

  it('is nothing before the first', () => expect(inForce(card.slice(0, 1), '2026-11-30')).toBeUndefined());

  it('is the first to come where somebody has to say something before that', () => {
    const ahead = [{ effectiveFrom: '2026-12-01' }, { effectiveFrom: '2026-11-01' }];
    expect(inForceOrFirst(ahead, '2026-10-31')).toEqual({ effectiveFrom: '2026-11-01' });
    expect(inForceOrFirst(ahead, '2026-12-01')).toEqual({ effectiveFrom: '2026-12-01' });
    expect(inForceOrFirst([], '2026-12-01')).toBeUndefined();
  });
});
