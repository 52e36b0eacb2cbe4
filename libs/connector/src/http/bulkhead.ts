import { Failure } from '#kernel';

/** Operations at work for each request the vendor takes at once: one thinks or writes to the ledger while another asks. */
const perPlace = 2;
const leastRoom = 4;
/** Longest that an operation is expected to stand in line; whoever asked gives up after a minute. */
const longestLineMs = 15_000;
const longestAwayMs = 300_000;
/** What an operation is thought to take before the first one is over. */
const usualMs = 500;
/** How much the last operation counts in how long one takes. */
const weight = 0.1;

/** How many operations work, how many wait for their turn, and how many can work at once. */
export interface Load {
  inHand: number;
  inLine: number;
  places: number;
}

/**
 * Lets no more operations work at an instance than keep its places busy, some more stand in line, and tells all others when
 * it will be their turn. An operation is several requests: if all were let in, they would share the places among them until
 * none is over before its caller has given up.
 */
export class Bulkhead {
  private readonly room: number;
  private inside = 0;
  private readonly line: (() => void)[] = [];
  private tookMs = usualMs;
  /** The turns that were told last until then, by this process's clock. */
  private toldUntil = 0;

  constructor(
    private readonly name: string,
    concurrency: number,
  ) {
    this.room = Math.max(leastRoom, concurrency * perPlace);
  }

  /** How full it is, in this process. */
  get load(): Load {
    return { inHand: this.inside, inLine: this.line.length, places: this.room };
  }

  /** Failure: `throttled` with the time until its turn, where the line is too long; nothing was done. */
  async do<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    const began = performance.now();
    try {
      return await work();
    } finally {
      this.tookMs += weight * (performance.now() - began - this.tookMs);
      this.leave();
    }
  }

  private enter(): Promise<void> {
    if (this.inside < this.room) {
      this.inside += 1;
      return Promise.resolve();
    }
    const turnMs = this.tookMs / this.room;
    const lineMs = (this.line.length + 1) * turnMs;
    if (lineMs > longestLineMs) return Promise.reject(this.later(lineMs, turnMs));
    return new Promise((resolve) => this.line.push(resolve));
  }

  /** The place goes to the next in line, where somebody stands there. */
  private leave(): void {
    const next = this.line.shift();
    if (next) next();
    else this.inside -= 1;
  }

  /** Each gets a turn of its own, after those in line and those who were told theirs. */
  private later(lineMs: number, turnMs: number): Failure {
    const now = performance.now();
    this.toldUntil = Math.min(Math.max(this.toldUntil, now + lineMs) + turnMs, now + longestAwayMs);
    return new Failure('throttled', `${this.name} has more asked of it than it can do at once`, {
      code: 'line-too-long',
      retryAfterMs: Math.ceil(this.toldUntil - now),
    });
  }
}
