import { askedToWait, freshTokenAsked, refusedFields, type VendorReply } from '#connector';
import { Failure } from '#kernel';

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
  const { status } = reply;
  const { error } = (reply.body ?? {}) as { error?: ODataError };
  const details = (error?.innererror?.errordetails ?? []).filter(({ severity }) => !severity || severity === 'error');
  const text = `S/4HANA: ${messages(error, details) || `HTTP ${status}`}`;
  const asked = freshTokenAsked(reply) ?? askedToWait(reply, text);
  if (asked) return asked;
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

const fieldsOf = (details: Detail[]) =>
  refusedFields(details.map(({ target, propertyref, message }) => ({ field: target || propertyref, message })));
