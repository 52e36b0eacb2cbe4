import type { hr } from '#contracts';
import { Failure, type FieldProblem } from '#kernel';
import type { EstateView } from '#platform';

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

/** Somebody hired for a later day, or gone, waits: looked at daily, and at once when the HR system reports a change. */
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

/** The grade decides the role on the rate card and in the scheduler. */
export function roleOf(worker: OnboardableWorker, estate: EstateView): { code: string; name: string } {
  const code = estate.mapped('roleOfGrade', worker.grade);
  const name = code && estate.mapped('roleNames', code);
  if (code && name) return { code, name };
  throw new Failure('rejected', `${nameOf(worker)} has grade "${worker.grade}", which is mapped to no role`, {
    code: 'unmapped-grade',
    record: nameOf(worker),
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
