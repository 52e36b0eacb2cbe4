import { Failure } from '#kernel';
import { longLeave, shortLeave, type TimeOff } from './leave-mapping.js';

const word = (descriptor: string) => ({ id: '0123', descriptor });
const off = (date: string, quantity: number, status = 'Approved', unit = 'Hours'): TimeOff => ({
  date,
  quantity,
  status: word(status),
  unit: word(unit),
});
const told = (...entries: TimeOff[]) =>
  shortLeave('w1', entries, 450).map(({ id, status, days }) => [id, status, days[0]!.minutes]);

describe('time off', () => {
  it('is a leave for each day, in minutes, whether Workday counts hours or days', () => {
    expect(told(off('2026-12-24', 4), off('2026-12-28', 0.5, 'Submitted', 'Days'))).toEqual([
      ['w1.2026-12-24', 'approved', 240],
      ['w1.2026-12-28', 'requested', 225],
    ]);
  });

  it('of several kinds on a day adds up, and is approved when all of it is', () => {
    expect(told(off('2026-12-24', 4), off('2026-12-24', 2, 'Submitted'))).toEqual([
      ['w1.2026-12-24', 'requested', 360],
    ]);
  });

  it('that was corrected to nothing, never asked for or sent back is none', () => {
    expect(
      told(
        off('2026-12-24', 8),
        off('2026-12-24', -8),
        off('2026-12-28', 8, 'Not Submitted'),
        off('2026-12-29', 8, 'Sent Back'),
      ),
    ).toEqual([]);
  });

  it('in another language is refused, saying what to do', () => {
    const refused = (): unknown => told(off('2026-12-24', 8, 'Genehmigt'));
    expect(refused).toThrow(Failure);
    expect(refused).toThrow('"Genehmigt"');
  });
});

describe('a leave of absence', () => {
  const tellable = { from: '2026-01-01', to: '2027-12-31' };
  const leave = {
    id: 'l1',
    firstDayOfLeave: '2026-12-03',
    estimatedLastDayOfLeave: '2026-12-31',
    actualLastDayOfLeave: '2026-12-08',
    status: word('Successfully Completed'),
  };

  it('takes every weekday until the day somebody really came back', () => {
    expect(longLeave('w1', leave, 480, tellable)).toEqual({
      id: 'w1.l1',
      workerId: 'w1',
      status: 'approved',
      // 3 December 2026 is a Thursday.
      days: ['2026-12-03', '2026-12-04', '2026-12-07', '2026-12-08'].map((date) => ({ date, minutes: 480 })),
      modifiedAt: null,
    });
  });

  it('without an end is told as far as can be', () => {
    const open = { ...leave, estimatedLastDayOfLeave: null, actualLastDayOfLeave: null };
    const { days } = longLeave('w1', open, 480, { from: '2026-01-01', to: '2026-12-10' });
    expect(days.at(-1)!.date).toBe('2026-12-10');
  });

  it.each([
    ['In Progress', 'requested'],
    ['Canceled', 'withdrawn'],
    ['Rescinded', 'withdrawn'],
    ['Process Terminated', 'withdrawn'],
  ])('"%s" is %s', (descriptor, status) => {
    expect(longLeave('w1', { ...leave, status: word(descriptor) }, 480, tellable).status).toBe(status);
  });

  it('during which somebody may be scheduled takes no day', () => {
    const light = { ...leave, leaveImpactFields: { schedulingEffect: true } };
    expect(longLeave('w1', light, 480, tellable).days).toEqual([]);
  });
});
