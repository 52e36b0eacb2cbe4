import { requestStatus } from './account.js';
import { among, byUpdate, equal, type Filter, need, one, references, type Resource, stamps } from './resource.js';
import { nothingBooked, placeOf } from './staffing-rules.js';

const booking = ['start_date', 'end_date', 'minutes', 'hard', 'notes'];

const overlaps: Filter = ({ start_date: start, end_date: end }, asked) => {
  const [from = '', to = ''] = asked.split(':');
  return String(start) <= to && String(end) >= from;
};

/** Places on projects, who was asked for, how much time is booked, and who has which task. */
export const staffingResources: Record<string, Resource> = {
  workspace_resources: {
    singular: 'workspace_resource',
    attributes: ['label', 'role_name', 'full_name', ...Object.keys(nothingBooked), ...stamps],
    optional: ['resource_bill_rate', 'resource_cost_rate'],
    associations: {
      workspace: one('workspace_id', 'workspaces'),
      user: one('user_id', 'users'),
      role: one('role_id', 'roles'),
      ...references,
    },
    create: ['workspace_id', 'user_id', 'role_id'],
    update: ['label', 'user_id', 'role_id', 'bill_rate', 'cost_rate'],
    remove: 'one',
    required: [need('workspace_id', 'Workspace must exist')],
    filters: { workspace_id: equal('workspace_id'), user_id: equal('user_id'), role_id: equal('role_id') },
    ...byUpdate,
  },
  workspace_allocations: {
    singular: 'workspace_allocation',
    attributes: [...booking, ...stamps],
    associations: {
      workspace_resource: one('workspace_resource_id', 'workspace_resources'),
      workspace: one('workspace_id', 'workspaces'),
      ...references,
    },
    create: ['resource_id', ...booking],
    bulk: 200,
    update: booking,
    remove: 'one',
    required: [
      need('resource_id', 'Resource must exist'),
      need('start_date', "Start date can't be blank"),
      need('end_date', "End date can't be blank"),
      need('minutes', "Minutes can't be blank"),
    ],
    filters: {
      workspace_ids: among('workspace_id'),
      workspace_resource_ids: among('workspace_resource_id'),
      user_ids: (booked, asked, world) => asked.split(',').includes(String(placeOf(world, booked)?.user_id)),
      named_resources_only: (booked, asked, world) => asked !== 'true' || Boolean(placeOf(world, booked)?.user_id),
      unnamed_resources_only: (booked, asked, world) => asked !== 'true' || !placeOf(world, booked)?.user_id,
      type: ({ hard }, asked) => (hard === true) === (asked === 'hard'),
      overlaps_with_date_range: overlaps,
    },
    orders: { updated_at: 'updated_at' },
    defaultOrder: 'updated_at:desc',
  },
  /** Never deleted: who does not have the task any more has it no longer `current`. */
  assignments: {
    singular: 'assignment',
    attributes: ['current', 'estimated_minutes', 'allocated_minutes', 'resource_id', ...stamps],
    associations: { story: one('story_id', 'stories'), assignee: one('assignee_id', 'users'), ...references },
    create: ['story_id', 'assignee_id', 'resource_id', 'current', 'estimated_minutes'],
    update: ['assignee_id', 'resource_id', 'current', 'estimated_minutes'],
    required: [need('story_id', 'Story must exist')],
    filters: {
      assignee_id: equal('assignee_id'),
      resource_id: equal('resource_id'),
      story_id: equal('story_id'),
      workspace_id: equal('workspace_id'),
      current: ({ current }, asked) => asked !== 'true' || current === true,
      uncurrent: ({ current }, asked) => asked !== 'true' || current === false,
    },
    orders: byUpdate.orders,
    defaultOrder: 'created_at:desc',
  },
  resource_requests: {
    singular: 'resource_request',
    attributes: ['status', 'created_at'],
    associations: { resource: one('resource_id', 'workspace_resources') },
    create: [
      'resource_id',
      'approver_ids',
      'workspace_allocation_start_date',
      'workspace_allocation_end_date',
      'workspace_allocation_percentage',
    ],
    update: ['request_resolution_status', 'user_id'],
    required: [need('resource_id', 'Resource must exist'), need('approver_ids', 'Please select an approver')],
    filters: {
      pending_requests_only: (record, asked) => asked !== 'true' || record.status === requestStatus.pending,
    },
    ...byUpdate,
  },
};
