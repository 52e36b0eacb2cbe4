import type { Customer, Firm, LegacyProject, Worker } from './firm.js';

/** A firm for the tests of one product: empty but for what they give it. */
export const northwind = (has: Partial<Firm> = {}): Firm => ({
  name: 'Northwind Partners',
  legalEntities: [],
  costCentres: [],
  roles: [],
  skills: [],
  workers: [],
  customers: [],
  opportunities: [],
  opportunityLines: [],
  staffing: [],
  timeEntries: [],
  legacyProjects: [],
  ...has,
});

export const worker = (number: string, firstName: string, changes: Partial<Worker> = {}): Worker => ({
  number,
  firstName,
  lastName: 'Hale',
  manager: '',
  email: `${firstName.toLowerCase()}@north.example`,
  hireDate: '2020-03-02',
  employmentType: 'Full-Time',
  legalEntity: 'NW-US',
  costCentre: 'CC-1',
  location: 'Boston',
  country: 'US',
  grade: 'Consultant',
  jobTitle: 'Consultant',
  weeklyHours: 40,
  pay: '100000.00 USD',
  skills: ['SQL'],
  ...changes,
});

export const customer = (code: string, name: string, changes: Partial<Customer> = {}): Customer => ({
  code,
  name,
  taxNumber: '',
  country: 'US',
  city: 'Boston',
  currency: 'USD',
  segment: 'Enterprise',
  industry: 'Insurance',
  inErp: true,
  ...changes,
});

export const oldProject = (
  code: string,
  erpStatus: LegacyProject['erpStatus'],
  changes: Partial<LegacyProject> = {},
): LegacyProject => ({
  code,
  erpStatus,
  name: `Project ${code}`,
  customer: 'C-1',
  legalEntity: 'NW-US',
  currency: 'USD',
  startDate: '2026-01-01',
  endDate: '2026-12-31',
  role: 'CONS',
  hourlyRate: '150.00',
  workers: [],
  ...changes,
});

/** For the tests of an ERP: two legal entities, a customer of each, an open and a closed project of the first. */
export const northwindBooks = (has: Partial<Firm> = {}): Firm =>
  northwind({
    legalEntities: [
      { code: 'NW-US', name: 'Northwind US', currency: 'USD', country: 'US' },
      { code: 'NW-DE', name: 'Northwind DE', currency: 'EUR', country: 'DE' },
    ],
    costCentres: [
      { code: 'CC-1', name: 'Strategy', legalEntity: 'NW-US' },
      { code: 'CC-2', name: 'Data', legalEntity: 'NW-DE' },
    ],
    roles: [
      { code: 'CONS', name: 'Consultant' },
      { code: 'ENG-MGR', name: 'Engagement Manager' },
    ],
    customers: [
      customer('C-1', 'Acme', { taxNumber: 'US-52-2041187' }),
      customer('C-2', "O'Hara & Sons", { country: 'DE', currency: 'EUR', taxNumber: 'DE811569869' }),
    ],
    legacyProjects: [oldProject('LEG-1', 'open'), oldProject('LEG-2', 'closed')],
    ...has,
  });
