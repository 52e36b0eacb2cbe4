import type { UtilisationLine, UtilisationQuery } from '#contracts';
import { addDays, type CalendarDate, Failure } from '#kernel';
import type { StaffedWorker } from '../people/worker.repository.js';
import { weekOf, weeksBetween, type WorkingTime, workingMinutes } from '../calendar.js';

/** A worker, when they work, and what is planned for them by the Monday of the week. */
export interface Staffed {
  worker: Pick<StaffedWorker, 'number' | 'practice' | 'region'>;
  time: WorkingTime;
  planned: ReadonlyMap<CalendarDate, number>;
}

type GroupBy = UtilisationQuery['groupBy'];

const mostWeeks = 53;

/** The Mondays that are asked for. */
export function weeksAsked({ from, to }: Pick<UtilisationQuery, 'from' | 'to'>): CalendarDate[] {
  const wrong = (message: string): Failure =>
    new Failure('rejected', `the last day ${message}`, { fields: [{ field: 'to', message }] });
  if (to < from) throw wrong(`is before the first, ${from}`);
  if (to > addDays(weekOf(from), mostWeeks * 7 - 1)) throw wrong(`is more than ${mostWeeks} weeks after the first`);
  return weeksBetween(from, to);
}

const groupOf = ({ worker }: Staffed, groupBy: GroupBy): string | null =>
  groupBy === 'worker' ? worker.number : worker[groupBy];

/** Planned and possible minutes of each week and group, in the order of week and name. */
export function utilisationOf(staffed: Staffed[], weeks: CalendarDate[], groupBy: GroupBy): UtilisationLine[] {
  const lines = new Map<string, UtilisationLine>();
  for (const week of weeks) {
    for (const one of staffed) {
      const group = groupOf(one, groupBy);
      const key = JSON.stringify([week, group]);
      const sofar = lines.get(key) ?? { group, week, plannedMinutes: 0, capacityMinutes: 0, utilisation: null };
      const plannedMinutes = sofar.plannedMinutes + (one.planned.get(week) ?? 0);
      const capacityMinutes = sofar.capacityMinutes + workingMinutes(one.time, week, addDays(week, 6));
      lines.set(key, {
        group,
        week,
        plannedMinutes,
        capacityMinutes,
        utilisation: shareOf(plannedMinutes, capacityMinutes),
      });
    }
  }
  return [...lines.values()].sort(
    (a, b) => a.week.localeCompare(b.week) || (a.group ?? '').localeCompare(b.group ?? ''),
  );
}

/** Hundredths of a per cent, half up; nothing is no share of nothing. */
const shareOf = (planned: number, capacity: number): number | null =>
  capacity === 0 ? null : Math.floor((planned * 10_000 + capacity / 2) / capacity);
