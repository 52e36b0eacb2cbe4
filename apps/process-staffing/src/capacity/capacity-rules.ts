import type { CalendarDate } from '#kernel';
import { Failure } from '#kernel';

/** What the HR system says of a worker, as far as capacity needs it. */
export interface HrFacts {
  number: string | null;
  legalEntity: string | null;
  location: string | null;
  country: string | null;
  weeklyMinutes: number;
  firstDay: CalendarDate | null;
  lastDay: CalendarDate | null;
}

/** Without its number and its legal entity no other system knows a worker (K12). */
export function assertPlaceable(facts: HrFacts, workerId: string): void {
  const missing = (['number', 'legalEntity'] as const).filter((field) => !facts[field]);
  if (missing.length === 0) return;
  const record = `worker ${facts.number ?? workerId}`;
  throw new Failure('rejected', `${record} has no ${missing.join(', ')}`, {
    code: 'missing-attribute',
    record,
    remedy: 'complete the worker in the HR system and retry, or correct it here',
    fields: missing.map((field) => ({ field, message: 'is missing in the HR system' })),
  });
}
