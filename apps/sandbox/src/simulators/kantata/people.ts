import type { Staff } from '../../core/screens.js';
import type { World } from '../../core/simulator.js';
import { isOpen, requestStatus } from './account.js';
import { create, update } from './records.js';
import type { Stored } from './resource.js';
import { overwrite } from './rows.js';

/** What project managers do on the product's screens. */

/** Puts a person on the place that was asked for, and books their time. */
export function staff(world: World, input: Staff): { resourceId: string } {
  const project = projectOf(world, input.projectRef);
  if (!isOpen(project)) throw new Error(`"${String(project.title)}" is not open: nobody can be staffed yet`);
  const user = userOf(world, input.email);
  const asked = placeFor(world, project, input.roleName);
  if (!asked) throw new Error(`"${String(project.title)}" has not asked for a ${input.roleName}`);
  const { id } = asked.user_id === null ? asked : anotherPlace(world, asked, user);
  update(world, 'workspace_resources', id, { user_id: user.id, bill_rate: cents(input.hourlyRate) });
  const request = world.store.find<Stored>('resource_requests', (candidate) => candidate.resource_id === asked.id);
  if (request) overwrite(world, 'resource_requests', request, { status: requestStatus.approved });
  create(world, 'workspace_allocations', {
    resource_id: id,
    start_date: input.startDate,
    end_date: input.endDate,
    minutes: input.minutes,
    hard: true,
  });
  byPerson(world, 'staff', 'workspace_resource', id);
  return { resourceId: id };
}

/** A free place of the role first, else one that shows the role was asked for. */
function placeFor(world: World, project: Stored, roleName: string): Stored | undefined {
  const places = world.store
    .list<Stored>('workspace_resources')
    .filter((place) => place.workspace_id === project.id && place.role_name === roleName);
  return places.find((place) => place.user_id === null) ?? places[0];
}

const anotherPlace = (world: World, { workspace_id, role_id }: Stored, user: Stored): Stored =>
  create(world, 'workspace_resources', { workspace_id, role_id, user_id: user.id });

export function archiveProject(world: World, { projectRef }: { projectRef: string }): void {
  const { id } = projectOf(world, projectRef);
  update(world, 'workspaces', id, { archived: true });
  byPerson(world, 'archive', 'workspace', id);
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

export function userOf(world: World, email: string): Stored {
  const user = world.store.find<Stored>(
    'users',
    (candidate) => String(candidate.email_address).toLowerCase() === email.toLowerCase(),
  );
  if (!user) throw new Error(`nobody here has the e-mail ${email}`);
  return user;
}

export const cents = (amount: string): number => Math.round(Number(amount) * 100);

export const byPerson = (world: World, operation: string, entity: string, id: string): void =>
  world.store.record({ operation, entity, id, by: 'person' });
