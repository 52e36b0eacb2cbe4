import { derivedId, Failure, fingerprint } from '#kernel';
import { currentContext, durationMs } from '#platform';
import type { Vendor } from '../http/vendor.js';
import type { Write } from '../operations.js';
import type { EffectRepository, EffectRow } from './effect.repository.js';

export interface Intent {
  vendor: Vendor;
  operation: string;
  write: Write<unknown, unknown>;
  input: unknown;
  /** The caller's idempotency key. */
  key: string;
}

interface Claim extends Intent {
  id: string;
  fence: number;
  /** An earlier attempt may have reached the vendor, and nothing since has settled it. */
  ambiguous: boolean;
  quarantineLeftMs: number;
  /** This process's monotonic clock when the lease it knows of ends, in milliseconds. */
  leasedUntil: number;
}

/** How long a dead attempt blocks the next; a live one extends it, so that it is never overtaken. */
const leaseMs = 15_000;
/** A process that was stopped for a while (a suspended machine, a long pause) must not send on an old lease. */
const sendingMarginMs = 5_000;

/**
 * Makes a change at a vendor happen once. The intention is noted before anything is sent; an answer that got lost is
 * settled by the write's declared safety; the same key answers with the same result for ever.
 */
export class EffectLedger {
  constructor(private readonly effects: EffectRepository) {}

  async perform(intent: Intent): Promise<unknown> {
    const id = derivedId(intent.vendor.instance, intent.operation, intent.key);
    const print = fingerprint(intent.input);
    const { before, fence } = await this.effects.claim({
      id,
      instance: intent.vendor.instance,
      operation: intent.operation,
      key: intent.key,
      fingerprint: print,
      correlationId: currentContext().correlationId,
      leaseMs,
    });
    if (before.status !== 'prepared' && before.fingerprint !== print) throw reusedKey(intent);
    if (before.status === 'applied') return before.result;
    if (before.leasedForMs > 0) throw inProgress(intent, before);
    const claim = {
      ...intent,
      vendor: intent.vendor.forEffect(id),
      id,
      fence,
      ambiguous: before.status === 'sending',
      quarantineLeftMs: before.quarantineMs,
      leasedUntil: performance.now() + leaseMs,
    };
    const heartbeat = setInterval(() => void this.signOfLife(claim), leaseMs / 3);
    return this.settle(claim, () => this.attempt(claim)).finally(() => clearInterval(heartbeat));
  }

  /** A missed beat is no failure: the lease just ends sooner. */
  private async signOfLife(claim: Claim): Promise<void> {
    const asked = performance.now();
    const held = await this.effects.extendLease(claim.id, claim.fence, leaseMs).catch(() => false);
    if (held) claim.leasedUntil = asked + leaseMs;
  }

  /** What the vendor already has is adopted; only what is certainly missing is sent. */
  private async attempt(claim: Claim): Promise<unknown> {
    const { vendor, write, input } = claim;
    const existing = await this.existing(claim);
    const result = existing ?? (await this.send(claim));
    if (!write.finish) return result;
    // What was sent a moment ago is marked already.
    if (existing) await this.mark(claim);
    return write.finish(vendor, input, result);
  }

  private async existing(claim: Claim): Promise<unknown> {
    const { vendor, write, input, ambiguous, quarantineLeftMs, operation } = claim;
    const { safety } = write;
    if (ambiguous && quarantineLeftMs > 0 && quarantineOf(claim) > 0) {
      throw new Failure('outcome-unknown', `it is too early to look at ${vendor.instance} for what was sent`, {
        code: 'in-quarantine',
        retryAfterMs: quarantineLeftMs,
      });
    }
    if (safety.strategy === 'transition') return safety.isDone(vendor, input);
    if (safety.strategy !== 'reference') return null;
    const found = await safety.find(vendor, input);
    if (found.length > 1) {
      throw new Failure(
        'conflict',
        `${operation}: ${vendor.instance} holds ${found.length} records with our reference`,
        {
          code: 'ambiguous-reference',
          remedy: 'decide which one is right and remove our reference from the others',
        },
      );
    }
    return found[0] ?? null;
  }

  private async send(claim: Claim): Promise<unknown> {
    await this.mark(claim);
    return claim.write.run(claim.vendor, claim.input);
  }

  /** From here on something may reach the vendor; whoever was overtaken ends here. */
  private async mark(claim: Claim): Promise<void> {
    const marked = await this.effects.markSending(claim.id, claim.fence, quarantineOf(claim));
    if (!marked || performance.now() > claim.leasedUntil - sendingMarginMs) {
      throw new Failure('outcome-unknown', 'another attempt took over', { code: 'fenced-off', retryAfterMs: 1_000 });
    }
    claim.ambiguous = false;
  }

  /** Commits what is known about the outcome; only definite refusals return to the start. */
  private async settle(claim: Claim, work: () => Promise<unknown>): Promise<unknown> {
    const { id, fence } = claim;
    try {
      const result = await work();
      await this.effects.markApplied(id, fence, result);
      return result;
    } catch (error) {
      const failure = Failure.from(error);
      const unknown = claim.ambiguous || failure.kind === 'outcome-unknown' || failure.kind === 'defect';
      if (unknown) await this.effects.markAmbiguous(id, fence, failure.message);
      else await this.effects.markRefused(id, fence, failure.message);
      throw failure.kind === 'outcome-unknown' ? unsettled(claim, failure) : failure;
    }
  }
}

function quarantineOf({ vendor, write }: Claim): number {
  const declared = 'quarantineMs' in write.safety ? write.safety.quarantineMs : undefined;
  if (declared === undefined) return 0;
  const { quarantine } = vendor.config;
  return quarantine ? durationMs(quarantine) : declared;
}

/** Says which change may have happened, and how its caller finds out. */
function unsettled({ operation, input }: Claim, failure: Failure): Failure {
  const { reference } = input as { reference?: unknown };
  const change = typeof reference === 'string' ? `${operation} of ${reference}` : operation;
  return new Failure('outcome-unknown', `${failure.message}; ${change} may have happened`, {
    remedy: 'repeat it with the same Idempotency-Key: what has happened is adopted, what has not is done once',
    ...failure.detail,
  });
}

const reusedKey = (intent: Intent): Failure =>
  new Failure('rejected', `idempotency key "${intent.key}" was used for another request`, {
    code: 'idempotency-key-reused',
    remedy: 'use a new key for a new request',
  });

const inProgress = (intent: Intent, before: EffectRow): Failure =>
  new Failure('conflict', `${intent.operation} with this key is still running`, {
    code: 'in-progress',
    retryAfterMs: Math.min(before.leasedForMs, 2_000),
  });
