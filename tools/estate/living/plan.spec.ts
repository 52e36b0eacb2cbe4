import { resolve } from 'node:path';
import type { Staff } from '../../../apps/sandbox/src/core/screens.js';
import { loadFirm } from '../../../apps/sandbox/src/firm/load-firm.js';
import { habits } from './habits/habits.js';
import { type Habit, type Life, type PlannedDeed, workingDay } from './life.js';
import { plan } from './plan.js';

const firm = loadFirm(resolve('examples/meridian-consulting'));

function deeds(seed: number, count: number): PlannedDeed[] {
  const coming = plan(firm, seed);
  return Array.from({ length: count }, () => coming.next().value);
}

const numbers = <T extends PlannedDeed['action']>(all: PlannedDeed[], action: T): number =>
  all.filter((deed) => deed.action === action).length;

describe('what the firm does after its month', () => {
  test('a seed says all of it, and another seed says something else', () => {
    expect(deeds(7, 500)).toEqual(deeds(7, 500));
    expect(deeds(7, 500)).not.toEqual(deeds(8, 500));
  });

  test('every habit shows, and each deed has its place', () => {
    const all = deeds(1, 1_000);
    expect(new Set(all.map(({ habit }) => habit))).toEqual(new Set(habits.map(({ name }) => name)));
    expect(all.map(({ number }) => number)).toEqual(all.map((_deed, index) => index));
  });

  test('a deed about a record comes after the deed that made it, on the same subject', () => {
    const all = deeds(3, 2_000);
    const later = all.filter(({ recordOf }) => recordOf !== undefined);
    expect(later.length).toBeGreaterThan(50);
    for (const { recordOf, number, subject, action } of later) {
      expect(recordOf).toBeLessThan(number);
      expect(all[recordOf!]).toMatchObject({
        subject,
        action: action === 'withdrawLeave' ? 'recordLeave' : 'logTime',
      });
    }
  });

  test('what was got wrong is put right', () => {
    const all = deeds(5, 3_000);
    const typed = all.filter((deed) => deed.action === 'logTime' && deed.input.hourlyRate);
    const corrected = all.filter((deed) => deed.action === 'editTimeEntry' && deed.input.fields.hourlyRate);
    expect(typed.length).toBeGreaterThan(20);
    // Whoever made the last mistakes has not noticed yet.
    expect(typed.length - corrected.length).toBeLessThan(10);
    expect(corrected.map(({ recordOf }) => recordOf)).toEqual(
      typed.slice(0, corrected.length).map(({ number }) => number),
    );
  });

  test('what is open stays little, however long it goes on', () => {
    const most = { deals: 0, mistakes: 0, away: 0, consultants: 0, customers: 0 };
    // It has no occasion; it only looks.
    const watch: Habit = { name: 'watch', weight: 1_000, occasion: (life) => (look(life), null) };
    const look = (life: Life): void => {
      for (const kind of Object.keys(most) as (keyof typeof most)[])
        most[kind] = Math.max(most[kind], life[kind].length);
    };
    const coming = plan(firm, 2, [...habits, watch]);
    for (let count = 0; count < 5_000; count += 1) coming.next();
    // Ten are on the bench and ten are hired; four customers are of old and ten are new.
    expect(most).toMatchObject({ deals: 5, away: 5, consultants: 20, customers: 14 });
    expect(most.mistakes).toBeLessThanOrEqual(15);
    const all = deeds(2, 5_000);
    expect([numbers(all, 'hire'), numbers(all, 'createAccount')]).toEqual([10, 10]);
    // Deals end, so that others can be won.
    expect(numbers(all, 'closeOpportunity')).toBeGreaterThan(100);
  });

  test('each of the month’s people stays on their project, once, and for no more than they work', () => {
    const staffed = deeds(2, 2_000).filter(({ habit }) => habit === 'extend-staffing');
    const places = staffed.map(({ input }) => {
      const { projectRef, email } = input as Staff;
      return `${projectRef.slice(2)} ${firm.workers.find((worker) => worker.email === email)!.number}`;
    });
    // All of them but those of OPP-106, which waits for a person.
    const expected = firm.staffing.filter(({ opportunity }) => opportunity !== 'OPP-106');
    expect(expected).toHaveLength(24);
    expect(places.sort()).toEqual(expected.map(({ opportunity, worker }) => `${opportunity} ${worker}`).sort());
    const loads = staffed.map(({ input, weeks }) => {
      const { email, minutes } = input as Staff;
      return (100 * minutes) / weeks! / 60 / firm.workers.find((worker) => worker.email === email)!.weeklyHours;
    });
    expect(new Set(loads)).toEqual(new Set([40, 60, 80, 90]));
  });

  test('the firm works from Monday to Friday', () => {
    // 2 November 2026 is a Monday.
    expect([-1, 0, 4, 5].map(workingDay)).toEqual(['2026-10-30', '2026-11-02', '2026-11-06', '2026-11-09']);
  });
});
