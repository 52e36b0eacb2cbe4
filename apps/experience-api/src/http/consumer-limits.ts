import { Failure } from '#kernel';

const windowMs = 60_000;
const usual = 600;

/** How many requests a consumer has a minute, from `EXPERIENCE_REQUESTS_PER_MINUTE`. */
export function requestsPerMinute(env: NodeJS.ProcessEnv): number {
  const text = env.EXPERIENCE_REQUESTS_PER_MINUTE;
  const count = Number(text ?? usual);
  if (Number.isInteger(count) && count > 0) return count;
  throw new Failure('rejected', `EXPERIENCE_REQUESTS_PER_MINUTE "${text}" is not a whole number above 0`);
}

/** Counts the requests of each consumer in this process, in windows of a minute; one that has had its share waits. */
export class ConsumerLimits {
  private readonly counts = new Map<string, number>();
  private endsAt = 0;

  constructor(private readonly perMinute: number) {}

  /** Failure: `throttled` until the window ends. */
  take(consumer: string, now = Date.now()): void {
    if (now >= this.endsAt) {
      this.counts.clear();
      this.endsAt = now + windowMs;
    }
    const count = (this.counts.get(consumer) ?? 0) + 1;
    this.counts.set(consumer, count);
    if (count <= this.perMinute) return;
    throw new Failure('throttled', `"${consumer}" has had its ${this.perMinute} requests of this minute`, {
      code: 'consumer-limit',
      remedy: 'wait, ask with If-None-Match, or follow GET /v1/live instead of asking again and again',
      retryAfterMs: this.endsAt - now,
    });
  }
}
