import type { World } from '../../core/simulator.js';
import { type EntitySet, properties, type Row } from './edm.js';
import { mustBeFilled, notFound, refuse } from './errors.js';
import { customerGroups } from './finance-sets.js';
import { currencyProblems, dimensionProblems } from './organisation.js';
import { numbered, rowAt, unrelated } from './table.js';

/** The number of a tax registration, which customers may be given once it is here. */
export const taxNumbers: EntitySet = {
  name: 'VATNumTables',
  type: 'VATNumTable',
  entity: 'TaxVATNumTableEntity',
  table: 'Tax exempt numbers (TaxVATNumTable)',
  keys: ['dataAreaId', 'VATNum', 'CountryRegionId'],
  properties: properties('dataAreaId 4 fixed, VATNum 20 fixed, CountryRegionId 10 fixed, Name 60'),
  create: (_world, values) => {
    const missing = (['VATNum', 'CountryRegionId'] as const).filter((name) => values[name] === undefined);
    if (missing.length > 0) throw refuse(...missing.map(mustBeFilled));
    return values;
  },
};

/** Assumption, unconfirmed by the vendor: lengths, which its public metadata leaves out, and the firm's own fields. */
export const customers: EntitySet = {
  name: 'CustomersV3',
  type: 'CustomerV3',
  entity: 'CustCustomerV3Entity',
  table: 'Customers (CustTable)',
  keys: ['dataAreaId', 'CustomerAccount'],
  properties: properties(`
    dataAreaId 4 fixed, CustomerAccount 20 fixed, OrganizationName 100, NameAlias 20, PartyType 20, PartyNumber 20 ro,
    CustomerGroupId 10, SalesCurrencyCode 3, PaymentTerms 10, PrimaryContactEmail 255, TaxExemptNumber 20,
    OrganizationNumber 40, IdentificationNumber 40, AddressCountryRegionId 10, AddressCity 60, AddressStreet 250,
    AddressZipCode 10, LanguageId 7, SalesTaxGroup 10, InvoiceAccount 20, OnHoldStatus CustVendorBlocked,
    DefaultDimensionDisplayValue 500, SalesMemo 1000, Reference_Custom 120`),
  create: (world, values) => {
    const named: Row = { PartyType: 'Organization', ...values };
    const problems = [
      ...(['OrganizationName', 'CustomerGroupId', 'SalesCurrencyCode'] as const)
        .filter((name) => named[name] === undefined)
        .map(mustBeFilled),
      ...customerProblems(world, named),
    ];
    if (problems.length > 0) throw refuse(...problems);
    return {
      NameAlias: String(values.OrganizationName).slice(0, 20),
      LanguageId: 'en-US',
      ...numbered(world, 'customer', named, 'CustomerAccount'),
      PartyNumber: String(world.store.next('party', 2050)).padStart(9, '0'),
    };
  },
  update: (world, _before, after) => {
    const problems = [
      ...(after.OrganizationName === undefined ? [mustBeFilled('OrganizationName')] : []),
      ...customerProblems(world, after),
    ];
    if (problems.length > 0) throw refuse(...problems);
    return after;
  },
};

function customerProblems(world: World, row: Row): string[] {
  const { dataAreaId, CustomerGroupId, SalesCurrencyCode, DefaultDimensionDisplayValue } = row;
  return [
    ...unrelated(world, customerGroups, { dataAreaId, CustomerGroupId }, 'Customer group'),
    ...currencyProblems(SalesCurrencyCode),
    ...dimensionProblems(world, DefaultDimensionDisplayValue),
    ...taxNumberProblems(world, row),
  ];
}

/** Assumption, unconfirmed by the vendor: only where the firm asks for it must the number be known for the country. */
function taxNumberProblems(
  world: World,
  { dataAreaId, TaxExemptNumber: VATNum, AddressCountryRegionId }: Row,
): string[] {
  if (VATNum === undefined || !world.store.get('setting', 'tax-number-check')) return [];
  const key = { dataAreaId, VATNum, CountryRegionId: AddressCountryRegionId };
  return rowAt(world, taxNumbers, key) ? [] : [notFound(VATNum, 'Tax exempt number', 'Tax exempt numbers')];
}

export const setTaxNumberCheck = (world: World, { active }: { active: boolean }): void =>
  active
    ? world.store.put('setting', 'tax-number-check', { active })
    : world.store.delete('setting', 'tax-number-check');
