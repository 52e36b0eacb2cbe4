import { type CalendarDate, everyDay } from '#kernel';
import { awayMinutes, contractedMinutes, isWorkday, plannedByDay, weekOf, type WorkingTime } from '../calendar.js';
import type { Booking } from './staffing-facts.js';

/** Time that is planned beyond what somebody works. */
export interface Overload {
  /** Monday of the week, or the first day of the whole span. */
  from: CalendarDate;
  planned: number;
  available: number;
}

type Days = CalendarDate[];

const sum = (days: Days, of: (day: CalendarDate) => number): number => days.reduce((all, day) => all + of(day), 0);

/** Planned minutes on some days: the assignment and everything else the person is promised to. */
class Workload {
  private readonly spread;

  constructor(
    readonly assignment: Booking,
    others: Booking[],
    readonly person: WorkingTime,
  ) {
    this.spread = [assignment, ...others].map((booking) => plannedByDay(booking, person.holidays));
  }

  /** Days of the assignment on which anybody at the place works. */
  get days(): Days {
    return everyDay(this.assignment.startDate, this.assignment.endDate).filter(
      (day) => isWorkday(day) && !this.person.holidays.has(day),
    );
  }

  /** Where more is planned than available; by spreading, each booking may seem up to a minute longer than it is. */
  over(days: Days, available: number): Overload[] {
    const planned = sum(days, (day) => this.planned(day));
    const rounding = this.spread.length - 1;
    return planned - available > rounding ? [{ from: days[0] ?? this.assignment.startDate, planned, available }] : [];
  }

  private planned(day: CalendarDate): number {
    return this.spread.reduce((all, byDay) => all + (byDay.get(day) ?? 0), 0);
  }
}

/**
 * Weeks in which a person is promised to more than they are contracted for, leave left aside. Of each week only the days
 * of the assignment count: what is free on others does not help.
 */
export function overbookedWeeks(assignment: Booking, others: Booking[], person: WorkingTime): Overload[] {
  const workload = new Workload(assignment, others, person);
  const { days } = workload;
  return [...new Set(days.map(weekOf))].flatMap((week) => {
    const inWeek = days.filter((day) => weekOf(day) === week);
    return workload.over(
      inWeek,
      sum(inWeek, (day) => contractedMinutes(person, day)),
    );
  });
}

/** Whether leave leaves too little time for what is planned in the whole span. */
export function missedByLeave(assignment: Booking, others: Booking[], person: WorkingTime): Overload | null {
  const workload = new Workload(assignment, others, person);
  const { days } = workload;
  const away = sum(days, (day) => awayMinutes(person, day));
  if (away === 0) return null;
  const [over] = workload.over(days, sum(days, (day) => contractedMinutes(person, day)) - away);
  return over ?? null;
}
