import type { psa } from '#contracts';
import type { Outcome } from '#events';
import { sameAmount } from '#kernel';
import type { EntityManager } from '#platform';
import type { BillingLine, BillingLineRepository, EntryVersion } from './billing-line.repository.js';
import { effective } from './billing-rules.js';

/**
 * A newer version of an entry that is charged: what was charged is taken back, and the newer version is a line of its own,
 * if it is to be charged at all. Both come to be in the caller's commit, which holds the entry's newest line.
 */
export async function amend(
  manager: EntityManager,
  lines: BillingLineRepository,
  charged: BillingLine,
  version: EntryVersion,
): Promise<Outcome> {
  const corrections = standing(charged, version.entry);
  if (sameCharge(effective(charged), { ...version.entry, ...corrections })) {
    await lines.seen(manager, charged.reference, version.entry.modifiedAt);
    return 'superseded';
  }
  await lines.reverse(manager, charged.reference, version.correlationId);
  await lines.note(manager, { ...version, corrections }, charged.ordinal + 1);
  return 'applied';
}

/** What a person corrected stands as long as the PSA still says what was corrected. */
function standing({ entry, corrections }: BillingLine, newer: psa.TimeEntry): BillingLine['corrections'] {
  const untouched = (field: string): boolean =>
    JSON.stringify(entry[field as keyof psa.TimeEntry]) === JSON.stringify(newer[field as keyof psa.TimeEntry]);
  return Object.fromEntries(Object.entries(corrections).filter(([field]) => untouched(field)));
}

const decisive = ['project', 'minutes', 'billable', 'approved', 'roleName', 'date'] as const;

function sameCharge(one: psa.TimeEntry, other: psa.TimeEntry): boolean {
  const [rate, otherRate] = [one.hourlyRate, other.hourlyRate];
  const sameRate = rate && otherRate ? sameAmount(rate, otherRate) : rate === otherRate;
  return sameRate && decisive.every((field) => one[field] === other[field]);
}
