import { Failure } from '#kernel';

/** A short pause is waited out in the call; a longer one is handed back to the caller. */
const longestWaitMs = 2_000;

/** Lets no more requests through to one instance than its vendor allows, and none while it asked us to wait. */
export class Gate {
  private inFlight = 0;
  private readonly queue: (() => void)[] = [];
  private closedUntil = 0;

  constructor(
    private readonly name: string,
    private readonly concurrency: number,
  ) {}

  async pass<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      await this.awaitOpening();
      return await work();
    } finally {
      this.leave();
    }
  }

  /** The vendor asked us to stay away for a while. */
  close(ms: number): void {
    this.closedUntil = Math.max(this.closedUntil, Date.now() + Math.round(ms));
  }

  private async awaitOpening(): Promise<void> {
    for (let wait = this.closedUntil - Date.now(); wait > 0; wait = this.closedUntil - Date.now()) {
      if (wait > longestWaitMs) {
        throw new Failure('throttled', `${this.name} asked us to wait`, {
          retryAfterMs: wait,
          code: 'vendor-throttled',
        });
      }
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }

  private enter(): Promise<void> {
    if (this.inFlight < this.concurrency) {
      this.inFlight += 1;
      return Promise.resolve();
    }
    return new Promise((resolve) => this.queue.push(resolve));
  }

  /** Hands the place to the next in line, or frees it. */
  private leave(): void {
    const next = this.queue.shift();
    if (next) next();
    else this.inFlight -= 1;
  }
}
