import type { hr } from '#contracts';
import { addDays, Failure, type FieldProblem, today } from '#kernel';
import type { EstateView } from '#platform';
import type { Carried } from './carried.js';
import { startOf } from './last-day.js';
import type { Person, WorkerKey } from './person.repository.js';
import { isAcquired } from './workers.js';

/** A worker with everything other systems cannot do without. */
export interface OnboardableWorker extends hr.Worker {
  number: string;
  firstName: string;
  lastName: string;
  workEmail: string;
  legalEntity: string;
  costCentre: string;
  grade: string;
}

const mandatory = [
  'number',
  'firstName',
  'lastName',
  'workEmail',
  'legalEntity',
  'costCentre',
  'grade',
  'hireDate',
] as const;

const nameOf = (worker: hr.Worker): string => `worker ${worker.number ?? worker.id}`;

const oneDayMs = 86_400_000;

/** Whether the first day is still to come where the worker works. */
export const isAhead = (worker: hr.Worker, estate: EstateView, now = new Date()): boolean =>
  worker.hireDate !== null && worker.hireDate > today(now, estate.timeZoneOf(worker));

/** Somebody hired for a later day waits until systems are to be prepared; the day is read again daily, as it may be moved. */
export function assertDue(worker: hr.Worker, estate: EstateView, now = new Date()): void {
  if (!isAhead(worker, estate, now)) return assertActive(worker);
  const prepared = addDays(worker.hireDate!, -estate.policies.workforce.prepareDays);
  assertReached(worker, { day: prepared, what: 'prepared' }, estate, now);
}

/** Nobody enters before their first day. */
export function assertStarted(worker: hr.Worker, estate: EstateView, now = new Date()): void {
  if (!isAhead(worker, estate, now)) return assertActive(worker);
  assertReached(worker, { day: worker.hireDate!, what: 'let in' }, estate, now);
}

function assertReached(
  worker: hr.Worker,
  { day, what }: { day: string; what: string },
  estate: EstateView,
  now: Date,
): void {
  const wait = startOf(day, estate.timeZoneOf(worker)).getTime() - now.getTime();
  if (wait <= 0) return;
  throw new Failure('conflict', `${nameOf(worker)} begins on ${worker.hireDate} and is ${what} on ${day}`, {
    code: 'not-active',
    retryAfterMs: Math.min(wait, oneDayMs),
  });
}

/** Somebody who is gone waits: looked at daily, and at once when the HR system reports a change. */
export function assertActive(worker: hr.Worker): void {
  if (worker.status === 'active') return;
  throw new Failure('conflict', `${nameOf(worker)} is ${worker.status} in the HR system`, {
    code: 'not-active',
    retryAfterMs: oneDayMs,
  });
}

/** Every mandatory attribute that is missing, in one exception (K11, K12). */
export function assertComplete(worker: hr.Worker): asserts worker is OnboardableWorker {
  const missing = mandatory.filter((field) => !worker[field]);
  if (missing.length === 0) return;
  const onlyCostCentre = missing.length === 1 && missing[0] === 'costCentre';
  const fields: FieldProblem[] = missing.map((field) => ({ field, message: 'is missing in the HR system' }));
  throw new Failure('rejected', `${nameOf(worker)} has no ${missing.join(', ')}`, {
    code: onlyCostCentre ? 'missing-cost-centre' : 'missing-attribute',
    record: nameOf(worker),
    remedy: 'complete the worker in the HR system (work goes on by itself), or correct it here',
    fields,
  });
}

/** One person is one worker: a number or an e-mail that is somebody else's stops here (K2). */
export function assertNobodyElse(worker: OnboardableWorker, key: WorkerKey, known: Person[]): void {
  const others = known.filter((person) => !isSamePerson(worker, key, person));
  if (others.length === 0) return;
  const seen = others.map(({ number, instance, workerId }) => `worker ${number} (${instance} ${workerId})`).join(', ');
  throw new Failure('conflict', `${nameOf(worker)} has the number or the e-mail of ${seen}`, {
    code: 'duplicate-worker',
    record: nameOf(worker),
    remedy: 'merge the records in the HR system, or give each their own number and e-mail (work goes on by itself)',
    fields: others.map(({ number }) => ({
      field: number === worker.number ? 'number' : 'workEmail',
      message: `belongs to worker ${number}`,
    })),
  });
}

/**
 * The same record; somebody acquired who was recognised in HR; or somebody who left and is hired again as a new record
 * under number and e-mail of their own.
 */
const isSamePerson = (worker: OnboardableWorker, { instance, workerId }: WorkerKey, person: Person): boolean =>
  (person.instance === instance && person.workerId === workerId) ||
  (isAcquired(person.instance) && person.number === worker.number) ||
  (person.standing === 'left' &&
    person.number === worker.number &&
    person.carried.workEmail.toLowerCase() === worker.workEmail.toLowerCase());

/** The grade decides the role on the rate card and in the scheduler. */
export function roleOf(worker: Pick<Carried, 'number' | 'grade'>, estate: EstateView): { code: string; name: string } {
  const code = estate.mapped('roleOfGrade', worker.grade);
  const name = code && estate.mapped('roleNames', code);
  if (code && name) return { code, name };
  throw new Failure('rejected', `worker ${worker.number} has grade "${worker.grade}", which is mapped to no role`, {
    code: 'unmapped-grade',
    record: `worker ${worker.number}`,
    remedy: 'add the grade to mappings.roleOfGrade in estate.yaml and retry, or correct the grade here',
    fields: [{ field: 'grade', message: `"${worker.grade}" is not in mappings.roleOfGrade` }],
  });
}

export function assertKnownEntity(worker: OnboardableWorker, estate: EstateView): void {
  if (estate.legalEntity(worker.legalEntity)) return;
  throw new Failure(
    'rejected',
    `${nameOf(worker)} belongs to legal entity "${worker.legalEntity}", which this estate does not have`,
    {
      code: 'unknown-legal-entity',
      record: nameOf(worker),
      remedy: `use one of ${estate.legalEntities.map(({ code }) => code).join(', ')}`,
      fields: [{ field: 'legalEntity', message: 'is not in estate.yaml' }],
    },
  );
}

/** A cost centre that the ERP does not have (K11). */
export function unknownCostCentre(error: unknown, worker: Pick<Carried, 'number' | 'costCentre'>): Failure {
  const failure = Failure.from(error);
  if (failure.kind !== 'not-found') return failure;
  return new Failure(
    'rejected',
    `worker ${worker.number} has cost centre "${worker.costCentre}", which the ERP does not have`,
    {
      code: 'missing-cost-centre',
      record: `worker ${worker.number}`,
      remedy: 'create the cost centre in the ERP and retry, or correct it in the HR system',
      fields: [{ field: 'costCentre', message: `"${worker.costCentre}" is not a cost centre of the ERP` }],
    },
  );
}
