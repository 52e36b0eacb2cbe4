import { requestStatus } from './account.js';
import { among, byUpdate, equal, need, one, references, type Resource, stamps } from './resource.js';

const booking = ['start_date', 'end_date', 'minutes', 'hard', 'notes'];

/** Places on projects, who was asked for, and how much time is booked. */
export const staffingResources: Record<string, Resource> = {
  workspace_resources: {
    singular: 'workspace_resource',
    attributes: ['label', 'role_name', 'full_name', 'total_allocated_minutes', ...stamps],
    optional: ['resource_bill_rate', 'resource_cost_rate'],
    associations: {
      workspace: one('workspace_id', 'workspaces'),
      user: one('user_id', 'users'),
      role: one('role_id', 'roles'),
      ...references,
    },
    create: ['workspace_id', 'user_id', 'role_id'],
    update: ['label', 'user_id', 'role_id', 'bill_rate', 'cost_rate'],
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
    update: booking,
    required: [
      need('resource_id', 'Resource must exist'),
      need('start_date', "Start date can't be blank"),
      need('end_date', "End date can't be blank"),
      need('minutes', "Minutes can't be blank"),
    ],
    filters: { workspace_ids: among('workspace_id'), workspace_resource_ids: among('workspace_resource_id') },
    orders: { updated_at: 'updated_at' },
    defaultOrder: 'updated_at:desc',
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
