import { among, byUpdate, equal, type Filter, need, one, references, type Resource, stamps } from './resource.js';

const performedBetween: Filter = (record, asked) => {
  const [from = '', to = ''] = asked.split(':');
  const day = String(record.date_performed);
  return (!from || day >= from) && (!to || day <= to);
};

const work = [
  'workspace_id',
  'date_performed',
  'time_in_minutes',
  'story_id',
  'user_id',
  'billable',
  'notes',
  'role_id',
  'rate_in_cents',
];

/** Recorded time. Asking for `approved`, `invoiced` or `uninvoiced` means it, whatever value is given. */
export const timeResources: Record<string, Resource> = {
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
      active_submission: one('active_submission_id', 'timesheet_submissions'),
      recent_submission: one('recent_submission_id', 'timesheet_submissions'),
      ...references,
    },
    create: work,
    update: work,
    required: [
      need('workspace_id', 'Workspace must exist'),
      need('date_performed', "Date performed can't be blank"),
      need('time_in_minutes', "Time in minutes can't be blank"),
    ],
    filters: {
      workspace_id: equal('workspace_id'),
      workspace_ids: among('workspace_id'),
      with_user_ids: among('user_id'),
      billable: equal('billable'),
      approved: (record) => record.approved === true,
      invoiced: (record) => record.is_invoiced === true,
      uninvoiced: (record) => record.is_invoiced !== true,
      date_performed_between: performedBetween,
    },
    orders: { ...byUpdate.orders, date_performed: 'date_performed' },
    defaultOrder: 'date_performed:desc',
  },
  /** Time handed in for approval, of one project each. Made and decided on the product's screens only. */
  timesheet_submissions: {
    singular: 'timesheet_submission',
    attributes: ['status', ...stamps],
    associations: { workspace: one('workspace_id', 'workspaces') },
    create: [],
    update: [],
    required: [],
    filters: { workspace_ids: among('workspace_id') },
    ...byUpdate,
  },
};
