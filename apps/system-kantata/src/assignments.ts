import { createOnce, type DomainOperations, type Vendor } from '#connector';
import type { psa } from '#contracts';
import { nothingThere } from '#kernel';
import { create, findByReference, listAll, notOurs, reference, remove, type Row, update } from './api.js';
import { roleNamed, thePerson } from './people.js';
import { theProject, timeTask } from './projects.js';
import { quarantineMs } from './settings.js';

interface Wish {
  reference: string;
  state: psa.AssignmentState;
}

/** Where somebody works: a place in a project's team, and the task they record time on. */
interface Post {
  place: string;
  task: string;
}

/** What was taken back and never was. */
const nowhere = 'nowhere';

const refOf = (place: string) => ({ id: place, url: null });

/** The place somebody has in a project for a role. */
async function placeOf(vendor: Vendor, project: Row, person: Row, roleName: string): Promise<Row | undefined> {
  const of = { workspace_id: project.id, user_id: person.id };
  const places = await listAll(vendor, 'workspace_resources', { ...of, include: 'user,role' });
  return places.find(({ user_id, role_name }) => user_id === person.id && role_name === roleName);
}

/** The place is made where it is missing. */
async function postOf(vendor: Vendor, { reference: ref, state }: Wish): Promise<Post> {
  const project = await theProject(vendor, state.project);
  const person = await thePerson(vendor, state.workerNumber);
  const role = await roleNamed(vendor, state.roleName);
  const task = await timeTask(vendor, project, state.project);
  const place = await placeOf(vendor, project, person, state.roleName);
  if (place) return { place: place.id, task: task.id };
  const of = { workspace_id: project.id, user_id: person.id, role_id: role.id };
  const body = { ...of, external_reference: reference('Place', `${ref}/place`) };
  return { place: (await create(vendor, 'workspace_resources', body)).id, task: task.id };
}

const bookingOf = ({ startDate, endDate, minutes }: psa.AssignmentState) => ({
  start_date: startDate,
  end_date: endDate,
  minutes,
  hard: true,
});

const differs = (booking: object, row: Row): boolean =>
  Object.entries(booking).some(([field, value]) => row[field] !== value);

const bookingsWith = (vendor: Vendor, ref: string): Promise<Row[]> =>
  findByReference(vendor, 'workspace_allocations', ref, 'workspace_resource');

const book = (vendor: Vendor, { reference: ref, state }: Wish, { place }: Post): Promise<Row> =>
  create(vendor, 'workspace_allocations', {
    resource_id: place,
    ...bookingOf(state),
    external_reference: reference('Assignment', ref),
  });

/** Whether people plan this place in Kantata itself: a booking of ours beside theirs would count the time twice. */
async function isPlannedByHand(vendor: Vendor, place: string): Promise<boolean> {
  const theirs = await listAll(vendor, 'workspace_allocations', { workspace_resource_ids: place, ...notOurs });
  return theirs.length > 0;
}

/** Owns the task as long as something is booked on the place, whoever booked it; what was recorded stays. */
async function settleOwnership(vendor: Vendor, place: string, task: string | null): Promise<void> {
  const bookings = await listAll(vendor, 'workspace_allocations', { workspace_resource_ids: place });
  const minutes = bookings.reduce((sum, booking) => sum + Number(booking.minutes), 0);
  const wanted = minutes > 0 ? { current: true, estimated_minutes: minutes } : { current: false };
  const ref = `place/${place}`;
  const [held] = await findByReference(vendor, 'assignments', ref);
  const [other] = held || !task ? [] : await listAll(vendor, 'assignments', { story_id: task, resource_id: place });
  const owner = held ?? other;
  if (owner && differs(wanted, owner)) await update(vendor, 'assignments', owner.id, wanted);
  if (owner || !task || minutes === 0) return;
  const body = { story_id: task, resource_id: place, ...wanted, external_reference: reference('Ownership', ref) };
  await create(vendor, 'assignments', body);
}

async function takeBack(vendor: Vendor, booking: Row): Promise<void> {
  await remove(vendor, 'workspace_allocations', booking.id);
  await settleOwnership(vendor, String(booking.workspace_resource_id), null);
}

/** Where people took their own booking off, the task may still be owned. */
async function release(vendor: Vendor, { state }: Wish): Promise<void> {
  const project = await theProject(vendor, state.project).catch(nothingThere);
  const person = await thePerson(vendor, state.workerNumber).catch(nothingThere);
  const place = project && person && (await placeOf(vendor, project, person, state.roleName));
  if (place) await settleOwnership(vendor, place.id, null);
}

/**
 * An assignment is a place in the team, a booking on it that carries our reference, and the ownership of the task. Its rate
 * is not passed on: Kantata takes rates from the project's rate card, by role.
 */
export const putAssignment: DomainOperations['psa']['putAssignment'] = createOnce({
  quarantineMs,
  find: async (vendor, { reference: ref }) =>
    (await bookingsWith(vendor, ref)).map((booking) => String(booking.workspace_resource_id)),
  create: async (vendor, wish) => {
    if (wish.state.minutes === 0) return nowhere;
    const post = await postOf(vendor, wish);
    if (!(await isPlannedByHand(vendor, post.place))) await book(vendor, wish, post);
    return post.place;
  },
  tell: refOf,
  finish: async (vendor, wish, made) => {
    const [booking] = await bookingsWith(vendor, wish.reference);
    if (wish.state.minutes === 0) {
      await (booking ? takeBack(vendor, booking) : release(vendor, wish));
      return made;
    }
    const post = await postOf(vendor, wish);
    const isTheirs = await isPlannedByHand(vendor, post.place);
    const stays = booking?.workspace_resource_id === post.place && !isTheirs;
    if (booking && !stays) await takeBack(vendor, booking);
    if (booking && !stays && !isTheirs) await book(vendor, wish, post);
    const booked = bookingOf(wish.state);
    if (booking && stays && differs(booked, booking)) await update(vendor, 'workspace_allocations', booking.id, booked);
    await settleOwnership(vendor, post.place, post.task);
    return refOf(post.place);
  },
});
