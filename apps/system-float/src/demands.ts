import {
  createOnce,
  type DomainOperations,
  requireHoursADay,
  theOne,
  type Vendor,
  weekOf,
  workingDays,
} from '#connector';
import type { scheduling } from '#contracts';
import { nothingThere } from '#kernel';
import { type Allocation, create, get, listAll, type Project, update } from './api.js';
import { noteOf, peopleOf, withNote } from './mapping.js';
import { quarantineMs, settingsOf } from './settings.js';

const projectsWith = async (vendor: Vendor, code: string): Promise<Project[]> =>
  (await listAll<Project>(vendor, 'projects')).filter((project) => project.project_code === code);

export const projectOf = async (vendor: Vendor, code: string): Promise<Project> =>
  theOne(await projectsWith(vendor, code), 'Float', 'project', code);

export const projectBody = (code: string) => ({ name: code, project_code: code });

/** Nobody else tells Float of a new project: whoever asks for people first brings it along. */
const ensureProject = async (vendor: Vendor, code: string): Promise<Project> =>
  (await projectOf(vendor, code).catch(nothingThere)) ?? create<Project>(vendor, 'projects', projectBody(code));

/** Every allocation of a project; what Float does with a filter it does not know is not documented. */
export const allocationsOf = async (vendor: Vendor, { project_id }: Project): Promise<Allocation[]> =>
  (await listAll<Allocation>(vendor, 'tasks', { project_id })).filter((one) => one.project_id === project_id);

async function findDemands(vendor: Vendor, reference: string, code: string): Promise<Allocation[]> {
  const project = await projectOf(vendor, code).catch(nothingThere);
  const found = project ? await allocationsOf(vendor, project) : [];
  return found.filter(({ notes }) => noteOf(notes, 'demand') === reference);
}

/** The name makes or finds a task of the project: it carries the role through to the assignment. */
export function placeOf(state: scheduling.DemandState, workDays: number[]) {
  const days = workingDays(state.startDate, state.endDate, weekOf(2400, workDays));
  const hours = requireHoursADay(state.minutes, days, 'Float');
  return { name: state.roleName, start_date: state.startDate, end_date: state.endDate, hours };
}

type Place = ReturnType<typeof placeOf>;

const isAsWanted = (allocation: Allocation, place: Place): boolean =>
  allocation.name === place.name &&
  allocation.start_date === place.start_date &&
  allocation.end_date === place.end_date &&
  Number(allocation.hours) === place.hours;

const tentative = 1;

/** Without people it is a placeholder; our reference is there from the beginning. */
export const demandBody = (project_id: number, place: Place, reference: string) => ({
  project_id,
  ...place,
  status: tentative,
  notes: withNote(null, 'demand', reference),
});

export const demandOperations: Pick<DomainOperations['scheduling'], 'putDemand'> = {
  putDemand: createOnce({
    quarantineMs,
    find: (vendor, { reference, state }) => findDemands(vendor, reference, state.project),
    create: async (vendor, { reference, state }) => {
      const place = placeOf(state, settingsOf(vendor).workDays);
      const { project_id } = await ensureProject(vendor, state.project);
      return create<Allocation>(vendor, 'tasks', demandBody(project_id, place, reference));
    },
    tell: ({ task_id }, _vendor, { reference }) => ({ id: String(task_id), reference }),
    finish: async (vendor, { state }, demand) => {
      const allocation = await get<Allocation>(vendor, 'tasks', demand.id);
      const place = placeOf(state, settingsOf(vendor).workDays);
      // Once somebody is on it, it is the planners'.
      if (peopleOf(allocation).length === 0 && !isAsWanted(allocation, place)) {
        await update(vendor, 'tasks', demand.id, place);
      }
      return demand;
    },
  }),
};
