import type { Holder } from '#contracts';
import type { CalendarDate } from '#kernel';
import type { EstateView } from '#platform';
import type { Carried } from '../carried.js';
import type { Person } from '../person.repository.js';
import type { StepNames } from '../provisioning.js';

/** A worker of one legal entity who works for another, on its platforms. */
export interface Loan {
  id: string;
  workerNumber: string;
  /** Whom they work for. */
  legalEntity: string;
  /** In its ERP. */
  costCentre: string;
  until: CalendarDate | null;
  runId: string;
  places: Person['places'];
  /** The worker is being ended there: nothing is told to its platforms any more. */
  isOver: boolean;
}

/** The worker as the platforms of the other legal entity are to have them. */
export const asGuest = (
  worker: Carried,
  { legalEntity, costCentre }: Pick<Loan, 'legalEntity' | 'costCentre'>,
): Carried => ({
  ...worker,
  legalEntity,
  costCentre,
});

/** Platforms of a legal entity that do not know the worker from home; who they are is said by home's identity alone. */
export const guestHolders = (home: Carried, legalEntity: string, estate: EstateView): Holder[] =>
  (['erp', 'scheduling', 'psa'] as const).filter(
    (holder) => estate.instanceFor(holder, legalEntity).name !== estate.instanceFor(holder, home.legalEntity).name,
  );

/** Names of steps at another legal entity; `named` tells one round of them from the next. */
export const namesAt = (legalEntity: string, names: StepNames, named = (name: string): string => name): StepNames => ({
  identity: named(`${names.identity} of ${legalEntity}`),
  erp: named(`${names.erp} of ${legalEntity}`),
  scheduling: named(`${names.scheduling} of ${legalEntity}`),
  psa: named(`${names.psa} of ${legalEntity}`),
});
