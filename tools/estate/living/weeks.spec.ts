import { weeksFrom } from './weeks.js';

test.each([
  // 20 November 2026 is a Friday.
  ['2026-11-20', { startDate: '2026-11-20', endDate: '2026-12-17' }],
  ['2026-11-21', { startDate: '2026-11-23', endDate: '2026-12-20' }],
  ['2026-11-22', { startDate: '2026-11-23', endDate: '2026-12-20' }],
  ['2026-11-23', { startDate: '2026-11-23', endDate: '2026-12-20' }],
])('four weeks from %s on are twenty days of work', (day, span) => expect(weeksFrom(day, 4)).toEqual(span));
