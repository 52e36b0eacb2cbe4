import { comparedAssignments, type DomainOperations, read, type SeenAssignment, theOne, type Vendor } from '#connector';
import type { scheduling } from '#contracts';
import { list, listAll, listByIds, notOurs, referencesOf, type Row } from './api.js';
import { thePerson } from './people.js';
import { theProject } from './projects.js';

const isNamed = (place: Row): boolean => typeof place.user_id === 'string';

const idsIn = (rows: Row[], field: string): string[] => [...new Set(rows.map((row) => String(row[field])))];

/** A place with what people booked on it: soft bookings are a plan, and count only while nothing is booked for sure. */
export function toAssignment(
  place: Row,
  bookings: Row[],
  { project, workerNumber }: Pick<scheduling.Assignment, 'project' | 'workerNumber'>,
): scheduling.Assignment {
  const hard = bookings.filter((booking) => booking.hard === true);
  const counted = hard.length > 0 ? hard : bookings;
  const days = (field: string): string[] => counted.map((booking) => String(booking[field])).sort();
  return {
    id: place.id,
    workerNumber,
    roleName: (place.role_name as string | null) ?? null,
    minutes: counted.reduce((sum, { minutes }) => sum + Number(minutes), 0),
    project,
    startDate: days('start_date')[0] ?? null,
    endDate: days('end_date').at(-1) ?? null,
    status: counted === hard || counted.length === 0 ? 'confirmed' : 'tentative',
  };
}

interface SeenPlace extends SeenAssignment {
  isBooked: boolean;
}

/** What is booked on places that have somebody's name, in our references. Bookings of ours are no assignments: they tell of one. */
async function seenAt(vendor: Vendor, places: Row[]): Promise<SeenPlace[]> {
  const named = places.filter(isNamed);
  const ids = named.map(({ id }) => id);
  const query = { ...notOurs, include: 'workspace_resource' };
  const [bookings, numbers, projects] = await Promise.all([
    listByIds(vendor, 'workspace_allocations', 'workspace_resource_ids', ids, query),
    referencesOf(vendor, 'users', idsIn(named, 'user_id')),
    referencesOf(vendor, 'workspaces', idsIn(named, 'workspace_id')),
  ]);
  return named.map((place) => {
    const booked = bookings.filter(({ workspace_resource_id: at }) => at === place.id);
    const project = projects.get(String(place.workspace_id)) ?? null;
    const workerNumber = numbers.get(String(place.user_id)) ?? null;
    return {
      assignment: toAssignment(place, booked, { project, workerNumber }),
      changedAt: new Date(
        Math.max(...[place, ...booked].map((row) => Date.parse(String(row.updated_at)))),
      ).toISOString(),
      isBooked: booked.length > 0,
    };
  });
}

const toAssignments = async (vendor: Vendor, places: Row[]): Promise<scheduling.Assignment[]> =>
  (await seenAt(vendor, places)).map(({ assignment }) => assignment);

const include = 'user,role,workspace';
const farAway = '2099-12-31';

/** Kantata's index of bookings leaves deleted ones out, so all that is booked is read; ours come from another scheduler. */
export const assignmentFeed = comparedAssignments(async (vendor, from, told) => {
  const bookings = await listAll(vendor, 'workspace_allocations', {
    ...notOurs,
    overlaps_with_date_range: `${from}:${farAway}`,
    named_resources_only: true,
    order: 'updated_at:asc',
    include: 'workspace_resource',
  });
  const ids = [...new Set([...idsIn(bookings, 'workspace_resource_id'), ...told])];
  const seen = await seenAt(vendor, await listByIds(vendor, 'workspace_resources', 'only', ids, { include }));
  return seen.filter(({ isBooked }) => isBooked);
});

type Places = 'listAssignments' | 'getAssignment' | 'listAssignmentsOf';

/** An assignment is a place in a project's team that has somebody's name on it. */
export const placeOperations: Pick<DomainOperations['scheduling'], Places> = {
  listAssignments: read(async (vendor, { project }) => {
    const { id } = await theProject(vendor, project);
    const places = await listAll(vendor, 'workspace_resources', { workspace_id: id, include });
    return { items: await toAssignments(vendor, places) };
  }),

  getAssignment: read(async (vendor, { id }) => {
    const { rows } = await list(vendor, 'workspace_resources', { only: id, include });
    return theOne(await toAssignments(vendor, rows), 'Kantata', 'assignment', id);
  }),

  listAssignmentsOf: read(async (vendor, { reference, from, to }) => {
    const { id } = await thePerson(vendor, reference);
    const overlap = { user_ids: id, overlaps_with_date_range: `${from}:${to}` };
    const bookings = await listAll(vendor, 'workspace_allocations', {
      ...notOurs,
      ...overlap,
      include: 'workspace_resource',
    });
    const booked = new Set(idsIn(bookings, 'workspace_resource_id'));
    const places = await listAll(vendor, 'workspace_resources', { user_id: id, include });
    const there = places.filter((place) => booked.has(place.id));
    return { items: await toAssignments(vendor, there) };
  }),
};
