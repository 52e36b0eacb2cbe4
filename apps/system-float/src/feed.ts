import { isDeepStrictEqual } from 'node:util';
import type { Change, Feed, Vendor } from '#connector';
import { events, type scheduling } from '#contracts';
import { type Allocation, listAll } from './api.js';
import { type Directory, findAssignment, readDirectory, toAssignments } from './assignments.js';
import { toMoment } from './mapping.js';

type Assignment = scheduling.Assignment;

/** What was told so far. Float tells nobody of a deleted allocation: only the comparison shows what is missing. */
interface Cursor {
  /** What was promised before is taken as told. */
  since: string;
  /** Grows with each poll that found something: the same change is one event, the next one is another. */
  round: number;
  /** Null before the first poll. */
  told: Record<string, Assignment> | null;
}

const farAway = '2099-12-31';

/** Somebody has to know of it: promised now, or told of before. */
export function changeOf(before: Assignment | undefined, now: Assignment): Pick<Change, 'type'> | null {
  if (!before) return now.status === 'confirmed' ? { type: events.assignmentConfirmed } : null;
  if (isDeepStrictEqual(before, now)) return null;
  if (now.status === 'cancelled') return { type: events.assignmentCancelled };
  const promised = before.status !== 'confirmed' && now.status === 'confirmed';
  return { type: promised ? events.assignmentConfirmed : events.assignmentChanged };
}

/** Its next change will be told; what ended before the first day is asked for no more. */
const isKept = (now: Assignment, before: Assignment | undefined, from: string): boolean =>
  now.status !== 'cancelled' && now.endDate! >= from && (before !== undefined || now.status === 'confirmed');

/** What is told of and not listed any more: gone, unless paging skipped it or it was moved before the first day. */
async function taken(
  vendor: Vendor,
  told: Record<string, Assignment>,
  listed: Map<string, Assignment>,
  directory: Directory,
): Promise<Assignment[]> {
  const missing = Object.values(told).filter(({ id }) => !listed.has(id));
  return Promise.all(
    missing.map(async (one) => (await findAssignment(vendor, one.id, directory)) ?? { ...one, status: 'cancelled' }),
  );
}

const stampOf = ({ modified, created }: Allocation): string => {
  const stamp = modified ?? created;
  return stamp ? toMoment(stamp) : new Date().toISOString();
};

/** Every allocation is read and compared with what was told: `modified_since` is not confirmed for them. */
export const assignmentFeed: Feed = {
  name: 'assignments',
  everyMs: 300_000,
  since: (moment) => JSON.stringify({ since: new Date(moment).toISOString(), round: 0, told: null } satisfies Cursor),
  async poll(vendor, cursor) {
    const { since, round, told } = JSON.parse(cursor) as Cursor;
    const directory = await readDirectory(vendor);
    const from = since.slice(0, 10);
    const found = await listAll<Allocation>(vendor, 'tasks', { start_date: from, end_date: farAway });
    const stamps = new Map(found.map((allocation) => [String(allocation.task_id), stampOf(allocation)]));
    const listed = new Map(
      found.flatMap((allocation) => toAssignments(vendor, allocation, directory)).map((one) => [one.id, one]),
    );
    const now = [...listed.values(), ...(await taken(vendor, told ?? {}, listed, directory))];
    const stamp = (id: string): string => stamps.get(id.split('-')[0]!) ?? new Date().toISOString();
    const known: Record<string, Assignment> = {};
    const changes: Change[] = [];
    for (const assignment of now) {
      const { id } = assignment;
      const change = told || stamp(id) >= since ? changeOf(told?.[id], assignment) : null;
      if (isKept(assignment, told?.[id], from)) known[id] = assignment;
      if (!change) continue;
      changes.push({
        ...change,
        subject: `assignment/${id}`,
        key: `${id}/${round}`,
        time: stamp(id),
        data: { instance: vendor.instance, id, assignment },
      });
    }
    const next: Cursor = { since, round: changes.length > 0 ? round + 1 : round, told: known };
    return { changes, cursor: JSON.stringify(next), more: false };
  },
};
