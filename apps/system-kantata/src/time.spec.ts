import type { Vendor } from '#connector';
import { approvedTimeFeed } from './time.js';

interface Entry {
  id: string;
  updated_at: string;
}

/** Seconds after eight o'clock on 1 October 2026. */
const at = (second: number): string => new Date(Date.UTC(2026, 9, 1, 8, 0, second)).toISOString();

/** An account with time entries nobody has decided on, `size` a page. What is done `between` happens before the second request. */
function account(entries: Entry[], size: number, between: () => void = () => undefined) {
  const asked: { after: string; page: number }[] = [];
  const get = (_path: string, { updated_after: after, page }: { updated_after: string; page: string }) => {
    if (asked.length === 1) between();
    asked.push({ after, page: Number(page) });
    const due = entries
      .filter((entry) => entry.updated_at > after)
      .sort((one, other) => one.updated_at.localeCompare(other.updated_at));
    const rows = due.slice((Number(page) - 1) * size, Number(page) * size);
    seen.push(...rows.map(({ id }) => id));
    return Promise.resolve({
      count: due.length,
      meta: { page_count: Math.ceil(due.length / size), page_number: Number(page) },
      results: rows.map(({ id }) => ({ key: 'time_entries', id })),
      time_entries: Object.fromEntries(rows.map((row) => [row.id, row])),
    });
  };
  const seen: string[] = [];
  return { vendor: { instance: 'kantata', get } as unknown as Vendor, asked, seen };
}

/** Reads until there is no more; answers the cursor it ends with. */
async function readThrough(vendor: Vendor, since: string): Promise<string> {
  let cursor = approvedTimeFeed.since(since);
  for (;;) {
    const page = await approvedTimeFeed.poll(vendor, cursor, new AbortController().signal);
    cursor = page.cursor;
    if (!page.more) return cursor;
  }
}

const spread = (count: number): Entry[] =>
  Array.from({ length: count }, (_, index) => ({ id: `${index + 1}`, updated_at: at(index + 1) }));

const ids = (entries: Entry[]): string[] => entries.map(({ id }) => id);

describe('reading on in a window of changed time', () => {
  it('asks from a minute before the cursor, and goes on from the last moment of a page instead of counting pages', async () => {
    const entries = spread(5);
    const { vendor, asked, seen } = account(entries, 3);
    await readThrough(vendor, at(0));
    expect(asked).toEqual([
      { after: at(-60), page: 1 },
      // The third entry's second is read once more: others of it may stand on the next page.
      { after: at(2), page: 1 },
    ]);
    expect(seen).toEqual(['1', '2', '3', '3', '4', '5']);
  });

  it('misses nothing where a row moves to the end while the window is read', async () => {
    const entries = spread(6);
    const touched = entries[0]!;
    const { vendor, seen } = account(entries, 3, () => (touched.updated_at = at(30)));
    await readThrough(vendor, at(0));
    expect([...new Set(seen)].sort()).toEqual(ids(entries));
    expect(seen.at(-1)).toBe(touched.id);
  });

  it('counts pages while one second fills them, and then reads on from it', async () => {
    const same = Array.from({ length: 7 }, (_, index) => ({ id: `${index + 1}`, updated_at: at(1) }));
    const entries = [
      ...same,
      { id: '8', updated_at: at(5) },
      { id: '9', updated_at: at(6) },
      { id: '10', updated_at: at(7) },
    ];
    const { vendor, asked, seen } = account(entries, 3);
    await readThrough(vendor, at(0));
    expect(asked.map(({ page }) => page)).toEqual([1, 2, 3, 1]);
    expect([...new Set(seen)]).toEqual(ids(entries));
  });

  it('ends with the newest entry where the vendor’s clock runs ahead of ours, else five minutes before now', async () => {
    const ahead = new Date(Date.now() + 3_600_000).toISOString();
    const { vendor } = account([{ id: '1', updated_at: ahead }], 3);
    expect(await readThrough(vendor, at(0))).toBe(`${ahead}|1`);
    const { vendor: quiet } = account([], 3);
    const [moment, page] = (await readThrough(quiet, at(0))).split('|');
    expect([Date.parse(moment!) < Date.now() - 299_000, page]).toEqual([true, '1']);
    expect(Date.parse(moment!)).toBeGreaterThan(Date.parse(at(0)));
  });
});
