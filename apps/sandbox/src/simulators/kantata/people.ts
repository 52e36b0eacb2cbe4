import type { World } from '../../core/simulator.js';
import { isOpen } from './account.js';
import { create } from './records.js';
import { insert, overwrite } from './rows.js';
import type { Stored } from './resources.js';

/** What project managers and consultants do on the product's screens. */

export interface Staff {
  projectRef: string;
  roleName: string;
  email: string;
  startDate: string;
  endDate: string;
  minutes: number;
  hourlyRate: string;
}

/** Puts a person on the place that was asked for, and books their time. */
export function staff(world: World, input: Staff): { resourceId: string } {
  const project = projectOf(world, input.projectRef);
  if (!isOpen(project)) throw new Error(`"${project.title}" is not open: nobody can be staffed yet`);
  const user = userOf(world, input.email);
  const place = placeFor(world, project, input.roleName);
  if (!place) throw new Error(`"${project.title}" has not asked for a ${input.roleName}`);
  const named =
    place.user_id === null
      ? overwrite(world, 'workspace_resources', place, {
          user_id: user.id,
          full_name: user.full_name,
          resource_bill_rate: cents(input.hourlyRate),
        })
      : insert(world, 'workspace_resources', {
          ...place,
          user_id: user.id,
          full_name: user.full_name,
          resource_bill_rate: cents(input.hourlyRate),
        });
  const request = world.store.find<Stored>('resource_requests', (candidate) => candidate.resource_id === place.id);
  if (request) overwrite(world, 'resource_requests', request, { status: 'fulfilled' });
  const { startDate, endDate, minutes } = input;
  create(world, 'workspace_allocations', {
    resource_id: named.id,
    start_date: startDate,
    end_date: endDate,
    minutes,
    hard: true,
  });
  byPerson(world, 'staff', 'workspace_resource', named.id);
  return { resourceId: named.id };
}

/** A free place of the role first, else one that shows the role was asked for. */
function placeFor(world: World, project: Stored, roleName: string): Stored | undefined {
  const places = world.store
    .list<Stored>('workspace_resources')
    .filter((place) => place.workspace_id === project.id && place.role_name === roleName);
  return places.find((place) => place.user_id === null) ?? places[0];
}

export interface LogTime {
  projectRef: string;
  email: string;
  date: string;
  minutes: number;
  roleName: string;
  billable: boolean;
  notes: string;
  /** Typed in over the rate of the place. */
  hourlyRate?: string;
}

export function logTime(world: World, input: LogTime): { id: string } {
  const project = projectOf(world, input.projectRef);
  const user = userOf(world, input.email);
  const story = world.store.find<Stored>(
    'stories',
    (candidate) => candidate.workspace_id === project.id && candidate.state !== 'completed',
  );
  const role = world.store.find<Stored>('roles', (candidate) => candidate.name === input.roleName);
  const place = world.store.find<Stored>(
    'workspace_resources',
    (candidate) =>
      candidate.workspace_id === project.id && candidate.user_id === user.id && candidate.role_name === input.roleName,
  );
  const entry = create(world, 'time_entries', {
    workspace_id: project.id,
    user_id: user.id,
    story_id: story?.id,
    date_performed: input.date,
    time_in_minutes: input.minutes,
    billable: input.billable,
    notes: input.notes,
    ...(role && { role_id: role.id }),
    ...(input.hourlyRate
      ? { rate_in_cents: cents(input.hourlyRate) }
      : place && { rate_in_cents: place.resource_bill_rate }),
  });
  byPerson(world, 'log', 'time_entry', entry.id);
  return { id: entry.id };
}

/** Submits and approves what is open on a project. */
export function submitAndApproveTime(
  world: World,
  { projectRef, timeEntryIds }: { projectRef: string; timeEntryIds?: string[] },
): { approved: string[] } {
  const project = projectOf(world, projectRef);
  const open = world.store
    .list<Stored>('time_entries')
    .filter(
      (entry) =>
        entry.workspace_id === project.id && !entry.approved && (!timeEntryIds || timeEntryIds.includes(entry.id)),
    );
  for (const entry of open) {
    overwrite(world, 'time_entries', entry, { approved: true });
    byPerson(world, 'approve', 'time_entry', entry.id);
  }
  return { approved: open.map(({ id }) => id) };
}

/** Somebody with the right to corrects an approved entry that is not invoiced yet. */
export function editTimeEntry(
  world: World,
  {
    id,
    fields,
  }: { id: string; fields: { hourlyRate?: string; roleName?: string; minutes?: number; billable?: boolean } },
): void {
  const entry = world.store.get<Stored>('time_entries', id);
  if (!entry) throw new Error(`there is no time entry ${id}`);
  const role = world.store.find<Stored>('roles', (candidate) => candidate.name === fields.roleName);
  overwrite(world, 'time_entries', entry, {
    ...(fields.hourlyRate !== undefined && { rate_in_cents: cents(fields.hourlyRate) }),
    ...(fields.minutes !== undefined && { time_in_minutes: fields.minutes }),
    ...(fields.billable !== undefined && { billable: fields.billable }),
    ...(role && { role_id: role.id }),
  });
  byPerson(world, 'edit', 'time_entry', id);
}

export function projectOf(world: World, ref: string): Stored {
  const reference = world.store.find<Stored>(
    'external_references',
    (candidate) => candidate.subject_type === 'Workspace' && candidate.service_model_ref === ref,
  );
  const project = reference && world.store.get<Stored>('workspaces', String(reference.subject_id));
  if (!project) throw new Error(`there is no project ${ref}`);
  return project;
}

function userOf(world: World, email: string): Stored {
  const user = world.store.find<Stored>(
    'users',
    (candidate) => String(candidate.email_address).toLowerCase() === email.toLowerCase(),
  );
  if (!user) throw new Error(`nobody here has the e-mail ${email}`);
  return user;
}

const cents = (amount: string): number => Math.round(Number(amount) * 100);

const byPerson = (world: World, operation: string, entity: string, id: string): void =>
  world.store.record({ operation, entity, id, by: 'person' });
