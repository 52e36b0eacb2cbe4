import { askedToWait, type VendorReply } from '#connector';
import { Failure } from '#kernel';

interface ODataError {
  message?: string;
  innererror?: { message?: string };
}

/** Almost everything is 400, in a batch 500; what was refused, and why, stands behind `Infolog:` in the inner message. */
export function classify(reply: VendorReply): Failure | null {
  const { status } = reply;
  const { error } = (reply.body ?? {}) as { error?: ODataError };
  const inner = error?.innererror?.message ?? '';
  const [, infolog] = inner.split('Infolog:');
  const reason = (infolog ?? (inner || error?.message || '')).trim();
  const text = `Dynamics 365: ${reason || `HTTP ${status}`}`;
  const wait = askedToWait(reply, text);
  if (wait) return wait;
  if (!error || status === 401 || status === 403 || (status >= 500 && infolog === undefined)) return null;
  if (status === 404) return new Failure('not-found', text);
  if (status === 412) return new Failure('conflict', text, { remedy: 'somebody changed it meanwhile: retry' });
  if (/update conflict occurred/i.test(reason)) return new Failure('unavailable', text, { code: 'update-conflict' });
  if (/already exists/i.test(reason)) return new Failure('conflict', text, { code: 'already-exists' });
  return new Failure('rejected', text);
}
