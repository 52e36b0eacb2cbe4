import type { scheduling } from '#contracts';
import { addDays, type CalendarDate, everyDay } from '#kernel';
import { awayMinutes, byWeek, contractedMinutes, plannedByDay, weeksBetween, type WorkingTime } from '../calendar.js';

/** An assignment with days: what it takes of somebody's time. */
export interface Booking {
  id: string;
  status: scheduling.Assignment['status'];
  startDate: CalendarDate;
  endDate: CalendarDate;
  minutes: number;
}

/** What an assignment takes of a week, and what of it finds no place. */
export interface BookedWeek<B extends Booking> {
  booking: B;
  plannedMinutes: number;
  /** More than leave, holidays and other assignments leave of the days of the assignment. */
  atRiskMinutes: number;
  /** What of that would find a place but for leave. */
  leaveMinutes: number;
}

export interface CapacityWeek<B extends Booking> {
  /** Its Monday. */
  week: CalendarDate;
  /** Contracted time, holidays taken off. */
  workingMinutes: number;
  holidayMinutes: number;
  leaveMinutes: number;
  booked: BookedWeek<B>[];
}

export interface DayAway {
  date: CalendarDate;
  minutes: number;
}

const noHolidays: ReadonlySet<CalendarDate> = new Set();

/** Work that falls out on a day because it is a holiday at somebody's place. */
const holidayMinutes = (person: WorkingTime, day: CalendarDate): number =>
  contractedMinutes({ ...person, holidays: noHolidays }, day) - contractedMinutes(person, day);

/** Every day of a span that is not or only partly worked, whether for a holiday or leave. */
export const daysAway = (person: WorkingTime, from: CalendarDate, to: CalendarDate): DayAway[] =>
  everyDay(from, to)
    .map((date) => ({ date, minutes: holidayMinutes(person, date) + awayMinutes(person, date) }))
    .filter(({ minutes }) => minutes > 0);

/** Every week a span of days touches, in whole weeks. */
export function capacityOf<B extends Booking>(
  person: WorkingTime,
  bookings: B[],
  from: CalendarDate,
  to: CalendarDate,
): CapacityWeek<B>[] {
  const planned = bookings
    .filter(({ status }) => status !== 'cancelled')
    .map((booking) => ({ booking, weeks: byWeek(plannedByDay(booking, person.holidays)) }));
  return weeksBetween(from, to).map((week) => {
    const days = everyDay(week, addDays(week, 6));
    const claims = planned.map(({ booking, weeks }) => ({ booking, minutes: weeks.get(week) ?? 0 }));
    return {
      week,
      workingMinutes: sum(days, (day) => contractedMinutes(person, day)),
      holidayMinutes: sum(days, (day) => holidayMinutes(person, day)),
      leaveMinutes: sum(days, (day) => awayMinutes(person, day)),
      booked: bookedOf(person, days, claims),
    };
  });
}

/** Minutes of a booking in some weeks, spread over the days it takes of each; without those minutes no day. */
export function minutesByDay<B extends Booking>(
  weeks: CapacityWeek<B>[],
  { id, startDate, endDate }: Booking,
  of: 'plannedMinutes' | 'atRiskMinutes' | 'leaveMinutes',
  holidays: ReadonlySet<CalendarDate>,
): Map<CalendarDate, number> {
  const days = weeks.flatMap(({ week, booked }) => {
    const one = booked.find(({ booking }) => booking.id === id);
    if (!one) return [];
    const sunday = addDays(week, 6);
    const span = { startDate: startDate > week ? startDate : week, endDate: endDate < sunday ? endDate : sunday };
    return [...plannedByDay({ ...span, minutes: one[of] }, holidays)];
  });
  return new Map(days);
}

interface Claim<B extends Booking> {
  booking: B;
  minutes: number;
}

function bookedOf<B extends Booking>(person: WorkingTime, days: CalendarDate[], all: Claim<B>[]): BookedWeek<B>[] {
  const claims = all.filter(({ minutes }) => minutes > 0);
  const left = (day: CalendarDate): number => contractedMinutes(person, day) - awayMinutes(person, day);
  const withLeave = unplaced(days, claims, left);
  const without = unplaced(days, claims, (day) => contractedMinutes(person, day));
  return claims.map(({ booking, minutes }) => ({
    booking,
    plannedMinutes: minutes,
    atRiskMinutes: withLeave.get(booking.id)!,
    leaveMinutes: Math.max(0, withLeave.get(booking.id)! - without.get(booking.id)!),
  }));
}

/**
 * Lays planned work into the time that is left on its days: confirmed before tentative, what ends first before what ends
 * later. Answers what of each found no place.
 */
function unplaced<B extends Booking>(
  days: CalendarDate[],
  claims: Claim<B>[],
  left: (day: CalendarDate) => number,
): Map<string, number> {
  const rest = new Map(claims.map(({ booking, minutes }) => [booking.id, minutes]));
  const inTurn = claims.map(({ booking }) => booking).sort((a, b) => (turnOf(a) < turnOf(b) ? -1 : 1));
  for (const day of days) {
    let free = left(day);
    for (const { id, startDate, endDate } of inTurn) {
      if (day < startDate || day > endDate) continue;
      const placed = Math.min(free, rest.get(id)!);
      rest.set(id, rest.get(id)! - placed);
      free -= placed;
    }
  }
  return rest;
}

const turnOf = ({ status, endDate, id }: Booking): string => `${status === 'confirmed' ? 0 : 1} ${endDate} ${id}`;

const sum = (days: CalendarDate[], of: (day: CalendarDate) => number): number =>
  days.reduce((total, day) => total + of(day), 0);
