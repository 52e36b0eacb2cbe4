import type { Closure } from './estate.js';
import { cutOffOf, postingDay, postingOpens } from './posting-window.js';

/** When the books of a legal entity take a posting that is ready at a moment, both UTC. */
const opens = (at: string, timeZone: string, ...closed: Closure[]): string | null =>
  postingOpens({ legalEntity: 'MER-US', every: '15m', timeZone, closed }, new Date(at))?.toISOString() ?? null;

describe('a posting window that closes every month', () => {
  const monthEnd: Closure = { from: 'last day 18:00', until: 'day 3 06:00' };

  it('lets postings through at once until the last day of the month', () => {
    expect(opens('2026-11-30T22:59:59.000Z', 'America/New_York', monthEnd)).toBe('2026-11-30T22:59:59.000Z');
  });

  it('is closed from then until the third of the next', () => {
    expect(opens('2026-11-30T23:00:00Z', 'America/New_York', monthEnd)).toBe('2026-12-03T11:00:00.000Z');
    expect(opens('2026-12-03T10:59:59Z', 'America/New_York', monthEnd)).toBe('2026-12-03T11:00:00.000Z');
    expect(opens('2026-12-03T11:00:00Z', 'America/New_York', monthEnd)).toBe('2026-12-03T11:00:00.000Z');
  });

  it('knows short months, leap years and the turn of the year', () => {
    expect(opens('2027-02-28T17:30:00Z', 'Europe/Berlin', monthEnd)).toBe('2027-03-03T05:00:00.000Z');
    expect(opens('2028-02-28T17:30:00Z', 'Europe/Berlin', monthEnd)).toBe('2028-02-28T17:30:00.000Z');
    expect(opens('2028-02-29T17:30:00Z', 'Europe/Berlin', monthEnd)).toBe('2028-03-03T05:00:00.000Z');
    expect(opens('2026-12-31T17:00:00Z', 'Europe/Berlin', monthEnd)).toBe('2027-01-03T05:00:00.000Z');
  });

  it('opens by the clocks of its own zone, put forward or back meanwhile', () => {
    const march: Closure = { from: 'day 7 20:00', until: 'day 8 06:00' };
    // New York is at -5 on 7 March 2026 and at -4 on the 8th.
    expect(opens('2026-03-08T01:00:00Z', 'America/New_York', march)).toBe('2026-03-08T10:00:00.000Z');
    const october: Closure = { from: 'day 24 20:00', until: 'day 25 06:00' };
    // Berlin is at +2 on 24 October 2026 and at +1 on the 25th.
    expect(opens('2026-10-24T17:59:59Z', 'Europe/Berlin', october)).toBe('2026-10-24T17:59:59.000Z');
    expect(opens('2026-10-24T18:00:00Z', 'Europe/Berlin', october)).toBe('2026-10-25T05:00:00.000Z');
  });

  it('may close and open within a month, and goes by the date of its own zone', () => {
    const middle: Closure = { from: 'day 1 00:00', until: 'day 1 12:00' };
    // 1 December begins in Auckland, at +13, on 30 November 11:00 UTC.
    expect(opens('2026-11-30T10:59:00Z', 'Pacific/Auckland', middle)).toBe('2026-11-30T10:59:00.000Z');
    expect(opens('2026-11-30T11:00:00Z', 'Pacific/Auckland', middle)).toBe('2026-11-30T23:00:00.000Z');
  });
});

describe('a posting window that is closed once', () => {
  const close: Closure = { from: '2026-12-24T12:00', until: '2026-12-28T06:00' };

  it('opens when it says', () => {
    expect(opens('2026-12-25T00:00:00Z', 'Europe/Berlin', close)).toBe('2026-12-28T05:00:00.000Z');
    expect(opens('2026-12-28T05:00:00Z', 'Europe/Berlin', close)).toBe('2026-12-28T05:00:00.000Z');
  });

  it('opens at nobody knows when, if nobody has said', () => {
    expect(opens('2027-02-15T04:59:59Z', 'America/New_York', { from: '2027-02-15T00:00' })).toBe(
      '2027-02-15T04:59:59.000Z',
    );
    expect(opens('2027-06-01T00:00:00Z', 'America/New_York', { from: '2027-02-15T00:00' })).toBeNull();
  });

  it('stays closed where one closure goes over into another', () => {
    const turn: Closure = { from: 'last day 18:00', until: 'day 3 06:00' };
    const audit: Closure = { from: '2027-01-03T05:00', until: '2027-01-05T09:00' };
    expect(opens('2026-12-25T00:00:00Z', 'Europe/Berlin', audit, turn, close)).toBe('2026-12-28T05:00:00.000Z');
    expect(opens('2026-12-31T20:00:00Z', 'Europe/Berlin', audit, turn, close)).toBe('2027-01-05T08:00:00.000Z');
  });
});

it('a window without closures is always open', () => {
  expect(postingOpens({ legalEntity: 'MER-US', every: '15m' }, new Date('2026-12-31T20:00:00Z'))).toEqual(
    new Date('2026-12-31T20:00:00Z'),
  );
});

describe('a cut-off', () => {
  const window = (cutOff: string) => ({ legalEntity: 'MER-DE', every: '15m', timeZone: 'Europe/Berlin', cutOff });

  it('on a day counts for the month before, on the last day for the month itself', () => {
    // Berlin is at +1 from 25 October 2026 on.
    expect(cutOffOf(window('day 3 18:00'), '2026-10')).toEqual(new Date('2026-11-03T17:00:00Z'));
    expect(cutOffOf(window('day 3 18:00'), '2026-12')).toEqual(new Date('2027-01-03T17:00:00Z'));
    expect(cutOffOf(window('last day 18:00'), '2026-10')).toEqual(new Date('2026-10-31T17:00:00Z'));
  });

  it('that has passed moves a day to the first cycle that is open, never before the approval', () => {
    const day = (cutOff: string, approved: string): string =>
      postingDay(window(cutOff), '2026-10-30', new Date(approved));
    expect(day('day 3 18:00', '2026-11-03T17:00:00Z')).toBe('2026-10-30');
    expect(day('day 3 18:00', '2026-11-03T17:00:01Z')).toBe('2026-11-03');
    expect(day('day 3 18:00', '2027-01-02T12:00:00Z')).toBe('2027-01-02');
    expect(day('last day 18:00', '2026-10-31T17:30:00Z')).toBe('2026-11-01');
  });
});
