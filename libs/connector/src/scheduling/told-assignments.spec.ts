import { events, type scheduling } from '#contracts';
import { changeOf } from './told-assignments.js';

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
    expect(changeOf(before, now)).toBe(type ?? null);
  });
});
