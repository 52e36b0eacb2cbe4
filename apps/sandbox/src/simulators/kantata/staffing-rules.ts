import type { World } from '../../core/simulator.js';
import { isOpen, requestStatus } from './account.js';
import { dates, minutes, required } from './checks.js';
import { invalid } from './errors.js';
import type { Body, Stored } from './resource.js';
import { overwrite } from './rows.js';
import type { Rule } from './rules.js';

/** A place without a name may be planned at any time; a person may be put on it only once the project is open. */
export const place: Rule = (world, values, before) => {
  const project = required(
    world,
    'workspaces',
    before?.workspace_id ?? values.workspace_id,
    'workspace_id',
    'Workspace',
  );
  if (values.user_id && !isOpen(project))
    throw invalid('user_id', 'People cannot be added to this project in its current status');
  const user = values.user_id ? required(world, 'users', values.user_id, 'user_id', 'User') : undefined;
  // Assumption, unconfirmed by the vendor: nobody without access is put on a project.
  if (user?.disabled === true) throw invalid('user_id', 'User is not active on this account');
  const roleId = values.role_id ?? before?.role_id ?? primaryRole(world, user);
  const role = roleId ? required(world, 'roles', roleId, 'role_id', 'Role') : undefined;
  if (!before && !user && !role) throw invalid('role_id', 'Role is required for an unnamed resource');
  const { bill_rate: bill, cost_rate: cost, ...rest } = values;
  return {
    ...(before ? {} : { user_id: null, full_name: null, ...nothingBooked, label: role?.name ?? null }),
    ...rest,
    ...(role && { role_id: role.id, role_name: role.name }),
    ...(values.user_id !== undefined && { full_name: user?.full_name ?? null }),
    ...(bill !== undefined && { resource_bill_rate: bill }),
    ...(cost !== undefined && { resource_cost_rate: cost }),
  };
};

export const nothingBooked = {
  total_allocated_minutes: 0,
  earliest_allocation_date: null,
  latest_allocation_date: null,
};

const primaryRole = (world: World, user: Stored | undefined): unknown =>
  user && world.store.get<Stored>('account_memberships', String(user.account_membership_id))?.default_role_id;

export const allocation: Rule = (world, values, before) => {
  dates(values, 'start_date', 'end_date');
  if (values.minutes !== undefined) minutes(values.minutes, 'minutes');
  const { resource_id: resourceId, ...rest } = values;
  const { start_date: start, end_date: end }: Body = { ...before, ...rest };
  // Assumption, unconfirmed by the vendor: the field it names.
  if (String(end) < String(start)) throw invalid('end_date', 'End date must be on or after the start date');
  if (before) return rest;
  const booked = required(world, 'workspace_resources', resourceId, 'resource_id', 'Resource');
  const project = required(world, 'workspaces', booked.workspace_id, 'resource_id', 'Workspace');
  if (!isOpen(project)) throw invalid('base', 'Allocations cannot be made on this project in its current status');
  return { hard: false, notes: null, ...rest, workspace_resource_id: booked.id, workspace_id: project.id };
};

/** A place says how many minutes are booked on it in all, and from which day to which. */
export function totalOf(world: World, booked: Stored): Stored {
  const resource = placeOf(world, booked);
  if (!resource) return booked;
  const bookings = world.store
    .list<Stored>('workspace_allocations')
    .filter((other) => other.workspace_resource_id === resource.id);
  overwrite(world, 'workspace_resources', resource, {
    total_allocated_minutes: bookings.reduce((sum, one) => sum + Number(one.minutes), 0),
    earliest_allocation_date: bookings.map((one) => String(one.start_date)).sort()[0] ?? null,
    latest_allocation_date:
      bookings
        .map((one) => String(one.end_date))
        .sort()
        .at(-1) ?? null,
  });
  return booked;
}

export const allocationGone = (world: World, booked: Stored): void => void totalOf(world, booked);

export const placeOf = (world: World, { workspace_resource_id: id }: Body): Stored | undefined =>
  world.store.get<Stored>('workspace_resources', String(id));

/**
 * A place goes with its tasks, unless it is the last one a person has in their own role on the project. Assumption,
 * unconfirmed by the vendor: with its bookings, too.
 */
export function placeGone(world: World, gone: Stored): void {
  const { user_id: user, role_id: role, workspace_id: project } = gone;
  const isLast = !world.store.find<Stored>(
    'workspace_resources',
    (other) => other.workspace_id === project && other.user_id === user && other.role_id === role,
  );
  const person = user ? world.store.get<Stored>('users', String(user)) : undefined;
  if (person && isLast && role === primaryRole(world, person))
    throw invalid('base', 'The last resource in the primary role of a user cannot be deleted');
  for (const [resource, field] of [
    ['assignments', 'resource_id'],
    ['workspace_allocations', 'workspace_resource_id'],
  ] as const)
    for (const record of world.store.list<Stored>(resource))
      if (record[field] === gone.id) world.store.delete(resource, record.id);
}

export const request: Rule = (world, values, before) => {
  dates(values, 'workspace_allocation_start_date', 'workspace_allocation_end_date');
  if (before) return values;
  required(world, 'workspace_resources', values.resource_id, 'resource_id', 'Resource');
  return { status: requestStatus.pending, ...values };
};
