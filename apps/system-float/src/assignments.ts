import { type DomainOperations, read, theOne, type Vendor, weekOf, write } from '#connector';
import type { scheduling } from '#contracts';
import { nothingThere } from '#kernel';
import { type Allocation, get, listAll, type Person, type Project, type Role, update } from './api.js';
import { allocationsOf, projectOf } from './demands.js';
import { lastDayOf, minutesBooked, peopleOf, statusOf, withNote, workerNumberOf } from './mapping.js';
import { personOf } from './people.js';
import { settingsOf } from './settings.js';

/** What an allocation only names by id. */
export interface Directory {
  people: Map<number, Person>;
  projects: Map<number, Project>;
  roles: Map<number, string | null>;
}

export async function readDirectory(vendor: Vendor): Promise<Directory> {
  const [people, projects, roles] = await Promise.all([
    listAll<Person>(vendor, 'people'),
    listAll<Project>(vendor, 'projects'),
    listAll<Role>(vendor, 'roles'),
  ]);
  return {
    people: new Map(people.map((person) => [person.people_id, person])),
    projects: new Map(projects.map((project) => [project.project_id, project])),
    roles: new Map(roles.map(({ id, name }) => [id, name])),
  };
}

/** An allocation may hold several people, each with an assignment of their own: `<allocation>-<person>`. */
export function toAssignments(vendor: Vendor, allocation: Allocation, directory: Directory): scheduling.Assignment[] {
  const { people, projects, roles } = directory;
  const usual = weekOf(2400, settingsOf(vendor).workDays);
  const named = [...roles.values()].find((role) => role !== null && role === allocation.name);
  return peopleOf(allocation).map((id) => {
    const person = people.get(id);
    return {
      id: `${allocation.task_id}-${id}`,
      workerNumber: person ? workerNumberOf(person) : null,
      // Planners may call the work anything; only a role's name says what somebody works as.
      roleName: named ?? roles.get(person?.role_id ?? 0) ?? null,
      minutes: minutesBooked(allocation, person?.work_days_hours ?? usual),
      project: projects.get(allocation.project_id)?.project_code || null,
      startDate: allocation.start_date,
      endDate: lastDayOf(allocation),
      status: statusOf(allocation),
    };
  });
}

/** The assignment as it is now, or null where the allocation is gone or somebody else's. */
export async function findAssignment(
  vendor: Vendor,
  id: string,
  directory: Directory,
): Promise<scheduling.Assignment | null> {
  const allocation = await get<Allocation>(vendor, 'tasks', id.split('-')[0]!).catch(nothingThere);
  return (allocation && toAssignments(vendor, allocation, directory).find((one) => one.id === id)) ?? null;
}

async function listed(vendor: Vendor, found: Allocation[]): Promise<scheduling.Assignment[]> {
  const directory = await readDirectory(vendor);
  return found.flatMap((allocation) => toAssignments(vendor, allocation, directory));
}

type Assignments = 'getAssignment' | 'listAssignments' | 'listAssignmentsOf' | 'putActuals';

export const assignmentOperations: Pick<DomainOperations['scheduling'], Assignments> = {
  getAssignment: read(async (vendor, { id }) => {
    const assignment = await findAssignment(vendor, id, await readDirectory(vendor));
    return theOne(assignment ? [assignment] : [], 'Float', 'assignment', id);
  }),

  listAssignments: read(async (vendor, { project: code }) => {
    const project = await projectOf(vendor, code);
    return { items: await listed(vendor, await allocationsOf(vendor, project)) };
  }),

  listAssignmentsOf: read(async (vendor, { reference, from, to }) => {
    const { people_id } = await personOf(vendor, reference);
    const found = await listAll<Allocation>(vendor, 'tasks', { people_id });
    const items = await listed(vendor, found);
    const theirs = items.filter(({ id }) => id.endsWith(`-${people_id}`));
    return { items: theirs.filter(({ startDate, endDate }) => startDate! <= to && endDate! >= from) };
  }),

  putActuals: write({
    safety: { strategy: 'absolute' },
    run: async (vendor, { assignment, state }) => {
      const [id, person] = assignment.split('-');
      const { notes } = await get<Allocation>(vendor, 'tasks', id!);
      const noted = withNote(notes, `billed ${person}`, `${state.billedMinutes} min`);
      if (noted !== notes) await update(vendor, 'tasks', id!, { notes: noted });
      return { id: assignment, url: null };
    },
  }),
};
