import { type DomainOperations, hoursADay, type Vendor, weekOf, workingDays, write } from '#connector';
import type { scheduling } from '#contracts';
import { Failure } from '#kernel';
import { type Allocation, create, get, listAll, only, type Project, update } from './api.js';
import { noteOf, peopleOf, withNote } from './mapping.js';
import { quarantineMs, settingsOf } from './settings.js';

export async function findProject(vendor: Vendor, code: string): Promise<Project | undefined> {
  const found = (await listAll<Project>(vendor, 'projects')).filter((project) => project.project_code === code);
  return only(found, `project ${code}`, 'duplicate-project');
}

export const projectBody = (code: string) => ({ name: code, project_code: code });

/** Nobody else tells Float of a new project: whoever asks for people first brings it along. */
const ensureProject = async (vendor: Vendor, code: string): Promise<Project> =>
  (await findProject(vendor, code)) ?? create<Project>(vendor, 'projects', projectBody(code));

/** Every allocation of a project; what Float does with a filter it does not know is not documented. */
export const allocationsOf = async (vendor: Vendor, { project_id }: Project): Promise<Allocation[]> =>
  (await listAll<Allocation>(vendor, 'tasks', { project_id })).filter((one) => one.project_id === project_id);

async function findDemands(vendor: Vendor, reference: string, code: string): Promise<Allocation[]> {
  const project = await findProject(vendor, code);
  const found = project ? await allocationsOf(vendor, project) : [];
  return found.filter(({ notes }) => noteOf(notes, 'demand') === reference);
}

/** The name makes or finds a task of the project: it carries the role through to the assignment. */
export function placeOf(state: scheduling.DemandState, workDays: number[]) {
  const days = workingDays(state.startDate, state.endDate, weekOf(2400, workDays));
  const hours = hoursADay(state.minutes, days);
  if (hours !== null) return { name: state.roleName, start_date: state.startDate, end_date: state.endDate, hours };
  throw new Failure('rejected', `Float cannot hold ${state.minutes} minutes in ${days} working days`, {
    code: 'impossible-effort',
    remedy: 'correct dates or effort, or ask for several people in demands of their own',
    fields: [{ field: 'minutes', message: 'is more than 24 hours a working day, or there is no working day' }],
  });
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
  putDemand: write({
    safety: {
      strategy: 'reference',
      quarantineMs,
      find: async (vendor, { reference, state }) =>
        (await findDemands(vendor, reference, state.project)).map(({ task_id }) => ({
          id: String(task_id),
          reference,
        })),
    },
    run: async (vendor, { reference, state }) => {
      const place = placeOf(state, settingsOf(vendor).workDays);
      const { project_id } = await ensureProject(vendor, state.project);
      const body = demandBody(project_id, place, reference);
      return { id: String((await create<Allocation>(vendor, 'tasks', body)).task_id), reference };
    },
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
