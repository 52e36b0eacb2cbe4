import { freshTokenAsked, retryAfter, type VendorReply } from '#connector';
import { Failure, type FieldProblem } from '#kernel';

interface Detail {
  message?: string;
  propertyref?: string;
  target?: string;
  severity?: string;
}

interface ODataError {
  code?: string;
  message?: { value?: string };
  innererror?: { errordetails?: Detail[] };
}

const notAssigned = '/IWFND/MED/170';

/** The code decides before the status: a service that was not opened to us must not look like a missing record. */
export function classify(reply: VendorReply): Failure | null {
  const { status, headers } = reply;
  const asked = freshTokenAsked(reply);
  if (asked) return asked;
  const { error } = (reply.body ?? {}) as { error?: ODataError };
  const details = (error?.innererror?.errordetails ?? []).filter(({ severity }) => !severity || severity === 'error');
  const text = `S/4HANA: ${messages(error, details) || `HTTP ${status}`}`;
  if (status === 429) return new Failure('throttled', text, retryAfter(reply));
  // Whoever says when to come back has not begun.
  if (status === 503 && headers.has('retry-after')) return new Failure('unavailable', text, retryAfter(reply));
  if (!error || status === 401 || status >= 500) return null;
  const code = error.code ? { code: error.code } : {};
  if (error.code?.startsWith(notAssigned) || status === 403)
    return new Failure('forbidden', text, { ...code, remedy: 'assign the communication scenario to our user in SAP' });
  if (status === 404) return new Failure('not-found', text, code);
  if (status === 412) return new Failure('conflict', text, { ...code, remedy: 'somebody changed it meanwhile: retry' });
  return new Failure('rejected', text, { ...code, fields: fieldsOf(details) });
}

/** SAP repeats the main message among the details. */
const messages = (error: ODataError | undefined, details: Detail[]): string =>
  [...new Set([error?.message?.value, ...details.map(({ message }) => message)])].filter(Boolean).join('; ');

const fieldsOf = (details: Detail[]): FieldProblem[] =>
  details.flatMap(({ target, propertyref, message }) => {
    const field = target || propertyref;
    return field ? [{ field, message: message ?? 'is not valid' }] : [];
  });
