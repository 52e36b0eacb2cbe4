import { Failure, newId } from '#kernel';
import { freshMs } from './budget.js';
import type { Limits, Priority } from './limits.js';
import type { Lease, LimitsRepository, Unused } from './limits.repository.js';
import { Places } from './places.js';

/** A short pause is waited out in the call; a longer one is handed back to the caller. */
const longestWaitMs = 2_000;
/** How often a busy process renews its lease: so late at most it learns that another was asked to wait. */
const renewEveryMs = 500;

/**
 * Lets no more requests through to one instance than its vendor allows, and none while it asked us to wait. What all
 * processes share is leased in portions, so that a busy gate asks the database twice a second and not for each request.
 */
export class Gate {
  private readonly holder = newId();
  private readonly places = new Places();
  private readonly wanted: Record<Priority, number> = { interactive: 0, background: 0 };
  private readonly spent: Record<Priority, number> = { interactive: 0, background: 0 };
  private lease: Lease | null = null;
  private freshUntil = 0;
  private renewing: Promise<void> | null = null;
  private heartbeat: NodeJS.Timeout | null = null;
  private closedUntil = 0;
  /** Set until the others have been told. */
  private closing = false;

  constructor(
    private readonly name: string,
    private readonly limits: Limits,
    private readonly repository: Pick<LimitsRepository, 'lease' | 'release'>,
  ) {}

  /** Requests the vendor takes at once. */
  get concurrency(): number {
    return this.limits.concurrency;
  }

  /** How long the vendor still wants to be left alone, as far as this process knows. */
  get closedForMs(): number {
    return Math.max(0, this.closedUntil - performance.now());
  }

  /** The part of polling's daily budget that is left, 0 to 1. */
  get leftForPolling(): number {
    return this.lease?.leftForPolling ?? 1;
  }

  async pass<T>(priority: Priority, work: () => Promise<T>): Promise<T> {
    this.wanted[priority] += 1;
    try {
      this.keepLease();
      await this.fresh();
      this.refuse(this.closedForMs);
      await this.places.enter(priority);
    } catch (error) {
      this.wanted[priority] -= 1;
      throw error;
    }
    try {
      await this.admission(priority).finally(() => (this.wanted[priority] -= 1));
      return await work();
    } finally {
      this.places.leave(priority);
    }
  }

  /** For a request the vendor keeps open until something happens: it takes no place and is not counted. */
  async passBy<T>(work: () => Promise<T>): Promise<T> {
    this.refuse(this.closedForMs);
    if (this.closedForMs > 0) await new Promise((resolve) => setTimeout(resolve, this.closedForMs));
    return work();
  }

  /** The vendor asked us to stay away for a while: at once here, and in all other processes as soon as they ask. */
  async close(ms: number): Promise<void> {
    this.closedUntil = Math.max(this.closedUntil, performance.now() + Math.round(ms));
    this.closing = true;
    this.keepLease();
    await this.renewing?.catch(() => undefined);
    // Where the database does not answer, the heartbeat tells the others later.
    if (this.closing) await this.renew().catch(() => undefined);
  }

  /** Gives the lease back; what is in flight goes on. */
  async stop(): Promise<void> {
    if (this.heartbeat) clearInterval(this.heartbeat);
    this.heartbeat = null;
    await this.renewing?.catch(() => undefined);
    if (!this.lease) return;
    const unused = this.takeUnused();
    this.lease = null;
    this.freshUntil = 0;
    await this.alone(() => this.repository.release(this.name, this.holder, this.limits, unused));
  }

  private async admission(priority: Priority): Promise<void> {
    for (;;) {
      await this.fresh();
      if (this.closedForMs === 0 && this.take(priority)) return;
      if (this.closedForMs === 0) await this.renew();
      const grant = this.lease?.grants[priority];
      const waitMs = Math.max(this.closedForMs, grant && grant.requests < 1 ? grant.retryInMs : 0);
      this.refuse(waitMs);
      if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }

  private refuse(waitMs: number): void {
    if (waitMs <= longestWaitMs) return;
    const asked = this.closedForMs > 0;
    throw new Failure('throttled', asked ? `${this.name} asked us to wait` : `the budget of ${this.name} is used up`, {
      retryAfterMs: Math.ceil(waitMs),
      code: asked ? 'vendor-throttled' : 'budget-used-up',
    });
  }

  private take(priority: Priority): boolean {
    if (this.limits.perMinute === undefined && this.limits.perDay === undefined) return true;
    // Between two looks at it, the lease may have been given back.
    const grant = this.lease?.grants[priority];
    if (!grant || grant.requests < 1) return false;
    grant.requests -= 1;
    this.spent[priority] += 1;
    return true;
  }

  private async fresh(): Promise<void> {
    while (performance.now() >= this.freshUntil) await this.renew();
  }

  private renew(): Promise<void> {
    return this.alone(() => this.renewNow());
  }

  /** One conversation with the database at a time, shared by all who need it. */
  private alone(work: () => Promise<void>): Promise<void> {
    this.renewing ??= work().finally(() => (this.renewing = null));
    return this.renewing;
  }

  private async renewNow(): Promise<void> {
    const closing = this.closing;
    this.closing = false;
    try {
      const { inFlight } = this.places;
      this.lease = await this.repository.lease(this.name, this.holder, this.limits, {
        inFlight,
        places: inFlight + this.wanted.interactive + this.wanted.background,
        requests: this.requests(),
        unused: this.takeUnused(),
        closeMs: closing ? this.closedForMs : 0,
      });
    } catch (error) {
      this.closing ||= closing;
      throw new Failure('unavailable', `the limits of ${this.name} cannot be read; nothing was sent`, { cause: error });
    }
    const now = performance.now();
    this.freshUntil = now + freshMs;
    if (this.lease.closedForMs > 0) this.closedUntil = Math.max(this.closedUntil, now + this.lease.closedForMs);
    this.places.resize(this.lease.places);
  }

  /** What was used since the last time is likely to be used again. */
  private requests(): Record<Priority, number> {
    const { interactive, background } = this.wanted;
    const asked = {
      interactive: interactive + this.spent.interactive,
      background: background + this.spent.background,
    };
    this.spent.interactive = 0;
    this.spent.background = 0;
    return asked;
  }

  private takeUnused(): Unused | null {
    if (!this.lease) return null;
    const { grants, grantedAt } = this.lease;
    const requests = grants.interactive.requests + grants.background.requests;
    grants.interactive.requests = 0;
    grants.background.requests = 0;
    return requests > 0 ? { grantedAt, requests } : null;
  }

  /** While anybody is inside or waiting, places must not run out of time, and news must come in. */
  private keepLease(): void {
    this.heartbeat ??= setInterval(() => {
      const { interactive, background } = this.wanted;
      const busy = this.closing || this.places.inFlight + interactive + background > 0;
      // Without a database whoever comes next is told so; what is in flight is not held up.
      void (busy ? this.renew() : this.stop()).catch(() => undefined);
    }, renewEveryMs).unref();
  }
}
