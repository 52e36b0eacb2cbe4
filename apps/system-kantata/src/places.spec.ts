import { toAssignment } from './places.js';

const place = { id: '7', role_name: 'Consultant' };
const whose = { project: 'P-1', workerNumber: '1042' };
const booking = (start_date: string, end_date: string, minutes: number, hard: boolean) => ({
  id: `${start_date}/${minutes}`,
  start_date,
  end_date,
  minutes,
  hard,
});
const october = booking('2026-10-05', '2026-10-16', 2400, true);
const november = booking('2026-11-02', '2026-11-06', 600, true);
const plan = booking('2026-12-07', '2026-12-11', 1200, false);

describe('what is booked on a place', () => {
  it('is one assignment from the first to the last of its days, with all their minutes', () => {
    expect(toAssignment(place, [november, october], whose)).toEqual({
      id: '7',
      workerNumber: '1042',
      roleName: 'Consultant',
      minutes: 3000,
      project: 'P-1',
      startDate: '2026-10-05',
      endDate: '2026-11-06',
      status: 'confirmed',
    });
  });

  it('counts softly only while nothing is booked for sure', () => {
    expect(toAssignment(place, [plan], whose)).toMatchObject({ minutes: 1200, status: 'tentative' });
    expect(toAssignment(place, [plan, november], whose)).toMatchObject({
      minutes: 600,
      endDate: '2026-11-06',
      status: 'confirmed',
    });
  });

  it('is nothing where somebody has the place and no time on it', () => {
    expect(toAssignment(place, [], whose)).toMatchObject({ minutes: 0, startDate: null, endDate: null });
  });
});
