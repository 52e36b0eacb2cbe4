import type { WorkingTime } from '../calendar.js';
import { type Staffed, utilisationOf, weeksAsked } from './utilisation.js';

const time = (changes: Partial<WorkingTime> = {}): WorkingTime => ({
  weeklyMinutes: 2400,
  holidays: new Set(),
  leave: new Map(),
  firstDay: null,
  lastDay: null,
  ...changes,
});

const staffed = (number: string, planned: [string, number][], changes: Partial<WorkingTime> = {}): Staffed => ({
  worker: { number, practice: number === '3' ? null : 'Strategy', region: 'Americas' },
  time: time(changes),
  planned: new Map(planned),
});

const weeks = ['2026-10-05', '2026-10-12'];

// One at half time with a day of leave, one on the bench, one part-time who leaves after the first week.
const firm = [
  staffed(
    '1',
    [
      ['2026-10-05', 1200],
      ['2026-10-12', 1200],
    ],
    { leave: new Map([['2026-10-05', 480]]) },
  ),
  staffed('2', []),
  staffed('3', [['2026-10-05', 500]], { weeklyMinutes: 1500, lastDay: '2026-10-09' }),
];

describe('the forecast of utilisation', () => {
  it('is by worker: planned of what can be worked, leave taken off, people on the bench included', () => {
    expect(utilisationOf(firm, weeks, 'worker')).toEqual([
      { group: '1', week: '2026-10-05', plannedMinutes: 1200, capacityMinutes: 1920, utilisation: 6250 },
      { group: '2', week: '2026-10-05', plannedMinutes: 0, capacityMinutes: 2400, utilisation: 0 },
      { group: '3', week: '2026-10-05', plannedMinutes: 500, capacityMinutes: 1500, utilisation: 3333 },
      { group: '1', week: '2026-10-12', plannedMinutes: 1200, capacityMinutes: 2400, utilisation: 5000 },
      { group: '2', week: '2026-10-12', plannedMinutes: 0, capacityMinutes: 2400, utilisation: 0 },
      { group: '3', week: '2026-10-12', plannedMinutes: 0, capacityMinutes: 0, utilisation: null },
    ]);
  });

  it('is by practice and region: the minutes are added, not the percentages; who has no practice is shown as such', () => {
    expect(utilisationOf(firm, weeks.slice(0, 1), 'practice')).toEqual([
      { group: null, week: '2026-10-05', plannedMinutes: 500, capacityMinutes: 1500, utilisation: 3333 },
      { group: 'Strategy', week: '2026-10-05', plannedMinutes: 1200, capacityMinutes: 4320, utilisation: 2778 },
    ]);
    expect(utilisationOf(firm, weeks.slice(0, 1), 'region')).toEqual([
      { group: 'Americas', week: '2026-10-05', plannedMinutes: 1700, capacityMinutes: 5820, utilisation: 2921 },
    ]);
  });

  it('shows more than there is as more than all of it', () => {
    const [line] = utilisationOf([staffed('1', [['2026-10-05', 3000]])], ['2026-10-05'], 'worker');
    expect(line!.utilisation).toBe(12_500);
  });

  it('counts whole weeks, and no more than a year of them', () => {
    expect(weeksAsked({ from: '2026-10-07', to: '2026-10-12' })).toEqual(weeks);
    expect(weeksAsked({ from: '2026-10-05', to: '2027-10-10' })).toHaveLength(53);
    expect(() => weeksAsked({ from: '2026-10-05', to: '2027-10-11' })).toThrow('more than 53 weeks');
    expect(() => weeksAsked({ from: '2026-10-05', to: '2026-10-04' })).toThrow('before the first');
  });
});
