import { Failure } from '#kernel';
import type { ReportedWorker } from '../people/worker.repository.js';

/** Without its number and its legal entity no other system knows a worker (K12). */
export function assertPlaceable(worker: ReportedWorker): void {
  const missing = (['number', 'legalEntity'] as const).filter((field) => !worker[field]);
  if (missing.length === 0) return;
  const record = `worker ${worker.number ?? worker.id}`;
  throw new Failure('rejected', `${record} has no ${missing.join(', ')}`, {
    code: 'missing-attribute',
    record,
    remedy: 'complete the worker in the HR system and retry, or correct it here',
    fields: missing.map((field) => ({ field, message: 'is missing in the HR system' })),
  });
}
