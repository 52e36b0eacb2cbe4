import { toHolidays, toLeave, type TimeOffRequest } from './leave-mapping.js';

const usual = new Map(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map((day) => [day, 7.5]));

/** As the vendor answered in a demo company: two weekdays of a bereavement. */
const request: TimeOffRequest = {
  id: '1659',
  employeeId: '12',
  status: { lastChanged: '2026-05-11', status: 'approved' },
  start: '2026-04-10',
  end: '2026-04-14',
  amount: { unit: 'days', amount: '5' },
  // 11 April 2026 is a Saturday.
  dates: { '2026-04-10': '1', '2026-04-11': '1', '2026-04-12': '0', '2026-04-13': '0.5' },
};

describe('a BambooHR time off request', () => {
  it('in days is counted by the hours people usually work, and never at a weekend', () => {
    expect(toLeave(request, usual)).toEqual({
      id: '1659',
      workerId: '12',
      status: 'approved',
      days: [
        { date: '2026-04-10', minutes: 450 },
        { date: '2026-04-13', minutes: 225 },
      ],
      modifiedAt: null,
    });
  });

  it('in hours is taken as it is', () => {
    const inHours: TimeOffRequest = {
      ...request,
      amount: { unit: 'hours', amount: '4' },
      dates: { '2026-04-11': '4', '2026-04-12': '0' },
    };
    expect(toLeave(inHours, usual).days).toEqual([{ date: '2026-04-11', minutes: 240 }]);
  });

  it('whose empty map of days comes as a list takes none', () => {
    expect(toLeave({ ...request, dates: [] }, usual).days).toEqual([]);
  });

  it.each([
    ['requested', 'requested'],
    ['denied', 'withdrawn'],
    ['canceled', 'withdrawn'],
    ['superceded', 'withdrawn'],
  ])('that is %s is %s', (word, status) => {
    expect(toLeave({ ...request, status: { ...request.status, status: word } }, usual).status).toBe(status);
  });
});

describe('holidays of a BambooHR company', () => {
  it('are every day of theirs, without the people who are out', () => {
    const span = { start: '2026-12-24', end: '2026-12-25' };
    expect(
      toHolidays([
        { type: 'timeOff', name: 'Eric Asture', ...span },
        { type: 'holiday', name: 'Christmas', ...span },
      ]),
    ).toEqual([
      { date: '2026-12-24', name: 'Christmas', location: null },
      { date: '2026-12-25', name: 'Christmas', location: null },
    ]);
  });
});
