import type { FailureKind } from '#kernel';
import type { ItemOutcome, Safety } from '../operations.js';

/** `prepared`: nothing sent, or refused for certain. `sending`: a request may have reached the vendor. */
export type EffectStatus = 'prepared' | 'sending' | 'applied';

/** What must outlive the process that sends. */
export interface Memo {
  /** The body as it was first sent, as text. */
  body?: string;
  /** Where the submitted job is. */
  location?: string;
  /** The ids that were there before anything was sent. */
  counted?: string[];
  /** The items of a batch that are settled. */
  settled?: ItemOutcome[];
}

/** What the vendor showed when it was read: nothing of ours, all of it, or more than there can be. */
export type Seen = 'missing' | 'there' | 'several';

/** Everything one attempt knows: the row as it was claimed, and what has been learned since. */
export interface Attempt {
  strategy: Safety<unknown, unknown>['strategy'];
  /** How long the vendor knows our key; 0 where it knows none. */
  lifetimeMs: number;
  status: EffectStatus;
  sameRequest: boolean;
  leasedForMs: number;
  quarantineMs: number;
  /** Whether an unknown outcome has to rest before the vendor is read. */
  rests: boolean;
  /** Whether something is done to the record after it was created or adopted. */
  finishes: boolean;
  /** Since the vendor may first have seen our key. */
  sentForMs: number;
  memo: Memo;
  /** A request may have reached the vendor, and nothing since has settled it. */
  doubt: boolean;
  /** Whether we are the only one at this natural key. */
  reserved?: boolean;
  seen?: Seen;
  /** Whether the sending was noted; false where another attempt took over. */
  marked?: boolean;
  done?: boolean;
}

export type StopCode =
  | 'key-reused'
  | 'in-progress'
  | 'in-quarantine'
  | 'ambiguous-reference'
  | 'fenced-off'
  | 'natural-key-busy'
  | 'sent-once';

export type Step =
  | { do: 'answer' | 'reserve' | 'look' | 'mark' | 'send' | 'follow' | 'finish' }
  | { do: 'stop'; code: StopCode; retryAfterMs?: number };

/** How long a dead attempt blocks the next; a live one extends it, so that it is never overtaken. */
export const leaseMs = 15_000;
/** A process that was stopped for a while (a suspended machine, a long pause) must not send on an old lease. */
const sendingMarginMs = 5_000;

/** Whether a request may still leave on a lease with so much left. */
export const mayLeave = (leaseLeftMs: number): boolean => leaseLeftMs >= sendingMarginMs;

const stop = (code: StopCode, retryAfterMs?: number): Step => ({
  do: 'stop',
  code,
  ...(retryAfterMs !== undefined && { retryAfterMs }),
});

/** What to do next; the whole protocol, and the only place that decides. Pure: it is simulated as it is. */
export function next(attempt: Attempt, leaseLeftMs: number): Step {
  const { status, sameRequest, leasedForMs, marked, memo } = attempt;
  if (status !== 'prepared' && !sameRequest) return stop('key-reused');
  if (status === 'applied') return { do: 'answer' };
  if (leasedForMs > 0) return stop('in-progress', Math.min(leasedForMs, 2_000));
  if (attempt.done) return { do: 'finish' };
  if (memo.location) return { do: 'follow' };
  if (marked === undefined) return beforeSending(attempt);
  if (!marked || !mayLeave(leaseLeftMs)) return stop('fenced-off', 1_000);
  return attempt.seen === 'there' ? { do: 'finish' } : { do: 'send' };
}

/** What the vendor already has is adopted; only what is certainly missing is sent. */
function beforeSending(attempt: Attempt): Step {
  const { strategy, doubt, quarantineMs, rests, finishes, seen, reserved } = attempt;
  // Two changes of one reference at a time would each look, find nothing, and create.
  if ((strategy === 'count' || strategy === 'reference') && !doubt && !reserved) {
    return reserved === undefined ? { do: 'reserve' } : stop('natural-key-busy', 2_000);
  }
  if (!mustLook(attempt)) return { do: 'mark' };
  if (doubt && quarantineMs > 0 && rests) return stop('in-quarantine', quarantineMs);
  if (seen === undefined) return { do: 'look' };
  if (seen === 'several') return stop('ambiguous-reference');
  if (strategy === 'once' && reserved === false) return stop('natural-key-busy', 2_000);
  if (strategy === 'once' && doubt && seen === 'missing') return stop('sent-once');
  // What is done to an adopted record reaches the vendor too, and may get no answer either.
  return seen === 'there' && !finishes ? { do: 'finish' } : { do: 'mark' };
}

/**
 * Whether nothing has to be learned before a first sending: noting the intention and noting that it is sent are then one
 * commit. A process that dies in between leaves a doubt that a repeat under the same key or id settles.
 */
export const sendsAtOnce = (strategy: Attempt['strategy']): boolean =>
  ['key', 'upsert', 'absolute', 'job'].includes(strategy);

function mustLook({ strategy, doubt, sentForMs, lifetimeMs }: Attempt): boolean {
  if (strategy === 'upsert' || strategy === 'absolute' || strategy === 'job') return false;
  return strategy !== 'key' || (doubt && sentForMs >= lifetimeMs);
}

/** Whether the doubt about earlier requests remains when the next one leaves: only reading the vendor ends it. */
export const doubtWhenSending = ({ strategy, doubt, seen }: Attempt): boolean =>
  doubt && seen === undefined && (strategy === 'key' || strategy === 'job');

/** Whether a failed attempt certainly left nothing behind. */
export function certainlyNothing({ strategy, memo, doubt }: Attempt, kind: FailureKind): boolean {
  if (memo.location) return kind === 'rejected' || kind === 'conflict';
  // Items that are made once may have been settled by other effects, before this one sent anything.
  if (memo.settled?.length && strategy !== 'once') return false;
  return !doubt && kind !== 'outcome-unknown' && kind !== 'defect';
}

/** What a look at the vendor says, given how many records with our reference it holds. */
export const seenOf = (hits: number): Seen => (hits === 0 ? 'missing' : hits === 1 ? 'there' : 'several');

/** Compares what is there with what was counted before sending: exactly one more is ours. */
export function seenSince(counted: string[], now: string[]): { seen: Seen; added: string | null } {
  const added = now.filter((id) => !counted.includes(id));
  const gone = counted.some((id) => !now.includes(id));
  return { seen: gone ? 'several' : seenOf(added.length), added: added[0] ?? null };
}

/** Settles the items of a batch that the vendor shows; several records of one item hold up none of the others. */
export function settleFound(open: string[], found: { reference: string; result: unknown }[]): ItemOutcome[] {
  return open.flatMap((reference): ItemOutcome[] => {
    const hits = found.filter((hit) => hit.reference === reference);
    if (hits.length > 1) return [{ reference, status: 'several' }];
    return hits.map(({ result }) => ({ reference, status: 'applied', result }));
  });
}
