import { Failure } from '#kernel';
import { leaveOfAbsence, timeOff, type TimeOffEntry } from './leave-mapping.js';

const word = (descriptor: string) => ({ id: '0123', descriptor });
const completed = 'Successfully Completed';
const entry = (request: string, date: string, units: number, status = completed, unit = 'Hours'): TimeOffEntry => ({
  date,
  units,
  unitOfTime: word(unit),
  timeOffRequest: { id: request, status },
});
const told = (...entries: TimeOffEntry[]) =>
  timeOff('w1', entries, 450).map(({ id, status, days }) => [id, status, days.map((day) => [day.date, day.minutes])]);

describe('time off', () => {
  it('is a leave for each request, in minutes, whether Workday counts hours or days', () => {
    expect(
      told(
        entry('r1', '2026-12-23', 8),
        entry('r2', '2026-12-28', 0.5, 'In Progress', 'Days'),
        entry('r1', '2026-12-24', 4),
      ),
    ).toEqual([
      [
        'w1.r1',
        'approved',
        [
          ['2026-12-23', 480],
          ['2026-12-24', 240],
        ],
      ],
      ['w1.r2', 'requested', [['2026-12-28', 225]]],
    ]);
  });

  it('that was corrected takes what is left of a day, and a day of nothing is none', () => {
    expect(
      told(
        entry('r1', '2026-12-23', 8),
        entry('r1', '2026-12-23', -2),
        entry('r1', '2026-12-24', 8),
        entry('r1', '2026-12-24', -8),
      ),
    ).toEqual([['w1.r1', 'approved', [['2026-12-23', 360]]]]);
  });

  it.each(['Denied', 'Canceled', 'Rescinded', 'Terminated'])('that is %s is withdrawn', (status) => {
    expect(told(entry('r1', '2026-12-23', 8, status))[0]![1]).toBe('withdrawn');
  });

  it('in another language is refused, saying what to do', () => {
    const refused = (): unknown => told(entry('r1', '2026-12-24', 8, 'Genehmigt'));
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
    expect(leaveOfAbsence('w1', leave, 480, tellable)).toEqual({
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
    const { days } = leaveOfAbsence('w1', open, 480, { from: '2026-01-01', to: '2026-12-10' });
    expect(days.at(-1)!.date).toBe('2026-12-10');
  });

  it.each([
    ['In Progress', 'requested'],
    ['Canceled', 'withdrawn'],
    ['Rescinded', 'withdrawn'],
    ['Process Terminated', 'withdrawn'],
  ])('"%s" is %s', (descriptor, status) => {
    expect(leaveOfAbsence('w1', { ...leave, status: word(descriptor) }, 480, tellable).status).toBe(status);
  });

  it('during which somebody may be scheduled takes no day', () => {
    const light = { ...leave, leaveImpactFields: { schedulingEffect: true } };
    expect(leaveOfAbsence('w1', light, 480, tellable).days).toEqual([]);
  });
});
