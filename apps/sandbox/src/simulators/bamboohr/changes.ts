import type { World } from '../../core/simulator.js';
import {
  addEmployee,
  changeEmployee,
  type Employee,
  employees,
  findByNumber,
  findEmployee,
  stamp,
  today,
} from './employee.js';
import { BambooError } from './errors.js';
import { fieldOf } from './fields.js';
import { announce } from './announce.js';

/** An employee as somebody sent it, checked and new. */
export function create(world: World, sent: Record<string, unknown>): Employee {
  const fields = checked(world, sent);
  if (!fields.firstName || !fields.lastName) throw new BambooError(400, 'First and last name are required');
  const employee = addEmployee(world, fields);
  announce(world, employee, 'created', []);
  // The vendor reports a new employee a second time, as updated.
  const filled = Object.keys(fields).filter((alias) => fields[alias] !== '');
  announce(world, employee, 'updated', filled);
  return employee;
}

export function edit(world: World, employee: Employee, sent: Record<string, unknown>): Employee {
  return apply(world, employee, checked(world, sent, employee));
}

export function remove(world: World, employee: Employee): void {
  world.store.put('employee', employee.id, { ...employee, deleted: true, lastChanged: stamp(world.now()) });
  announce(world, employee, 'deleted', []);
}

/** A change that waits for its day. */
export interface Scheduled {
  id: string;
  employeeId: string;
  date: string;
  fields: Record<string, string>;
}

/** Ends the employment on its day; a day to come is kept until then, and only then do webhooks tell. */
export function terminate(world: World, employee: Employee, date: string): void {
  if (employee.fields.status !== 'Active') throw new Error(`employee ${employee.fields.employeeNumber} is not active`);
  const fields = checked(
    world,
    { status: 'Inactive', employmentHistoryStatus: 'Terminated', terminationDate: date },
    employee,
  );
  if (date <= today(world)) {
    apply(world, employee, fields);
    return;
  }
  const id = String(world.store.next('scheduled'));
  world.store.put('scheduled', id, { id, employeeId: employee.id, date, fields } satisfies Scheduled);
  // The row itself is a change, which the change feed shows at once.
  changeEmployee(world, employee, {});
}

/** Makes the changes of the day effective. */
export function takeEffect(world: World): void {
  for (const { id, employeeId, date, fields } of world.store.list<Scheduled>('scheduled')) {
    if (date > today(world)) continue;
    world.store.delete('scheduled', id);
    const employee = findEmployee(world, employeeId);
    if (employee) apply(world, employee, fields);
  }
}

export const scheduledFor = (world: World, employee: Employee): Scheduled | undefined =>
  world.store.find<Scheduled>('scheduled', ({ employeeId }) => employeeId === employee.id);

function apply(world: World, employee: Employee, fields: Record<string, string>): Employee {
  const changed = changeEmployee(world, employee, fields);
  const aliases = Object.keys(fields).filter((alias) => (employee.fields[alias] ?? '') !== fields[alias]);
  announce(world, changed, 'updated', aliases);
  return changed;
}

/** The values as text under their aliases; refuses what the company would not keep. */
function checked(world: World, sent: Record<string, unknown>, employee?: Employee): Record<string, string> {
  const fields = Object.fromEntries(Object.entries(sent).map(([name, value]) => checkedValue(name, value)));
  const taken = fields.employeeNumber && findByNumber(world, fields.employeeNumber);
  if (taken && taken.fields.status === 'Active' && taken.id !== employee?.id) {
    throw new BambooError(409, `Employee # ${fields.employeeNumber} is already in use`);
  }
  if (fields.supervisorId && !employees(world).some(({ id }) => id === fields.supervisorId)) {
    throw new BambooError(409, `Invalid value for field supervisorId`);
  }
  return fields;
}

function checkedValue(name: string, value: unknown): [string, string] {
  const field = fieldOf(name);
  // Assumption, unconfirmed by the vendor: a field nobody knows is an error, as silence would hide a lost value.
  if (!field) throw new BambooError(400, `Unknown field ${name}`);
  const text = value === null || value === undefined ? '' : String(value);
  const wrong =
    typeof value === 'object' && value !== null
      ? true
      : text !== '' && ((field.type === 'date' && !isDate(text)) || (field.oneOf && !field.oneOf.includes(text)));
  if (wrong || field.readOnly) throw new BambooError(409, `Invalid value for field ${field.alias}`);
  return [field.alias, text];
}

const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
