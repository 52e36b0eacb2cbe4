import type { Staff } from '../../core/screens.js';
import type { World } from '../../core/simulator.js';
import { create, existing, remove, update } from './records.js';
import type { Stored } from './resource.js';
import { overwrite } from './rows.js';

/** What those who staff projects do on the product's screens. */

/** Puts a person on the place that was asked for; the minutes are spread over their working days. */
export function staff(world: World, input: Staff): { id: string } {
  const project = projectOf(world, input.projectRef);
  if (project.active === 0 || project.tentative === 1)
    throw new Error(`"${String(project.name)}" is not open: nobody can be staffed yet`);
  const person = personWith(world, input.email);
  const asked = placesFor(world, project, input.roleName);
  if (asked.length === 0) throw new Error(`"${String(project.name)}" has not asked for a ${input.roleName}`);
  const booking = {
    people_ids: [person.people_id],
    start_date: input.startDate,
    end_date: input.endDate,
    hours: hoursPerDay(person, input),
    // What was asked for tentatively is confirmed with the person.
    status: 2,
  };
  const free = asked.find(({ people_ids: ids }) => (ids as number[]).length === 0);
  const task = free
    ? update(world, 'tasks', free, booking)
    : create(world, 'tasks', { ...booking, project_id: project.project_id, name: input.roleName });
  joinTeam(world, project, person, input);
  return byPerson(world, 'staff', task);
}

export interface ChangeAssignment {
  id: string;
  startDate?: string;
  endDate?: string;
  minutes?: number;
}

/** Moves or resizes somebody's allocation. */
export function changeAssignment(world: World, { id, startDate, endDate, minutes }: ChangeAssignment): { id: string } {
  const task = existing(world, 'tasks', id);
  const person = world.store.get<Stored>('people', String(task.people_id)) ?? {};
  const period = { startDate: startDate ?? String(task.start_date), endDate: endDate ?? String(task.end_date) };
  const changed = update(world, 'tasks', task, {
    start_date: period.startDate,
    end_date: period.endDate,
    ...(minutes !== undefined && { hours: hoursPerDay(person, { ...period, minutes }) }),
  });
  return byPerson(world, 'update', changed);
}

export function cancelAssignment(world: World, { id }: { id: string }): { id: string } {
  const task = existing(world, 'tasks', id);
  remove(world, 'tasks', task.task_id as number);
  return byPerson(world, 'delete', task);
}

const placesFor = (world: World, { project_id: project }: Stored, roleName: string): Stored[] =>
  world.store.list<Stored>('tasks').filter((task) => task.project_id === project && task.name === roleName);

function joinTeam(world: World, project: Stored, { people_id, role_id }: Stored, { hourlyRate }: Staff): void {
  const team = ((project.project_team ?? []) as Stored[]).filter((member) => member.people_id !== people_id);
  const joined = [...team, { people_id, role_id, phase_id: 0, hourly_rate: Number(hourlyRate).toFixed(2) }];
  overwrite(world, 'projects', project, { project_team: joined });
}

const usualWeek = [0, 8, 8, 8, 8, 8, 0];
const dayMs = 86_400_000;

/** Hours on each working day, rounded to hundredths, as the screen shows them. */
function hoursPerDay(
  person: Stored,
  { startDate, endDate, minutes }: Pick<Staff, 'startDate' | 'endDate' | 'minutes'>,
): number {
  const week = (person.work_days_hours ?? usualWeek) as number[];
  let days = 0;
  for (let at = Date.parse(startDate); at <= Date.parse(endDate); at += dayMs) {
    if (week[new Date(at).getUTCDay()]! > 0) days += 1;
  }
  if (days === 0) throw new Error(`nobody works between ${startDate} and ${endDate}`);
  return Math.round((minutes / 60 / days) * 100) / 100;
}

function projectOf(world: World, ref: string): Stored {
  const project = world.store.find<Stored>('projects', ({ project_code: code }) => code === ref);
  if (!project) throw new Error(`there is no project ${ref}`);
  return project;
}

function personWith(world: World, email: string): Stored {
  const person = world.store.find<Stored>('people', (one) => String(one.email).toLowerCase() === email.toLowerCase());
  if (!person) throw new Error(`nobody here has the e-mail ${email}`);
  return person;
}

function byPerson(world: World, operation: string, task: Stored): { id: string } {
  const id = String(task.task_id);
  world.store.record({ operation, entity: 'tasks', id, by: 'person' });
  return { id };
}
