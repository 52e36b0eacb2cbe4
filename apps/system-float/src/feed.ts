import { comparedAssignments } from '#connector';
import { type Allocation, listAll } from './api.js';
import { findAssignment, readDirectory, toAssignments } from './assignments.js';
import { toMoment } from './mapping.js';

const farAway = '2099-12-31';

const stampOf = ({ modified, created }: Allocation): string => {
  const stamp = modified ?? created;
  return stamp ? toMoment(stamp) : new Date().toISOString();
};

/** Every allocation is read: `modified_since` is not confirmed for them, and nobody tells of a deleted one. */
export const assignmentFeed = comparedAssignments(300_000, async (vendor, from) => {
  const directory = await readDirectory(vendor);
  const found = await listAll<Allocation>(vendor, 'tasks', { start_date: from, end_date: farAway });
  const stamps = new Map(found.map((allocation) => [String(allocation.task_id), stampOf(allocation)]));
  // A page that moved while it was read shows an allocation twice.
  const listed = new Map(
    found.flatMap((allocation) => toAssignments(vendor, allocation, directory)).map((one) => [one.id, one]),
  );
  return {
    listed: [...listed.values()],
    changedAt: (id) => stamps.get(id.split('-')[0]!) ?? new Date().toISOString(),
    find: (id) => findAssignment(vendor, id, directory),
  };
});
