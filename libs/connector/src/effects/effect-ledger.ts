import { derivedId, failpoint, Failure, fingerprint } from '#kernel';
import { currentContext, durationMs } from '#platform';
import type { Vendor } from '../http/vendor.js';
import type { ItemOutcome, Sent, Write } from '../operations.js';
import type { Written } from '../ownership/written.js';
import type { EffectRepository } from './effect.repository.js';
import { fencedOff, stopped, unsettled } from './effect-failures.js';
import { look, settledOf } from './looking.js';
import {
  type Attempt,
  certainlyNothing,
  doubtWhenSending,
  leaseMs,
  mayLeave,
  type Memo,
  next,
  sendsAtOnce,
} from './protocol.js';

export interface Intent {
  vendor: Vendor;
  operation: string;
  write: Write<unknown, unknown>;
  input: unknown;
  /** The caller's idempotency key. */
  key: string;
  /** What it says about attributes that somebody can own. */
  written?: Written | null;
}

/** Where effects are kept. */
export type Effects = Pick<EffectRepository, keyof EffectRepository>;

/** This process's own clock: durations only, since what counts is timed by the database. */
export interface Clock {
  /** Milliseconds, never set back. */
  now(): number;
  /** Beats until the function that is answered is called. */
  every(ms: number, beat: () => void): () => void;
}

const processClock: Clock = {
  now: () => performance.now(),
  every: (ms, beat) => {
    const timer = setInterval(beat, ms);
    return () => clearInterval(timer);
  },
};

export interface Claim extends Intent {
  id: string;
  fence: number;
  attempt: Attempt;
  /** What the vendor answered or already had. */
  result: unknown;
  /** This process's clock when the lease it knows of ends, in milliseconds. */
  leasedUntil: number;
}

/**
 * Makes a change at a vendor happen once. The intention is noted before anything is sent; an answer that got lost is
 * settled by the write's declared safety; the same key answers with the same result for ever. What to do next is
 * decided by the protocol; this class does it.
 */
export class EffectLedger {
  constructor(
    private readonly effects: Effects,
    private readonly clock: Clock = processClock,
  ) {}

  async perform(intent: Intent): Promise<unknown> {
    const claim = await this.claim(intent);
    const first = next(claim.attempt, leaseMs);
    if (first.do === 'answer') return claim.result;
    // Nothing was claimed, so there is nothing to settle.
    if (claim.attempt.leasedForMs > 0) throw stopped(claim, first);
    failpoint('after-claim');
    const silence = this.clock.every(leaseMs / 3, () => void this.signOfLife(claim));
    return this.settle(claim, () => this.pursue(claim)).finally(silence);
  }

  private async claim(intent: Intent): Promise<Claim> {
    const { vendor, operation, key, input, write } = intent;
    const id = derivedId(vendor.instance, operation, key);
    const print = requestPrint(input);
    const asked = this.clock.now();
    const sending = sendsAtOnce(write.safety.strategy)
      ? { memo: memoOf(intent, {}), quarantineMs: quarantineOf(vendor, write) }
      : null;
    const { before, fence, marked } = await this.effects.claim({
      id,
      instance: vendor.instance,
      operation,
      key,
      fingerprint: print,
      correlationId: currentContext().correlationId,
      leaseMs,
      sending,
      written: intent.written ?? null,
    });
    const attempt: Attempt = {
      ...before,
      ...(marked && sending && { marked, memo: sending.memo }),
      strategy: write.safety.strategy,
      lifetimeMs: write.safety.strategy === 'key' ? write.safety.lifetimeMs : 0,
      sameRequest: before.fingerprint === print,
      rests: quarantineOf(vendor, write) > 0,
      finishes: write.finish !== undefined,
      doubt: before.status === 'sending',
    };
    const claim: Claim = { ...intent, id, fence, attempt, result: before.result, leasedUntil: asked + leaseMs };
    claim.vendor = vendor.forEffect({ id, leaving: () => this.checkLease(claim) });
    return claim;
  }

  /** Waiting for a turn or a session takes its time: the lease is looked at again before the first byte. */
  private checkLease({ leasedUntil }: Claim): void {
    if (!mayLeave(leasedUntil - this.clock.now())) throw fencedOff();
  }

  /** A missed beat is no failure: the lease just ends sooner. */
  private async signOfLife(claim: Claim): Promise<void> {
    const asked = this.clock.now();
    const held = await this.effects.extendLease(claim.id, claim.fence, leaseMs).catch(() => false);
    if (held) claim.leasedUntil = asked + leaseMs;
  }

  private async pursue(claim: Claim): Promise<unknown> {
    const { vendor, write, input } = claim;
    for (;;) {
      const step = next(claim.attempt, claim.leasedUntil - this.clock.now());
      if (step.do === 'stop' || step.do === 'answer') throw stopped(claim, step);
      if (step.do === 'finish') return write.finish ? await write.finish(vendor, input, claim.result) : claim.result;
      Object.assign(claim.attempt, await this[step.do](claim));
    }
  }

  private async reserve({ id, fence, vendor, operation, write, input }: Claim): Promise<Partial<Attempt>> {
    const { reference = id } = input as { reference?: string };
    const { safety } = write;
    const naturalKey = safety.strategy === 'count' ? safety.naturalKey(input) : `${operation} ${reference}`;
    const rests = safety.strategy === 'count';
    return { reserved: await this.effects.reserve(id, fence, vendor.instance, naturalKey, rests) };
  }

  private async look(claim: Claim): Promise<Partial<Attempt>> {
    const { id, fence, vendor, operation } = claim;
    const own = (references: string[]) =>
      this.effects.ownItems({ id, fence, instance: vendor.instance, operation, references });
    const { result, ...learned } = await look(claim, own);
    claim.result = result;
    return learned;
  }

  private async mark(claim: Claim): Promise<Partial<Attempt>> {
    const { id, fence, attempt, vendor, write } = claim;
    const memo = memoOf(claim, attempt.memo);
    const doubt = doubtWhenSending(attempt);
    const marked = await this.effects.markSending({
      id,
      fence,
      memo,
      quarantineMs: quarantineOf(vendor, write),
      sameWindow: doubt,
    });
    // Not ours any more: what was known stays as it is.
    return marked ? { marked, memo, doubt } : { marked };
  }

  private async send(claim: Claim): Promise<Partial<Attempt>> {
    const { vendor, write, input, attempt } = claim;
    failpoint('before-send');
    const sent = sentOf(claim);
    if (write.safety.strategy === 'job') {
      return this.note(claim, { ...attempt.memo, location: await write.safety.submit(vendor, input, sent) });
    }
    claim.result = await write.run(vendor, input, sent);
    return 'references' in write.safety ? this.settleItems(claim, sent.open) : { done: true };
  }

  private async follow(claim: Claim): Promise<Partial<Attempt>> {
    claim.result = await claim.write.run(claim.vendor, claim.input, sentOf(claim));
    return { done: true };
  }

  private async settleItems(claim: Claim, open: string[]): Promise<Partial<Attempt>> {
    const answered = (claim.result as ItemOutcome[]).filter(({ reference }) => open.includes(reference));
    const { memo } = await this.note(claim, {
      ...claim.attempt.memo,
      settled: [...(claim.attempt.memo.settled ?? []), ...answered],
    });
    claim.result = memo.settled;
    if (answered.length === open.length) return { memo, done: true };
    throw new Failure('outcome-unknown', `${open.length - answered.length} items of the batch got no answer`);
  }

  private async note({ id, fence, attempt }: Claim, memo: Memo): Promise<{ memo: Memo }> {
    if (!(await this.effects.note(id, fence, memo))) throw fencedOff();
    attempt.memo = memo;
    return { memo };
  }

  /** Commits what is known about the outcome; only definite refusals return to the start. */
  private async settle(claim: Claim, work: () => Promise<unknown>): Promise<unknown> {
    const { id, fence } = claim;
    try {
      const result = await work();
      failpoint('after-reply');
      // Overtaken: whoever holds the effect now settles it, and that answer is the one to keep.
      if (!(await this.effects.markApplied(id, fence, result))) throw fencedOff();
      failpoint('after-apply');
      return result;
    } catch (error) {
      const failure = Failure.from(error);
      if (certainlyNothing(claim.attempt, failure.kind)) await this.effects.markRefused(id, fence, failure.message);
      else await this.effects.markAmbiguous(id, fence, failure.message);
      throw failure.kind === 'outcome-unknown' ? unsettled(claim, failure) : failure;
    }
  }
}

/** What is noted before the first byte: the body is made once, and has the same bytes when it is sent again. */
function memoOf({ vendor, write: { safety }, input }: Intent, memo: Memo): Memo {
  return 'body' in safety ? { ...memo, body: memo.body ?? JSON.stringify(safety.body(vendor, input)) } : memo;
}

/** What the vendor is sent is what was noted: text that JSON wrote is read and written again without a change. */
function sentOf({ id, attempt: { memo }, write, input }: Claim): Sent {
  const { body, location = null } = memo;
  const references = 'references' in write.safety ? write.safety.references(input) : [];
  return {
    key: body === undefined ? id : derivedId(id, body),
    body: body === undefined ? null : (JSON.parse(body) as unknown),
    location,
    open: references.filter((reference) => !settledOf(memo).has(reference)),
  };
}

function quarantineOf(vendor: Vendor, { safety }: Write<unknown, unknown>): number {
  const declared = 'quarantineMs' in safety ? safety.quarantineMs : undefined;
  if (declared === undefined) return 0;
  const { quarantine } = vendor.config;
  return quarantine ? durationMs(quarantine) : declared;
}

/** Absent is null in our contracts: a release that adds an optional field does not make another request of it. */
const requestPrint = (input: unknown): string =>
  fingerprint(
    JSON.parse(
      JSON.stringify(input ?? null, (_key, value: unknown) =>
        value && typeof value === 'object' && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).filter(([, item]) => item !== null))
          : value,
      ),
    ),
  );
