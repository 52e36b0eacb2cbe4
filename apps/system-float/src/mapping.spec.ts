import { hoursADay, weekOf, workingDays } from '#connector';
import type { Allocation, Person } from './api.js';
import {
  isWorker,
  lastDayOf,
  minutesBooked,
  noteOf,
  peopleOf,
  statusOf,
  tagsFor,
  toMoment,
  toResource,
  withNote,
} from './mapping.js';

const weekdays = [1, 2, 3, 4, 5];
const fullTime = [0, 8, 8, 8, 8, 8, 0];

/** The vendor's own tutorial, `Scheduling your team`: 4 hours a day from Monday 1 to Monday 15 May 2023. */
const booked: Allocation = {
  task_id: 1_000_001_613,
  project_id: 101_162,
  people_id: 46_677,
  name: 'Concepting',
  start_date: '2023-05-01',
  end_date: '2023-05-15',
  hours: 4,
  notes: null,
  status: 2,
  repeat_state: null,
  repeat_end_date: null,
  created: '2023-04-27 08:41:08',
  modified: null,
};

const person: Person = {
  people_id: 311_815,
  name: 'Sarah-Jane Smith',
  email: 'sjsmith@float.com',
  role_id: 3,
  active: 1,
  tags: [{ name: 'worker:1042', type: 1 }, { name: 'German', type: 1 }, 'grade:Analyst'],
  work_days_hours: null,
};

const state = {
  name: 'Sarah-Jane Smith',
  email: 'sjsmith@float.com',
  roleName: 'Designer',
  skills: ['German', 'Strategy'],
  weeklyMinutes: 2400,
  costCentre: 'US-STR',
  grade: 'Consultant',
};

describe('hours a day and total minutes', () => {
  it('count the working days between, both ends included', () => {
    // 1–5, 8–12 and 15 May 2023: eleven days of four hours
    expect(workingDays('2023-05-01', '2023-05-15', fullTime)).toBe(11);
    expect(minutesBooked(booked, fullTime)).toBe(2640);
  });

  it('leave out the days a part-timer does not work', () => {
    // Mondays and Tuesdays: 1, 2, 8, 9 and 15 May
    expect(minutesBooked(booked, [0, 8, 8, 0, 0, 0, 0])).toBe(1200);
  });

  it('are read from text, as lists show them', () => {
    expect(minutesBooked({ ...booked, hours: '2.5' }, fullTime)).toBe(1650);
  });

  it('come back as they went, to the minute where a hundredth of an hour allows it', () => {
    expect(hoursADay(2640, 11)).toBe(4);
    expect(hoursADay(9600, 20)).toBe(8);
    expect(hoursADay(1000, 3)).toBe(5.56);
  });

  it('that nobody could work are none', () => {
    expect([hoursADay(60, 0), hoursADay(1441, 1), hoursADay(1440, 1)]).toEqual([null, null, 24]);
  });

  it.each([
    ['every week', { repeat_state: 1, repeat_end_date: '2026-03-20' }, 6, '2026-03-17'],
    ['every second week', { repeat_state: 3, repeat_end_date: '2026-03-20' }, 4, '2026-03-17'],
    // Thursday and Friday in April, a weekend in May
    ['every month', { repeat_state: 2, repeat_end_date: '2026-05-03' }, 4, '2026-05-03'],
    ['never', { repeat_state: 0, repeat_end_date: null }, 2, '2026-03-03'],
  ])('repeat %s', (_how, repeat, days, last) => {
    // Monday 2 and Tuesday 3 March 2026
    const two = { ...booked, start_date: '2026-03-02', end_date: '2026-03-03', ...repeat };
    expect(minutesBooked(two, fullTime)).toBe(days * 240);
    expect(lastDayOf(two)).toBe(last);
  });

  it('repeated on the 31st are on the last day of a shorter month', () => {
    const end = { ...booked, start_date: '2026-03-31', end_date: '2026-03-31', repeat_state: 2 };
    expect(lastDayOf({ ...end, repeat_end_date: '2026-04-30' })).toBe('2026-04-30');
  });
});

describe('a week', () => {
  it('is spread over the days the firm works, Sunday first', () => {
    expect(weekOf(2400, weekdays)).toEqual(fullTime);
    expect(weekOf(2250, [0, 1, 2, 3, 4])).toEqual([7.5, 7.5, 7.5, 7.5, 7.5, 0, 0]);
  });

  it('that has the right sum stays as planners spread it', () => {
    const fourDays = [0, 10, 10, 10, 10, 0, 0];
    expect(weekOf(2400, weekdays, fourDays)).toBe(fourDays);
    expect(weekOf(1200, weekdays, fourDays)).toEqual([0, 4, 4, 4, 4, 4, 0]);
  });

  it('that cannot be divided evenly is written once and then left', () => {
    const uneven = weekOf(2300, weekdays);
    expect(uneven).toEqual([0, 7.67, 7.67, 7.67, 7.67, 7.67, 0]);
    expect(weekOf(2300, weekdays, uneven)).toBe(uneven);
  });
});

describe('a person', () => {
  it('is known by the worker number in a tag, whatever becomes of its case', () => {
    expect(toResource(person)).toEqual({
      id: '311815',
      reference: '1042',
      name: 'Sarah-Jane Smith',
      email: 'sjsmith@float.com',
      active: true,
    });
    expect(isWorker({ ...person, tags: ['worker:e-7'] }, 'E-7')).toBe(true);
  });

  it('keeps the tags others gave, and gets ours and the missing skills', () => {
    expect(tagsFor(person, '1042', state)).toEqual([
      { name: 'German', type: 1 },
      { name: 'worker:1042' },
      { name: 'cost-centre:US-STR' },
      { name: 'grade:Consultant' },
      { name: 'Strategy' },
    ]);
  });
});

describe('an allocation', () => {
  it('names its people under either field, each once', () => {
    expect(peopleOf({ ...booked, people_id: 11, people_ids: [11, 12] })).toEqual([11, 12]);
    expect(peopleOf({ ...booked, people_id: null, people_ids: null })).toEqual([]);
  });

  it('is promised when confirmed, complete, or from before there were states', () => {
    const words = [0, 1, 2, 3, 4, null].map((status) => statusOf({ ...booked, status }));
    expect(words).toEqual(['tentative', 'tentative', 'confirmed', 'confirmed', 'cancelled', 'confirmed']);
  });

  it('is stamped in UTC', () => {
    expect(toMoment('2026-03-02 09:14:55')).toBe('2026-03-02T09:14:55.000Z');
  });
});

describe('notes', () => {
  it('keep what people wrote, and one line of ours for each thing', () => {
    const first = withNote('Bring the old plan', 'demand', 'P-101/ENG-MGR');
    const second = withNote(withNote(first, 'billed 11', '480 min'), 'billed 11', '960 min');
    expect(second).toBe('Bring the old plan\nthroughline demand P-101/ENG-MGR\nthroughline billed 11 960 min');
    expect(noteOf(second, 'demand')).toBe('P-101/ENG-MGR');
  });

  it('of one reference are not those of a longer one', () => {
    expect(noteOf('throughline demand P-101/ENG-MGR-2', 'demand')).not.toBe('P-101/ENG-MGR');
    expect(noteOf('talk to throughline demand X', 'demand')).toBeNull();
  });
});
