import { Failure } from '#kernel';

export const breakerStates = ['closed', 'open', 'half-open'] as const;
export type BreakerState = (typeof breakerStates)[number];

/** Code of the Failure of calls that are not sent. */
export const breakerOpen = 'breaker-open';

/** Outages in a row that open the breaker. */
const tolerated = 5;
const firstPauseMs = 5_000;
const longestPauseMs = 60_000;

/** Spares a vendor that is away, and those who would wait for it: while open, calls fail at once. */
export class Breaker {
  private outages = 0;
  private pauseMs = firstPauseMs;
  private openUntil = 0;
  private current: BreakerState = 'closed';
  private changedAt = new Date();
  private answeredAt: Date | null = null;

  constructor(private readonly name: string) {}

  get state(): BreakerState {
    return this.current;
  }

  /** When the state became what it is. */
  get since(): Date {
    return this.changedAt;
  }

  /** When the vendor last answered, whatever it said; null: not since this process started. */
  get lastAnswer(): Date | null {
    return this.answeredAt;
  }

  /** Fails at once while the vendor is away, or another call finds out whether it still is. */
  check(): void {
    const waitMs = this.openUntil - performance.now();
    if (this.current === 'closed' || (this.current === 'open' && waitMs <= 0)) return;
    throw new Failure(
      'unavailable',
      `${this.name} has been away since ${this.changedAt.toISOString()}; nothing was sent`,
      {
        code: breakerOpen,
        retryAfterMs: Math.max(1_000, Math.ceil(waitMs)),
      },
    );
  }

  /** Does the work unless open. `isOutage` judges a result; of errors, those that mean no proper answer are outages. */
  async guard<T>(work: () => Promise<T>, isOutage: (result: T) => boolean): Promise<T> {
    this.check();
    if (this.current === 'open') this.become('half-open');
    try {
      const result = await work();
      this.note(isOutage(result));
      return result;
    } catch (error) {
      this.note(meansOutage(Failure.from(error)));
      throw error;
    }
  }

  private note(outage: boolean): void {
    if (outage) return this.failed();
    this.outages = 0;
    this.pauseMs = firstPauseMs;
    this.answeredAt = new Date();
    if (this.current !== 'closed') this.become('closed');
  }

  /** A call that left before it opened says nothing new. */
  private failed(): void {
    this.outages += 1;
    if (this.current === 'open' || (this.current === 'closed' && this.outages < tolerated)) return;
    if (this.current === 'half-open') this.pauseMs = Math.min(longestPauseMs, this.pauseMs * 2);
    this.openUntil = performance.now() + this.pauseMs;
    this.become('open');
  }

  private become(state: BreakerState): void {
    // Half-open and open again are the same outage.
    if (state === 'closed' || this.current === 'closed') this.changedAt = new Date();
    this.current = state;
  }
}

/** Refusals, throttling and unknown records are answers. */
export const meansOutage = ({ kind }: Failure): boolean => kind === 'unavailable' || kind === 'outcome-unknown';
