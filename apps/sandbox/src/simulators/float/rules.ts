import type { World } from '../../core/simulator.js';
import { addRecord } from './rows.js';
import type { Stored } from './resource.js';
import { wrong } from './values.js';

/** Checks what is to be kept as a whole and fills in the rest; `before` is null for a new record. */
type Rule = (world: World, values: Stored, before: Stored | null) => Stored;

const rules: Record<string, Rule> = {
  people: (world, values) => ({ ...values, ...inDepartment(world, values) }),
  phases: inOrder,
  projects: inOrder,
  tasks: (world, values, before) =>
    withTaskName(world, assigned(world, inOrder(world, values, before), before), before),
  timeoffs: timeOff,
  'logged-time': (_world, values, before) => {
    if (before?.locked === 1) throw wrong('logged_time_id', 'is locked.');
    return before ? values : { locked: 0, locked_date: null, ...values };
  },
};

export const checked = (world: World, name: string, values: Stored, before: Stored | null): Stored =>
  rules[name]?.(world, values, before) ?? values;

function inDepartment(world: World, { department }: Stored): Stored {
  if (department === undefined || department === null) return {};
  const { department_id: id } = department as Stored;
  const found = world.store.get<Stored>('departments', String(id));
  if (!found) throw wrong('department', 'is invalid.');
  return { department: { department_id: id, name: found.name } };
}

function inOrder(_world: World, values: Stored, before: Stored | null): Stored {
  const { start_date: start, end_date: end } = { ...before, ...values };
  if (start && end && String(end) < String(start)) throw wrong('end_date', 'must not be before start_date.');
  return values;
}

/**
 * One person stands in `people_id` and `people_ids`, several in `people_ids` only, nobody is a placeholder. That
 * archived people and projects cannot be scheduled is an assumption, unconfirmed by the vendor.
 */
function assigned(world: World, values: Stored, before: Stored | null): Stored {
  if (values.people_id === undefined && values.people_ids === undefined) return before ? values : unassigned(values);
  const { people_id: one } = values;
  const ids = (values.people_ids ?? (one === null || one === undefined ? [] : [one])) as number[];
  if (one !== undefined && one !== null && !ids.includes(one as number))
    throw wrong('people_id', 'is not one of people_ids.');
  for (const id of ids) {
    if (world.store.get<Stored>('people', String(id))?.active === 0) throw wrong('people_id', 'is archived.');
  }
  return { ...values, people_ids: ids, people_id: ids.length === 1 ? ids[0] : null };
}

const unassigned = (values: Stored): Stored => ({ ...values, people_ids: [], people_id: null });

/** The name is matched to a task of the project; one that does not exist is made. */
function withTaskName(world: World, values: Stored, before: Stored | null): Stored {
  const { project_id: project, name, task_meta_id: asked } = { ...before, ...values };
  if (world.store.get<Stored>('projects', String(project))?.active === 0) throw wrong('project_id', 'is archived.');
  if (before && values.name === undefined && values.task_meta_id === undefined) return values;
  if (values.task_meta_id && values.name === undefined)
    return { ...values, name: world.store.get<Stored>('project-tasks', String(asked))!.task_name };
  const known = world.store.find<Stored>(
    'project-tasks',
    (task) => task.project_id === project && task.task_name === (name ?? ''),
  );
  const task = known ?? addRecord(world, 'project-tasks', { task_name: name ?? '', project_id: project, billable: 1 });
  return { ...values, task_meta_id: task.task_meta_id };
}

function timeOff(world: World, values: Stored, before: Stored | null): Stored {
  const { hours, full_day: fullDay, timeoff_type_id: type } = { ...before, ...values };
  if (fullDay !== 1 && (hours ?? null) === null) throw wrong('hours', 'cannot be blank.');
  const name = world.store.get<Stored>('timeoff-types', String(type))?.timeoff_type_name;
  return { ...inOrder(world, values, before), timeoff_type_name: name };
}
