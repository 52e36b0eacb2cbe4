import {
  authors,
  computed,
  day,
  decimal,
  flag,
  integer,
  integers,
  list,
  number,
  object,
  required,
  type Resource,
  stamps,
  text,
  to,
  week,
} from './resource.js';

const people: Resource = {
  id: 'people_id',
  isWritable: true,
  isFollowed: true,
  fields: {
    name: text(required),
    email: text(),
    job_title: text(),
    role_id: to('roles'),
    department: object(),
    region_id: integer(),
    notes: text(),
    avatar_file: text(computed),
    auto_email: integer({ default: -1 }),
    employee_type: flag({ default: 1 }),
    people_type_id: integer({ default: 1, least: 1, most: 3 }),
    contractor: flag({ default: 0 }),
    active: flag({ default: 1 }),
    tags: list({ default: [] }),
    start_date: day(),
    end_date: day(),
    work_days_hours: week(),
    work_days_hours_history: object(),
    cost_rate: decimal(),
    default_hourly_rate: decimal(),
    ...stamps,
  },
};

const projects: Resource = {
  id: 'project_id',
  isWritable: true,
  fields: {
    name: text(required),
    project_code: text(),
    client_id: to('clients'),
    color: text(),
    notes: text(),
    tags: list({ default: [] }),
    budget_type: integer({ default: 0 }),
    budget_total: decimal(),
    budget_per_phase: flag({ default: 0 }),
    budget_priority: integer({ default: 0 }),
    default_hourly_rate: decimal(),
    non_billable: flag({ default: 0 }),
    tentative: flag({ default: 0 }),
    // 0 draft, 1 tentative, 2 confirmed: recorded for phases, for projects an assumption, unconfirmed.
    status: integer({ default: 2, least: 0, most: 2 }),
    stage_id: integer(),
    locked_task_list: flag({ default: 0 }),
    active: flag({ default: 1 }),
    project_manager: to('accounts', { default: 1001 }),
    all_pms_schedule: flag({ default: 0 }),
    start_date: day(),
    end_date: day(),
    project_team: list(),
    ...stamps,
  },
};

const phases: Resource = {
  id: 'phase_id',
  isWritable: true,
  fields: {
    project_id: to('projects', required),
    name: text(required),
    color: text(),
    notes: text(),
    start_date: day(required),
    end_date: day(required),
    non_billable: flag({ default: 0 }),
    tentative: flag({ default: 0 }),
    status: integer({ default: 2, least: 0, most: 2 }),
    active: flag({ default: 1 }),
    budget_total: decimal(),
    default_hourly_rate: decimal(),
    ...stamps,
  },
};

/** Allocations, under the name they had once. */
const tasks: Resource = {
  id: 'task_id',
  isWritable: true,
  hasMillis: true,
  period: ['start_date', 'end_date'],
  fields: {
    name: text({ default: '' }),
    project_id: to('projects', required),
    // Recorded: 0, not null, where there is no phase.
    phase_id: to('phases', { default: 0 }),
    people_id: to('people'),
    people_ids: integers({ to: 'people' }),
    start_date: day(required),
    end_date: day(required),
    start_time: text(),
    hours: number({ required: true, least: 0, most: 24 }),
    notes: text(),
    status: integer({ default: 2, least: 0, most: 4 }),
    billable: flag({ default: 1 }),
    repeat_state: integer({ default: 0, least: 0, most: 3 }),
    repeat_end_date: day(),
    task_meta_id: to('project-tasks'),
    root_task_id: integer(computed),
    parent_task_id: integer(computed),
    ...stamps,
    ...authors,
  },
};

const projectTasks: Resource = {
  id: 'task_meta_id',
  isWritable: true,
  fields: {
    task_name: text(required),
    project_id: to('projects', required),
    phase_id: to('phases'),
    billable: flag({ default: 1 }),
    count_tasks: integer(computed),
    count_logged_time: integer(computed),
    ...stamps,
  },
};

const milestones: Resource = {
  id: 'milestone_id',
  isWritable: true,
  hasMillis: true,
  fields: {
    name: text(required),
    project_id: to('projects', required),
    phase_id: to('phases'),
    date: day(required),
    end_date: day(),
    ...stamps,
  },
};

const timeoffs: Resource = {
  id: 'timeoff_id',
  isWritable: true,
  period: ['start_date', 'end_date'],
  fields: {
    people_ids: integers({ required: true, to: 'people' }),
    timeoff_type_id: to('timeoff-types', required),
    timeoff_type_name: text(computed),
    start_date: day(required),
    end_date: day(required),
    hours: number({ least: 0, most: 24 }),
    full_day: flag(),
    timeoff_notes: text(),
    // 1 pending, 2 approved, 3 rejected; what this caller books is approved, as recorded.
    status: integer({ default: 2, least: 1, most: 3 }),
    status_creator_id: integer(computed),
    repeat_state: integer({ default: 0, least: 0, most: 3 }),
    ...stamps,
    ...authors,
  },
};

const loggedTime: Resource = {
  id: 'logged_time_id',
  isWritable: true,
  isFollowed: true,
  period: ['date', 'date'],
  fields: {
    people_id: to('people', required),
    project_id: to('projects', required),
    phase_id: to('phases'),
    task_id: to('tasks'),
    task_meta_id: to('project-tasks'),
    task_name: text(),
    date: day(required),
    hours: number({ required: true, least: 0, most: 24 }),
    billable: flag({ default: 1 }),
    notes: text(),
    priority: integer(computed),
    locked: flag(computed),
    locked_date: text(computed),
    reference_date: day(),
    ...stamps,
    ...authors,
  },
};

/** Every resource of the API this account answers for, by its path. */
export const resources: Record<string, Resource> = {
  people,
  projects,
  phases,
  tasks,
  milestones,
  timeoffs,
  'project-tasks': projectTasks,
  'logged-time': loggedTime,
  accounts: {
    id: 'account_id',
    isWritable: false,
    fields: {
      name: text(),
      email: text(),
      access: integer(),
      account_type: integer(),
      active: flag({ default: 1 }),
      timezone: text(),
      ...stamps,
    },
  },
  clients: { id: 'client_id', isWritable: true, fields: { name: text(required) } },
  departments: { id: 'department_id', isWritable: true, fields: { name: text(required) } },
  roles: { id: 'id', isWritable: true, fields: { name: text(required), ...stamps, ...authors } },
  'timeoff-types': {
    id: 'timeoff_type_id',
    isWritable: true,
    fields: {
      timeoff_type_name: text(required),
      color: text(),
      active: flag({ default: 1 }),
      approval_required: flag({ default: 1 }),
      created_by: integer(computed),
    },
  },
};

export function resourceNamed(name: string): Resource {
  const found = resources[name];
  if (!found) throw new Error(`there is no resource "${name}"`);
  return found;
}
