import { isCalendarDate } from '#kernel';
import type { World } from '../../core/simulator.js';
import type { Worker as Person } from '../../firm/firm.js';
import { organizationOf } from './organizations.js';
import { byProcess, endProcess, hireProcess } from './processes.js';
import { beginningOfTime, startOf, today } from './tenant-time.js';
import {
  currentWorker,
  enter,
  newWorker,
  standing,
  type State,
  stateOf,
  type Transaction,
  type Worker,
  workerNumbered,
} from './worker.js';

/** What people operations do on the product's screens. Every change is good from a day on, and may lie ahead. */

export function hire(world: World, { worker: person }: { worker: Person }): { id: string } {
  checkOrganizations(world, person);
  const known = workerNumbered(world, person.number);
  if (known && standing(known, world.now()).some(({ kind }) => kind === 'hire') && !hasLeft(world, known)) {
    throw new Error(`there already is a worker ${person.number}`);
  }
  const worker = known ?? newWorker(person.number);
  const effective = person.hireDate || today(world);
  checkDate(effective);
  const process = hireProcess(person);
  enter(world, worker, { kind: 'hire', process, effective, entered: now(world), fields: person });
  return recorded(world, process, worker.wid, { effective });
}

interface Edit {
  number: string;
  fields: Partial<Person>;
  /** Today without one. */
  effectiveDate?: string;
}

export function editEmployee(world: World, { number, fields, effectiveDate }: Edit): { id: string } {
  const effective = effectiveDate ?? today(world);
  checkDate(effective);
  checkOrganizations(world, fields);
  const { wid } = numbered(world, number);
  for (const [process, changed] of byProcess(fields)) {
    const entry = { kind: 'change', process, effective, entered: now(world), fields: changed } as const;
    enter(world, currentWorker(world, wid), entry);
  }
  return recorded(world, 'Edit', wid, { effective, fields: Object.keys(fields) });
}

export function terminateEmployee(world: World, { number, date }: { number: string; date: string }): { id: string } {
  checkDate(date);
  const worker = numbered(world, number);
  const state = stateOn(world, worker, date);
  if (!state || state.hireRescinded || state.terminationDate !== undefined) {
    throw new Error(`worker ${number} is not employed on ${date}`);
  }
  const last = standing(worker, world.now()).findLast(({ kind }) => kind !== 'change');
  if (last?.kind === 'terminate') throw new Error(`worker ${number} is leaving on ${last.effective} already`);
  const process = endProcess(state.person);
  enter(world, worker, { kind: 'terminate', process, effective: date, entered: now(world), fields: {} });
  return recorded(world, process, worker.wid, { effective: date });
}

/** The hire was a mistake: it never happened, but its trace stays. */
export const rescindHire = (world: World, { number }: { number: string }): { id: string } =>
  rescindLast(world, number, 'hire');

/** The termination was a mistake. */
export const rescindTermination = (world: World, { number }: { number: string }): { id: string } =>
  rescindLast(world, number, 'terminate');

/** Puts right what was last entered of a kind, as of its own day unless another is given: the past changes. */
export function correctLast(
  world: World,
  input: { number: string; kind: Transaction['kind']; fields?: Partial<Person>; effectiveDate?: string },
): { id: string } {
  const { number, kind, fields = {} } = input;
  checkOrganizations(world, fields);
  const worker = numbered(world, number);
  const corrected = lastOf(world, worker, kind);
  const effective = input.effectiveDate ?? corrected.effective;
  checkDate(effective);
  const entry = { kind, process: corrected.process, effective, entered: now(world), corrects: corrected.wid };
  enter(world, worker, { ...entry, fields: { ...corrected.fields, ...fields } });
  return recorded(world, `Correct ${corrected.process}`, worker.wid, { effective, fields: Object.keys(fields) });
}

/** Somebody the firm had before the gateway came, entered on their first day. */
export function seedWorker(world: World, person: Person): void {
  const effective = person.hireDate || beginningOfTime;
  const entered = new Date(Math.min(startOf(effective).getTime(), world.now().getTime())).toISOString();
  const worker = newWorker(person.number);
  enter(world, worker, { kind: 'hire', process: hireProcess(person), effective, entered, fields: person });
}

function rescindLast(world: World, number: string, kind: Transaction['kind']): { id: string } {
  const worker = numbered(world, number);
  const { process, effective, wid: rescinds } = lastOf(world, worker, kind);
  enter(world, worker, { kind, process, effective, entered: now(world), fields: {}, rescinds });
  return recorded(world, `Rescind ${process}`, worker.wid, { effective });
}

function lastOf(world: World, worker: Worker, kind: Transaction['kind']): Transaction {
  const last = standing(worker, world.now()).findLast((transaction) => transaction.kind === kind);
  if (!last) throw new Error(`nothing of the kind "${kind}" stands of this worker`);
  return last;
}

export function numbered(world: World, number: string): Worker {
  const worker = workerNumbered(world, number);
  if (!worker) throw new Error(`there is no worker ${number}`);
  return worker;
}

export const stateOn = (world: World, worker: Worker, date: string): State | undefined =>
  stateOf(worker, { date, moment: world.now() });

const hasLeft = (world: World, worker: Worker): boolean => stateOn(world, worker, today(world))?.active === false;

const now = (world: World): string => world.now().toISOString();

function checkOrganizations(world: World, { legalEntity, costCentre }: Partial<Person>): void {
  if (legalEntity) organizationOf(world, 'COMPANY', legalEntity);
  if (costCentre) organizationOf(world, 'COST_CENTER', costCentre);
}

function checkDate(date: string): void {
  if (!isCalendarDate(date)) throw new Error(`"${date}" is not a date (YYYY-MM-DD)`);
}

/** Names the fields only: pay must not spread into ledgers. */
function recorded(world: World, operation: string, id: string, data: object): { id: string } {
  world.store.record({ operation, entity: 'Worker', id, by: 'person', data });
  return { id };
}
