import { type Measured, outcome } from './capacity.js';
import type { ClosedEntry } from './close-record.js';

const entry = (approvedAt: number, stoppedAt: number | null = null): ClosedEntry => ({
  id: String(approvedAt),
  legalEntity: 'MER-US',
  currency: 'USD',
  worth: 100,
  approvedAt,
  chargedAt: 0,
  stoppedAt,
  settledAt: null,
});

const measured = (change: Partial<Measured>): Measured => ({
  entries: [],
  atOnce: 1,
  placeMs: 10,
  delayMs: 0,
  paceMs: 0,
  outages: [],
  deskMs: 100,
  ...change,
});

describe('what a change of capacity comes to', () => {
  const four = [0, 0, 0, 0].map((at) => entry(at));

  test('one place takes four entries one after the other, two take two at once', () => {
    expect(outcome(measured({ entries: four }), 25)).toEqual({ late: 2, worth: { USD: 200 }, finishedAt: 40 });
    expect(outcome(measured({ entries: four, atOnce: 2 }), 25)).toEqual({ late: 0, worth: {}, finishedAt: 20 });
  });

  test('nothing is charged while the ERP is away; what was under way is done again', () => {
    // 0 to 10 is done; what began at 10 would have ended at 20, and takes 10 from 115 on.
    const away = measured({ entries: four, outages: [{ from: 15, to: 115 }] });
    expect(outcome(away, 120).finishedAt).toBe(145);
    expect(outcome(away, 130).late).toBe(2);
  });

  test('who waits for a person waits for those before them', () => {
    const entries = [entry(0, 5), entry(0, 6), entry(0)];
    // The desk is through with the first at 105 and with the second at 205.
    expect(outcome(measured({ entries }), 150)).toEqual({ late: 1, worth: { USD: 100 }, finishedAt: 215 });
    expect(outcome(measured({ entries, deskMs: 50 }), 150)).toEqual({ late: 0, worth: {}, finishedAt: 115 });
  });

  test('a gateway that is short sends no faster than it was seen to, however many places there are', () => {
    expect(outcome(measured({ entries: four, atOnce: 9, paceMs: 30 }), 1_000).finishedAt).toBe(100);
    expect(outcome(measured({ entries: four, atOnce: 9, paceMs: 15, delayMs: 5 }), 1_000).finishedAt).toBe(60);
  });
});
