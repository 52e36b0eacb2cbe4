import type { World } from '../../core/simulator.js';
import { type EntitySet, properties, type Row } from './edm.js';
import { mustBeFilled, notFound, refuse } from './errors.js';
import { categories, projectResources, resourceCategories } from './finance-sets.js';
import { dimensionProblems } from './organisation.js';
import { projects } from './projects.js';
import { numbered, rowAt, unrelated } from './table.js';

/** Hours somebody is planned for. Assumption, unconfirmed by the vendor: lengths, and that a number may be given. */
export const hourForecasts: EntitySet = {
  name: 'ProjectEmplForecasts',
  type: 'ProjectEmplForecast',
  entity: 'ProjForecastEmplEntity',
  table: 'Hour forecasts (ProjForecastEmpl)',
  keys: ['dataAreaId', 'TransactionID'],
  properties: properties(`
    dataAreaId 4 fixed, TransactionID 20 fixed, ProjectID 20, ForecastModel 10, ActivityNumber 10, Category 30,
    ResourceId 25, ResourceCompanyId 4, ResourceCategoryId 30, ProjectDate Date, EndDate Date, Hours Decimal,
    CostPrice Decimal, SalesPrice Decimal, SalesCurrency 3, LineProperty 20, Description 60,
    DefaultDimensionDisplayValue 500`),
  create: (world, values) => completed(world, numbered(world, 'forecast', values, 'TransactionID')),
  update: (world, _before, after) => completed(world, after),
  remove: () => undefined,
};

function completed(world: World, given: Row): Row {
  const row: Row = { ResourceCompanyId: given.dataAreaId, EndDate: given.ProjectDate, ...given };
  const { dataAreaId, ResourceId, ResourceCompanyId, ResourceCategoryId: RoleId } = row;
  const problems = [
    ...(['ProjectID', 'ForecastModel', 'ProjectDate', 'Hours'] as const)
      .filter((name) => row[name] === undefined)
      .map(mustBeFilled),
    ...unrelated(world, projects, { dataAreaId, ProjectId: row.ProjectID }, 'Project ID'),
    ...unrelated(world, categories, { dataAreaId, CategoryId: row.Category }, 'Category'),
    ...unrelated(world, resourceCategories, { dataAreaId, RoleId }, 'Role'),
    ...(ResourceId !== undefined && !rowAt(world, projectResources, { ResourceId, ResourceCompanyId })
      ? [notFound(ResourceId, 'Resource', 'Resources')]
      : []),
    ...(String(row.EndDate) < String(row.ProjectDate) ? ['The end date must be later than the project date.'] : []),
    ...dimensionProblems(world, row.DefaultDimensionDisplayValue),
  ];
  if (problems.length > 0) throw refuse(...problems);
  return row;
}
