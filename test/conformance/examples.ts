import type { erp, payroll, psa, scheduling } from '#contracts';

/** Bodies and queries of the contracts' operations, in the words of the example firm. */

const usd = (amount: string) => ({ amount, currency: 'USD' });
const spell = { startDate: '2026-10-01', endDate: '2027-03-31' };

export const customer = (name: string): erp.CustomerState => ({
  name,
  taxNumber: null,
  legalEntity: 'MER-US',
  currency: 'USD',
});

export const employee = (name: string): erp.EmployeeState => ({
  firstName: name,
  lastName: 'Rowe',
  email: `${name.toLowerCase().replaceAll(/\W+/g, '.')}@meridian.example`,
  legalEntity: 'MER-US',
  costCentre: 'US-STR',
  active: true,
});

export const erpProject = (name: string, customerId = 'ANY-1'): erp.ErpProjectState => ({
  name,
  customerId,
  legalEntity: 'MER-US',
  currency: 'USD',
  ...spell,
});

export const billingSetup: erp.BillingSetup = {
  billingType: 'time-and-materials',
  contractNumber: 'CTR-4711',
  taxCode: 'US-SVC-CT',
  deliveryModel: 'onsite',
  costCentre: 'US-STR',
  rates: [{ role: 'CONS', hourlyRate: usd('180.00') }],
};

/** Two and a half hours of a consultant at 180.00. */
export const billableLine = (reference: string, project: string, workerNumber: string): erp.BillableLine => ({
  reference,
  project,
  workerNumber,
  role: 'CONS',
  date: '2026-10-12',
  minutes: 150,
  hourlyRate: usd('180.00'),
  amount: usd('450.00'),
  memo: 'Interviews',
});

export const batch = (lines: erp.BillableLine[]): erp.BillingBatch => ({ legalEntity: 'MER-US', lines });

/** Seven and a half hours at 180.00. */
export const invoice = (project: string, description = 'Consultant, October 2026'): erp.InvoiceState => ({
  project,
  date: '2026-10-31',
  currency: 'USD',
  lines: [{ role: 'CONS', minutes: 450, hourlyRate: usd('180.00'), amount: usd('1350.00'), description }],
});

export const labour = (project: string, workerNumber: string): erp.LabourState => ({
  project,
  workerNumber,
  role: 'CONS',
  costCentre: 'US-STR',
  ...spell,
  minutes: 6000,
  hourlyCost: usd('95.00'),
});

export const purchaseCommitment = (description: string): erp.PurchaseCommitmentState => ({
  legalEntity: 'MER-US',
  supplier: 'Northwind Staffing',
  workerNumber: '1042',
  costCentre: 'US-STR',
  ...spell,
  amount: usd('24000.00'),
  description,
});

export const client = (name: string): psa.ClientState => ({ name });

export const workspace = (name: string, clientId = 'ANY-1'): psa.PsaProjectState => ({
  name,
  clientId,
  currency: 'USD',
  ...spell,
});

export const dimensions: psa.FinancialDimensions = {
  legalEntity: 'MER-US',
  erpProjectId: '8812',
  costCentre: 'US-STR',
  contractNumber: 'CTR-4711',
  deliveryModel: 'onsite',
};

export const projectChange = (name: string): psa.ProjectChange => ({
  name,
  startDate: '2026-10-01',
  endDate: '2027-06-30',
});

export const projectRates: psa.ProjectRates = {
  effectiveFrom: '2027-01-01',
  rates: [{ roleName: 'Consultant', hourlyRate: usd('190.00') }],
};

export const person = (name: string): psa.PersonState => ({
  firstName: name,
  lastName: 'Rowe',
  email: `${name.toLowerCase().replaceAll(/\W+/g, '.')}@meridian.example`,
  roleName: 'Consultant',
  legalEntity: 'MER-US',
  costCentre: 'US-STR',
  active: true,
});

export const assignment = (project: string, workerNumber: string): psa.AssignmentState => ({
  project,
  workerNumber,
  roleName: 'Consultant',
  ...spell,
  minutes: 6000,
  hourlyRate: usd('180.00'),
});

export const resource = (name: string): scheduling.ResourceState => ({
  name: `${name} Rowe`,
  email: `${name.toLowerCase().replaceAll(/\W+/g, '.')}@meridian.example`,
  roleName: 'Consultant',
  skills: ['Strategy'],
  weeklyMinutes: 2400,
  costCentre: 'US-STR',
  grade: 'Consultant',
});

export const demand = (project: string): scheduling.DemandState => ({
  project,
  role: 'CONS',
  roleName: 'Consultant',
  minutes: 6000,
  startDate: '2026-10-01',
  endDate: '2026-12-18',
});

/** A Monday, and half of the Tuesday after it. */
export const absence = (workerNumber: string): scheduling.AbsenceState => ({
  workerNumber,
  days: [
    { date: '2026-10-12', minutes: 480 },
    { date: '2026-10-13', minutes: 240 },
  ],
});

export const payData: payroll.PayDataBatch = {
  legalEntity: 'MER-US',
  periodStart: '2026-10-01',
  periodEnd: '2026-10-15',
  lines: [
    {
      reference: 'PAY-1',
      workerNumber: '1003',
      earning: 'regular',
      date: '2026-10-05',
      minutes: 480,
      costCentre: 'US-STR',
    },
  ],
};

const span = '?from=2026-10-01&to=2026-10-31';

/** What has to stand in a request so that it is asked at all: a query behind the path, or a body. */
export const requests: Record<string, { query?: string; body?: object }> = {
  listLeave: { query: span },
  listHolidays: { query: span },
  listAssignmentsOf: { query: span },
  putCustomer: { body: customer('Any') },
  putEmployee: { body: employee('Any') },
  'erp.putProject': { body: erpProject('Any') },
  setUpBilling: { body: billingSetup },
  postBillableLines: { body: batch([]) },
  putInvoice: { body: invoice('ANY-1') },
  putCreditMemo: { body: invoice('ANY-1') },
  putLabour: { body: labour('ANY-1', '1042') },
  putPurchaseCommitment: { body: purchaseCommitment('Any') },
  putClient: { body: client('Any') },
  'psa.putProject': { body: workspace('Any') },
  putFinancialDimensions: { body: dimensions },
  changeProject: { body: projectChange('Any') },
  putRates: { body: projectRates },
  putPerson: { body: person('Any') },
  putAssignment: { body: assignment('ANY-1', '1042') },
  putResource: { body: resource('Any') },
  putDemand: { body: demand('ANY-1') },
  putActuals: { body: { billedMinutes: 60 } },
  putAbsence: { body: absence('1042') },
  endResource: { body: { lastDay: '2026-12-31' } },
  putPayData: { body: payData },
};
