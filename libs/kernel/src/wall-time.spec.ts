import { momentOf } from './wall-time.js';

const utc = (time: string, timeZone: string): string => momentOf(time, timeZone).toISOString().slice(0, 16);

describe('a time on the wall', () => {
  it('is another moment in winter than in summer', () => {
    expect(utc('2026-12-03T06:00', 'America/New_York')).toBe('2026-12-03T11:00');
    expect(utc('2026-07-03T06:00', 'America/New_York')).toBe('2026-07-03T10:00');
    expect(utc('2026-12-03T06:00', 'Europe/Berlin')).toBe('2026-12-03T05:00');
    expect(utc('2026-12-03T06:00', 'Asia/Kolkata')).toBe('2026-12-03T00:30');
    expect(utc('2026-12-03T06:00', 'UTC')).toBe('2026-12-03T06:00');
  });

  it('that clocks show twice in autumn is the first of them', () => {
    expect(utc('2026-11-01T01:30', 'America/New_York')).toBe('2026-11-01T05:30');
    expect(utc('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30');
  });

  it('that clocks leave out in spring comes as much later as they were put forward', () => {
    expect(utc('2026-03-08T02:30', 'America/New_York')).toBe('2026-03-08T07:30');
    expect(utc('2026-03-29T02:00', 'Europe/Berlin')).toBe('2026-03-29T01:00');
  });

  it('is right in the hours around a change', () => {
    expect(utc('2026-03-08T01:59', 'America/New_York')).toBe('2026-03-08T06:59');
    expect(utc('2026-03-08T03:00', 'America/New_York')).toBe('2026-03-08T07:00');
    expect(utc('2026-11-01T02:00', 'America/New_York')).toBe('2026-11-01T07:00');
  });

  it('knows a zone that left out a whole day', () => {
    expect(utc('2011-12-31T00:00', 'Pacific/Apia')).toBe('2011-12-30T10:00');
    expect(utc('2011-12-29T23:59', 'Pacific/Apia')).toBe('2011-12-30T09:59');
  });
});
