import { type DomainOperations, odataIs, type Vendor } from '#connector';
import type { erp } from '#contracts';
import { Failure } from '#kernel';
import { dimensionsOf } from './mapping.js';
import { data, toDate } from './odata.js';
import { putRecord } from './records.js';
import { type Company, companyOf, type Dynamics365Settings, settingsOf } from './settings.js';

const set = 'Employments';
const keys = ['PersonnelNumber', 'LegalEntityId', 'EmploymentStartDate', 'EmploymentEndDate'];
/** Of what has no end. */
const endless = '2154-12-31T23:59:59Z';

export const toEmployment = (
  worker: string,
  costCentre: string,
  { dataArea }: Company,
  settings: Dynamics365Settings,
) => ({
  PersonnelNumber: worker,
  LegalEntityId: dataArea,
  EmploymentStartDate: toDate(settings.employeesSince),
  EmploymentEndDate: endless,
  WorkerType: 'Employee',
  DimensionDisplayValue: dimensionsOf(settings, costCentre),
});

/** A worker is employed by a legal entity; the employment tells the cost centre. */
async function employ(vendor: Vendor, worker: string, state: erp.EmployeeState): Promise<void> {
  const company = companyOf(vendor, state.legalEntity);
  const ofWorker = [odataIs('PersonnelNumber', worker), odataIs('LegalEntityId', company.dataArea)];
  const employments = await data.list(vendor, set, ...ofWorker);
  const open = employments.find(({ EmploymentEndDate }) => String(EmploymentEndDate) >= '2154');
  if (!state.active && open) throw endByHand(worker);
  if (!state.active) return;
  const employment = toEmployment(worker, state.costCentre, company, settingsOf(vendor));
  const { DimensionDisplayValue } = employment;
  if (open) await data.update(vendor, set, open, keys, { DimensionDisplayValue });
  else await data.create(vendor, set, employment);
}

const endByHand = (worker: string): Failure =>
  new Failure('unsupported', `the employment of worker ${worker} cannot be ended by Dynamics 365’s interface`, {
    code: 'employment-ended-by-hand',
    remedy: 'terminate the employment in Dynamics 365, then retry',
  });

export const putEmployee: DomainOperations['erp']['putEmployee'] = putRecord<erp.EmployeeState>({
  set: 'Workers',
  keys: ['PersonnelNumber'],
  find: (vendor, { reference }) => data.list(vendor, 'Workers', odataIs('PersonnelNumber', reference)),
  once: (_vendor, { reference }) => ({ PersonnelNumber: reference, WorkerType: 'Employee' }),
  always: ({ firstName, lastName, email }) => ({
    FirstName: firstName,
    LastName: lastName,
    PrimaryContactEmail: email,
  }),
  after: (vendor, { reference, state }) => employ(vendor, reference, state),
});
