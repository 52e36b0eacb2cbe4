import { events } from '#contracts';
import { leaveRecorded, workerChanged, workerHired } from './told-people.js';

const moment = '2026-11-02T09:00:00.000Z';
const leave = { id: 'L7', workerId: '113', status: 'approved' as const, days: [], modifiedAt: null };

describe('what an HR system tells of people', () => {
  it('is one event for a hire, and another where the same person is hired again', () => {
    expect(workerHired('hr', '113', moment)).toEqual({
      type: events.workerHired,
      subject: 'worker/113',
      key: '113',
      time: moment,
      data: { instance: 'hr', id: '113' },
    });
    expect(workerHired('hr', '113', moment, 'hired/2026-12-01').key).toBe('113/hired/2026-12-01');
  });

  it('is one event for each version of a worker or a leave', () => {
    expect(workerChanged('hr', '113', moment, '4')).toMatchObject({ subject: 'worker/113', key: '113/4' });
    expect(leaveRecorded('hr', leave, moment, 'a1')).toMatchObject({
      subject: 'leave/L7',
      key: 'L7/a1',
      data: { instance: 'hr', id: 'L7', leave },
    });
  });
});
