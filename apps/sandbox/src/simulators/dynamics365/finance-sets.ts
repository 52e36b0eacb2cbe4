import { type EntitySet, properties } from './edm.js';

/** What finance keeps in the product's own screens; the gateway only reads it. */
const readOnly = (names: Pick<EntitySet, 'name' | 'type' | 'entity' | 'table' | 'keys'>, list: string): EntitySet => ({
  ...names,
  properties: properties(list),
});

export const legalEntities = readOnly(
  {
    name: 'LegalEntities',
    type: 'LegalEntity',
    entity: 'OMLegalEntity',
    table: 'Legal entities (CompanyInfo)',
    keys: ['LegalEntityId'],
  },
  'LegalEntityId 4, Name 100, NameAlias 20, CompanyName 100, AddressCountryRegionId 10, LanguageId 7, PartyNumber 20',
);

/** A cost centre is an operating unit, and by it a value of a financial dimension. */
export const costCentres = readOnly(
  {
    name: 'CostCenters',
    type: 'CostCenter',
    entity: 'OMCostCenterEntity',
    table: 'Cost centers (OMOperatingUnit)',
    keys: ['OperatingUnitNumber'],
  },
  'OperatingUnitNumber 8, Name 100, NameAlias 20, OperatingUnitType OMOperatingUnitType, PartyNumber 20',
);

export const dimensionValues = readOnly(
  {
    name: 'FinancialDimensionValues',
    type: 'FinancialDimensionValue',
    entity: 'DimensionAttributeValueEntity',
    table: 'Financial dimension values (DimensionAttributeValue)',
    keys: ['FinancialDimension', 'LegalEntityId', 'DimensionValue'],
  },
  `FinancialDimension 60, LegalEntityId 4, DimensionValue 30, Description 60, IsSuspended NoYes, IsTotal NoYes,
    IsBlockedForManualEntry NoYes, ActiveFrom Date, ActiveTo Date, GroupDimension 30, Owner 60`,
);

export const customerGroups = readOnly(
  {
    name: 'CustomerGroups',
    type: 'CustomerGroup',
    entity: 'CustCustomerGroupEntity',
    table: 'Customer groups (CustGroup)',
    keys: ['dataAreaId', 'CustomerGroupId'],
  },
  'dataAreaId 4, CustomerGroupId 10, Description 60, PaymentTermId 10, TaxGroupId 10',
);

export const vendors = readOnly(
  {
    name: 'VendorsV2',
    type: 'VendorV2',
    entity: 'VendVendorV2Entity',
    table: 'Vendors (VendTable)',
    keys: ['dataAreaId', 'VendorAccountNumber'],
  },
  // Assumption, unconfirmed by the vendor: the names of the fields other than the keys.
  'dataAreaId 4, VendorAccountNumber 20, VendorOrganizationName 100, VendorGroupId 10, CurrencyCode 3',
);

export const projectGroups = readOnly(
  {
    name: 'ProjectGroups',
    type: 'ProjectGroup',
    entity: 'ProjectGroupEntity',
    table: 'Project groups (ProjGroup)',
    keys: ['dataAreaId', 'ProjectGroup'],
  },
  'dataAreaId 4, ProjectGroup 10, Name 60, ProjectType ProjType',
);

export const categories = readOnly(
  {
    name: 'Categories',
    type: 'Category',
    entity: 'CategoryEntity',
    table: 'Project categories (ProjCategory)',
    keys: ['dataAreaId', 'CategoryId'],
  },
  'dataAreaId 4, CategoryId 30, CategoryName 60, SharedCategoryId 30, UseInProject NoYes, UseInExpense NoYes',
);

export const resourceCategories = readOnly(
  {
    name: 'ResourceCategories',
    type: 'ResourceCategory',
    entity: 'ResResourceCategoryDataEntity',
    table: 'Resource categories (ResourceCategory)',
    keys: ['dataAreaId', 'RoleId'],
  },
  'dataAreaId 4, RoleId 30, Description 60',
);

export const projectJournalNames = readOnly(
  {
    name: 'ProjectJournalNames',
    type: 'ProjectJournalName',
    entity: 'ProjJournalNameEntity',
    table: 'Project journal names (ProjJournalName)',
    keys: ['dataAreaId', 'Name'],
  },
  'dataAreaId 4, Name 10, Description 60, JournalType ProjJournalType',
);

/** Where a worker can be put to work; there is one for every worker a company employs. */
export const projectResources = readOnly(
  {
    name: 'ProjectResources',
    type: 'ProjectResource',
    entity: 'ResResourceDataEntity',
    table: 'Resources (ResourceView)',
    keys: ['ResourceId', 'ResourceCompanyId'],
  },
  'ResourceId 25, ResourceCompanyId 4, PersonnelNumber 25, Name 100, VendId 20',
);
