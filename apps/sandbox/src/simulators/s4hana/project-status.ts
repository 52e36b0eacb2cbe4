import type { World } from '../../core/simulator.js';
import type { Row } from './edm.js';
import { noSuchEntity, refuse } from './errors.js';
import { element, project } from './project-sets.js';
import { momentNow, rowsOf, save } from './service.js';
import { noGuid } from './wire-values.js';

/** Assumption, unconfirmed by the vendor: what the codes mean; that they exist is in its code list service. */
export const statuses: Record<string, string> = {
  '00': 'Created',
  '10': 'Released',
  '20': 'Completed',
  '30': 'Closed',
  '42': 'Locked',
};

/** Assumption, unconfirmed by the vendor: which status may follow which; nothing is closed that is not completed. */
const followers: Record<string, string[]> = {
  '00': ['10'],
  '10': ['20', '42'],
  '20': ['10', '30'],
  '30': ['20'],
  '42': ['10'],
};

/** The element that stands for the project itself. */
export const isRoot = ({ ParentObjectUUID }: Row): boolean => ParentObjectUUID === noGuid;

export const elementsOf = (world: World, { ProjectUUID }: Row): Row[] =>
  rowsOf(world, element).filter((row) => row.ProjectUUID === ProjectUUID);

export function changeProjectStatus(world: World, { ProjectUUID, ProcessingStatus }: Row): Row {
  const found = world.store.get<Row>(project.name, String(ProjectUUID));
  if (!found) throw noSuchEntity(project.type);
  const status = String(ProcessingStatus);
  requireFollower(String(found.Project), String(found.ProcessingStatus), status);
  return putStatus(world, found, status);
}

/** Sets the status of a project and all its elements. */
export function putStatus(world: World, found: Row, ProcessingStatus: string): Row {
  const LastChangeDateTime = momentNow(world);
  for (const row of elementsOf(world, found)) save(world, element, { ...row, ProcessingStatus, LastChangeDateTime });
  const times = { LastChangeDateTime, ProjectLastChangedDateTime: LastChangeDateTime };
  return save(world, project, { ...found, ProcessingStatus, ...times });
}

/** Changes one element only. Assumption, unconfirmed by the vendor: not before its project is released. */
export function changeElementStatus(world: World, { ProjectElementUUID, ProcessingStatus }: Row): Row {
  const found = world.store.get<Row>(element.name, String(ProjectElementUUID));
  if (!found) throw noSuchEntity(element.type);
  if (isRoot(found)) throw useTheProject();
  const status = String(ProcessingStatus);
  requireFollower(String(found.ProjectElement), String(found.ProcessingStatus), status);
  const above = world.store.get<Row>(project.name, String(found.ProjectUUID));
  if (above?.ProcessingStatus === '00') throw notPossible(String(found.ProjectElement), status);
  return save(world, element, { ...found, ProcessingStatus: status, LastChangeDateTime: momentNow(world) });
}

/** SAP KBA 3743470. */
export const useTheProject = (): Error =>
  refuse({ code: '/S4PPM/CRUD/377', message: 'Use the Project entity to update the project definition.' });

function requireFollower(name: string, from: string, to: string): void {
  if (!followers[from]?.includes(to)) throw notPossible(name, to);
}

const notPossible = (name: string, status: string): Error =>
  refuse({
    code: '/S4PPM/CRUD/101',
    message: `Status ${statuses[status] ?? status} cannot be set for ${name}`,
    target: 'ProcessingStatus',
  });
