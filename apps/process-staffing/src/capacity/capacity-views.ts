import { Decimal } from 'decimal.js';
import type {
  AssignmentAtRisk,
  AssignmentAtRiskPage,
  CapacityPage,
  CapacityQuery,
  CapacityWeek as CapacityWeekView,
  PageQuery,
  WorkerCapacity,
} from '#contracts';
import {
  addDays,
  addMoney,
  type CalendarDate,
  Failure,
  isCalendarDate,
  type Money,
  negateMoney,
  today,
  totalsByCurrency,
} from '#kernel';
import type { EstateView } from '#platform';
import { weekOf } from '../calendar.js';
import type { PlacedWorker, Span, WorkerRepository } from '../people/worker.repository.js';
import { priceByDay } from '../rates.js';
import type { BookingRepository, WeighedBooking, WorkerBooking } from './booking.repository.js';
import { capacityOf, type CapacityWeek, minutesByDay } from './capacity.js';
import type { CapacityRepository } from './capacity.repository.js';
import { total } from './risk-desk.js';

const defaultLimit = 50;
const mostDays = 366;

/** Capacity as its contract shows it: worked out from what is known whenever it is asked for. */
export class CapacityViews {
  constructor(
    private readonly workers: WorkerRepository,
    private readonly capacity: CapacityRepository,
    private readonly bookings: BookingRepository,
    private readonly estate: EstateView,
    private readonly clock: () => Date,
  ) {}

  async list({ from, to, worker, cursor = '', limit = defaultLimit }: CapacityQuery): Promise<CapacityPage> {
    assertSpan({ from, to });
    const known = worker ? await this.one(worker) : await this.workers.placed({ from, to }, cursor, limit + 1);
    const items = await Promise.all(known.slice(0, limit).map((one) => this.of(one, { from, to })));
    return { items, nextCursor: known.length > limit ? items.at(-1)!.workerNumber : null };
  }

  private async one(number: string): Promise<PlacedWorker[]> {
    const found = await this.workers.find(number);
    return found?.legalEntity ? [found as PlacedWorker] : [];
  }

  private async of(worker: PlacedWorker, { from, to }: Span): Promise<WorkerCapacity> {
    const weeks = { from: weekOf(from), to: addDays(weekOf(to), 6) };
    const [person, booked] = await Promise.all([
      this.capacity.workingTime(worker),
      this.bookings.of(worker.number, weeks),
    ]);
    return {
      workerNumber: worker.number,
      legalEntity: worker.legalEntity,
      weeks: capacityOf(person, booked, from, to).map((week) => weekView(week, person.holidays)),
    };
  }

  async atRisk({ cursor = '', limit = defaultLimit }: PageQuery): Promise<AssignmentAtRiskPage> {
    const now = today(this.clock(), this.estate.estate.timeZone);
    const found = await this.bookings.atRisk(now, cursor, limit + 1);
    const items = found.slice(0, limit).map(riskView);
    const last = items.at(-1);
    return { items, nextCursor: found.length > limit && last ? `${last.instance}/${last.id}` : null };
  }
}

function assertSpan({ from, to }: Span): void {
  const fields = [
    ...Object.entries({ from, to })
      .filter(([, day]) => !isCalendarDate(day))
      .map(([field, day]) => ({ field, message: `"${day}" is no day of the calendar` })),
    ...(to < from ? [{ field: 'to', message: `must not be before ${from}` }] : []),
  ];
  if (fields.length === 0 && to > addDays(from, mostDays))
    fields.push({ field: 'to', message: `must be within ${mostDays} days of ${from}: ask year by year` });
  if (fields.length > 0) throw new Failure('rejected', 'these days cannot be asked for', { fields });
}

function weekView(week: CapacityWeek<WorkerBooking>, holidays: ReadonlySet<CalendarDate>): CapacityWeekView {
  const { workingMinutes, holidayMinutes, leaveMinutes, booked } = week;
  const capacityMinutes = workingMinutes - leaveMinutes;
  const plannedMinutes = total(booked, 'plannedMinutes');
  const atRiskMinutes = total(booked, 'atRiskMinutes');
  return {
    week: week.week,
    workingMinutes,
    holidayMinutes,
    leaveMinutes,
    capacityMinutes,
    plannedMinutes,
    atRiskMinutes,
    utilisationBefore: percent(plannedMinutes, workingMinutes),
    utilisationAfter: percent(plannedMinutes - atRiskMinutes, capacityMinutes),
    ...revenueOf(week, holidays),
  };
}

const percent = (part: number, whole: number): string | null =>
  whole === 0 ? null : new Decimal(part).times(100).dividedBy(whole).toFixed(1, Decimal.ROUND_HALF_UP);

/** Each booking is priced by itself, so that before less after is what is at risk, to the cent. */
function revenueOf(week: CapacityWeek<WorkerBooking>, holidays: ReadonlySet<CalendarDate>) {
  const priced = week.booked.flatMap(({ booking }) => {
    const worth = (of: 'plannedMinutes' | 'atRiskMinutes'): Money | null =>
      priceByDay(minutesByDay([week], booking, of, holidays), booking.rates);
    const [planned, atRisk] = [worth('plannedMinutes'), worth('atRiskMinutes')];
    return planned && atRisk ? [{ planned, after: addMoney(planned, negateMoney(atRisk)) }] : [];
  });
  const totals = (of: (one: { planned: Money; after: Money }) => Money): Money[] => totalsByCurrency(priced.map(of));
  return { revenueBefore: totals(({ planned }) => planned), revenueAfter: totals(({ after }) => after) };
}

const riskView = ({ scheduler, number, ...booking }: WeighedBooking): AssignmentAtRisk => ({
  instance: scheduler,
  id: booking.id,
  workerNumber: number,
  project: booking.project,
  client: booking.client,
  legalEntity: booking.legalEntity,
  roleName: booking.roleName,
  status: booking.status,
  startDate: booking.startDate,
  endDate: booking.endDate,
  minutes: booking.minutes,
  atRiskMinutes: booking.atRiskMinutes,
  leaveMinutes: booking.leaveMinutes,
  moneyAtRisk: booking.atRiskWorth,
});
