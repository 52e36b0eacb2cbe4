import type { World } from '../../core/simulator.js';
import type { Row } from './edm.js';
import { type Problem, refuse } from './errors.js';
import { companyCode } from './organisation.js';
import { customer, customerCompany, salesArea } from './partner-sets.js';
import { missing } from './required.js';
import { type Draft, type Outcome, save, today } from './service.js';

// Assumption, unconfirmed by the vendor: what company code and sales area data must hold, and all codes.
const problem = (code: string, message: string, target: string): Problem => ({ code, message, target });

/** Company code data belongs to the accountants' role, sales areas to that of sales; each needs the other. */
export function customerProblems(world: World, roles: string[], draft: Draft | undefined): Problem[] {
  const companies = draft?.nested.to_CustomerCompany ?? [];
  const areas = draft?.nested.to_CustomerSalesArea ?? [];
  const strays: [boolean, string, string][] = [
    [companies.length > 0 && !roles.includes('FLCU00'), 'FLCU00', 'to_CustomerCompany'],
    [areas.length > 0 && !roles.includes('FLCU01'), 'FLCU01', 'to_CustomerSalesArea'],
  ];
  return [
    ...strays.filter(([is]) => is).map(([, name, target]) => problem('CVI_EI/042', `Enter role ${name}`, target)),
    ...companies.flatMap(({ values }) => companyProblems(world, values)),
    ...areas.flatMap(({ values }) => areaProblems(world, values)),
  ];
}

const companyProblems = (world: World, values: Row): Problem[] => [
  ...missing(values, 'CompanyCode ReconciliationAccount', 'F2/003'),
  ...unknownCompany(world, values.CompanyCode, 'CompanyCode'),
];

const areaProblems = (world: World, values: Row): Problem[] => [
  ...missing(values, 'SalesOrganization DistributionChannel Division Currency', 'F2/003'),
  ...unknownCompany(world, values.SalesOrganization, 'SalesOrganization'),
];

/** Every company code has a sales organisation of its own, with the same four characters. */
const unknownCompany = (world: World, code: unknown, target: string): Problem[] =>
  code === undefined || companyCode(world, code)
    ? []
    : [problem('F2/163', `${target} ${String(code)} does not exist`, target)];

/** The customer has the partner's number. */
export function saveCustomer(
  world: World,
  { BusinessPartner, BusinessPartnerFullName: name }: Row,
  draft?: Draft,
): void {
  const Customer = BusinessPartner;
  const names = { CustomerFullName: name, CustomerName: String(name).slice(0, 80) };
  save(world, customer, {
    CustomerAccountGroup: 'CUST',
    ...draft?.values,
    ...names,
    Customer,
    CreationDate: today(world),
  });
  for (const { values } of draft?.nested.to_CustomerCompany ?? [])
    save(world, customerCompany, { ...values, Customer });
  for (const { values } of draft?.nested.to_CustomerSalesArea ?? []) save(world, salesArea, { ...values, Customer });
}

export const updateCustomer = (world: World, before: Row, values: Row): Row =>
  save(world, customer, { ...before, ...values, Customer: before.Customer });

/** The key of what is changed stays, whatever the body says. */
export const updateSalesArea = (world: World, before: Row, values: Row): Row => {
  const row = { ...before, ...values, ...pick(before, salesArea.keys) };
  const problems = areaProblems(world, row);
  if (problems.length > 0) throw refuse(...problems);
  return save(world, salesArea, row);
};

const pick = (row: Row, names: string[]): Row => Object.fromEntries(names.map((name) => [name, row[name]]));

export const createCustomerCompany = (world: World, { values }: Draft): Outcome =>
  addTo(world, values, companyProblems(world, values), () => save(world, customerCompany, values));

export const createSalesArea = (world: World, { values }: Draft): Outcome =>
  addTo(world, values, areaProblems(world, values), () => save(world, salesArea, values));

function addTo(world: World, { Customer }: Row, problems: Problem[], add: () => Row): Outcome {
  if (!world.store.get(customer.name, String(Customer))) {
    throw refuse(problem('F2/153', `Customer ${String(Customer)} does not exist`, 'Customer'));
  }
  if (problems.length > 0) throw refuse(...problems);
  return { row: add(), operation: 'create' };
}
