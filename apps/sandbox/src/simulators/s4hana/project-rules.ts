import { randomUUID } from 'node:crypto';
import type { World } from '../../core/simulator.js';
import type { Row } from './edm.js';
import { addElement, newElement, problem, refuseClosed, refuseElements, rootOf } from './element-rules.js';
import { type Problem, refuse } from './errors.js';
import { companyCode, requireCostCentre } from './organisation.js';
import { partner } from './partner-sets.js';
import { element, project, projectBlocks } from './project-sets.js';
import { missing } from './required.js';
import { type Draft, momentNow, type Outcome, rowsOf, save, today } from './service.js';

/** Project profiles of the vendor's best practices; only the first may have revenue. */
export const profiles: Record<string, string> = {
  YP03: 'Project with Revenue',
  YP02: 'Overhead Project',
};

// Assumption, unconfirmed by the vendor: what a project must have, and all codes under /S4PPM/ except 377.
const requiredOfProject =
  'Project ProjectDescription ProjectProfileCode ProjectStartDate ProjectEndDate ResponsibleCostCenter';

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

export const updateProjectBlocks = (world: World, before: Row, values: Row): Row =>
  save(world, projectBlocks, { ...before, ...values });

/** Assumption, unconfirmed by the vendor: what it warns of on success. */
const warningOf = (world: World, { ProjectStartDate }: Row): Pick<Outcome, 'warning'> =>
  String(ProjectStartDate) < today(world)
    ? { warning: { code: '/S4PPM/CRUD/051', message: 'The start date lies in the past' } }
    : {};
