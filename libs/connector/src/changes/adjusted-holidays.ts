import { events, type hr } from '#contracts';
import { type CalendarDate, fingerprint, today } from '#kernel';
import type { Feed } from '../connector.js';
import type { Vendor } from '../http/vendor.js';

/** The cursor: when holidays were last seen to change, and what they were then, as `2026-12-25 Hamburg`. */
interface Seen {
  at: string;
  days: string[];
}

/**
 * The change feed of a product that lists its holidays and tells no changes of them: those of this year and the next are
 * held against what they were. What is there when the feed begins is no change, and a day that is past the span no more.
 */
export const adjustedHolidays = (
  list: (vendor: Vendor, query: hr.HolidayQuery) => Promise<hr.HolidayList>,
  clock = () => new Date(),
): Feed => ({
  name: 'adjusted-holidays',
  everyMs: 3_600_000,
  since: () => '',
  async poll(vendor, cursor) {
    const at = clock().toISOString();
    const year = Number(today(clock(), 'UTC').slice(0, 4));
    const span = { from: `${year}-01-01`, to: `${year + 1}-12-31` };
    const { items } = await list(vendor, span);
    const days = [...new Set(items.map(({ date, location }) => `${date} ${location ?? ''}`))].sort();
    const before = cursor ? (JSON.parse(cursor) as Seen) : { at, days };
    const changed = differences(before.days, days).filter((day) => day >= span.from);
    if (changed.length === 0) return { changes: [], cursor: JSON.stringify({ ...before, days }), more: false };
    const adjusted = {
      type: events.holidaysAdjusted,
      subject: `holidays/${vendor.instance}`,
      // The same change a year later is another one.
      key: `${before.at}/${fingerprint(days)}`,
      time: at,
      data: { instance: vendor.instance, from: changed[0]!, to: changed.at(-1)! },
    };
    return { changes: [adjusted], cursor: JSON.stringify({ at, days }), more: false };
  },
});

/** Days on which one list has a place that the other has not, in order. */
function differences(before: string[], after: string[]): CalendarDate[] {
  const only = (one: string[], other: string[]): string[] => one.filter((day) => !other.includes(day));
  return [...only(before, after), ...only(after, before)].map((day) => day.slice(0, 10)).sort();
}
