import type { BudgetLine, erp, PlannedInvoice, ProjectForecast } from '#contracts';
import {
  addDays,
  addMoney,
  type CalendarDate,
  Failure,
  inForceOrFirst,
  type Money,
  money,
  moneyShares,
  monthOf,
  priceOfMinutes,
  sharesOf,
} from '#kernel';
import type { MobilisableDeal } from './mobilisation-rules.js';

/** What a forecast is made of. */
export interface ForecastFacts {
  deal: Pick<MobilisableDeal, 'billingType' | 'amount' | 'startDate' | 'endDate' | 'lines'>;
  rates: erp.BillingRate[];
}

type Forecast = Pick<ProjectForecast, 'billingType' | 'startDate' | 'endDate' | 'total' | 'budget' | 'invoices'>;

interface Span {
  from: CalendarDate;
  to: CalendarDate;
}

/**
 * Budget and planned invoices. Effort is spread evenly over the working days, Monday to Friday, of the project; what is
 * shared out to rates and months comes to the whole again, to the minute and to the cent.
 */
export function forecastOf(project: string, { deal, rates }: ForecastFacts): Forecast {
  const { billingType, startDate, endDate } = deal;
  if (!isPlannable(startDate, endDate)) throw withoutSchedule(project);
  const whole = { from: startDate, to: endDate };
  const budget = deal.lines.flatMap(({ role, minutes }) => {
    const spans = spansOf(
      rates.filter((rate) => rate.role === role),
      whole,
    );
    const shares = sharesOf(minutes, weightsOf(spans));
    return spans.map(({ rate: hourlyRate, ...span }, at): BudgetLine => {
      const share = shares[at]!;
      return { role, ...span, minutes: share, hourlyRate, amount: priceOfMinutes(share, hourlyRate) };
    });
  });
  const fixed = billingType === 'fixed-price' ? deal.amount : null;
  const total = fixed ?? budget.map(({ amount }) => amount).reduce(addMoney, money(0, deal.amount.currency));
  const planned = budget.flatMap(monthsOfLine);
  const invoices = fixed ? monthsOfPrice(fixed, whole, planned) : byMonth(planned);
  return { billingType, startDate, endDate, total, budget, invoices };
}

/** Whether there are days to plan for; an end so far away stands for none. */
export const isPlannable = (start: CalendarDate, end: CalendarDate | null): end is CalendarDate =>
  end !== null && end >= start && Number(end.slice(0, 4)) - Number(start.slice(0, 4)) <= mostYears;
const mostYears = 20;

export const withoutSchedule = (project: string): Failure =>
  new Failure('rejected', `project ${project} has no days to plan invoices for`, {
    code: 'no-billing-schedule',
    record: `project ${project}`,
    remedy: 'give the deal its first and last day in the CRM; the change is read again by itself',
    fields: [{ field: 'endDate', message: `is missing, before the start or more than ${mostYears} years later` }],
  });

/** The days of a project, cut where the rate of a role changes. */
function spansOf(rates: erp.BillingRate[], { from, to }: Span): (Span & { rate: Money })[] {
  const cuts = rates.map(({ effectiveFrom }) => effectiveFrom ?? '').filter((day) => day > from && day <= to);
  const begins = [from, ...new Set(cuts.sort())];
  return begins.map((begin, at) => {
    const next = begins[at + 1];
    // A role that came later has its first rate from the beginning.
    const rate = inForceOrFirst(rates, begin)!.hourlyRate;
    return { from: begin, to: next ? addDays(next, -1) : to, rate };
  });
}

function monthsOf({ from, to }: Span): Span[] {
  const months: Span[] = [];
  for (let begin = from; begin <= to;) {
    const next = `${monthOf(addDays(`${monthOf(begin)}-01`, 31))}-01`;
    months.push({ from: begin, to: next <= to ? addDays(next, -1) : to });
    begin = next;
  }
  return months;
}

/** Working days of each span; where there are none at all, all days count. */
function weightsOf(spans: Span[]): number[] {
  const working = spans.map((span) => daysOf(span).filter(isWorkday).length);
  return working.some((days) => days > 0) ? working : spans.map((span) => daysOf(span).length);
}

function daysOf({ from, to }: Span): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

const isWorkday = (day: CalendarDate): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

function monthsOfLine(line: BudgetLine): PlannedInvoice[] {
  const months = monthsOf(line);
  const weights = weightsOf(months);
  const minutes = sharesOf(line.minutes, weights);
  return moneyShares(line.amount, weights).map((amount, at) => ({
    month: monthOf(months[at]!.from),
    minutes: minutes[at]!,
    amount,
  }));
}

function monthsOfPrice(price: Money, whole: Span, planned: PlannedInvoice[]): PlannedInvoice[] {
  const months = monthsOf(whole);
  return moneyShares(price, weightsOf(months)).map((amount, at) => {
    const month = monthOf(months[at]!.from);
    const minutes = planned.filter((one) => one.month === month).reduce((sum, one) => sum + one.minutes, 0);
    return { month, minutes, amount };
  });
}

function byMonth(planned: PlannedInvoice[]): PlannedInvoice[] {
  const months = new Map<string, PlannedInvoice>();
  for (const { month, minutes, amount } of planned) {
    const sofar = months.get(month);
    const sum = sofar && { minutes: sofar.minutes + minutes, amount: addMoney(sofar.amount, amount) };
    months.set(month, { month, minutes, amount, ...sum });
  }
  return [...months.values()].sort((one, other) => one.month.localeCompare(other.month));
}
