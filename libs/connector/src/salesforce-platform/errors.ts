import { Failure } from '#kernel';
import type { VendorReply } from '../http/vendor.js';

/** Errors are arrays; the code decides, because one status carries several meanings. */
export function classifyOrgError(reply: VendorReply): Failure | null {
  if (reply.status === 300) {
    return new Failure('conflict', 'Salesforce: several records have this external id', {
      code: 'ambiguous-reference',
    });
  }
  const [error] = Array.isArray(reply.body)
    ? (reply.body as { errorCode?: string; message?: string; fields?: string[] }[])
    : [];
  if (!error?.errorCode) return null;
  const detail = {
    code: error.errorCode,
    fields: (error.fields ?? []).map((field) => ({ field, message: error.message ?? '' })),
  };
  const text = `Salesforce: ${error.message ?? error.errorCode}`;
  switch (error.errorCode) {
    case 'REQUEST_LIMIT_EXCEEDED':
      // The daily allocation is a sliding window: an hour frees some of it. Too many long calls at once pass sooner.
      return new Failure('throttled', text, {
        ...detail,
        retryAfterMs: error.message?.includes('Concurrent') ? 5_000 : 3_600_000,
      });
    case 'UNABLE_TO_LOCK_ROW':
    case 'SERVER_UNAVAILABLE':
      return new Failure('unavailable', text, detail);
    case 'NOT_FOUND':
    case 'ENTITY_IS_DELETED':
      return new Failure('not-found', text, detail);
    case 'DUPLICATE_VALUE':
    case 'DUPLICATES_DETECTED':
      return new Failure('conflict', text, detail);
    case 'INSUFFICIENT_ACCESS_OR_READONLY':
    case 'INVALID_SESSION_ID':
      return new Failure('forbidden', text, detail);
    default:
      return reply.status >= 500 ? null : new Failure('rejected', text, detail);
  }
}
