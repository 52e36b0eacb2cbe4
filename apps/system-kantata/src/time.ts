import { decidedTime, type Feed, type Vendor } from '#connector';
import type { PageQuery, psa } from '#contracts';
import { Failure, fromMinorUnits } from '#kernel';
import { list, listAll, type Listing, referencesOf, type Row } from './api.js';

const include = 'workspace,user,role,active_submission,recent_submission';
const pageSize = 200;
/** Entries stamped a little earlier may become visible later. */
const overlapMs = 60_000;
/** The vendor keeps whole seconds. */
const stampMs = 1_000;
/** More than the vendor's clock and ours are apart. */
const clocksDifferMs = 300_000;

/** Entries with everything that is said about them elsewhere: projects, people, places. */
async function toEntries(vendor: Vendor, { rows, side }: Listing): Promise<psa.TimeEntry[]> {
  const ids = (field: string): string[] => [...new Set(rows.map((row) => String(row[field])))];
  const projects = await referencesOf(vendor, 'workspaces', ids('workspace_id'));
  const workers = await referencesOf(vendor, 'users', ids('user_id'));
  const places = new Map<string, Row[]>();
  for (const id of ids('workspace_id')) {
    places.set(id, await listAll(vendor, 'workspace_resources', { workspace_id: id, include: 'user,role' }));
  }
  return rows.map((row) => {
    const user = side('users', row.user_id);
    const place = places
      .get(String(row.workspace_id))
      ?.find((candidate) => candidate.user_id === row.user_id && candidate.role_id === row.role_id);
    return {
      id: row.id,
      project: projects.get(String(row.workspace_id)) ?? null,
      projectName: (side('workspaces', row.workspace_id)?.title as string | undefined) ?? null,
      workerNumber: workers.get(String(row.user_id)) ?? null,
      workerEmail: (user?.email_address as string | undefined) ?? null,
      roleName: (side('roles', row.role_id)?.name as string | undefined) ?? null,
      assignmentId: place?.id ?? null,
      date: String(row.date_performed),
      minutes: Number(row.time_in_minutes),
      billable: row.billable === true,
      approved: row.approved === true,
      invoiced: row.is_invoiced === true,
      hourlyRate:
        typeof row.rate_in_cents === 'number' ? fromMinorUnits(row.rate_in_cents, String(row.currency)) : null,
      notes: (row.notes as string | null) ?? null,
      modifiedAt: String(row.updated_at),
    };
  });
}

export async function getTimeEntry(vendor: Vendor, id: string): Promise<psa.TimeEntry> {
  const found = await list(vendor, 'time_entries', { only: id, include });
  const [entry] = await toEntries(vendor, found);
  if (!entry) throw new Failure('not-found', `Kantata has no time entry ${id}`);
  return entry;
}

export async function approvedTime(
  vendor: Vendor,
  { cursor, limit = pageSize }: PageQuery,
): Promise<psa.TimeEntryPage> {
  const page = Number(cursor ?? 1);
  const found = await list(vendor, 'time_entries', { include, order: 'updated_at:asc', page, per_page: limit });
  const items = (await toEntries(vendor, found)).filter(({ approved }) => approved);
  return { items, nextCursor: found.more ? String(page + 1) : null };
}

/** Time that was submitted and is not approved, nor submitted again: somebody rejected it, or took the submission back. */
const isRejected = (row: Row): boolean =>
  row.approved !== true && Boolean(row.recent_submission_id) && !row.active_submission_id;

/**
 * Where the next window begins, less the overlap: the newest change, or what nobody can write any more. Without the latter
 * a month's time that was approved in a minute would be read again with every poll until somebody records some more.
 */
function latest(since: string, last: Row | undefined): string {
  const newest = last ? String(last.updated_at) : since;
  const past = Date.now() - clocksDifferMs;
  return Date.parse(newest) < past ? new Date(past).toISOString() : newest;
}

/**
 * Within a window the next page begins at the last moment of this one, so that rows which move to its end while it is read
 * leave no gap and a long window costs no more than a short one; pages are counted only while one second fills them.
 */
function onward(rows: Row[], since: string, page: number): string {
  const [first, last] = [rows[0]!, rows.at(-1)!].map((row) => Date.parse(String(row.updated_at))) as [number, number];
  if (last - first < stampMs) return `${since}|${page + 1}`;
  return `${new Date(last - stampMs + overlapMs).toISOString()}|1`;
}

/** `2026-10-30T08:00:00.000Z|3`: changed since then, and the page reached when one moment fills several. */
export const approvedTimeFeed: Feed = {
  name: 'approved-time',
  everyMs: 60_000,
  since: (moment) => `${moment}|1`,
  async poll(vendor, cursor) {
    const [since = '', page = '1'] = cursor.split('|');
    const after = new Date(Date.parse(since) - overlapMs).toISOString();
    const found = await list(vendor, 'time_entries', { include, order: 'updated_at:asc', updated_after: after, page });
    const decided = { ...found, rows: found.rows.filter((row) => row.approved === true || isRejected(row)) };
    const entries = decided.rows.length > 0 ? await toEntries(vendor, decided) : [];
    const next = found.more ? onward(found.rows, since, Number(page)) : `${latest(since, found.rows.at(-1))}|1`;
    return { changes: decidedTime(vendor, entries), cursor: next, more: found.more };
  },
};
