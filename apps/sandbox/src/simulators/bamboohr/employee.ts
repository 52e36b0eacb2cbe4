import type { World } from '../../core/simulator.js';
import type { Worker } from '../../firm/firm.js';
import { historyTables, listFields } from './fields.js';

/** An employee as this company keeps it. */
export interface Employee {
  id: string;
  /** Field alias → text, empty where unset. */
  fields: Record<string, string>;
  /** `2026-05-29T14:29:44Z`; any change counts. */
  lastChanged: string;
  inserted: string;
  deleted?: boolean;
  history: HistoryRow[];
}

/** One row of a table, good from its date on. */
export interface HistoryRow {
  id: string;
  table: string;
  date: string;
  values: Record<string, string>;
}

/** An entry of one of the company's lists, e.g. a location. */
export interface ListOption {
  id: number;
  alias: string;
  name: string;
  created: string;
}

/** Whole seconds with `Z`, as the change feed reports them. */
export const stamp = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;

export const today = (world: World): string => world.now().toISOString().slice(0, 10);

/** A worker of the firm in this company's fields. */
export function fieldsOfWorker(world: World, worker: Worker): Record<string, string> {
  const contractor = worker.employmentType === 'Contractor';
  return {
    employeeNumber: worker.number,
    firstName: worker.firstName,
    lastName: worker.lastName,
    workEmail: worker.email,
    jobTitle: worker.jobTitle,
    location: worker.location,
    country: worker.country,
    supervisorId: findByNumber(world, worker.manager)?.id ?? '',
    employmentHistoryStatus: worker.employmentType,
    hireDate: worker.hireDate,
    payRate: worker.pay,
    payType: contractor ? 'Contract' : 'Salary',
    payPer: contractor ? 'Hour' : 'Year',
    standardHoursPerWeek: String(worker.weeklyHours),
    jobLevel: worker.grade,
    customLegalEntity: worker.legalEntity,
    customCostCenter: worker.costCentre,
    customSkills: worker.skills.join(','),
  };
}

export function addEmployee(world: World, fields: Record<string, string>): Employee {
  const id = String(world.store.next('employee', 100));
  const at = stamp(world.now());
  const employee = { id, inserted: at, lastChanged: at, fields: {}, history: [] };
  return write(world, employee, { status: 'Active', ...fields }, fields.hireDate || today(world));
}

export function changeEmployee(world: World, employee: Employee, fields: Record<string, string>): Employee {
  return write(world, { ...employee, lastChanged: stamp(world.now()) }, fields, today(world));
}

/** Keeps the fields, a history row for each table they touch, and new entries of the lists they draw from. */
function write(world: World, employee: Employee, fields: Record<string, string>, date: string): Employee {
  const all = { ...employee.fields, ...fields };
  const rows = Object.entries(historyTables)
    .filter(([, aliases]) => aliases.some((alias) => (fields[alias] ?? '') !== (employee.fields[alias] ?? '')))
    .filter(([, aliases]) => aliases.some((alias) => alias in fields))
    .map(([table, aliases]) => ({
      id: String(world.store.next('row')),
      table,
      date,
      values: Object.fromEntries(aliases.map((alias) => [alias, all[alias] ?? ''])),
    }));
  for (const { alias } of listFields) if (all[alias]) keepOption(world, alias, all[alias]);
  const written: Employee = { ...employee, fields: all, history: [...employee.history, ...rows] };
  world.store.put('employee', employee.id, written);
  return written;
}

function keepOption(world: World, alias: string, name: string): void {
  if (optionOf(world, alias, name)) return;
  const option: ListOption = { id: world.store.next('option', 18_000), alias, name, created: stamp(world.now()) };
  world.store.put('option', String(option.id), option);
}

export const optionOf = (world: World, alias: string, name: string | undefined): ListOption | undefined =>
  world.store.find<ListOption>('option', (option) => option.alias === alias && option.name === name);

export const employees = (world: World): Employee[] =>
  world.store.list<Employee>('employee').filter((employee) => !employee.deleted);

export const findEmployee = (world: World, id: string): Employee | undefined => {
  const employee = world.store.get<Employee>('employee', id);
  return employee?.deleted ? undefined : employee;
};

/** Numbers may be used again once their owner has left. */
export const findByNumber = (world: World, number: string): Employee | undefined => {
  const owners = number === '' ? [] : employees(world).filter(({ fields }) => fields.employeeNumber === number);
  return owners.find(({ fields }) => fields.status === 'Active') ?? owners.at(-1);
};

/** What callers get for a field; what is empty is null. */
export function shown(world: World, employee: Employee, alias: string): string | null {
  const { fields } = employee;
  const manager = findEmployee(world, fields.supervisorId ?? '');
  switch (alias) {
    case 'lastChanged':
      return employee.lastChanged;
    case 'displayName':
      return `${fields.preferredName || fields.firstName} ${fields.lastName}`;
    case 'supervisor':
      return manager ? `${manager.fields.lastName}, ${manager.fields.firstName}` : null;
    case 'payRate':
      // Without an amount the currency still stands there.
      return fields.payRate || ' USD';
    default:
      return fields[alias] || null;
  }
}
