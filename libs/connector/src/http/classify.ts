import { Failure, type FailureDetail, type FailureKind, type FieldProblem } from '#kernel';
import { checkCredentials } from './session.js';
import type { VendorReply, VendorRequest } from './vendor.js';

/** Whether a request leaves everything as it is. */
export const asks = (request: VendorRequest): boolean => request.method === 'GET' || request.asks === true;

/** Where nothing can have happened, another try is harmless; a write that got no answer is another matter. */
const unanswered = (request: VendorRequest): FailureKind => (asks(request) ? 'unavailable' : 'outcome-unknown');

const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'EHOSTUNREACH']);

export function networkFailure(instance: string, request: VendorRequest, error: unknown): Failure {
  const { code: told, name = 'unknown' } = error as { code?: unknown; name?: string };
  // A time-out has a number for a code.
  const code = typeof told === 'string' ? told : name;
  if (neverSent.has(code))
    return new Failure('unavailable', `${instance} cannot be reached (${code})`, { cause: error });
  const text = `${instance} gave no complete answer to ${nameOf(request)} (${code})`;
  return new Failure(unanswered(request), text, { cause: error });
}

export const unreadable = (instance: string, request: VendorRequest, what: string): Failure =>
  new Failure(unanswered(request), `${instance} answered with ${what} instead of JSON to ${nameOf(request)}`, {
    code: 'unreadable-reply',
  });

/** What a reply means where the vendor's own rules say nothing about it. */
export function defaultFailure(instance: string, request: VendorRequest, reply: VendorReply): Failure {
  const text = `${instance} answered ${reply.status} to ${nameOf(request)}`;
  const kind = kindOf(reply.status, request);
  return new Failure(kind, text, {
    ...retryAfter(reply),
    code: `http-${reply.status}`,
    ...(kind === 'forbidden' && { remedy: checkCredentials }),
  });
}

/** Query values may name people; the path alone is enough to find the call. */
const nameOf = ({ method, path }: VendorRequest): string => `${method} ${path.split('?')[0]!}`;

function kindOf(status: number, request: VendorRequest): FailureKind {
  if (status === 401 || status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 409 || status === 412) return 'conflict';
  if (status === 429) return 'throttled';
  return status >= 500 ? unanswered(request) : 'rejected';
}

/** A vendor that is too busy: 429, or 503 where it says when to come back, since whoever says that has not begun. */
export function askedToWait(reply: VendorReply, text: string): Failure | null {
  if (reply.status === 429) return new Failure('throttled', text, retryAfter(reply));
  const isPutOff = reply.status === 503 && reply.headers.has('retry-after');
  return isPutOff ? new Failure('unavailable', text, retryAfter(reply)) : null;
}

/** The fields that a refusal names, in the vendor's words. */
export const refusedFields = (
  problems: { field?: string | undefined; message?: string | null | undefined }[],
): FieldProblem[] =>
  problems.flatMap(({ field, message }) => (field ? [{ field, message: message ?? 'is not valid' }] : []));

/** `Retry-After` in seconds or as a date, where the vendor sent one. */
export function retryAfter(reply: VendorReply): Pick<FailureDetail, 'retryAfterMs'> {
  const text = reply.headers.get('retry-after');
  if (!text) return {};
  const seconds = Number(text);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(text) - Date.now();
  return Number.isFinite(ms) ? { retryAfterMs: Math.max(0, Math.round(ms)) } : {};
}
