import type { Opportunity } from './crm/v1.js';
import type { BillingSetup, CustomerState, EmployeeState, ErpProjectState } from './erp/v1.js';
import type { Worker } from './hr/v1.js';
import type { AccountState } from './identity/v1.js';
import type { AssignmentState, ClientState, FinancialDimensions, PersonState, ProjectRates } from './psa/v1.js';
import type { ProjectChange, PsaProjectState } from './psa/v1.js';
import type { ResourceState } from './scheduling/v1.js';

type Fields<T> = T extends unknown ? keyof T : never;
type Groups<T> = Record<string, readonly Fields<T>[]>;

const worker: Groups<Worker | EmployeeState | AccountState | PersonState | ResourceState> = {
  identity: ['number', 'workerNumber', 'firstName', 'lastName', 'name', 'workEmail', 'email', 'userName'],
  'employment-status': ['status', 'active', 'employmentType', 'hireDate', 'terminationDate'],
  manager: ['managerId'],
  'cost-centre': ['costCentre'],
  'legal-entity': ['legalEntity'],
  role: ['grade', 'jobTitle', 'roleName'],
  'working-time': ['weeklyMinutes'],
  skills: ['skills'],
};

const customer: Groups<CustomerState | ClientState> = {
  name: ['name'],
  billing: ['legalEntity'],
  tax: ['taxNumber'],
  currency: ['currency'],
};

const opportunity: Groups<Opportunity | BillingSetup | FinancialDimensions | ProjectRates> = {
  contract: ['contractNumber', 'billingType', 'taxCode', 'deliveryModel'],
  rates: ['rates', 'lines', 'effectiveFrom'],
};

const project: Groups<ErpProjectState | PsaProjectState | ProjectChange | FinancialDimensions | BillingSetup> = {
  name: ['name'],
  dates: ['startDate', 'endDate'],
  'legal-entity': ['legalEntity'],
  billing: ['customerId', 'clientId', 'currency'],
  dimensions: ['costCentre', 'erpProjectId'],
};

const assignment: Groups<AssignmentState> = {
  person: ['workerNumber', 'roleName'],
  dates: ['startDate', 'endDate'],
  effort: ['minutes'],
};

/** Which attributes of a record are owned together, whatever contract class carries them; `ownership` names the groups. */
export const attributeGroups: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  worker,
  customer,
  opportunity,
  project,
  assignment,
};

/** What one operation of a system API writes. */
export interface WrittenGroups {
  /** e.g. `worker.cost-centre`. */
  groups: readonly string[];
  /** The record is there already: not even the first write creates it. */
  changesOnly?: boolean;
}

const person = ['worker.identity', 'worker.employment-status', 'worker.cost-centre'];
const contract = ['opportunity.contract', 'opportunity.rates'];

/** The operations that write attributes somebody can own, by domain and operation. */
export const writtenGroups: Readonly<Record<string, WrittenGroups>> = {
  'erp.putEmployee': { groups: [...person, 'worker.legal-entity'] },
  'identity.putAccount': { groups: [...person, 'worker.legal-entity', 'worker.role'] },
  'psa.putPerson': { groups: [...person, 'worker.legal-entity', 'worker.role'] },
  'scheduling.putResource': {
    groups: ['worker.identity', 'worker.cost-centre', 'worker.role', 'worker.working-time', 'worker.skills'],
  },
  'erp.putCustomer': { groups: ['customer.name', 'customer.billing', 'customer.tax', 'customer.currency'] },
  'psa.putClient': { groups: ['customer.name'] },
  'erp.putProject': { groups: ['project.name', 'project.dates', 'project.legal-entity', 'project.billing'] },
  'erp.setUpBilling': { groups: [...contract, 'project.dimensions'] },
  'psa.putProject': { groups: ['project.name', 'project.dates', 'project.billing'] },
  'psa.putFinancialDimensions': { groups: ['opportunity.contract', 'project.legal-entity', 'project.dimensions'] },
  'psa.changeProject': { groups: ['project.name', 'project.dates'], changesOnly: true },
  'psa.putRates': { groups: ['opportunity.rates'] },
  'psa.putAssignment': { groups: ['assignment.person', 'assignment.dates', 'assignment.effort'] },
};

/** The group of these that a field belongs to; undefined where it is in none. */
export const groupAmong = (groups: readonly string[], field: string): string | undefined =>
  groups.find((group) => {
    const [record = '', name = ''] = group.split('.');
    return attributeGroups[record]?.[name]?.includes(field);
  });

/** `worker.cost-centre` of the cost centre of a worker; undefined where the field is in no group. */
export const groupOf = (record: string, field: string): string | undefined =>
  groupAmong(
    Object.keys(attributeGroups[record] ?? {}).map((name) => `${record}.${name}`),
    field,
  );
