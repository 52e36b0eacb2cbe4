import type { World } from '../../core/simulator.js';
import { isOpen, requestStatus } from './account.js';
import { dates, minutes, required } from './checks.js';
import { invalid } from './errors.js';
import type { Stored } from './resource.js';
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
  const roleId = values.role_id ?? before?.role_id ?? primaryRole(world, user);
  const role = roleId ? required(world, 'roles', roleId, 'role_id', 'Role') : undefined;
  if (!before && !user && !role) throw invalid('role_id', 'Role is required for an unnamed resource');
  const { bill_rate: bill, cost_rate: cost, ...rest } = values;
  return {
    ...(before ? {} : { user_id: null, full_name: null, total_allocated_minutes: 0, label: role?.name ?? null }),
    ...rest,
    ...(role && { role_id: role.id, role_name: role.name }),
    ...(values.user_id !== undefined && { full_name: user?.full_name ?? null }),
    ...(bill !== undefined && { resource_bill_rate: bill }),
    ...(cost !== undefined && { resource_cost_rate: cost }),
  };
};

const primaryRole = (world: World, user: Stored | undefined): unknown =>
  user && world.store.get<Stored>('account_memberships', String(user.account_membership_id))?.default_role_id;

export const allocation: Rule = (world, values, before) => {
  dates(values, 'start_date', 'end_date');
  if (values.minutes !== undefined) minutes(values.minutes, 'minutes');
  const { resource_id: resourceId, ...rest } = values;
  if (before) return rest;
  const booked = required(world, 'workspace_resources', resourceId, 'resource_id', 'Resource');
  const project = required(world, 'workspaces', booked.workspace_id, 'resource_id', 'Workspace');
  if (!isOpen(project)) throw invalid('base', 'Allocations cannot be made on this project in its current status');
  return { hard: false, notes: null, ...rest, workspace_resource_id: booked.id, workspace_id: project.id };
};

/** A place says how many minutes are booked on it in all. */
export function totalOf(world: World, booked: Stored): Stored {
  const id = String(booked.workspace_resource_id);
  const total = world.store
    .list<Stored>('workspace_allocations')
    .filter((other) => other.workspace_resource_id === id)
    .reduce((sum, other) => sum + Number(other.minutes), 0);
  const resource = world.store.get<Stored>('workspace_resources', id);
  if (resource) overwrite(world, 'workspace_resources', resource, { total_allocated_minutes: total });
  return booked;
}

export const request: Rule = (world, values, before) => {
  dates(values, 'workspace_allocation_start_date', 'workspace_allocation_end_date');
  if (before) return values;
  required(world, 'workspace_resources', values.resource_id, 'resource_id', 'Resource');
  return { status: requestStatus.pending, ...values };
};
