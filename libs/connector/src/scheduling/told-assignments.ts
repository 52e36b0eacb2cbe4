import { isDeepStrictEqual } from 'node:util';
import { events, type scheduling } from '#contracts';
import type { Change, Feed } from '../connector.js';
import type { Vendor } from '../http/vendor.js';

type Assignment = scheduling.Assignment;

/** What was told so far. Where nobody tells of what is deleted, only the comparison shows what is missing. */
interface Cursor {
  /** What was promised before is taken as told. */
  since: string;
  /** Grows with each poll that found something: the same change is one event, the next one is another. */
  round: number;
  /** Null before the first poll. */
  told: Record<string, Assignment> | null;
}

/** Everything that ends on a day or later, when each was last changed, and what became of one that is not among it. */
interface Plan {
  listed: Assignment[];
  changedAt: (id: string) => string;
  find: (id: string) => Promise<Assignment | null>;
}

/** Somebody has to know of it: promised now, or told of before. Answers the type of the event, or null. */
export function changeOf(before: Assignment | undefined, now: Assignment): Change['type'] | null {
  if (!before) return now.status === 'confirmed' ? events.assignmentConfirmed : null;
  if (isDeepStrictEqual(before, now)) return null;
  if (now.status === 'cancelled') return events.assignmentCancelled;
  const promised = before.status !== 'confirmed' && now.status === 'confirmed';
  return promised ? events.assignmentConfirmed : events.assignmentChanged;
}

/** Its next change will be told; what ended before the first day is asked for no more. */
const isKept = (now: Assignment, before: Assignment | undefined, from: string): boolean =>
  now.status !== 'cancelled' && now.endDate! >= from && (before !== undefined || now.status === 'confirmed');

/** What is told of and not listed any more: gone, unless paging skipped it or it was moved before the first day. */
async function unlisted(told: Record<string, Assignment>, { listed, find }: Plan): Promise<Assignment[]> {
  const there = new Set(listed.map(({ id }) => id));
  const missing = Object.values(told).filter(({ id }) => !there.has(id));
  return Promise.all(missing.map(async (one) => (await find(one.id)) ?? { ...one, status: 'cancelled' }));
}

/** A feed of assignments for schedulers without one: the whole plan is read and compared with what was told. */
export const comparedAssignments = (everyMs: number, read: (vendor: Vendor, from: string) => Promise<Plan>): Feed => ({
  name: 'assignments',
  everyMs,
  since: (moment) => JSON.stringify({ since: new Date(moment).toISOString(), round: 0, told: null } satisfies Cursor),
  async poll(vendor, cursor) {
    const { since, round, told } = JSON.parse(cursor) as Cursor;
    const from = since.slice(0, 10);
    const plan = await read(vendor, from);
    const known: Record<string, Assignment> = {};
    const changes: Change[] = [];
    for (const assignment of [...plan.listed, ...(await unlisted(told ?? {}, plan))]) {
      const { id } = assignment;
      const time = plan.changedAt(id);
      const type = told || time >= since ? changeOf(told?.[id], assignment) : null;
      if (isKept(assignment, told?.[id], from)) known[id] = assignment;
      if (!type) continue;
      const data = { instance: vendor.instance, id, assignment };
      changes.push({ type, subject: `assignment/${id}`, key: `${id}/${round}`, time, data });
    }
    const next: Cursor = { since, round: changes.length > 0 ? round + 1 : round, told: known };
    return { changes, cursor: JSON.stringify(next), more: false };
  },
});
