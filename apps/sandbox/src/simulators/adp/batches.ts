import { randomInt } from 'node:crypto';
import type { World } from '../../core/simulator.js';
import { groupNamed } from './company.js';
import { InvalidInput, isInvalid } from './errors.js';
import type { Node, PayInput } from './pay-input.js';

/** What somebody is to be paid for, under one pay number. */
export interface Entry {
  associateOID: string;
  payNumber: string;
  fileNumber: string;
  input: PayInput;
}

/** Pay data that waits for its payroll, or has been paid. */
export interface Batch {
  /** The name asked for and random digits: the name the product's own screens show, and no reply tells. */
  id: string;
  name: string;
  group: string;
  status: 'open' | 'paid';
  entries: Entry[];
}

const open = ['Entering Payroll Information', 'Correcting Input'];

/** Word for word, as published for payrolls that are being processed. */
const closed =
  "You cannot successfully add a pay data batch unless the payroll cycle status = ‘Entering Payroll Information' or ‘Correcting Input'.  eventContext/payrollGroupCode";

export function requireOpenCycle(world: World, group: string): void {
  const found = groupNamed(world, group);
  if (!found) throw new InvalidInput([isInvalid('eventContext/payrollGroupCode')]);
  if (!open.includes(found.cycle)) throw new InvalidInput([closed]);
}

/** Each request makes a batch of its own, the same request again another one. */
export function addBatch(world: World, group: string, name: string, entries: Entry[]): Batch {
  let id: string;
  do id = `${name}_${randomInt(100_000, 1_000_000)}`;
  while (world.store.get('batch', id));
  const batch: Batch = { id, name, group, status: 'open', entries };
  world.store.put('batch', id, batch);
  return batch;
}

/** Adds to the batch of this full name, or else to the latest of those that were asked for by it. */
export function appendToBatch(world: World, group: string, name: string, entries: Entry[]): Batch {
  const ours = world.store.list<Batch>('batch').filter((batch) => batch.group === group && batch.status === 'open');
  const found = ours.find(({ id }) => id === name) ?? ours.findLast((batch) => batch.name === name);
  if (!found) throw new InvalidInput([isInvalid('eventContext/payrollProcessingJobID')]);
  const longer: Batch = { ...found, entries: [...found.entries, ...entries] };
  world.store.put('batch', found.id, longer);
  return longer;
}

/** What was paid to somebody on a day, by earnings code. */
export interface Statement {
  id: string;
  associateOID: string;
  payDate: string;
  hours: Record<string, number>;
}

/** Payroll pays what waits in the batches of a company. */
export function runPayroll(world: World, { group, payDate }: { group: string; payDate: string }): { paid: string[] } {
  if (!groupNamed(world, group)) throw new Error(`there is no payroll group ${group}`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(payDate)) throw new Error('say the pay date: {"payDate": "2026-12-04"}');
  const batches = world.store.list<Batch>('batch').filter((batch) => batch.group === group && batch.status === 'open');
  const entries = batches.flatMap((batch) => batch.entries);
  for (const associateOID of new Set(entries.map((entry) => entry.associateOID))) {
    const theirs = entries.filter((entry) => entry.associateOID === associateOID);
    const id = `${associateOID}-${payDate}-${world.store.next('statement')}`;
    const statement: Statement = { id, associateOID, payDate, hours: hoursOf(theirs) };
    world.store.put('statement', id, statement);
  }
  for (const batch of batches) world.store.put('batch', batch.id, { ...batch, status: 'paid' });
  world.store.record({ operation: 'pay', entity: 'payrollGroup', id: group, by: 'person', data: { payDate } });
  return { paid: batches.map(({ id }) => id) };
}

/** Hundredths of hours are added, so that no rest is left by binary fractions. */
function hoursOf(entries: Entry[]): Record<string, number> {
  const hundredths: Record<string, number> = {};
  const add = (code: Node, hours: unknown): void => {
    const value = String(code.codeValue);
    hundredths[value] = (hundredths[value] ?? 0) + Math.round(Number(hours ?? 0) * 100);
  };
  for (const { input } of entries) {
    for (const { earningCode, numberOfHours } of input.earningInputs) add(earningCode as Node, numberOfHours);
    for (const one of input.codedHoursEarningInputs) add(one.hoursEarningCode as Node, one.numberOfHours);
  }
  return Object.fromEntries(Object.entries(hundredths).map(([code, count]) => [code, count / 100]));
}
