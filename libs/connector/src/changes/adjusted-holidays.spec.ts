import type { hr } from '#contracts';
import type { Vendor } from '../http/vendor.js';
import { adjustedHolidays } from './adjusted-holidays.js';

const vendor = { instance: 'workday' } as Vendor;
let holidays: hr.Holiday[];
let now: string;
let cursor: string;
let asked: hr.HolidayQuery[];

const feed = adjustedHolidays(
  async (_vendor, query) => {
    asked.push(query);
    return { items: holidays.filter(({ date }) => query.from <= date && date <= query.to) };
  },
  () => new Date(now),
);
const on = (date: string, location: string | null = null): hr.Holiday => ({ date, name: 'A holiday', location });

async function poll(from = cursor) {
  const page = await feed.poll(vendor, from, new AbortController().signal);
  cursor = page.cursor;
  return page.changes;
}
const told = async () => (await poll()).map(({ data }) => data);

beforeEach(async () => {
  [holidays, now, asked] = [[on('2026-12-25'), on('2026-10-03', 'Germany')], '2026-11-20T09:00:00Z', []];
  cursor = feed.since('2026-01-01T00:00:00Z');
});

describe('holidays that are changed at their source', () => {
  it('are told from the first day that differs to the last, and once', async () => {
    await poll();
    holidays = [on('2026-12-25'), on('2026-12-24'), on('2026-10-02', 'Germany')];
    expect(await told()).toEqual([{ instance: 'workday', from: '2026-10-02', to: '2026-12-24' }]);
    expect(await told()).toEqual([]);
  });

  it('are those of this year and the next', async () => {
    await poll();
    expect(asked).toEqual([{ from: '2026-01-01', to: '2027-12-31' }]);
  });

  it('are none when the feed begins, nor when one has another name', async () => {
    expect(await told()).toEqual([]);
    holidays = holidays.map((one) => ({ ...one, name: 'Another' }));
    expect(await told()).toEqual([]);
  });

  it('are told where a day is kept at another place', async () => {
    await poll();
    holidays = [on('2026-12-25', 'US'), on('2026-10-03', 'Germany')];
    expect(await told()).toEqual([{ instance: 'workday', from: '2026-12-25', to: '2026-12-25' }]);
  });

  it('are one event where the poll is repeated after a crash, and another where the same happens again', async () => {
    await poll();
    const before = cursor;
    const keys: string[] = [];
    for (const [at, days] of [
      ['2026-11-20T10:00:00Z', []],
      ['2026-11-20T11:00:00Z', [on('2026-12-25'), on('2026-10-03', 'Germany')]],
      ['2026-11-20T12:00:00Z', []],
    ] as const) {
      now = at;
      holidays = [...days];
      keys.push((await poll())[0]!.key);
    }
    expect(new Set(keys).size).toBe(3);
    now = '2026-11-20T13:00:00Z';
    expect((await poll(before))[0]!.key).toBe(keys[0]);
  });

  it('are not those of a year that is over; those of a year that comes are', async () => {
    holidays.push(on('2028-01-01'));
    await poll();
    now = '2027-01-01T09:00:00Z';
    expect(await told()).toEqual([{ instance: 'workday', from: '2028-01-01', to: '2028-01-01' }]);
  });
});
