import { createHash } from 'node:crypto';
import { type Change, type Element, type Feed, leaveRecorded, type Vendor } from '#connector';
import type { hr } from '#contracts';
import { addDays, Failure, nothingThere, today } from '#kernel';
import { type LeaveOfAbsence, leaveOfAbsence, type Span, timeOff, type TimeOffEntry } from './leave-mapping.js';
import { weeklyMinutes, workerId, workerStatus } from './mapping.js';
import { settingsOf } from './settings.js';
import { findWorker, getWorkers } from './workers.js';

const include = { Include_Reference: true, Include_Employment_Information: true };

/** Workers whose leave is read for one page: two questions or more for each. */
const workersAtOnce = 10;
const pageSize = 100;

/** Worker by worker; the cursor is a moment, the page of workers, and what of it was told already. */
export async function listLeave(vendor: Vendor, { from, to, worker, cursor, limit = 100 }: hr.LeaveQuery) {
  const [asOf = new Date().toISOString(), page = '1', told = '0'] = cursor?.split('|') ?? [];
  const { leave, more } = worker
    ? await leaveOfOne(vendor, worker, { from, to })
    : await leavePage(vendor, { asOf, page: Number(page) }, { from, to });
  const end = Number(told) + limit;
  const next = end < leave.length ? [asOf, page, end] : more ? [asOf, Number(page) + 1, 0] : null;
  return { items: leave.slice(Number(told), end), nextCursor: next && next.join('|') };
}

/** None of somebody Workday does not have. */
async function leaveOfOne(vendor: Vendor, id: string, span: Span): Promise<{ leave: hr.Leave[]; more: boolean }> {
  const worker = await findWorker(vendor, id, include).catch(nothingThere);
  const leave = worker ? await leaveOf(vendor, worker) : [];
  return { leave: leave.filter(touching(span)), more: false };
}

const touching =
  ({ from, to }: Span) =>
  ({ days }: hr.Leave): boolean =>
    days.some(({ date }) => from <= date && date <= to);

async function leavePage(vendor: Vendor, which: { asOf: string; page: number }, span: Span) {
  const { workers, more } = await getWorkers(vendor, { ...which, count: workersAtOnce, include });
  // Leave may have made them inactive, so only those who left are passed over.
  const present = workers.filter((worker) => !workerStatus(worker)?.flag('Terminated'));
  const leave = (await Promise.all(present.map((worker) => leaveOf(vendor, worker)))).flat();
  return { leave: leave.filter(touching(span)), more };
}

async function leaveOf(vendor: Vendor, worker: Element): Promise<hr.Leave[]> {
  const id = workerId(worker);
  const [short, long] = await Promise.all([
    collect<TimeOffEntry>(vendor, '', `/workers/${encodeURIComponent(id)}/timeOffEntries`),
    collect<LeaveOfAbsence>(vendor, 'absenceManagement/', `/workers/${encodeURIComponent(id)}/leavesOfAbsence`),
  ]);
  // A fifth of the week, for time off that is counted in days; eight hours where Workday does not say.
  const minutes = Math.round((weeklyMinutes(worker) ?? 2400) / 5);
  return [...timeOff(id, short, minutes), ...long.map((one) => leaveOfAbsence(id, one, minutes, tellable()))];
}

/** Leave is found by its worker only, so an id here begins with the worker's. */
export async function getLeave(vendor: Vendor, { id }: { id: string }): Promise<hr.Leave> {
  const leave = await leaveOf(vendor, await findWorker(vendor, id.split('.')[0]!, include));
  const found = leave.find((one) => one.id === id);
  if (found) return found;
  throw new Failure('not-found', `Workday has no leave ${id}`, { code: 'unknown-leave' });
}

/** Workday dates no entry of leave: everybody's is walked through, a page of workers at a time. */
export const recordedLeave: Feed = {
  name: 'recorded-leave',
  everyMs: 6 * 3_600_000,
  since: () => '',
  async poll(vendor, cursor) {
    const [asOf, page] = cursor ? cursor.split('|') : [new Date().toISOString(), '1'];
    const { from, to } = tellable();
    const since = vendor.config.changesSince!;
    const span = { from: since > from ? since : from, to };
    const { leave, more } = await leavePage(vendor, { asOf: asOf!, page: Number(page) }, span);
    const next = more ? [asOf, Number(page) + 1].join('|') : '';
    return { changes: leave.map((one) => recorded(vendor, one, asOf!)), cursor: next, more };
  },
};

const recorded = ({ instance }: Vendor, leave: hr.Leave, time: string): Change =>
  leaveRecorded(instance, leave, time, createHash('sha256').update(JSON.stringify(leave)).digest('hex'));

async function collect<T>(vendor: Vendor, service: string, path: string): Promise<T[]> {
  const address = `/ccx/api/${service}v1/${encodeURIComponent(settingsOf(vendor).tenant)}${path}`;
  const items: T[] = [];
  for (;;) {
    const paging = { limit: pageSize, offset: items.length };
    const { data = [], total } = await vendor.get<{ data?: T[]; total: number }>(address, paging);
    items.push(...data);
    if (data.length === 0 || items.length >= total) return items;
  }
}

/** A year back and ahead: a leave of absence may last for years, and have no end yet. */
function tellable(): Span {
  const now = today(new Date(), 'UTC');
  return { from: addDays(now, -366), to: addDays(now, 365) };
}
