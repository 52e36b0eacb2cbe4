import type { RecordedUse } from '#platform';
import type { OperationFields } from './contract-fields.js';

/** A consumer that did not call for so many days calls no more. */
export const latelyDays = 30;

/** The buckets of those who cannot be told apart are in brackets. */
export const isNamed = (consumer: string): boolean => !consumer.startsWith('(');

/** How a consumer is called to others: `unnamed:others` is no client id. */
export const toldAs = (consumer: string): string =>
  isNamed(consumer) ? consumer : `unnamed:${consumer.replaceAll(/[()]/g, '')}`;

/** How often each field was there to be read: as often as its statuses were answered. */
export function readCounts({ answered }: RecordedUse, operation: OperationFields | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [status, times] of Object.entries(answered)) {
    for (const field of operation?.read[status] ?? []) counts.set(field, (counts.get(field) ?? 0) + times);
  }
  return counts;
}
