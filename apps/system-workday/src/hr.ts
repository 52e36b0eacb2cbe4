import { type DomainOperations, type Element, read, type Vendor } from '#connector';
import type { hr } from '#contracts';
import { listHolidays } from './holidays.js';
import { getLeave, listLeave } from './leave.js';
import { toWorker } from './mapping.js';
import { settingsOf } from './settings.js';
import { findWorker, getWorkers } from './workers.js';

const told = (vendor: Vendor, worker: Element): hr.Worker => toWorker(worker, settingsOf(vendor).grade);

export const hrOperations: DomainOperations['hr'] = {
  getWorker: read(async (vendor, { id }) => told(vendor, await findWorker(vendor, id))),
  /** The cursor keeps moment and size: only then do pages fit together. */
  listWorkers: read(async (vendor, { cursor, limit = 100 }) => {
    const [asOf = new Date().toISOString(), page = '1', count = limit] = cursor?.split('|') ?? [];
    const found = await getWorkers(vendor, { asOf, page: Number(page), count: Number(count) });
    return {
      items: found.workers.map((worker) => told(vendor, worker)),
      nextCursor: found.more ? [asOf, Number(page) + 1, count].join('|') : null,
    };
  }),
  getLeave: read(getLeave),
  listLeave: read(listLeave),
  listHolidays: read(listHolidays),
};
