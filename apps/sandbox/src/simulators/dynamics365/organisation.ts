import type { World } from '../../core/simulator.js';
import type { CostCentre, LegalEntity } from '../../firm/firm.js';
import { type Company, companies, dataAreaOf } from './company.js';
import type { Row } from './edm.js';
import { notFound } from './errors.js';
import {
  categories,
  costCentres,
  customerGroups,
  dimensionValues,
  legalEntities,
  projectGroups,
  projectJournalNames,
  vendors,
} from './finance-sets.js';
import { rowsOf, save } from './table.js';

/** The name of the dimension, as this firm's administrator gave it. */
const costCentreDimension = 'CostCenter';

/** Enters a company with what its books need: groups of customers and projects, a category and a journal for hours. */
export function addCompany(world: World, { code, name, country, currency }: LegalEntity): void {
  const dataAreaId = dataAreaOf(code);
  world.store.put('company', dataAreaId, { dataAreaId, legalEntity: code, name, country, currency } satisfies Company);
  save(world, legalEntities, {
    LegalEntityId: dataAreaId.toUpperCase(),
    Name: name,
    NameAlias: code,
    CompanyName: name,
    AddressCountryRegionId: country,
    LanguageId: 'en-US',
  });
  save(world, customerGroups, { dataAreaId, CustomerGroupId: '10', Description: 'Customers' });
  for (const [ProjectGroup, Name, ProjectType] of [
    ['TM', 'Time and material', 'TimeMaterial'],
    ['FP', 'Fixed price', 'FixedPrice'],
    ['INT', 'Internal', 'Internal'],
  ] as const) {
    save(world, projectGroups, { dataAreaId, ProjectGroup, Name, ProjectType });
  }
  addCategory(world, dataAreaId, 'Consult', 'Consulting');
  save(world, projectJournalNames, { dataAreaId, Name: 'Hours', Description: 'Hour journal', JournalType: 'Hour' });
}

export const addCategory = (world: World, dataAreaId: string, CategoryId: string, CategoryName: string): Row =>
  save(world, categories, { dataAreaId, CategoryId, CategoryName, SharedCategoryId: CategoryId, UseInProject: 'Yes' });

export function companyOf(world: World, legalEntity: string): Company {
  const found = companies(world).find((company) => company.legalEntity === legalEntity);
  if (!found) throw new Error(`the ERP has no company for ${legalEntity}`);
  return found;
}

/** Assumption, unconfirmed by the vendor: a cost centre's value belongs to its company. */
export function addCostCentre(world: World, { code, name, legalEntity }: CostCentre): Row {
  const LegalEntityId = companyOf(world, legalEntity).dataAreaId.toUpperCase();
  const unit = { OperatingUnitNumber: code, Name: name, NameAlias: name.slice(0, 20) };
  save(world, costCentres, { ...unit, OperatingUnitType: 'OMCostCenter' });
  const key = { FinancialDimension: costCentreDimension, LegalEntityId, DimensionValue: code };
  return save(world, dimensionValues, { ...key, Description: name.slice(0, 60) });
}

export function suspendCostCentre(world: World, { code }: { code: string }): Row {
  const found = rowsOf(world, dimensionValues).find(({ DimensionValue }) => DimensionValue === code);
  if (!found) throw new Error(`there is no cost centre "${code}"`);
  return save(world, dimensionValues, { ...found, IsSuspended: 'Yes' });
}

/**
 * What is wrong with the default dimensions of a row. Assumption, unconfirmed by the vendor: the firm's format for data
 * entities has the cost centre only, so that the display value is its code.
 */
export function dimensionProblems(world: World, display: unknown): string[] {
  if (display === undefined) return [];
  const found = rowsOf(world, dimensionValues).find(({ DimensionValue }) => DimensionValue === display);
  if (!found) return [notFound(display, costCentreDimension, 'Financial dimension values')];
  return found.IsSuspended === 'Yes' ? [`Dimension value '${String(display)}' is suspended.`] : [];
}

export interface NewVendor {
  legalEntity: string;
  account: string;
  name: string;
  currency: string;
}

/** Enters somebody the firm buys from. */
export function addVendor(world: World, { legalEntity, account, name, currency }: NewVendor): Row {
  const { dataAreaId } = companyOf(world, legalEntity);
  const key = { dataAreaId, VendorAccountNumber: account };
  return save(world, vendors, { ...key, VendorOrganizationName: name, VendorGroupId: '10', CurrencyCode: currency });
}

const currencies = ['USD', 'EUR', 'GBP', 'CHF', 'CAD', 'SEK', 'DKK', 'NOK', 'PLN', 'JPY', 'AUD'];

/** The currencies this environment has switched on. */
export const currencyProblems = (code: unknown): string[] =>
  code === undefined || currencies.includes(String(code)) ? [] : [notFound(code, 'Currency', 'Currencies')];
