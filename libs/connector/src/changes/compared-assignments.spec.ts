import { events, type scheduling } from '#contracts';
import type { Vendor } from '../http/vendor.js';
import { changeOf, comparedAssignments, type SeenAssignment } from './compared-assignments.js';

const confirmed: scheduling.Assignment = {
  id: '9001-11',
  workerNumber: '1042',
  roleName: 'Consultant',
  minutes: 4800,
  project: 'P-101',
  startDate: '2026-10-05',
  endDate: '2026-10-16',
  status: 'confirmed',
};
const tentative = { ...confirmed, status: 'tentative' as const };
const cancelled = { ...confirmed, status: 'cancelled' as const };

describe('what is told of an assignment', () => {
  it.each([
    ['a promise', undefined, confirmed, events.assignmentConfirmed],
    ['nothing of a plan nobody was told of', undefined, tentative, undefined],
    ['nothing of what was cancelled before it was told', undefined, cancelled, undefined],
    ['nothing when nothing changed', confirmed, { ...confirmed }, undefined],
    ['other dates or hours', confirmed, { ...confirmed, minutes: 2400 }, events.assignmentChanged],
    ['that a promise became a plan again', confirmed, tentative, events.assignmentChanged],
    ['that it is promised again', tentative, confirmed, events.assignmentConfirmed],
    ['that it was taken back', confirmed, cancelled, events.assignmentCancelled],
  ])('is %s', (_what, before, now, type) => {
    expect(changeOf(before, now)?.type).toBe(type?.type);
  });
});

describe('a scheduler that only says how things are', () => {
  const vendor = { instance: 'scheduler' } as Vendor;
  const at = '2026-10-01T08:00:00.000Z';
  const other = { ...confirmed, id: '9002-12' };
  const seen = (...assignments: scheduling.Assignment[]): SeenAssignment[] =>
    assignments.map((assignment) => ({ assignment, changedAt: at }));

  /** Polls once for each reading; what was told each time, and the ids asked for again the last time. */
  async function polled(since: string, ...readings: SeenAssignment[][]) {
    let asked: string[] = [];
    const feed = comparedAssignments((_vendor, _from, told) => {
      asked = told;
      return Promise.resolve(readings.shift()!);
    });
    let cursor = feed.since(since);
    const told: string[][] = [];
    while (readings.length > 0) {
      const page = await feed.poll(vendor, cursor, new AbortController().signal);
      told.push(page.changes.map(({ type, key }) => `${type.type.split('.').at(-2)} ${key}`));
      cursor = page.cursor;
    }
    return { told, asked };
  }

  it('is told as it came, was changed and is gone, each once', async () => {
    const moved = { ...confirmed, endDate: '2026-10-23' };
    const { told } = await polled('2026-01-01', seen(confirmed), seen(confirmed), seen(moved), seen(), seen());
    expect(told).toEqual([['confirmed 9001-11/0'], [], ['changed 9001-11/1'], ['cancelled 9001-11/2'], []]);
  });

  it('loses no change to a stamp: several in one moment, and one of the moment that was read before', async () => {
    const { told } = await polled('2026-01-01', seen(confirmed), seen(confirmed, other), seen(other));
    expect(told).toEqual([['confirmed 9001-11/0'], ['confirmed 9002-12/1'], ['cancelled 9001-11/2']]);
  });

  it('tells nothing of what was promised before the first day, but of its next change', async () => {
    const { told } = await polled('2026-10-02', seen(confirmed), seen({ ...confirmed, minutes: 60 }));
    expect(told).toEqual([[], ['changed 9001-11/0']]);
  });

  it('asks again for what was told of, and for what ended or was cancelled no more', async () => {
    const { asked } = await polled('2026-10-20', seen(confirmed, { ...other, endDate: '2026-10-30' }), seen());
    expect(asked).toEqual(['9002-12']);
  });
});
