import { events, type psa } from '#contracts';
import type { Change } from '../connector.js';
import type { Vendor } from '../http/vendor.js';

/** Time that was approved or rejected, as changes: the same decision is told once, a later one again. */
export const decidedTime = (vendor: Vendor, entries: psa.TimeEntry[]): Change[] =>
  entries.map((entry) => ({
    type: entry.approved ? events.timeApproved : events.timeRejected,
    subject: `time-entry/${entry.id}`,
    key: `${entry.id}/${entry.modifiedAt}`,
    time: entry.modifiedAt,
    data: { instance: vendor.instance, id: entry.id, entry },
  }));
