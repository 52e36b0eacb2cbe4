/** One field of an employee in this company. */
export interface Field {
  /** A number for the vendor's own fields, text with a dot for some the company added. */
  id: number | string;
  alias: string;
  name: string;
  type: 'text' | 'email' | 'date' | 'list' | 'currency' | 'pay_type' | 'paid_per' | 'employee' | 'status' | 'timestamp';
  /** Values the product computes itself. */
  readOnly?: true;
  /** The only values it takes, where it is not free. */
  oneOf?: readonly string[];
}

const statuses = ['Full-Time', 'Part-Time', 'Contractor', 'Intern', 'Terminated', 'Furloughed'];

export const fields: readonly Field[] = [
  { id: 4, alias: 'employeeNumber', name: 'Employee #', type: 'text' },
  { id: 1, alias: 'firstName', name: 'First Name', type: 'text' },
  { id: 2, alias: 'lastName', name: 'Last Name', type: 'text' },
  { id: 5, alias: 'preferredName', name: 'Preferred Name', type: 'text' },
  { id: 1358, alias: 'displayName', name: 'Display name', type: 'text', readOnly: true },
  { id: 13, alias: 'workEmail', name: 'Work Email', type: 'email' },
  { id: 17, alias: 'jobTitle', name: 'Job Title', type: 'list' },
  { id: 8, alias: 'department', name: 'Department', type: 'list' },
  { id: 1355, alias: 'division', name: 'Division', type: 'list' },
  { id: 18, alias: 'location', name: 'Location', type: 'list' },
  { id: 3991, alias: 'country', name: 'Country', type: 'text' },
  { id: 91, alias: 'supervisor', name: 'Reporting to', type: 'text', readOnly: true },
  { id: '91.0', alias: 'supervisorId', name: 'Supervisor id', type: 'employee' },
  { id: 15, alias: 'status', name: 'Status', type: 'status', oneOf: ['Active', 'Inactive'] },
  { id: 16, alias: 'employmentHistoryStatus', name: 'Employment Status', type: 'list', oneOf: statuses },
  { id: 3, alias: 'hireDate', name: 'Hire Date', type: 'date' },
  { id: 1609, alias: 'terminationDate', name: 'Termination Date', type: 'date' },
  { id: 19, alias: 'payRate', name: 'Pay rate', type: 'currency' },
  { id: 21, alias: 'payType', name: 'Pay type', type: 'pay_type', oneOf: ['Salary', 'Hourly', 'Contract'] },
  { id: 22, alias: 'payPer', name: 'Paid per', type: 'paid_per', oneOf: ['Year', 'Hour'] },
  { id: 4313, alias: 'standardHoursPerWeek', name: 'Standard Hours Per Week', type: 'text' },
  { id: 4555, alias: 'jobLevel', name: 'Job Level', type: 'text' },
  { id: '4501.0', alias: 'customLegalEntity', name: 'Legal entity', type: 'text' },
  { id: '4501.1', alias: 'customCostCenter', name: 'Cost center', type: 'text' },
  { id: '4501.2', alias: 'customSkills', name: 'Skills', type: 'text' },
  { id: 37, alias: 'lastChanged', name: 'Last changed', type: 'timestamp', readOnly: true },
];

/** A field by its alias or its id, as callers may name it. */
export const fieldOf = (name: string): Field | undefined =>
  fields.find((field) => field.alias === name || String(field.id) === name);

export const isCustom = (alias: string): boolean => alias.startsWith('custom');

/** Fields whose values the company keeps in lists. */
export const listFields: readonly Field[] = fields.filter(({ type }) => type === 'list');

/** Tables that keep a row for every change, and which fields make one. */
export const historyTables: Record<string, readonly string[]> = {
  jobInfo: ['location', 'department', 'division', 'jobTitle', 'supervisorId'],
  employmentStatus: ['employmentHistoryStatus'],
};
