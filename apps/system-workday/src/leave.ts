import type { Vendor } from '#connector';
import type { hr } from '#contracts';
import { addDays, Failure, today } from '#kernel';
import { longLeave, type LeaveOfAbsence, shortLeave, type Span, type TimeOff } from './leave-mapping.js';
import { weeklyMinutes, workerId, workerStatus } from './mapping.js';
import { settingsOf } from './settings.js';
import { findWorker, getWorkers } from './workers.js';
import type { Element } from './xml.js';

const include = { Include_Reference: true, Include_Employment_Information: true };

/** Workers whose leave is read for one page: two questions or more for each. */
const workersAtOnce = 10;
const pageSize = 100;

/** Worker by worker; the cursor is a moment, the page of workers, and what of it was told already. */
export async function listLeave(vendor: Vendor, { from, to, cursor, limit = 100 }: hr.LeaveQuery) {
  const [asOf = new Date().toISOString(), page = '1', told = '0'] = cursor?.split('|') ?? [];
  const { workers, more } = await getWorkers(vendor, { asOf, page: Number(page), count: workersAtOnce, include });
  // Leave may have made them inactive, so only those who left are passed over.
  const present = workers.filter((worker) => !workerStatus(worker)?.flag('Terminated'));
  const leave = (await Promise.all(present.map((worker) => leaveOf(vendor, worker, { from, to })))).flat();
  const end = Number(told) + limit;
  const next = end < leave.length ? [asOf, page, end] : more ? [asOf, Number(page) + 1, 0] : null;
  return { items: leave.slice(Number(told), end), nextCursor: next && next.join('|') };
}

async function leaveOf(vendor: Vendor, worker: Element, { from, to }: Span): Promise<hr.Leave[]> {
  const id = workerId(worker);
  const span = { fromDate: from, toDate: to };
  const [short, long] = await Promise.all([
    collect<TimeOff>(vendor, id, 'timeOffDetails', span),
    collect<LeaveOfAbsence>(vendor, id, 'leavesOfAbsence', span),
  ]);
  const minutes = dailyMinutes(worker);
  return [
    ...shortLeave(id, short, minutes),
    ...long.map((one) => longLeave(id, one, minutes, tellable())).filter(({ days }) => days.some(within({ from, to }))),
  ];
}

/** Time off has no id of its own in Workday: worker and day are it. */
export async function getLeave(vendor: Vendor, { id }: { id: string }): Promise<hr.Leave> {
  const unknown = new Failure('not-found', `Workday has no leave ${id}`, { code: 'unknown-leave' });
  const [, worker, day] = /^([^.]+)\.(?:(\d{4}-\d{2}-\d{2})$)?/.exec(id) ?? [];
  if (!worker) throw unknown;
  const minutes = dailyMinutes(await findWorker(vendor, worker, include));
  if (!day) {
    const all = await collect<LeaveOfAbsence>(vendor, worker, 'leavesOfAbsence');
    const found = all.find((one) => id === `${worker}.${one.id}`);
    if (!found) throw unknown;
    return longLeave(worker, found, minutes, tellable());
  }
  const entries = await collect<TimeOff>(vendor, worker, 'timeOffDetails', { fromDate: day, toDate: day });
  const [leave] = shortLeave(worker, entries, minutes);
  // What was cancelled or denied is not shown any more.
  return leave ?? { id, workerId: worker, status: 'withdrawn', days: [], modifiedAt: null };
}

async function collect<T>(vendor: Vendor, worker: string, of: string, span: Record<string, string> = {}): Promise<T[]> {
  const tenant = encodeURIComponent(settingsOf(vendor).tenant);
  const path = `/ccx/api/absenceManagement/v1/${tenant}/workers/${encodeURIComponent(worker)}/${of}`;
  const items: T[] = [];
  for (;;) {
    const query = { ...span, limit: pageSize, offset: items.length };
    const { data = [], total } = await vendor.get<Collection<T>>(path, query);
    items.push(...data);
    if (data.length === 0 || items.length >= total) return items;
  }
}

interface Collection<T> {
  data?: T[];
  total: number;
}

/** A fifth of the contracted week, for time off that is counted in days; eight hours where Workday does not say. */
const dailyMinutes = (worker: Element): number => Math.round((weeklyMinutes(worker) ?? 2400) / 5);

/** A leave of absence may last for years, and have no end yet. */
function tellable(): Span {
  const now = today(new Date(), 'UTC');
  return { from: addDays(now, -366), to: addDays(now, 365) };
}

const within =
  ({ from, to }: Span) =>
  ({ date }: hr.LeaveDay): boolean =>
    from <= date && date <= to;
