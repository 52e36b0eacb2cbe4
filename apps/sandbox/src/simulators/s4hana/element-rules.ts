import { randomUUID } from 'node:crypto';
import type { World } from '../../core/simulator.js';
import type { Row } from './edm.js';
import { type Problem, refuse } from './errors.js';
import { element, elementBlocks, project } from './project-sets.js';
import { isRoot, useTheProject } from './project-status.js';
import { missing } from './required.js';
import { type Draft, momentNow, type Outcome, rowsOf, save } from './service.js';
import { noGuid } from './wire-values.js';

// Assumption, unconfirmed by the vendor: what an element must have, and all codes under /S4PPM/ except 377.
const requiredOfElement = 'ProjectElement ProjectElementDescription';

export const problem = (number: string, message: string, target: string): Problem => ({
  code: `/S4PPM/CRUD/${number}`,
  message,
  target,
});

export const rootOf = ({ Project, ProjectDescription }: Row): Row => ({
  ProjectElement: Project,
  ProjectElementDescription: ProjectDescription,
  ParentObjectUUID: noGuid,
});

/** Refuses new elements that lack something, are there already, or lie outside their project. */
export function refuseElements(world: World, above: Row, elements: Row[]): void {
  const { ProjectStartDate, ProjectEndDate, Project, ProjectUUID } = above;
  const taken = new Set([Project, ...rowsOf(world, element).map((row) => row.ProjectElement)]);
  const problems = elements.flatMap((values) => {
    const { ProjectElement, PlannedStartDate = ProjectStartDate, PlannedEndDate = ProjectEndDate } = values;
    const isTwin = taken.has(ProjectElement);
    taken.add(ProjectElement);
    const parent = world.store.get<Row>(element.name, String(values.ParentObjectUUID));
    const isOrphan = values.ParentObjectUUID !== undefined && (!parent || parent.ProjectUUID !== ProjectUUID);
    const isOutside = PlannedStartDate! < ProjectStartDate! || PlannedEndDate! > ProjectEndDate!;
    return [
      ...missing(values, requiredOfElement, '/S4PPM/CRUD/001'),
      ...(isTwin ? [problem('021', `Element ${String(ProjectElement)} already exists`, 'ProjectElement')] : []),
      ...(isOrphan ? [problem('023', 'The parent is not in this project', 'ParentObjectUUID')] : []),
      ...(isOutside ? [problem('022', 'Dates lie outside those of the project', 'PlannedEndDate')] : []),
    ];
  });
  if (problems.length > 0) throw refuse(...problems);
}

export function addElement(world: World, above: Row, values: Row): Row {
  const row = save(world, element, newElement(world, above, { ParentObjectUUID: above.ProjectUUID, ...values }));
  const { ProjectElementUUID, ProjectUUID } = row;
  save(world, elementBlocks, { ProjectElementUUID, ProjectUUID });
  return row;
}

export function newElement(world: World, above: Row, values: Row): Row {
  const { ProjectUUID, ResponsibleCostCenter, ProfitCenter, ControllingArea, CompanyCode, ProcessingStatus } = above;
  const moment = momentNow(world);
  return {
    PlannedStartDate: above.ProjectStartDate,
    PlannedEndDate: above.ProjectEndDate,
    ResponsibleCostCenter,
    ProfitCenter,
    ControllingArea,
    ...values,
    ProjectElementUUID: randomUUID(),
    ProjectUUID,
    WBSElementInternalID: String(world.store.next('wbs-element', 4711)).padStart(8, '0'),
    CompanyCode,
    // Assumption, unconfirmed by the vendor: an element of a released project is not released by itself.
    ProcessingStatus: ProcessingStatus === '00' || isRoot(values) ? ProcessingStatus : '00',
    CreationDateTime: moment,
    LastChangeDateTime: moment,
    LastChangedByUser: 'CC0000000001',
  };
}

export function createElement(world: World, { values }: Draft): Outcome {
  const above = world.store.get<Row>(project.name, String(values.ProjectUUID));
  if (!above) throw refuse(problem('031', 'Project does not exist', 'ProjectUUID'));
  refuseClosed(above);
  refuseElements(world, above, [values]);
  return { row: addElement(world, above, values), operation: 'create' };
}

export function updateElement(world: World, before: Row, values: Row): Row {
  if (isRoot(before)) throw useTheProject();
  refuseClosed(before);
  return save(world, element, { ...before, ...values, LastChangeDateTime: momentNow(world) });
}

export const updateElementBlocks = (world: World, before: Row, values: Row): Row =>
  save(world, elementBlocks, { ...before, ...values });

/** Assumption, unconfirmed by the vendor: nothing of a closed project is changed. */
export function refuseClosed({ ProcessingStatus, Project, ProjectElement }: Row): void {
  if (ProcessingStatus !== '30') return;
  throw refuse(problem('041', `${String(Project ?? ProjectElement)} is closed`, 'ProcessingStatus'));
}
