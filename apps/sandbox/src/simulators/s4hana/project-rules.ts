import { randomUUID } from 'node:crypto';
import type { World } from '../../core/simulator.js';
import { partner } from './partner-sets.js';
import type { Row } from './edm.js';
import { type Problem, refuse } from './errors.js';
import { companyCode, requireCostCentre } from './organisation.js';
import { element, elementBlocks, project, projectBlocks } from './project-sets.js';
import { isRoot, useTheProject } from './project-status.js';
import { missing } from './required.js';
import { type Draft, momentNow, type Outcome, rowsOf, save, today } from './service.js';
import { noGuid } from './wire-values.js';

/** Project profiles of the vendor's best practices; only the first may have revenue. */
export const profiles: Record<string, string> = {
  YP03: 'Project with Revenue',
  YP02: 'Overhead Project',
};

// Assumption, unconfirmed by the vendor: what a project must have, and all codes under /S4PPM/ except 377.
const requiredOfProject =
  'Project ProjectDescription ProjectProfileCode ProjectStartDate ProjectEndDate ResponsibleCostCenter';
const requiredOfElement = 'ProjectElement ProjectElementDescription';

const problem = (number: string, message: string, target: string): Problem => ({
  code: `/S4PPM/CRUD/${number}`,
  message,
  target,
});

/** Creates a project with its topmost element, its blocks and the elements sent along; the system names its company. */
export function createProject(world: World, { values, nested }: Draft): Outcome {
  const problems = [...missing(values, requiredOfProject, '/S4PPM/CRUD/001'), ...projectProblems(world, values)];
  if (problems.length > 0) throw refuse(...problems);
  const elements = (nested.to_EnterpriseProjectElement ?? []).map((draft) => draft.values);
  refuseElements(world, values, elements);
  const row = save(world, project, { ...newProject(world, values) });
  save(world, element, { ...newElement(world, row, rootOf(row)), ProjectElementUUID: row.ProjectUUID });
  save(world, projectBlocks, { ...nested.to_EntProjBlkFunc?.[0]?.values, ProjectUUID: row.ProjectUUID });
  for (const inner of elements) addElement(world, row, inner);
  return { row, operation: 'create', ...warningOf(world, row) };
}

function projectProblems(world: World, values: Row, before?: Row): Problem[] {
  const { Project, ProjectProfileCode, ProjectStartDate, ProjectEndDate, CustomerUUID } = values;
  const twin = rowsOf(world, project).find((other) => other.Project === Project);
  const isTaken = twin !== undefined && twin.ProjectUUID !== before?.ProjectUUID;
  const isBackwards = ProjectStartDate && ProjectEndDate && ProjectEndDate < ProjectStartDate;
  const customer = rowsOf(world, partner).find((row) => row.BusinessPartnerUUID === CustomerUUID);
  return [
    ...(isTaken ? [problem('011', `Project ${String(Project)} already exists`, 'Project')] : []),
    ...(ProjectProfileCode && !profiles[String(ProjectProfileCode)]
      ? [problem('012', `Project profile ${String(ProjectProfileCode)} does not exist`, 'ProjectProfileCode')]
      : []),
    ...(isBackwards ? [problem('013', 'The end date lies before the start date', 'ProjectEndDate')] : []),
    ...(CustomerUUID && !customer?.Customer ? [problem('014', 'Customer does not exist', 'CustomerUUID')] : []),
  ];
}

/** What the system adds: numbers, the company code of the cost centre, the moment. */
function newProject(world: World, values: Row): Row {
  const centre = requireCostCentre(world, values.ResponsibleCostCenter);
  const { CompanyCode, ControllingArea, ProfitCenter } = centre;
  const moment = momentNow(world);
  return {
    EnterpriseProjectType: 'C',
    ProjectCurrency: companyCode(world, CompanyCode)?.currency,
    ControllingArea,
    ProfitCenter,
    ...values,
    ProjectUUID: randomUUID(),
    ProjectInternalID: String(world.store.next('project', 123)).padStart(8, '0'),
    ProcessingStatus: '00',
    CompanyCode,
    LastChangeDateTime: moment,
    ProjectLastChangedDateTime: moment,
    LastChangedByUser: 'CC0000000001',
  };
}

const rootOf = ({ Project, ProjectDescription }: Row): Row => ({
  ProjectElement: Project,
  ProjectElementDescription: ProjectDescription,
  ParentObjectUUID: noGuid,
});

function refuseElements(world: World, { ProjectStartDate, ProjectEndDate, Project }: Row, elements: Row[]): void {
  const taken = new Set([Project, ...rowsOf(world, element).map((row) => row.ProjectElement)]);
  const problems = elements.flatMap((values) => {
    const { ProjectElement, PlannedStartDate = ProjectStartDate, PlannedEndDate = ProjectEndDate } = values;
    const isTwin = taken.has(ProjectElement);
    taken.add(ProjectElement);
    const isOutside = PlannedStartDate! < ProjectStartDate! || PlannedEndDate! > ProjectEndDate!;
    return [
      ...missing(values, requiredOfElement, '/S4PPM/CRUD/001'),
      ...(isTwin ? [problem('021', `Element ${String(ProjectElement)} already exists`, 'ProjectElement')] : []),
      ...(isOutside ? [problem('022', 'Dates lie outside those of the project', 'PlannedEndDate')] : []),
    ];
  });
  if (problems.length > 0) throw refuse(...problems);
}

function addElement(world: World, above: Row, values: Row): Row {
  const row = save(world, element, newElement(world, above, { ParentObjectUUID: above.ProjectUUID, ...values }));
  const { ProjectElementUUID, ProjectUUID } = row;
  save(world, elementBlocks, { ProjectElementUUID, ProjectUUID });
  return row;
}

function newElement(world: World, above: Row, values: Row): Row {
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

export function updateProject(world: World, before: Row, values: Row): Row {
  refuseClosed(before);
  const row = { ...before, ...values };
  const problems = [...missing(row, requiredOfProject, '/S4PPM/CRUD/001'), ...projectProblems(world, row, before)];
  if (problems.length > 0) throw refuse(...problems);
  const { CompanyCode } = requireCostCentre(world, row.ResponsibleCostCenter);
  const moment = momentNow(world);
  const root = world.store.get<Row>(element.name, String(before.ProjectUUID));
  save(world, element, { ...root, ...rootOf(row), LastChangeDateTime: moment });
  const times = { LastChangeDateTime: moment, ProjectLastChangedDateTime: moment };
  return save(world, project, { ...row, CompanyCode, ...times });
}

export function updateElement(world: World, before: Row, values: Row): Row {
  if (isRoot(before)) throw useTheProject();
  refuseClosed(before);
  return save(world, element, { ...before, ...values, LastChangeDateTime: momentNow(world) });
}

export const updateProjectBlocks = (world: World, before: Row, values: Row): Row =>
  save(world, projectBlocks, { ...before, ...values });

export const updateElementBlocks = (world: World, before: Row, values: Row): Row =>
  save(world, elementBlocks, { ...before, ...values });

/** Assumption, unconfirmed by the vendor: nothing of a closed project is changed. */
function refuseClosed({ ProcessingStatus, Project, ProjectElement }: Row): void {
  if (ProcessingStatus !== '30') return;
  throw refuse(problem('041', `${String(Project ?? ProjectElement)} is closed`, 'ProcessingStatus'));
}

/** Assumption, unconfirmed by the vendor: what it warns of on success. */
const warningOf = (world: World, { ProjectStartDate }: Row): Pick<Outcome, 'warning'> =>
  String(ProjectStartDate) < today(world)
    ? { warning: { code: '/S4PPM/CRUD/051', message: 'The start date lies in the past' } }
    : {};
