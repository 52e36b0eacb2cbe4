import type { World } from '../../core/simulator.js';
import { contracts, fundingOf, taxGroupProblems } from './contracts.js';
import { type EntitySet, properties, type Row } from './edm.js';
import { mustBeFilled, refuse } from './errors.js';
import { projectGroups } from './finance-sets.js';
import { dimensionProblems } from './organisation.js';
import { numbered, rowAt, today, unrelated } from './table.js';
import { workers } from './workers.js';

/** Custom fields this firm added to projects. Assumption, unconfirmed by the vendor: their names end like this. */
const customFields = 'ContractNumber_Custom 60, TaxCode_Custom 60, DeliveryModel_Custom 60, BillingType_Custom 60';

export const projects: EntitySet = {
  name: 'ProjectsV2',
  type: 'ProjectV2',
  entity: 'ProjProjectV2Entity',
  table: 'Projects (ProjTable)',
  keys: ['dataAreaId', 'ProjectId'],
  properties: properties(`
    dataAreaId 4 fixed, ProjectId 20 fixed, ProjectName 60, Description 1000, ProjectGroupId 10,
    ProjectContractId 20, CustomerAccountNumber 20 ro, ParentProjectId 20, ProjectStage ProjStatus,
    ProjectedStartDate Date, ProjectedEndDate Date, ActualStartDate Date, ActualEndDate Date, ExtensionDate Date,
    ProjectManagerPersonnelNumber 25, ProjectControllerPersonnelNumber 25, SalesManagerPersonnelNumber 25,
    SalesPriceGroupId 20, SalesTaxGroupId 10, DimensionDisplayValue 500, IntegrationSourceDataId 100,
    JobIdentification 60, SortingField1 10, SortingField2 10, SortingField3 10, IsProjectTemplate NoYes,
    IsBudgetControlEnabled NoYes, DateOfCreation Date ro, ${customFields}`),
  create: (world, values) => {
    const row = numbered(world, 'project', values, 'ProjectId');
    const problems = [
      ...(row.ProjectStage === undefined || row.ProjectStage === 'Created'
        ? []
        : [`Project stage ${String(row.ProjectStage)} is not allowed for a new project.`]),
      ...projectProblems(world, row),
    ];
    if (problems.length > 0) throw refuse(...problems);
    return { ...row, ...customerOf(world, row), DateOfCreation: today(world) };
  },
  update: (world, before, after) => {
    const isClosed = before.ProjectStage === 'Completed' && after.ProjectStage === 'Completed';
    const problems = [
      ...(isClosed ? [`Project ${String(before.ProjectId)} is finished and cannot be changed.`] : []),
      ...stageProblems(world, before, after),
      ...projectProblems(world, after),
    ];
    if (problems.length > 0) throw refuse(...problems);
    return { ...after, ...customerOf(world, after) };
  },
};

const contractOf = (world: World, { dataAreaId, ProjectContractId }: Row): Row | undefined =>
  rowAt(world, contracts, { dataAreaId, ProjectContractId });

/** A project is its contract's customer's. Assumption, unconfirmed by the vendor: nobody sets it on the project. */
const customerOf = (world: World, row: Row): Row => ({
  CustomerAccountNumber: contractOf(world, row)?.CustomerAccountNumber,
});

/** The currency a project is billed in. */
export const currencyOf = (world: World, project: Row): Row[string] => contractOf(world, project)?.SalesCurrencyCode;

const billedTypes = ['TimeMaterial', 'FixedPrice'];

function projectProblems(world: World, row: Row): string[] {
  const { dataAreaId, ProjectGroupId, ProjectContractId, ProjectedStartDate: from, ProjectedEndDate: to } = row;
  const group = rowAt(world, projectGroups, { dataAreaId, ProjectGroup: ProjectGroupId });
  const isBilled = billedTypes.includes(String(group?.ProjectType));
  const people = ['ProjectManager', 'ProjectController', 'SalesManager'].map((role) => row[`${role}PersonnelNumber`]);
  return [
    ...(['ProjectName', 'ProjectGroupId'] as const).filter((name) => row[name] === undefined).map(mustBeFilled),
    ...unrelated(world, projectGroups, { dataAreaId, ProjectGroup: ProjectGroupId }, 'Project group'),
    ...(isBilled && ProjectContractId === undefined ? [mustBeFilled('Project contract ID')] : []),
    ...unrelated(world, contracts, { dataAreaId, ProjectContractId }, 'Project contract ID'),
    ...unrelated(world, projects, { dataAreaId, ProjectId: row.ParentProjectId }, 'Parent project'),
    ...people.flatMap((PersonnelNumber) => unrelated(world, workers, { PersonnelNumber }, 'Personnel number')),
    ...(from && to && to < from ? ['The projected end date must be later than the projected start date.'] : []),
    ...taxGroupProblems(world, row.SalesTaxGroupId),
    ...dimensionProblems(world, row.DimensionDisplayValue),
  ];
}

/** Assumption, unconfirmed by the vendor: which stage may follow which; a contract without funding is billed to nobody. */
function stageProblems(world: World, before: Row, after: Row): string[] {
  const [from = 'Created', to = 'Created'] = [before.ProjectStage, after.ProjectStage] as [string?, string?];
  if (from === to) return [];
  const isUnfunded =
    to === 'InProcess' &&
    after.ProjectContractId !== undefined &&
    fundingOf(world, after.dataAreaId, after.ProjectContractId).length === 0;
  return [
    ...(to === 'Created' || (from === 'Completed' && to !== 'InProcess')
      ? [`Project stage cannot be changed from ${from} to ${to}.`]
      : []),
    ...(isUnfunded ? [`Project contract ${String(after.ProjectContractId)} has no funding source.`] : []),
  ];
}

/** The project a transaction is for, and what is wrong with it. Assumption, unconfirmed by the vendor: the words. */
export function openProject(
  world: World,
  dataAreaId: unknown,
  ProjectId: unknown,
): { project?: Row; problems: string[] } {
  const key = { dataAreaId, ProjectId } as Row;
  if (ProjectId === undefined) return { problems: [mustBeFilled('Project ID')] };
  const project = rowAt(world, projects, key);
  if (!project) return { problems: unrelated(world, projects, key, 'Project ID') };
  if (project.ProjectStage === 'InProcess') return { project, problems: [] };
  const stage = String(project.ProjectStage ?? 'Created');
  return { project, problems: [`Transactions are not allowed for project ${String(ProjectId)} in stage ${stage}.`] };
}
