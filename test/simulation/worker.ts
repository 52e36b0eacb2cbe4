import type { World } from './world.js';

/** One process: it can be killed, paused and revived between any two of its steps, and its wall clock may be wrong. */
export class Worker {
  alive = true;
  /** When it was last held up by a fault. */
  disturbedAt = -Infinity;
  readonly wallClockOffMs: number;
  private pausedUntil = 0;

  constructor(
    private readonly world: World,
    readonly name: string,
  ) {
    const off = world.chance(0.3);
    this.wallClockOffMs = off ? world.pick([-1, 1]) * world.between(5_000, 3_600_000) : 0;
    if (off) world.note('clock off');
  }

  /** A request to the outside: leaves, is served whatever happens to us, and is answered if we still listen. */
  async step<T>(name: string, serve: () => T | Promise<T>, leaving?: () => void): Promise<T> {
    await this.beforeStep(name);
    leaving?.();
    await this.world.sleep(this.latency());
    this.world.tell(`${this.name}: ${name}`);
    const outcome = Promise.resolve().then(serve);
    await outcome.catch(() => undefined);
    if (this.alive && this.world.strikes('killed after a step', 0.02)) this.kill(name);
    if (this.alive && this.world.strikes('paused after a step', 0.03)) this.pause(name);
    await this.world.sleep(this.latency());
    await this.awake();
    return outcome;
  }

  /** Ends only when this process may act; never, where it was killed. */
  async awake(): Promise<void> {
    while (this.alive && this.pausedUntil > this.world.now) await this.world.sleep(this.pausedUntil - this.world.now);
    if (!this.alive) await new Promise<never>(() => undefined);
  }

  every(ms: number, beat: () => void): () => void {
    let beating = true;
    const next = async (): Promise<void> => {
      if (!beating || !this.alive) return;
      await this.awake();
      if (!beating) return;
      beat();
      this.world.after(ms, () => void next());
    };
    this.world.after(ms, () => void next());
    return () => {
      beating = false;
    };
  }

  private async beforeStep(name: string): Promise<void> {
    if (this.world.strikes('killed before a step', 0.02)) this.kill(name);
    if (this.alive && this.world.strikes('slow start', 0.05)) await this.wait(this.world.between(100, 20_000));
    if (this.alive && this.world.strikes('paused before a step', 0.03)) this.pause(name);
    await this.awake();
  }

  /** For its turn, for a session, for a connection. */
  private wait(ms: number): Promise<void> {
    this.disturbedAt = Math.max(this.disturbedAt, this.world.now + ms);
    return this.world.sleep(ms);
  }

  private kill(where: string): void {
    this.world.tell(`${this.name}: KILLED at ${where}`);
    this.alive = false;
  }

  private pause(where: string): void {
    const ms = this.world.chance(0.5) ? this.world.between(100, 20_000) : this.world.between(20_000, 300_000);
    this.world.tell(`${this.name}: PAUSED for ${ms} ms at ${where}`);
    this.pausedUntil = Math.max(this.pausedUntil, this.world.now + ms);
    this.disturbedAt = Math.max(this.disturbedAt, this.pausedUntil);
  }

  private latency(): number {
    return this.world.chance(0.05) ? this.world.between(100, 2_500) : this.world.between(1, 50);
  }
}
