import { hr } from '#contracts';
import { calendarDate } from '#kernel';

/** The company's fields by what they mean to us; an instance may name others in its settings. */
export const defaultFields = {
  number: 'employeeNumber',
  firstName: 'firstName',
  lastName: 'lastName',
  workEmail: 'workEmail',
  status: 'status',
  engagement: 'employmentHistoryStatus',
  hireDate: 'hireDate',
  terminationDate: 'terminationDate',
  contractEnd: 'customContractEnd',
  supplier: 'customSupplier',
  legalEntity: 'customLegalEntity',
  costCentre: 'customCostCenter',
  location: 'location',
  country: 'country',
  grade: 'jobLevel',
  jobTitle: 'jobTitle',
  managerId: 'supervisorId',
  weeklyHours: 'standardHoursPerWeek',
  skills: 'customSkills',
  modifiedAt: 'lastChanged',
};
export type Fields = typeof defaultFields;

/** An employee as `GET employees/{id}?fields=` answers: text throughout, null or empty where unset. */
export type EmployeeRow = { id: string } & Record<string, string | null>;

/** Pay is not asked for: what is never read can never leak. */
export function toWorker(row: EmployeeRow, fields: Fields): hr.Worker {
  const text = (name: keyof Fields): string | null => row[fields[name]] || null;
  const hours = Number(text('weeklyHours'));
  const isContractor = text('engagement') === 'Contractor';
  return {
    id: row.id,
    number: text('number'),
    firstName: text('firstName'),
    lastName: text('lastName'),
    workEmail: text('workEmail'),
    employmentType: isContractor ? 'contractor' : 'employee',
    status: text('status') === 'Active' ? 'active' : 'inactive',
    hireDate: calendarDate(text('hireDate')),
    terminationDate: calendarDate(text('terminationDate') ?? (isContractor ? text('contractEnd') : null)),
    supplier: text('supplier'),
    legalEntity: text('legalEntity'),
    costCentre: text('costCentre'),
    location: text('location'),
    country: text('country'),
    grade: text('grade'),
    jobTitle: text('jobTitle'),
    managerId: text('managerId'),
    weeklyMinutes: hours > 0 ? Math.round(hours * 60) : null,
    skills: (text('skills') ?? '')
      .split(',')
      .map((skill) => skill.trim())
      .filter(Boolean),
    modifiedAt: text('modifiedAt'),
  };
}
