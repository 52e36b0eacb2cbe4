import type { HeatMapRow } from '#contracts';
import { addDays, everyDay, sharesOf, weekdayOf } from '#kernel';
import type { SoldWork, StaffingWeek } from './staffing.repository.js';

const mondayOf = (date: string): string => addDays(date, -((weekdayOf(date) + 6) % 7));
const isWorkday = (date: string): boolean => weekdayOf(date) % 6 !== 0;

type Work = Pick<SoldWork, 'minutes' | 'startDate' | 'endDate'>;

/** Minutes spread evenly over the days from Monday to Friday, by week unless said; together they are all of them. */
export function spread({ minutes, startDate, endDate }: Work, spanOf = mondayOf): Map<string, number> {
  const days = new Map<string, number>();
  for (const day of everyDay(startDate, endDate).filter(isWorkday))
    days.set(spanOf(day), (days.get(spanOf(day)) ?? 0) + 1);
  if (days.size === 0) return new Map([[spanOf(startDate), minutes]]);
  const shares = sharesOf(minutes, [...days.values()]);
  return new Map([...days.keys()].map((span, index) => [span, shares[index]!]));
}

/** Capacity, what is planned of it and what was sold, by group and week. */
export function heatMapOf(
  weeks: StaffingWeek[],
  sold: SoldWork[],
  groupOf: (deal: SoldWork) => string | null,
): HeatMapRow[] {
  const shown = [...new Set(weeks.map(({ week }) => week))].sort();
  const demand = new Map<string, Map<string, number>>();
  for (const deal of sold) {
    const name = groupOf(deal) ?? '';
    const byWeek = demand.get(name) ?? new Map<string, number>();
    demand.set(name, byWeek);
    for (const [week, minutes] of spread(deal)) byWeek.set(week, (byWeek.get(week) ?? 0) + minutes);
  }
  const known = new Map(weeks.map((week) => [`${week.name} ${week.week}`, week]));
  const names = [...new Set([...weeks.map(({ name }) => name), ...demand.keys()])].sort();
  return names.map((name) => ({
    group: name === '' ? null : name,
    worker: null,
    weeks: shown.map((week) => {
      const { capacityMinutes = 0, plannedMinutes = 0 } = known.get(`${name} ${week}`) ?? {};
      const demandMinutes = demand.get(name)?.get(week) ?? 0;
      const load = capacityMinutes === 0 ? null : ((100 * plannedMinutes) / capacityMinutes).toFixed(2);
      return { week, capacityMinutes, plannedMinutes, demandMinutes, load };
    }),
  }));
}

/** The same for each worker; what was sold is nobody's in particular. */
export const byWorker = (weeks: StaffingWeek[]): HeatMapRow[] =>
  heatMapOf(weeks, [], () => null).map(({ group, ...row }) => ({ ...row, group: null, worker: group }));
