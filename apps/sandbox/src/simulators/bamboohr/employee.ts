import type { World } from '../../core/simulator.js';
import type { Worker } from '../../firm/firm.js';

/** An employee as this company keeps it: field alias → text, empty where unset. */
export interface Employee {
  id: string;
  fields: Record<string, string>;
  /** `2026-05-29T14:29:44Z`; any change counts. */
  lastChanged: string;
  inserted: string;
  deleted?: boolean;
}

/** Fields this company has; asking for others returns nothing for them. */
export const knownFields = [
  'employeeNumber',
  'firstName',
  'lastName',
  'displayName',
  'workEmail',
  'jobTitle',
  'department',
  'division',
  'location',
  'country',
  'supervisor',
  'supervisorId',
  'status',
  'employmentHistoryStatus',
  'hireDate',
  'terminationDate',
  'payRate',
  'payType',
  'payPer',
  'standardHoursPerWeek',
  'jobLevel',
  'customLegalEntity',
  'customCostCenter',
  'customSkills',
  'lastChanged',
];

/** Whole seconds with `Z`, as `changed` reports them. */
export const stamp = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;

export function addEmployee(world: World, worker: Worker): Employee {
  const id = String(world.store.next('employee', 100));
  const manager = findByNumber(world, worker.manager);
  const at = stamp(world.now());
  const employee: Employee = {
    id,
    inserted: at,
    lastChanged: at,
    fields: {
      employeeNumber: worker.number,
      firstName: worker.firstName,
      lastName: worker.lastName,
      displayName: `${worker.firstName} ${worker.lastName}`,
      workEmail: worker.email,
      jobTitle: worker.jobTitle,
      location: worker.location,
      country: worker.country,
      supervisor: manager ? `${manager.fields.lastName}, ${manager.fields.firstName}` : '',
      supervisorId: manager?.id ?? '',
      status: 'Active',
      employmentHistoryStatus: worker.employmentType,
      hireDate: worker.hireDate,
      terminationDate: '',
      payRate: worker.pay,
      payType: worker.employmentType === 'Contractor' ? 'Contract' : 'Salary',
      payPer: worker.employmentType === 'Contractor' ? 'Hour' : 'Year',
      standardHoursPerWeek: String(worker.weeklyHours),
      jobLevel: worker.grade,
      customLegalEntity: worker.legalEntity,
      customCostCenter: worker.costCentre,
      customSkills: worker.skills.join(','),
    },
  };
  world.store.put('employee', id, employee);
  return employee;
}

export function changeEmployee(world: World, employee: Employee, fields: Record<string, string>): Employee {
  const changed = { ...employee, fields: { ...employee.fields, ...fields }, lastChanged: stamp(world.now()) };
  world.store.put('employee', employee.id, changed);
  return changed;
}

export const findByNumber = (world: World, number: string): Employee | undefined =>
  number === ''
    ? undefined
    : world.store.find<Employee>('employee', (candidate) => candidate.fields.employeeNumber === number);

/** What callers get for a field: empty dates are null here, `0000-00-00` in lists. */
export function shown(employee: Employee, field: string): string | null {
  if (field === 'lastChanged') return employee.lastChanged;
  return employee.fields[field] || null;
}
