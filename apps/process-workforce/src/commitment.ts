import type { erp } from '#contracts';
import { addDays, type CalendarDate, Failure, priceOfMinutes } from '#kernel';
import type { EstateView } from '#platform';
import type { Carried } from './carried.js';
import { hourlyCostOf } from './impact.js';
import { fullWeekMinutes } from './provisioning.js';

/** What is to be committed for a contractor; what is not known is absent. */
export interface Commitment {
  supplier: string | null;
  startDate: CalendarDate | null;
  endDate: CalendarDate | null;
  amount: erp.PurchaseCommitmentState['amount'] | null;
  /** Said by a person: the number under which it stands in the ERP, where it was entered by hand. */
  enteredAs?: string;
}

/** The whole contract at the assumed cost of an hour; without an end there is nothing to commit yet. */
export function commitmentOf(worker: Carried, endDate: CalendarDate | null, estate: EstateView): Commitment {
  const { supplier, hireDate: startDate } = worker;
  const cost = hourlyCostOf(worker, estate);
  const minutes = startDate && endDate ? contractedMinutes(startDate, endDate, worker.weeklyMinutes) : 0;
  return { supplier, startDate, endDate, amount: cost && priceOfMinutes(minutes, cost) };
}

/** A fifth of the week on each day from Monday to Friday. */
export function contractedMinutes(from: CalendarDate, to: CalendarDate, weeklyMinutes: number | null): number {
  const daily = (weeklyMinutes ?? fullWeekMinutes) / 5;
  let days = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday > 0 && weekday < 6) days += 1;
  }
  return Math.round(days * daily);
}

export type CompleteCommitment = { [K in 'supplier' | 'startDate' | 'endDate' | 'amount']: NonNullable<Commitment[K]> };

/** Everything the ERP needs, or what is missing and where it comes from (K18). */
export function assertCommittable(number: string, commitment: Commitment): asserts commitment is CompleteCommitment {
  const sources = {
    supplier: 'is missing in the HR system',
    startDate: 'is missing in the HR system',
    amount: 'is not known: mappings.hourlyCosts has no cost of the role',
  };
  const fields = (Object.keys(sources) as (keyof typeof sources)[])
    .filter((field) => commitment[field] === null)
    .map((field) => ({ field, message: sources[field] }));
  if (fields.length === 0) return;
  throw new Failure(
    'rejected',
    `contractor ${number} cannot be committed: ${fields.map(({ field }) => field).join(', ')}`,
    {
      code: 'commitment-missing',
      record: `worker ${number}`,
      remedy:
        'complete the worker or the mapping, or correct the fields here; enteredAs=<number> where it stands in the ERP',
      fields,
    },
  );
}

/** A commitment the ERP does not take is money nobody has planned (K18). */
export function notCommitted(error: unknown, number: string): Failure {
  const failure = Failure.from(error);
  if (!['rejected', 'unsupported', 'conflict', 'not-found'].includes(failure.kind)) return failure;
  return new Failure('rejected', `the commitment for contractor ${number} is not in the ERP: ${failure.message}`, {
    ...failure.detail,
    code: 'commitment-missing',
    record: `worker ${number}`,
    remedy: 'mend what the ERP names and retry; or enter it there by hand and correct enteredAs=<its number>',
    cause: error,
  });
}
