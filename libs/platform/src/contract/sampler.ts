const minuteMs = 60_000;

/** Lets a bounded number through a minute, of each kind. */
export class Sampler {
  private window = 0;
  private readonly taken = new Map<string, number>();

  /** `perMinute`: how many of each; `now`: milliseconds since the epoch. */
  constructor(
    private readonly perMinute: number,
    private readonly now: () => number = Date.now,
  ) {}

  takes(kind: string): boolean {
    const window = Math.floor(this.now() / minuteMs);
    if (window !== this.window) this.taken.clear();
    this.window = window;
    const count = this.taken.get(kind) ?? 0;
    if (count >= this.perMinute) return false;
    this.taken.set(kind, count + 1);
    return true;
  }
}
