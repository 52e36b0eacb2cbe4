import type { World } from '../../core/simulator.js';
import { isOpen, statusKeys, statusOf } from './account.js';
import { invalid } from './errors.js';
import { insert, overwrite } from './rows.js';
import type { Stored } from './resources.js';

type Body = Record<string, unknown>;

/** What the product checks and fills in before a record is kept. */
export function beforeSave(world: World, resource: string, values: Body, before: Stored | null): Body {
  switch (resource) {
    case 'workspaces':
      return workspace(values, before);
    case 'account_invitations':
      return invitation(world, values);
    case 'workspace_resources':
      return slot(world, values, before);
    case 'workspace_allocations':
      return allocation(world, values, before);
    case 'time_entries':
      return timeEntry(world, values, before);
    case 'resource_requests':
      return { status: 'open', ...values };
    case 'stories':
      return { state: 'not started', billable: true, archived: false, ...values };
    case 'custom_field_values':
      return fieldValue(world, values, before);
    default:
      return values;
  }
}

function workspace(values: Body, before: Stored | null): Body {
  const { status_key: key, creator_role: _role, ...rest } = values;
  const status = key === undefined ? undefined : statusOf(key);
  if (key !== undefined && !status) throw invalid('status_key', 'Status is not included in the list');
  const started = before
    ? {}
    : { status: statusOf(statusKeys.active), archived: false, currency: 'USD', budgeted: false };
  return { ...started, ...rest, ...(status && { status }) };
}

function invitation(world: World, values: Body): Body {
  const email = String(values.email_address).toLowerCase();
  const taken = world.store.find<Stored>('users', (user) => String(user.email_address).toLowerCase() === email);
  if (taken) throw invalid('email_address', 'Email address has already been taken');
  return { permission: 'collaborator', ...values };
}

/** An unnamed place may be planned at any time; a person may be put on it only once the project is open. */
function slot(world: World, values: Body, before: Stored | null): Body {
  const project = open(world, values.workspace_id ?? before?.workspace_id, 'workspace_id');
  if (values.user_id && !isOpen(project))
    throw invalid('user_id', 'People cannot be added to this project in its current status');
  const user = values.user_id ? world.store.get<Stored>('users', String(values.user_id)) : undefined;
  if (values.user_id && !user) throw invalid('user_id', 'User must exist');
  const role = values.role_id ? world.store.get<Stored>('roles', String(values.role_id)) : undefined;
  const { bill_rate: rate, ...rest } = values;
  return {
    ...(before ? {} : { user_id: null, total_allocated_minutes: 0, label: role?.name ?? null }),
    ...rest,
    ...(role && { role_name: role.name }),
    ...(user && { full_name: user.full_name }),
    ...(rate !== undefined && { resource_bill_rate: rate }),
  };
}

function allocation(world: World, values: Body, before: Stored | null): Body {
  const { resource_id: resourceId, ...rest } = values;
  if (before) return rest;
  const resource = world.store.get<Stored>('workspace_resources', String(resourceId));
  if (!resource) throw invalid('resource_id', 'Resource must exist');
  const project = open(world, resource.workspace_id, 'workspace_id');
  if (!isOpen(project)) throw invalid('base', 'Allocations cannot be made on this project in its current status');
  overwrite(world, 'workspace_resources', resource, {
    total_allocated_minutes: Number(resource.total_allocated_minutes ?? 0) + Number(values.minutes),
  });
  return { hard: false, notes: null, ...rest, workspace_resource_id: resource.id, workspace_id: resource.workspace_id };
}

function timeEntry(world: World, values: Body, before: Stored | null): Body {
  if (before && (before.approved || before.active_submission_id))
    throw invalid('base', 'This time entry is locked and cannot be changed');
  const project = open(world, values.workspace_id ?? before?.workspace_id, 'workspace_id');
  if (!isOpen(project)) throw invalid('workspace_id', 'Time cannot be logged to this project in its current status');
  if (before) return values;
  const place = world.store.find<Stored>(
    'workspace_resources',
    (resource) => resource.workspace_id === project.id && resource.user_id === String(values.user_id),
  );
  if (!place) throw invalid('user_id', 'User must be a participant of the project');
  const story = world.store.get<Stored>('stories', String(values.story_id));
  if (!story || story.workspace_id !== project.id || story.state === 'completed')
    throw invalid('story_id', 'Time must be logged to an open task');
  return {
    billable: true,
    role_id: place.role_id,
    rate_in_cents: place.resource_bill_rate ?? null,
    notes: null,
    ...values,
    currency: project.currency,
    approved: false,
    is_invoiced: false,
  };
}

function fieldValue(world: World, values: Body, before: Stored | null): Body {
  if (before) return values;
  const field = world.store.get<Stored>('custom_fields', String(values.custom_field_id));
  if (!field || field.subject_type !== values.subject_type) throw invalid('custom_field_id', 'Custom field must exist');
  const taken = world.store.find<Stored>(
    'custom_field_values',
    (other) => other.custom_field_id === field.id && other.subject_id === String(values.subject_id),
  );
  if (taken) throw invalid('custom_field_id', 'Custom field has already been taken');
  return { ...values, subject_id: String(values.subject_id), custom_field_name: field.name, type: field.value_type };
}

function open(world: World, id: unknown, field: string): Stored {
  const found = world.store.get<Stored>('workspaces', String(id));
  if (!found) throw invalid(field, 'Workspace must exist');
  return found;
}

/** What the product makes beside a new record: an invitation makes the person at once. */
export function afterCreate(world: World, resource: string, record: Stored): Stored {
  if (resource !== 'account_invitations') return record;
  const { full_name, email_address, headline, permission, default_role_id, bill_rate_in_cents } = record;
  const user = insert(world, 'users', { full_name, email_address, headline: headline ?? null, disabled: false });
  const membership = insert(world, 'account_memberships', {
    user_id: user.id,
    permission,
    default_role_id,
    bill_rate_in_cents,
    disabled_at: null,
  });
  overwrite(world, 'users', user, { account_membership_id: membership.id });
  return overwrite(world, 'account_invitations', record, { user_id: user.id });
}
