import { hoursOf, planOf } from './absences.js';

const user = '7';
const entry = (id: string, requested_date: string, hours: number, user_id = user) => ({
  id,
  user_id,
  requested_date,
  hours,
});
const monday = { date: '2026-10-12', minutes: 480 };
const tuesday = { date: '2026-10-13', minutes: 240 };
const nothing = { missing: [], changed: [], excess: [], taken: [] };

describe('time away', () => {
  it('is counted in quarters of an hour, and a begun one counts', () => {
    expect([480, 225, 226, 1, 0].map(hoursOf)).toEqual([8, 3.75, 4, 0.25, 0]);
  });
});

describe('the days of an absence', () => {
  it('are created where nothing is recorded', () => {
    const missing = [
      { date: '2026-10-12', hours: 8 },
      { date: '2026-10-13', hours: 4 },
    ];
    expect(planOf([monday, tuesday], user, [], [])).toEqual({ ...nothing, missing });
  });

  it('that are as they are stated need nothing, which a repeat relies on: Kantata would add the hours up', () => {
    const held = [entry('1', '2026-10-12', 8), entry('2', '2026-10-13', 4)];
    expect(planOf([monday, tuesday], user, held, [])).toEqual(nothing);
  });

  it('are changed where only the hours differ, and deleted where they are stated no more', () => {
    const held = [entry('1', '2026-10-12', 8), entry('2', '2026-10-13', 8)];
    expect(planOf([tuesday], user, held, [])).toEqual({
      ...nothing,
      changed: [{ id: '2', wanted: { date: '2026-10-13', hours: 4 } }],
      excess: ['1'],
    });
  });

  it('go with the person: those of somebody else are deleted', () => {
    const held = [entry('1', '2026-10-12', 8, '8')];
    expect(planOf([monday], user, held, [])).toEqual({
      ...nothing,
      missing: [{ date: '2026-10-12', hours: 8 }],
      excess: ['1'],
    });
  });

  it('all go when it is stated without days, or with days of no minutes', () => {
    const held = [entry('1', '2026-10-12', 8)];
    expect(planOf([], null, held, [])).toEqual({ ...nothing, excess: ['1'] });
    expect(planOf([{ ...monday, minutes: 0 }], user, held, [])).toEqual({ ...nothing, excess: ['1'] });
  });

  it('with other time off are left alone where that is as long, and a person’s business where it is shorter', () => {
    const others = [entry('5', '2026-10-12', 4), entry('6', '2026-10-13', 4)];
    expect(planOf([monday, tuesday], user, [], others)).toEqual({
      ...nothing,
      taken: [{ date: '2026-10-12', hours: 8 }],
    });
  });
});
