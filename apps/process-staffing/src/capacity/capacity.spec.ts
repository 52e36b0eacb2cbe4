import type { WorkingTime } from '../calendar.js';
import { leaveByDay } from '../calendar.js';
import { type Booking, capacityOf, daysAway } from './capacity.js';

const person = (changes: Partial<WorkingTime> = {}): WorkingTime => ({
  weeklyMinutes: 2400,
  holidays: new Set(),
  leave: new Map(),
  firstDay: null,
  lastDay: null,
  ...changes,
});

const away = (minutes: number, ...dates: string[]) => leaveByDay([{ days: dates.map((date) => ({ date, minutes })) }]);

/** 26 October 2026 is a Monday. */
const [monday, tuesday, wednesday, friday, sunday] = [
  '2026-10-26',
  '2026-10-27',
  '2026-10-28',
  '2026-10-30',
  '2026-11-01',
] as const;

const booking = (id: string, minutes: number, changes: Partial<Booking> = {}): Booking => ({
  id,
  status: 'confirmed',
  startDate: monday,
  endDate: friday,
  minutes,
  ...changes,
});

/** Of one week: id, minutes at risk, and of these those for leave. */
const risks = (worker: WorkingTime, ...bookings: Booking[]): [string, number, number][] =>
  capacityOf(worker, bookings, monday, sunday)[0]!.booked.map((one) => [
    one.booking.id,
    one.atRiskMinutes,
    one.leaveMinutes,
  ]);

describe('days away', () => {
  it('are leave and holidays, a holiday on leave once, and none at the weekend', () => {
    const worker = person({
      holidays: new Set([tuesday, sunday]),
      leave: away(480, monday, tuesday, '2026-10-31', sunday),
    });
    expect(daysAway(worker, monday, sunday)).toEqual([
      { date: monday, minutes: 480 },
      { date: tuesday, minutes: 480 },
    ]);
  });

  it('of somebody who works less are no more than they work', () => {
    const worker = person({ weeklyMinutes: 1200, leave: away(480, monday) });
    expect(daysAway(worker, monday, sunday)).toEqual([{ date: monday, minutes: 240 }]);
  });

  it('are whole days where clocks are put back in between', () => {
    // Berlin: Sunday 25 October 2026; New York: Sunday 1 November.
    const worker = person({ leave: away(480, '2026-10-23', monday, friday, '2026-11-02') });
    expect(daysAway(worker, '2026-10-23', '2026-11-02').map(({ minutes }) => minutes)).toEqual([480, 480, 480, 480]);
  });
});

describe('capacity of a week', () => {
  it('is contracted time less holidays less leave', () => {
    const worker = person({ holidays: new Set([tuesday]), leave: away(150, monday, tuesday) });
    const [week] = capacityOf(worker, [booking('a', 600)], wednesday, wednesday);
    expect(week).toMatchObject({ week: monday, workingMinutes: 1920, holidayMinutes: 480, leaveMinutes: 150 });
  });

  it('is told for every week a span touches, with what is planned in each', () => {
    // Ten working days of 300: 1,500 a week.
    const long = booking('a', 3000, { endDate: '2026-11-06' });
    const weeks = capacityOf(person(), [long], friday, '2026-11-02');
    expect(weeks.map(({ week, booked }) => [week, booked[0]!.plannedMinutes])).toEqual([
      [monday, 1500],
      ['2026-11-02', 1500],
    ]);
  });
});

describe('an assignment is at risk', () => {
  it('by what leave takes of a full week', () => {
    expect(risks(person({ leave: away(480, monday) }), booking('a', 2400))).toEqual([['a', 480, 480]]);
  });

  it('not where other days of the week have room for it', () => {
    expect(risks(person({ leave: away(480, monday, tuesday) }), booking('a', 1200))).toEqual([['a', 0, 0]]);
  });

  it('where only days outside its own have room', () => {
    // Two days of 480, one of them on leave: 480 have no place, though the week has three other days.
    const short = booking('a', 960, { endDate: tuesday });
    expect(risks(person({ leave: away(480, tuesday) }), short)).toEqual([['a', 480, 480]]);
  });

  it('together with others: 1,800 planned, 1,440 left, and no room is used twice', () => {
    const worker = person({ leave: away(480, monday, tuesday) });
    expect(risks(worker, booking('a', 1200), booking('b', 600))).toEqual([
      ['a', 0, 0],
      ['b', 360, 360],
    ]);
  });

  it('before a confirmed one where it is tentative, and last where it ends first', () => {
    const worker = person({ leave: away(480, monday) });
    const tentative = booking('a', 1200, { status: 'tentative' });
    expect(risks(worker, tentative, booking('b', 1200))).toEqual([
      ['a', 480, 480],
      ['b', 0, 0],
    ]);
    // What ends on Wednesday has 960 of Tuesday and Wednesday; 240 of the other find no place in 960.
    const first = booking('z', 960, { endDate: wednesday });
    expect(risks(worker, booking('a', 1200), first)).toEqual([
      ['a', 240, 240],
      ['z', 0, 0],
    ]);
  });

  it('without leave where somebody is booked twice over, and leave has its own part in it', () => {
    const both = [booking('a', 2400), booking('b', 2400)];
    expect(risks(person(), ...both)).toEqual([
      ['a', 0, 0],
      ['b', 2400, 0],
    ]);
    expect(risks(person({ leave: away(480, monday) }), ...both)).toEqual([
      ['a', 480, 480],
      ['b', 2400, 0],
    ]);
  });

  it('not once it is cancelled', () => {
    expect(risks(person({ leave: away(480, monday) }), booking('a', 2400, { status: 'cancelled' }))).toEqual([]);
  });

  it('by a holiday, which is not leave', () => {
    expect(risks(person({ holidays: new Set([monday]) }), booking('a', 2400))).toEqual([['a', 480, 0]]);
  });
});
