import type { World } from '../../core/simulator.js';
import { contracts } from './contracts.js';
import { customers } from './customers.js';
import { type EntitySet, properties, type Row } from './edm.js';
import { mustBeFilled, refuse } from './errors.js';
import { categories, resourceCategories } from './finance-sets.js';
import { currencyProblems } from './organisation.js';
import { projects } from './projects.js';
import { rowsOf, unrelated } from './table.js';

const common = `dataAreaId 4 fixed, ProjectId 20 fixed, CategoryId 30 fixed, TransDate Date fixed, ResourceId 25 fixed,
  ResourceCompanyId 4 fixed, ResourceCategoryId 30 fixed, CustomerAccount 20 fixed, ProjectContractId 20 fixed`;

/** What an hour is sold for; every part of the key may be left empty, and then stands for any. */
export const salesPrices: EntitySet = {
  name: 'ProjHourSalesPricesV2',
  type: 'ProjHourSalesPriceV2',
  entity: 'ProjHourSalesPriceV2Entity',
  table: 'Sales price (hour) (ProjHourSalesPrice)',
  keys: [
    'dataAreaId',
    'ProjectId',
    'PriceGroup',
    'ResourceCategoryId',
    'TransDate',
    'CurrencyId',
    'CustomerAccount',
    'ProjectContractId',
    'ResourceId',
    'ResourceCompanyId',
    'CategoryId',
  ],
  properties: properties(`${common}, PriceGroup 20 fixed, CurrencyId 3 fixed, SalesPricing Decimal, EndDate Date`),
  create: (world, values) => checked(world, values, 'SalesPricing'),
  update: (world, _before, after) => checked(world, after, 'SalesPricing'),
  remove: () => undefined,
};

/** What an hour costs the firm. */
export const costPrices: EntitySet = {
  name: 'ProjHourCostPricesV2',
  type: 'ProjHourCostPriceV2',
  entity: 'ProjHourCostPriceV2Entity',
  table: 'Cost price (hour) (ProjHourCostPrice)',
  keys: [
    'dataAreaId',
    'ProjectId',
    'CategoryId',
    'TransDate',
    'ResourceId',
    'ResourceCompanyId',
    'ResourceCategoryId',
    'CustomerAccount',
    'PriceGroupId',
    'ProjectContractId',
  ],
  properties: properties(`${common}, PriceGroupId 20 fixed, CostPrice Decimal, IsResourceRate Boolean`),
  create: (world, values) => checked(world, values, 'CostPrice'),
  update: (world, _before, after) => checked(world, after, 'CostPrice'),
  remove: () => undefined,
};

function checked(world: World, row: Row, price: string): Row {
  const { dataAreaId, ProjectId, CategoryId, ResourceCategoryId, CustomerAccount, ProjectContractId } = row;
  const problems = [
    ...(price === 'SalesPricing' && row.CurrencyId === undefined ? [mustBeFilled('Currency')] : []),
    ...currencyProblems(row.CurrencyId),
    ...(row[price] === undefined ? [mustBeFilled(price)] : []),
    ...unrelated(world, projects, { dataAreaId, ProjectId }, 'Project ID'),
    ...unrelated(world, categories, { dataAreaId, CategoryId }, 'Category'),
    ...unrelated(world, resourceCategories, { dataAreaId, RoleId: ResourceCategoryId }, 'Role'),
    ...unrelated(world, customers, { dataAreaId, CustomerAccount }, 'Customer account'),
    ...unrelated(world, contracts, { dataAreaId, ProjectContractId }, 'Project contract'),
  ];
  if (problems.length > 0) throw refuse(...problems);
  return row;
}

/**
 * The price of an hour of work, undefined where none was agreed. Assumption, unconfirmed by the vendor: the newest price
 * that names the most of what the work is.
 */
export function salesPriceOf(world: World, work: Row, currency: unknown): string | undefined {
  const wanted: Row = {
    ProjectId: work.ProjectID,
    CategoryId: work.Category,
    ResourceId: work.ResourceId,
    ResourceCategoryId: work.ResourceCategoryId,
    CurrencyId: currency as string,
  };
  const names = Object.keys(wanted);
  const named = (row: Row): number => names.filter((name) => row[name] !== undefined).length;
  const day = String(work.ProjectDate);
  const [best] = rowsOf(world, salesPrices)
    .filter((row) => row.dataAreaId === work.dataAreaId && String(row.TransDate ?? '') <= day)
    .filter((row) => row.EndDate === undefined || day <= String(row.EndDate))
    .filter((row) => names.every((name) => row[name] === undefined || row[name] === wanted[name]))
    .toSorted((a, b) => named(b) - named(a) || (String(a.TransDate ?? '') < String(b.TransDate ?? '') ? 1 : -1));
  return best && String(best.SalesPricing);
}
