import { isDeepStrictEqual } from 'node:util';
import { type EventType, events, type scheduling } from '#contracts';
import type { Change, Feed } from '../connector.js';
import type { Vendor } from '../http/vendor.js';

type Assignment = scheduling.Assignment;

/** An assignment as the scheduler has it, and when that was changed last (RFC 3339). */
export interface SeenAssignment {
  assignment: Assignment;
  changedAt: string;
}

/**
 * Everything with work on or after a day, and whatever of some ids there still is. Rows that move between pages while they
 * are listed may be missed: those that were told of are asked for by id.
 */
type ReadAssignments = (vendor: Vendor, from: string, told: string[]) => Promise<SeenAssignment[]>;

interface Cursor {
  /** What was promised before is taken as told. */
  since: string;
  /** Grows with each poll that found something: the same change is one event, the next one is another. */
  round: number;
  /** Null before the first poll. */
  told: Record<string, Assignment> | null;
}

/** Somebody has to know of it: promised now, or told of before. */
export function changeOf(before: Assignment | undefined, now: Assignment): EventType | null {
  if (!before) return now.status === 'confirmed' ? events.assignmentConfirmed : null;
  if (isDeepStrictEqual(before, now)) return null;
  if (now.status === 'cancelled') return events.assignmentCancelled;
  const promised = before.status !== 'confirmed' && now.status === 'confirmed';
  return promised ? events.assignmentConfirmed : events.assignmentChanged;
}

/** Its next change will be told; what ended before the first day is asked for no more. */
const isKept = (now: Assignment, before: Assignment | undefined, from: string): boolean =>
  now.status !== 'cancelled' && now.endDate! >= from && (before !== undefined || now.status === 'confirmed');

/** What is told of and not there any more was taken back. */
function withTaken(seen: SeenAssignment[], told: Record<string, Assignment>): SeenAssignment[] {
  const there = new Set(seen.map(({ assignment }) => assignment.id));
  const taken = Object.values(told).filter(({ id }) => !there.has(id));
  const changedAt = new Date().toISOString();
  return [...seen, ...taken.map((one): SeenAssignment => ({ assignment: { ...one, status: 'cancelled' }, changedAt }))];
}

/**
 * The feed of a scheduler whose own list of changes leaves some out, e.g. deletions: everything is read and compared with
 * what was told. Two changes with one stamp, or one that becomes visible late, are told all the same.
 */
export const comparedAssignments = (read: ReadAssignments): Feed => ({
  name: 'assignments',
  everyMs: 300_000,
  since: (moment) => JSON.stringify({ since: new Date(moment).toISOString(), round: 0, told: null } satisfies Cursor),
  async poll(vendor, cursor) {
    const { since, round, told } = JSON.parse(cursor) as Cursor;
    const from = since.slice(0, 10);
    const now = withTaken(await read(vendor, from, Object.keys(told ?? {})), told ?? {});
    const known: Record<string, Assignment> = {};
    const changes: Change[] = [];
    for (const { assignment, changedAt } of now) {
      const { id } = assignment;
      const before = told?.[id];
      if (isKept(assignment, before, from)) known[id] = assignment;
      const type = told || Date.parse(changedAt) >= Date.parse(since) ? changeOf(before, assignment) : null;
      if (!type) continue;
      const data = { instance: vendor.instance, id, assignment };
      changes.push({ type, subject: `assignment/${id}`, key: `${id}/${round}`, time: changedAt, data });
    }
    const next: Cursor = { since, round: changes.length > 0 ? round + 1 : round, told: known };
    return { changes, cursor: JSON.stringify(next), more: false };
  },
});
