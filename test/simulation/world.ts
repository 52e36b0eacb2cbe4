/** Every fault that can befall an episode; a run in which one of them never happened proves nothing. */
export const faultKinds = [
  'lost reply',
  'late commit',
  'never arrived',
  'refused',
  'index lag',
  'unreadable',
  'killed before a step',
  'killed after a step',
  'paused before a step',
  'paused after a step',
  'slow start',
  'commit without answer',
  'concurrent callers',
  'clock off',
  'release',
  'twin made by a person',
  'partial batch',
  'unanswered item',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** Numbers that are the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Node turns to the next tick only when no promise is left to settle. */
const promisesToSettle = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));

/** One episode's time, chance and record of what happened. Nothing in it waits for a real clock. */
export class World {
  now = 0;
  readonly happened = new Map<FaultKind, number>();
  readonly timeline: string[] = [];
  private readonly random: () => number;
  private readonly intensity: number;
  private readonly queue: { at: number; act: () => void }[] = [];

  constructor(
    readonly seed: number,
    private readonly tracing: boolean,
    readonly calmFrom = 600_000,
  ) {
    this.random = randomNumbers(seed);
    this.intensity = this.chance(0.5) ? 0.4 : 1;
  }

  chance(probability: number): boolean {
    return this.random() < probability;
  }

  /** A whole number from `low` up to, not including, `high`. */
  between(low: number, high: number): number {
    return low + Math.floor(this.random() * (high - low));
  }

  pick<T>(items: readonly T[]): T {
    return items[this.between(0, items.length)]!;
  }

  /** Whether a fault strikes here; never once calm has come. */
  strikes(kind: FaultKind, probability: number): boolean {
    if (this.now >= this.calmFrom || !this.chance(probability * this.intensity)) return false;
    this.note(kind);
    return true;
  }

  note(kind: FaultKind): void {
    this.happened.set(kind, (this.happened.get(kind) ?? 0) + 1);
    this.tell(`FAULT ${kind}`);
  }

  tell(text: string): void {
    if (this.tracing) this.timeline.push(`${(this.now / 1000).toFixed(3).padStart(9)} s  ${text}`);
  }

  after(ms: number, act: () => void): void {
    const at = this.now + ms;
    let place = this.queue.length;
    while (place > 0 && this.queue[place - 1]!.at <= at) place -= 1;
    this.queue.splice(place, 0, { at, act });
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve));
  }

  /** One thing after the other, until nothing is left to happen or `end` is reached. */
  async run(end: number): Promise<void> {
    await promisesToSettle();
    for (let event = this.queue.pop(); event && event.at <= end; event = this.queue.pop()) {
      this.now = event.at;
      event.act();
      await promisesToSettle();
    }
  }
}
