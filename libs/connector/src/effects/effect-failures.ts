import { Failure } from '#kernel';
import type { Claim } from './effect-ledger.js';
import type { Step, StopCode } from './protocol.js';

/** Somebody else holds the effect now and settles it. */
export const fencedOff = (): Failure =>
  new Failure('outcome-unknown', 'another attempt took over', { code: 'fenced-off', retryAfterMs: 1_000 });

/** Why an attempt ends here, said to its caller. */
export function stopped({ id, operation, key, vendor: { instance } }: Claim, step: Step): Failure {
  if (step.do !== 'stop') return new Failure('defect', `${operation} ended at "${step.do}"`);
  const { code, retryAfterMs } = step;
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
  const failures: Record<StopCode, () => Failure> = {
    'key-reused': () =>
      new Failure('rejected', `idempotency key "${key}" was used for another request`, {
        code: 'idempotency-key-reused',
        remedy: 'use a new key for a new request',
      }),
    'in-progress': () => new Failure('conflict', `${operation} with this key is still running`, { code, ...wait }),
    'in-quarantine': () =>
      new Failure('outcome-unknown', `it is too early to look at ${instance} for what was sent`, { code, ...wait }),
    'ambiguous-reference': () =>
      new Failure('conflict', `${operation}: ${instance} holds more records of this change than there can be`, {
        code,
        remedy: 'decide which one is right and remove our reference from the others',
      }),
    'natural-key-busy': () =>
      new Failure('conflict', `${operation}: an earlier change of the same record is not settled yet`, {
        code,
        ...wait,
      }),
    'fenced-off': fencedOff,
    'sent-once': () =>
      new Failure(
        'conflict',
        `${operation} (effect ${id}) may have happened at ${instance}, which does not show what it took`,
        {
          code,
          remedy: 'look there whether it did, and say what you found as docs/operator.md describes',
        },
      ),
  };
  return failures[code]();
}

/** Says which change may have happened, and how its caller finds out. */
export function unsettled({ operation, input }: Claim, failure: Failure): Failure {
  const { reference } = (input ?? {}) as { reference?: unknown };
  const change = typeof reference === 'string' ? `${operation} of ${reference}` : operation;
  return new Failure('outcome-unknown', `${failure.message}; ${change} may have happened`, {
    remedy: 'repeat it with the same Idempotency-Key: what has happened is adopted, what has not is done once',
    ...failure.detail,
  });
}
