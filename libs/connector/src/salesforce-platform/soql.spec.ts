import { readStamped, soqlAfter, soqlText } from './soql.js';

const row = (Id: string, SystemModstamp: string) => ({ Id, SystemModstamp });

describe('a query', () => {
  it('quotes with a backslash', () => {
    expect(soqlText(`O'Brien \\ Sons`)).toBe(`'O\\'Brien \\\\ Sons'`);
  });

  it('goes on behind a row, of which several may carry one stamp', () => {
    expect(soqlAfter('2026-10-30T08:00:00.000Z', '006A')).toBe(
      " AND (SystemModstamp > 2026-10-30T08:00:00.000Z OR (SystemModstamp = 2026-10-30T08:00:00.000Z AND Id > '006A'))",
    );
  });
});

describe('changes after a cursor', () => {
  it('begin a minute before it, and end at the last one', async () => {
    const asked: string[] = [];
    const page = await readStamped('2026-10-30T08:00:00.000Z', 2, (condition) => {
      asked.push(condition);
      return Promise.resolve([row('006A', '2026-10-30T08:00:30.000+0000')]);
    });
    expect(asked).toEqual([' AND SystemModstamp >= 2026-10-30T07:59:00.000Z']);
    expect([page.cursor, page.more]).toEqual(['2026-10-30T08:00:30.000Z', false]);
  });

  it('of which a page is full go on behind its last row, without going back', async () => {
    const full = [row('006A', '2026-10-30T08:00:30.000+0000'), row('006B', '2026-10-30T08:00:30.000+0000')];
    const first = await readStamped('2026-10-30T08:00:00.000Z', 2, () => Promise.resolve(full));
    expect([first.cursor, first.more]).toEqual(['2026-10-30T08:00:30.000Z|006B', true]);
    const second = await readStamped(first.cursor, 2, (condition) => {
      expect(condition).toBe(soqlAfter('2026-10-30T08:00:30.000Z', '006B'));
      return Promise.resolve([]);
    });
    expect([second.cursor, second.more]).toEqual(['2026-10-30T08:00:30.000Z', false]);
  });

  it('of which there are none leave the cursor where it is', async () => {
    const page = await readStamped('2026-10-30T08:00:00.000Z', 2, () => Promise.resolve([]));
    expect(page.cursor).toBe('2026-10-30T08:00:00.000Z');
  });
});
