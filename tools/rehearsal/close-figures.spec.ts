import type { ClosedEntry } from './close-record.js';
import { byEntity, held, stretches } from './close-figures.js';

const entry = (
  id: string,
  approvedAt: number,
  chargedAt: number | null,
  more: Partial<ClosedEntry> = {},
): ClosedEntry => ({
  id,
  legalEntity: 'MER-US',
  currency: 'USD',
  worth: 10_000,
  approvedAt,
  chargedAt,
  stoppedAt: null,
  settledAt: null,
  ...more,
});

const german = { legalEntity: 'MER-DE', currency: 'EUR', worth: 7_550 };

describe('the figures of a close', () => {
  test('each legal entity has what was in time, late and missing, and the money that missed the cut-off', () => {
    const entries = [
      entry('1', 0, 500),
      entry('2', 0, 1_000),
      entry('3', 0, 1_001),
      entry('4', 900, null),
      entry('5', 0, 900, german),
      entry('6', 0, 2_000, german),
    ];
    expect(byEntity(entries, 1_000)).toEqual([
      { legalEntity: 'MER-DE', currency: 'EUR', approved: 2, inTime: 1, late: 1, missing: 0, worthMissed: 7_550 },
      { legalEntity: 'MER-US', currency: 'USD', approved: 4, inTime: 2, late: 1, missing: 1, worthMissed: 20_000 },
    ]);
  });

  test('every stretch says what is open at its end, and with whom', () => {
    const entries = [
      entry('1', 10, 50),
      entry('2', 20, 150),
      entry('3', 30, 250, { stoppedAt: 40, settledAt: 180 }),
      entry('4', 120, null, { stoppedAt: 130 }),
    ];
    const quiet = { samples: [], atOnce: 5, outages: [] };
    expect(stretches(entries, 0, 300, 100, quiet)).toEqual([
      { from: 0, to: 100, approved: 3, charged: 1, waiting: 1, withPeople: 1, limit: 'gateway' },
      { from: 100, to: 200, approved: 4, charged: 2, waiting: 1, withPeople: 1, limit: 'gateway' },
      { from: 200, to: 300, approved: 4, charged: 3, waiting: 0, withPeople: 1, limit: 'people' },
    ]);
  });

  test('what holds entries up is the outage, the pause after it, the places at the ERP, people, or the gateway', () => {
    const waiting = [entry('1', 0, null), entry('2', 0, null)];
    const limitOf = (around: Parameters<typeof stretches>[4], entries = waiting): unknown =>
      stretches(entries, 0, 100, 100, around)[0]!.limit;
    const samples = (inFlight: number) => [10, 50, 90].map((at) => ({ at, inFlight }));
    expect(limitOf({ samples: samples(5), atOnce: 5, outages: [{ from: 20, to: 200, recoveredAt: 250 }] })).toBe(
      'outage',
    );
    expect(limitOf({ samples: samples(5), atOnce: 5, outages: [{ from: 80, to: 200, recoveredAt: 250 }] })).toBe(
      'ERP quota',
    );
    expect(limitOf({ samples: samples(5), atOnce: 5, outages: [{ from: 0, to: 40, recoveredAt: 90 }] })).toBe(
      'recovery',
    );
    expect(limitOf({ samples: samples(3), atOnce: 5, outages: [] })).toBe('gateway');
    const stopped = waiting.map((one) => ({ ...one, stoppedAt: 1 }));
    expect(limitOf({ samples: samples(5), atOnce: 5, outages: [] }, stopped)).toBe('people');
    expect(limitOf({ samples: samples(5), atOnce: 5, outages: [] }, [entry('1', 0, 50)])).toBeNull();
  });

  test('limits are weighed by how many entries they hold up for how long', () => {
    const stretch = { approved: 9, charged: 0 };
    expect(
      held([
        { ...stretch, from: 0, to: 100, waiting: 6, withPeople: 0, limit: 'ERP quota' },
        { ...stretch, from: 100, to: 200, waiting: 0, withPeople: 2, limit: 'people' },
        { ...stretch, from: 200, to: 300, waiting: 0, withPeople: 0, limit: null },
      ]),
    ).toEqual([
      { limit: 'ERP quota', share: 0.75 },
      { limit: 'people', share: 0.25 },
    ]);
  });
});
