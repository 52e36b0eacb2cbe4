import { comparedAssignments, type SeenAssignment, type Vendor } from '#connector';
import { type Allocation, listAll } from './api.js';
import { type Directory, findAssignment, readDirectory, toAssignments } from './assignments.js';
import { toMoment } from './mapping.js';

const farAway = '2099-12-31';

const stampOf = ({ modified, created }: Allocation): string => {
  const stamp = modified ?? created;
  return stamp ? toMoment(stamp) : new Date().toISOString();
};

/** Paging skipped it, or it was moved before the first day. */
async function unlisted(vendor: Vendor, ids: string[], directory: Directory): Promise<SeenAssignment[]> {
  const found = await Promise.all(ids.map((id) => findAssignment(vendor, id, directory)));
  const changedAt = new Date().toISOString();
  return found.filter((assignment) => assignment !== null).map((assignment) => ({ assignment, changedAt }));
}

/** Every allocation is read: `modified_since` is not confirmed for them, and Float tells nobody of a deleted one. */
export const assignmentFeed = comparedAssignments(async (vendor, from, told) => {
  const directory = await readDirectory(vendor);
  const found = await listAll<Allocation>(vendor, 'tasks', { start_date: from, end_date: farAway });
  const listed = new Map(
    found.flatMap((allocation) =>
      toAssignments(vendor, allocation, directory).map((assignment): [string, SeenAssignment] => [
        assignment.id,
        { assignment, changedAt: stampOf(allocation) },
      ]),
    ),
  );
  const missing = told.filter((id) => !listed.has(id));
  return [...listed.values(), ...(await unlisted(vendor, missing, directory))];
});
