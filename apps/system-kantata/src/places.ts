import { type DomainOperations, read, type Vendor } from '#connector';
import type { scheduling } from '#contracts';
import { Failure } from '#kernel';
import { findByReference, list, listAll, referencesOf, type Row } from './api.js';
import { thePerson } from './people.js';

const toAssignment = (place: Row, project: string | null, workerNumber: string | null): scheduling.Assignment => ({
  id: place.id,
  workerNumber,
  roleName: (place.role_name as string | null) ?? null,
  minutes: Number(place.total_allocated_minutes ?? 0),
  project,
  startDate: (place.earliest_allocation_date as string | null) ?? null,
  endDate: (place.latest_allocation_date as string | null) ?? null,
  status: 'confirmed',
});

const isNamed = (place: Row): boolean => typeof place.user_id === 'string';

const idsIn = (places: Row[], field: string): string[] => [...new Set(places.map((place) => String(place[field])))];

/** Places with the person on them and the project they are in, by our references. */
async function toAssignments(vendor: Vendor, places: Row[]): Promise<scheduling.Assignment[]> {
  const named = places.filter(isNamed);
  const [numbers, projects] = await Promise.all([
    referencesOf(vendor, 'users', idsIn(named, 'user_id')),
    referencesOf(vendor, 'workspaces', idsIn(named, 'workspace_id')),
  ]);
  return named.map((place) =>
    toAssignment(place, projects.get(String(place.workspace_id)) ?? null, numbers.get(String(place.user_id)) ?? null),
  );
}

const include = 'user,role,workspace';

type Places = 'listAssignments' | 'getAssignment' | 'listAssignmentsOf';

/** An assignment is a place in a project's team that has somebody's name on it. */
export const placeOperations: Pick<DomainOperations['scheduling'], Places> = {
  listAssignments: read(async (vendor, { project }) => {
    const [workspace] = await findByReference(vendor, 'workspaces', project);
    if (!workspace) throw new Failure('not-found', `Kantata has no project ${project}`, { code: 'unknown-project' });
    const places = await listAll(vendor, 'workspace_resources', { workspace_id: workspace.id, include });
    return { items: await toAssignments(vendor, places) };
  }),

  getAssignment: read(async (vendor, { id }) => {
    const { rows } = await list(vendor, 'workspace_resources', { only: id, include });
    const [assignment] = await toAssignments(vendor, rows);
    if (assignment) return assignment;
    throw new Failure('not-found', `Kantata has nobody on place ${id}`, { code: 'unknown-assignment' });
  }),

  listAssignmentsOf: read(async (vendor, { reference, from, to }) => {
    const { id } = await thePerson(vendor, reference);
    const bookings = await listAll(vendor, 'workspace_allocations', {
      user_ids: id,
      overlaps_with_date_range: `${from}:${to}`,
      include: 'workspace_resource',
    });
    const booked = new Set(bookings.map(({ workspace_resource_id }) => workspace_resource_id));
    const places = await listAll(vendor, 'workspace_resources', { user_id: id, include });
    return {
      items: await toAssignments(
        vendor,
        places.filter((place) => booked.has(place.id)),
      ),
    };
  }),
};
