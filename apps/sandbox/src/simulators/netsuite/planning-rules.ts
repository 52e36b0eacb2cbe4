import { Decimal } from 'decimal.js';
import type { World } from '../../core/simulator.js';
import { invalidField } from './errors.js';
import { closedStatus } from './project-types.js';
import type { Line, Stored, Values } from './record-type.js';

const assigneesOf = (record: Values): Line[] => (record.assignee ?? []) as Line[];

/** Assumption, unconfirmed by the vendor: planned work needs a resource, and is not negative. */
export function checkTask(_world: World, record: Values): void {
  for (const [index, { resource, estimatedWork }] of assigneesOf(record).entries()) {
    if (resource === undefined) throw invalidField(`assignee.items[${index}].resource`, null);
    if (Number(estimatedWork ?? 0) < 0) throw invalidField(`assignee.items[${index}].estimatedWork`, estimatedWork);
  }
}

/**
 * Costs and prices the work of each assignee. Assumption, unconfirmed by the vendor: an hour costs what the resource
 * says unless the line does, and a task with assignees is as much work as theirs together.
 */
export function completeTask(world: World, record: Stored): Stored {
  const assignee = assigneesOf(record).map((line) => priced(world, line));
  if (assignee.length === 0) return record;
  const estimatedWork = assignee.reduce((sum, line) => sum.plus(line.calculatedWork), new Decimal(0)).toNumber();
  return { ...record, assignee, estimatedWork };
}

function priced(world: World, line: Line): Line & { calculatedWork: number } {
  const id = String(line.resource);
  const resource = world.store.get<Stored>('employee', id) ?? world.store.get<Stored>('vendor', id);
  const calculatedWork = Number(line.estimatedWork ?? 0);
  const unitCost = Number(line.unitCost ?? resource?.laborCost ?? 0);
  return {
    ...line,
    calculatedWork,
    unitCost,
    cost: inCents(calculatedWork, unitCost),
    price: inCents(calculatedWork, Number(line.unitPrice ?? 0)),
  };
}

const inCents = (work: number, each: number): number =>
  new Decimal(work).times(each).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toNumber();

/** Nobody's time is set aside for a closed project, or backwards. Assumption, unconfirmed by the vendor. */
export function checkAllocation(world: World, record: Values): void {
  const job = world.store.get<Stored>('job', String(record.project));
  if (job?.entityStatus === closedStatus || job?.isInactive === true) throw invalidField('project', record.project);
  if (String(record.endDate) < String(record.startDate)) throw invalidField('endDate', record.endDate);
  if (!(Number(record.allocationAmount) > 0)) throw invalidField('allocationAmount', record.allocationAmount);
  const task = world.store.get<Stored>('projectTask', String(record.projectTask));
  if (task && task.project !== record.project) throw invalidField('projectTask', record.projectTask);
}

/** An amount is hours, or a share of the person's time. */
export const completeAllocation = (_world: World, record: Stored): Stored => {
  const { numberHours: _hours, percentOfTime: _percent, ...rest } = record;
  const amount = record.allocationAmount;
  return {
    allocationType: '1',
    ...rest,
    ...(record.allocationUnit === 'P' ? { percentOfTime: amount } : { numberHours: amount }),
  };
};
