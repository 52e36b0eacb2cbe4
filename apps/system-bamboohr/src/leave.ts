import { type Change, type Feed, leaveRecorded, type Vendor } from '#connector';
import type { hr } from '#contracts';
import { addDays, type CalendarDate, Failure, today } from '#kernel';
import { type TimeOffRequest, toHolidays, toLeave, type UsualHours, type WhosOut } from './leave-mapping.js';

interface Search {
  id?: string;
  employeeId?: string;
  start: CalendarDate;
  end: CalendarDate;
}

/** Notes are not asked for: what is never read can never leak. */
const find = (vendor: Vendor, search: Search): Promise<TimeOffRequest[]> =>
  vendor.get<TimeOffRequest[]>('/api/v1/time_off/requests', { ...search, action: 'view', excludeNote: 1 });

async function usualHours(vendor: Vendor): Promise<UsualHours> {
  const { defaultHours } = await vendor.get<{ defaultHours: { name: string; amount: string }[] }>(
    '/api/v1/meta/time_off/types',
  );
  return new Map(defaultHours.map(({ name, amount }) => [name, Number(amount)]));
}

/** BambooHR answers a whole span at once; the cursor counts what was told of it. */
export async function listLeave(vendor: Vendor, { from, to, worker, cursor = '0', limit = 200 }: hr.LeaveQuery) {
  const search = { start: from, end: to, ...(worker && { employeeId: worker }) };
  const [found, hours] = await Promise.all([find(vendor, search), usualHours(vendor)]);
  const end = Number(cursor) + limit;
  const inOrder = found.sort((a, b) => Number(a.id) - Number(b.id));
  return {
    items: inOrder.slice(Number(cursor), end).map((request) => toLeave(request, hours)),
    nextCursor: end < found.length ? String(end) : null,
  };
}

export async function getLeave(vendor: Vendor, { id }: { id: string }): Promise<hr.Leave> {
  // One request is asked for by its id, and yet a span is mandatory.
  const span = { start: '1970-01-01', end: '2999-12-31' };
  const [[request], hours] = await Promise.all([find(vendor, { id, ...span }), usualHours(vendor)]);
  if (request) return toLeave(request, hours);
  throw new Failure('not-found', `BambooHR has no time off request ${id}`, { code: 'unknown-leave' });
}

/** Nothing else in BambooHR tells holidays. */
export async function listHolidays(vendor: Vendor, { from, to }: hr.HolidayQuery): Promise<hr.HolidayList> {
  const query = { start: from, end: to, filter: 'off' };
  const out = await vendor.get<WhosOut[]>('/api/v1/time_off/whos_out', query);
  return { items: toHolidays(out).filter(({ date }) => from <= date && date <= to) };
}

/** Requests cannot be asked for by their change: those of a year back and ahead are looked at each time. */
export const recordedLeave: Feed = {
  name: 'recorded-leave',
  everyMs: 300_000,
  since: (moment) => moment,
  async poll(vendor, cursor) {
    const day = today(new Date(), 'UTC');
    const span = { start: later(cursor.slice(0, 10), addDays(day, -366)), end: addDays(day, 366) };
    const [found, hours] = await Promise.all([find(vendor, span), usualHours(vendor)]);
    return { changes: found.map((request) => recorded(vendor, request, toLeave(request, hours))), cursor, more: false };
  },
};

/** BambooHR says the day of a change only, and in the company's zone: the event is told at the moment it is seen. */
const recorded = ({ instance }: Vendor, { status, start, end, amount }: TimeOffRequest, leave: hr.Leave): Change => {
  const version = [status.status, status.lastChanged, start, end, amount.amount].join('/');
  return leaveRecorded(instance, leave, new Date().toISOString(), version);
};

const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a > b ? a : b);
