import type { World } from '../../core/simulator.js';
import { customers } from './customers.js';
import { type EntitySet, properties, type Row } from './edm.js';
import { mustBeFilled, notFound, refuse } from './errors.js';
import { currencyProblems, dimensionProblems } from './organisation.js';
import { numbered, rowsOf, save, unrelated } from './table.js';

/** Who pays for what is done under a contract. */
export const fundingSources: EntitySet = {
  name: 'ProjectFundingSources',
  type: 'ProjectFundingSource',
  entity: 'ProjFundingSourceEntity',
  table: 'Funding sources (ProjFundingSource)',
  keys: ['dataAreaId', 'ProjectContractID', 'FundingSourceId'],
  properties: properties(`
    dataAreaId 4 fixed, ProjectContractID 20 fixed, FundingSourceId 60 fixed, FundingType ProjFundingType,
    CustomerOrOrganization 20, TermsOfPayment 10, CustomerReference 60, CustomerRequisition 60,
    IsPrimaryFundingSource NoYes`),
  create: (world, values) => {
    const { dataAreaId, ProjectContractID, CustomerOrOrganization } = values;
    const problems = [
      ...(['ProjectContractID', 'CustomerOrOrganization'] as const)
        .filter((name) => values[name] === undefined)
        .map(mustBeFilled),
      ...unrelated(world, contracts, { dataAreaId, ProjectContractId: ProjectContractID }, 'Project contract'),
      ...unrelated(world, customers, { dataAreaId, CustomerAccount: CustomerOrOrganization }, 'Customer account'),
    ];
    if (problems.length > 0) throw refuse(...problems);
    return { FundingSourceId: CustomerOrOrganization, ...values };
  },
};

export const fundingOf = (world: World, dataAreaId: unknown, contract: unknown): Row[] =>
  rowsOf(world, fundingSources).filter((row) => row.dataAreaId === dataAreaId && row.ProjectContractID === contract);

/** What a customer signed; projects are billed under one. */
export const contracts: EntitySet = {
  name: 'ProjectContractHeaders',
  type: 'ProjectContractHeader',
  entity: 'ProjProjectContractHeaderEntity',
  table: 'Project contracts (ProjInvoiceTable)',
  keys: ['dataAreaId', 'ProjectContractId'],
  properties: properties(`
    dataAreaId 4 fixed, ProjectContractId 20 fixed, Name 60, SalesCurrencyCode 3, CustomerAccountNumber 20,
    CustomersOrderReference 60, CustomerRequisitionNumber 60, TermsOfPayment 10, SalesTaxGroupCode 10,
    IntegrationSourceDataId 100, DefaultLedgerDimensionDisplayValue 500, IsContractSalesCurrencyCodeLocked NoYes`),
  create: (world, values) => {
    const row = numbered(world, 'contract', values, 'ProjectContractId');
    const problems = [
      ...(['Name', 'SalesCurrencyCode', 'CustomerAccountNumber'] as const)
        .filter((name) => row[name] === undefined)
        .map(mustBeFilled),
      ...contractProblems(world, row),
    ];
    if (problems.length > 0) throw refuse(...problems);
    addFunding(world, row);
    return row;
  },
  // Assumption, unconfirmed by the vendor: a contract's currency stays once there is a project under it.
  update: (world, before, after) => {
    const isMoved = before.SalesCurrencyCode !== after.SalesCurrencyCode && hasProjects(world, before);
    const problems = [
      ...(isMoved ? ['The sales currency cannot be changed, because the contract has projects.'] : []),
      ...contractProblems(world, after),
    ];
    if (problems.length > 0) throw refuse(...problems);
    return after;
  },
};

function contractProblems(world: World, row: Row): string[] {
  const { dataAreaId, CustomerAccountNumber, SalesCurrencyCode, SalesTaxGroupCode } = row;
  return [
    ...unrelated(world, customers, { dataAreaId, CustomerAccount: CustomerAccountNumber }, 'Customer account'),
    ...currencyProblems(SalesCurrencyCode),
    ...taxGroupProblems(world, SalesTaxGroupCode),
    ...dimensionProblems(world, row.DefaultLedgerDimensionDisplayValue),
  ];
}

/** The firm's sales tax groups, all companies alike. */
export const taxGroupProblems = (world: World, code: unknown): string[] =>
  code === undefined || world.store.get('tax-group', String(code))
    ? []
    : [notFound(code, 'Sales tax group', 'Sales tax groups')];

const hasProjects = (world: World, { dataAreaId, ProjectContractId }: Row): boolean =>
  world.store
    .list<Row>('ProjectsV2')
    .some((row) => row.dataAreaId === dataAreaId && row.ProjectContractId === ProjectContractId);

/** Assumption, unconfirmed by the vendor: the customer of a new contract becomes its funding source. */
function addFunding(world: World, { dataAreaId, ProjectContractId, CustomerAccountNumber }: Row): void {
  save(world, fundingSources, {
    dataAreaId,
    ProjectContractID: ProjectContractId,
    FundingSourceId: CustomerAccountNumber,
    FundingType: 'Customer',
    CustomerOrOrganization: CustomerAccountNumber,
    IsPrimaryFundingSource: 'Yes',
  });
}
