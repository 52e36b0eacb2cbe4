import type { World } from '../../core/simulator.js';
import type { Worker as Person } from '../../firm/firm.js';
import { type Instance, widOf } from './identity.js';
import { readMoment } from './tenant-time.js';

/**
 * A worker as the tenant keeps them: nothing but what was entered about them, each with the day it is good from and
 * the moment somebody entered it. What they are like on a day, as known at a moment, follows from that.
 */
export interface Worker {
  wid: string;
  log: Transaction[];
}

export interface Transaction {
  wid: string;
  kind: 'hire' | 'change' | 'terminate';
  /** The business process, e.g. `Change Job`. */
  process: string;
  /** `YYYY-MM-DD`. */
  effective: string;
  /** ISO 8601, UTC. */
  entered: string;
  fields: Partial<Person>;
  /** The transaction this one stands in for. */
  corrects?: string;
  /** The transaction this one takes back. */
  rescinds?: string;
}

/** A day, and the moment at which what was entered by then counts. */
export interface AsOf {
  date: string;
  moment: Date;
}

/** What a worker is like. */
export interface State {
  wid: string;
  person: Person;
  active: boolean;
  hireDate: string;
  originalHireDate: string;
  terminationDate?: string;
  hireRescinded: boolean;
  /** When their job was last changed. */
  jobDate: string;
}

export const workers = (world: World): Worker[] => world.store.list<Worker>('worker');

/** Nobody's number changes, nor is it given to somebody else. */
export const newWorker = (number: string): Worker => ({ wid: widOf('worker', number), log: [] });

/** Whoever was entered under the number, hired yet or not. */
export const workerNumbered = (world: World, number: string): Worker | undefined =>
  world.store.get<Worker>('worker', newWorker(number).wid);

/** What of a log was entered by a moment. */
export const enteredBy = ({ log }: Worker, moment: Date): Transaction[] =>
  log.filter(({ entered }) => readMoment(entered) <= moment);

/** What stands of a log at a moment: neither taken back nor replaced. */
export function standing(worker: Worker, moment: Date): Transaction[] {
  const known = enteredBy(worker, moment);
  const gone = new Set(known.flatMap(({ corrects, rescinds }) => [corrects, rescinds]));
  return known
    .filter(({ wid, rescinds }) => !rescinds && !gone.has(wid))
    .toSorted((one, other) => compare(one.effective, other.effective) || compare(one.entered, other.entered));
}

/** Nothing for somebody who has not been hired by then. */
export function stateOf(worker: Worker, asOf: AsOf): State | undefined {
  const past = standing(worker, asOf.moment).filter(({ effective }) => effective <= asOf.date);
  const hires = past.filter(({ kind }) => kind === 'hire');
  if (hires.length === 0) return rescindedHire(worker, asOf);
  const person = Object.assign({}, ...past.map(({ fields }) => fields)) as Person;
  const hired = past.lastIndexOf(hires.at(-1)!);
  const ended = past.slice(hired).find(({ kind }) => kind === 'terminate')?.effective;
  return {
    wid: worker.wid,
    person,
    // Assumption, unconfirmed by the vendor: the day of the termination is the last one on which they are active.
    active: ended === undefined || asOf.date <= ended,
    hireDate: hires.at(-1)!.effective,
    originalHireDate: hires[0]!.effective,
    ...(ended !== undefined && { terminationDate: ended }),
    hireRescinded: false,
    jobDate: past.findLast(({ process }) => jobProcesses.has(process))!.effective,
  };
}

const jobProcesses = new Set(['Hire Employee', 'Contract Contingent Worker', 'Change Job']);

/** Somebody who was to come and does not: still there, marked, and never active. */
function rescindedHire(worker: Worker, { date, moment }: AsOf): State | undefined {
  const known = enteredBy(worker, moment);
  const rescinded = new Set(known.map(({ rescinds }) => rescinds));
  const hire = known.findLast(({ wid, kind, effective }) => kind === 'hire' && effective <= date && rescinded.has(wid));
  if (!hire) return undefined;
  const { effective } = hire;
  return {
    wid: worker.wid,
    person: hire.fields as Person,
    active: false,
    hireDate: effective,
    originalHireDate: effective,
    hireRescinded: true,
    jobDate: effective,
  };
}

export const isContingent = ({ employmentType }: Pick<Person, 'employmentType'>): boolean =>
  employmentType === 'Contractor';

export function instanceOf({ wid, person }: State): Instance {
  const type = isContingent(person) ? 'Contingent_Worker_ID' : 'Employee_ID';
  return { wid, ids: { [type]: person.number }, descriptor: nameOf(person) };
}

export const nameOf = ({ firstName, lastName }: Person): string => `${firstName} ${lastName}`;

/** Adds to a worker's log; answers the transaction. */
export function enter(world: World, worker: Worker, transaction: Omit<Transaction, 'wid'>): Transaction {
  const added = { ...transaction, wid: widOf('transaction', String(world.store.next('transaction'))) };
  world.store.put('worker', worker.wid, { wid: worker.wid, log: [...worker.log, added] } satisfies Worker);
  return added;
}

export const currentWorker = (world: World, wid: string): Worker => world.store.get<Worker>('worker', wid)!;

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
