import type { World } from '../../core/simulator.js';
import type { Firm, Worker } from '../../firm/firm.js';
import { create, edit, terminate } from './changes.js';
import { addEmployee, type Employee, fieldsOfWorker, findByNumber } from './employee.js';

/** Everybody the firm employs, managers before those they manage; nobody is told. */
export function seedEmployees(firm: Firm, world: World): void {
  const waiting = new Map(firm.workers.map((worker) => [worker.number, worker]));
  const add = (worker: Worker | undefined): void => {
    if (!worker || !waiting.delete(worker.number)) return;
    add(waiting.get(worker.manager));
    addEmployee(world, fieldsOfWorker(world, worker));
  };
  firm.workers.forEach(add);
}

/** What people operations do on the product's screens. */

export function hire(world: World, { worker }: { worker: Worker }): { id: string } {
  const fields = fieldsOfWorker(world, worker);
  return recorded(world, 'create', create(world, fields), fields);
}

/** The names the firm has for some of the product's fields. */
const screenFields: Record<string, string> = {
  email: 'workEmail',
  legalEntity: 'customLegalEntity',
  costCentre: 'customCostCenter',
  grade: 'jobLevel',
  employmentType: 'employmentHistoryStatus',
  weeklyHours: 'standardHoursPerWeek',
  skills: 'customSkills',
};

/** Changes an employee from today on; fields by the product's names or the firm's. */
export function editEmployee(
  world: World,
  { number, fields: named }: { number: string; fields: Record<string, string> },
): { id: string } {
  const fields = Object.fromEntries(Object.entries(named).map(([name, value]) => [screenFields[name] ?? name, value]));
  return recorded(world, 'update', edit(world, numbered(world, number), fields), fields);
}

export function terminateEmployee(world: World, { number, date }: { number: string; date: string }): { id: string } {
  const employee = numbered(world, number);
  terminate(world, employee, date);
  return recorded(world, 'terminate', employee, { terminationDate: date });
}

/** While webhooks are paused they are not queued but lost: only polling finds what changed. */
export function pauseWebhooks(world: World, { paused }: { paused: boolean }): void {
  world.store.put('setting', 'webhooks', { paused });
}

function numbered(world: World, number: string): Employee {
  const employee = findByNumber(world, number);
  if (!employee) throw new Error(`there is no employee ${number}`);
  return employee;
}

/** Names the fields only: pay must not spread into ledgers. */
function recorded(world: World, operation: string, { id }: Employee, fields: object): { id: string } {
  world.store.record({ operation, entity: 'employee', id, by: 'person', data: Object.keys(fields) });
  return { id };
}
