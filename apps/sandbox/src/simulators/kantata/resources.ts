/** What this account knows about a resource of the API. */
export interface Resource {
  /** Root key of one record, e.g. `workspace`. */
  singular: string;
  /** Plain attributes always shown. */
  attributes: string[];
  /** Associations: shown only when named in `include`. Name → id field and the resource it points to. */
  associations: Record<string, { field: string; resource: string; many?: boolean }>;
  /** Attributes a create may set. */
  create: string[];
  /** Attributes an update may set. */
  update: string[];
  required: { field: string; message: string }[];
  /** Index filters that compare one field. */
  filters: Record<string, string>;
}

const one = (field: string, resource: string) => ({ field, resource });
const need = (field: string, message: string) => ({ field, message });
const stamps = ['created_at', 'updated_at'];
const references = {
  external_references: { field: 'external_reference_ids', resource: 'external_references', many: true },
};

export const resources: Record<string, Resource> = {
  workspace_groups: {
    singular: 'workspace_group',
    attributes: ['name', 'company', ...stamps],
    associations: references,
    create: ['name', 'company', 'website', 'notes'],
    update: ['name', 'company', 'website', 'notes'],
    required: [need('name', 'Please give the group a name')],
    filters: {},
  },
  workspaces: {
    singular: 'workspace',
    attributes: [
      'title',
      'start_date',
      'due_date',
      'status',
      'archived',
      'currency',
      'budgeted',
      'price_in_cents',
      'description',
      ...stamps,
    ],
    associations: { primary_workspace_group: one('primary_workspace_group_id', 'workspace_groups'), ...references },
    create: [
      'title',
      'creator_role',
      'currency',
      'start_date',
      'due_date',
      'description',
      'budgeted',
      'status_key',
      'primary_workspace_group_id',
      'price_in_cents',
    ],
    update: ['title', 'start_date', 'due_date', 'description', 'status_key', 'archived', 'primary_workspace_group_id'],
    required: [
      need('title', 'Please give your project a title'),
      need('creator_role', 'Please select a role for this project'),
    ],
    filters: {},
  },
  users: {
    singular: 'user',
    attributes: ['full_name', 'email_address', 'headline', 'disabled'],
    associations: { account_membership: one('account_membership_id', 'account_memberships'), ...references },
    create: [],
    update: ['full_name', 'headline', 'email_address'],
    required: [],
    filters: { by_email_address: 'email_address' },
  },
  account_memberships: {
    singular: 'account_membership',
    attributes: [
      'permission',
      'bill_rate_in_cents',
      'cost_rate_in_cents',
      'billability_target',
      'disabled_at',
      ...stamps,
    ],
    associations: { user: one('user_id', 'users'), default_role: one('default_role_id', 'roles') },
    create: [],
    update: ['permission', 'bill_rate_in_cents', 'default_role_id', 'billability_target'],
    required: [],
    filters: { user_id: 'user_id' },
  },
  account_invitations: {
    singular: 'account_invitation',
    attributes: ['full_name', 'email_address', 'permission', ...stamps],
    associations: { user: one('user_id', 'users') },
    create: [
      'full_name',
      'email_address',
      'headline',
      'permission',
      'default_role_id',
      'bill_rate_in_cents',
      'cost_rate_in_cents',
    ],
    update: [],
    required: [need('full_name', 'Please enter a name'), need('email_address', 'Please enter an email address')],
    filters: {},
  },
  roles: {
    singular: 'role',
    attributes: ['name', ...stamps],
    associations: {},
    create: ['name'],
    update: ['name'],
    required: [need('name', "Name can't be blank")],
    filters: {},
  },
  skills: {
    singular: 'skill',
    attributes: ['name', 'max_level', ...stamps],
    associations: { skill_category: one('skill_category_id', 'skill_categories') },
    create: ['name', 'max_level', 'skill_category_id'],
    update: ['name'],
    required: [need('name', "Name can't be blank"), need('max_level', "Max level can't be blank")],
    filters: {},
  },
  skill_categories: {
    singular: 'skill_category',
    attributes: ['name', ...stamps],
    associations: {},
    create: ['name'],
    update: ['name'],
    required: [need('name', "Name can't be blank")],
    filters: {},
  },
  skill_memberships: {
    singular: 'skill_membership',
    attributes: ['level', 'max_level', ...stamps],
    associations: { user: one('user_id', 'users'), skill: one('skill_id', 'skills') },
    create: ['skill_id', 'user_id', 'level'],
    update: ['level'],
    required: [need('skill_id', 'Skill must exist'), need('user_id', 'User must exist')],
    filters: { user_id: 'user_id', skill_id: 'skill_id' },
  },
  workspace_resources: {
    singular: 'workspace_resource',
    attributes: ['label', 'role_name', 'full_name', 'total_allocated_minutes', 'resource_bill_rate', ...stamps],
    associations: {
      workspace: one('workspace_id', 'workspaces'),
      user: one('user_id', 'users'),
      role: one('role_id', 'roles'),
      ...references,
    },
    create: ['workspace_id', 'user_id', 'role_id', 'label', 'bill_rate'],
    update: ['label', 'user_id', 'role_id', 'bill_rate'],
    required: [need('workspace_id', 'Workspace must exist')],
    filters: { workspace_id: 'workspace_id' },
  },
  workspace_allocations: {
    singular: 'workspace_allocation',
    attributes: ['start_date', 'end_date', 'minutes', 'percentage', 'hard', 'notes', ...stamps],
    associations: {
      workspace_resource: one('workspace_resource_id', 'workspace_resources'),
      workspace: one('workspace_id', 'workspaces'),
      ...references,
    },
    create: ['resource_id', 'start_date', 'end_date', 'minutes', 'hard', 'notes'],
    update: ['start_date', 'end_date', 'minutes', 'hard', 'notes'],
    required: [
      need('resource_id', 'Resource must exist'),
      need('start_date', "Start date can't be blank"),
      need('end_date', "End date can't be blank"),
      need('minutes', "Minutes can't be blank"),
    ],
    filters: { workspace_id: 'workspace_id', workspace_resource_id: 'workspace_resource_id' },
  },
  resource_requests: {
    singular: 'resource_request',
    attributes: ['status', ...stamps],
    associations: { resource: one('resource_id', 'workspace_resources') },
    create: [
      'resource_id',
      'approver_ids',
      'workspace_allocation_start_date',
      'workspace_allocation_end_date',
      'workspace_allocation_percentage',
    ],
    update: ['request_resolution_status', 'user_id'],
    required: [need('resource_id', 'Resource must exist')],
    filters: { resource_id: 'resource_id' },
  },
  stories: {
    singular: 'story',
    attributes: ['title', 'story_type', 'state', 'start_date', 'due_date', 'billable', 'archived', ...stamps],
    associations: { workspace: one('workspace_id', 'workspaces'), ...references },
    create: ['title', 'story_type', 'workspace_id', 'start_date', 'due_date', 'billable', 'time_estimate_in_minutes'],
    update: ['title', 'state', 'start_date', 'due_date', 'billable'],
    required: [
      need('title', "Title can't be blank"),
      need('story_type', "Story type can't be blank"),
      need('workspace_id', 'Workspace must exist'),
    ],
    filters: { workspace_id: 'workspace_id' },
  },
  time_entries: {
    singular: 'time_entry',
    attributes: [
      'date_performed',
      'time_in_minutes',
      'billable',
      'notes',
      'rate_in_cents',
      'currency',
      'approved',
      'is_invoiced',
      ...stamps,
    ],
    associations: {
      workspace: one('workspace_id', 'workspaces'),
      user: one('user_id', 'users'),
      story: one('story_id', 'stories'),
      role: one('role_id', 'roles'),
      ...references,
    },
    create: [
      'workspace_id',
      'date_performed',
      'time_in_minutes',
      'story_id',
      'user_id',
      'billable',
      'notes',
      'role_id',
      'rate_in_cents',
    ],
    update: ['date_performed', 'time_in_minutes', 'billable', 'notes', 'role_id', 'rate_in_cents'],
    required: [
      need('workspace_id', 'Workspace must exist'),
      need('date_performed', "Date performed can't be blank"),
      need('time_in_minutes', "Time in minutes can't be blank"),
    ],
    filters: { workspace_id: 'workspace_id', user_id: 'user_id' },
  },
  external_references: {
    singular: 'external_reference',
    attributes: [
      'service_name',
      'service_model',
      'service_model_ref',
      'status',
      'external_message',
      'external_status',
      'external_link',
      'locked',
      'subject_type',
      'subject_id',
      ...stamps,
    ],
    associations: {},
    create: [],
    update: [],
    required: [],
    filters: {
      service_name: 'service_name',
      service_model: 'service_model',
      service_model_ref: 'service_model_ref',
      subject_id: 'subject_id',
      subject_type: 'subject_type',
    },
  },
  custom_fields: {
    singular: 'custom_field',
    attributes: ['name', 'subject_type', 'value_type', ...stamps],
    associations: {},
    create: [],
    update: [],
    required: [],
    filters: { subject_type: 'subject_type' },
  },
  custom_field_values: {
    singular: 'custom_field_value',
    attributes: ['subject_type', 'subject_id', 'custom_field_name', 'value', 'type', ...stamps],
    associations: { custom_field: one('custom_field_id', 'custom_fields') },
    create: ['subject_type', 'subject_id', 'custom_field_id', 'value'],
    update: ['value'],
    required: [
      need('subject_type', "Subject type can't be blank"),
      need('subject_id', "Subject can't be blank"),
      need('custom_field_id', 'Custom field must exist'),
    ],
    filters: { subject_type: 'subject_type', subject_id: 'subject_id', custom_field_id: 'custom_field_id' },
  },
};

/** The model names external references and custom fields use for a resource. */
export const modelOf: Record<string, string> = {
  workspace_groups: 'WorkspaceGroup',
  workspaces: 'Workspace',
  users: 'User',
  workspace_resources: 'Resource',
  workspace_allocations: 'WorkspaceAllocation',
  stories: 'Story',
  time_entries: 'TimeEntry',
};

/** A record as kept: ids are text, `_id` fields too. */
export type Stored = Record<string, unknown> & { id: string; created_at: string; updated_at: string };
