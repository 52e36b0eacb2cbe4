import { Failure } from '#kernel';
import type { Desk } from './desk.js';
import type { PlannedDeed } from './life.js';

const prefix = 'living ';

/** What of a plan is done, as the sandbox remembers it over restarts. */
export class Diary {
  private constructor(
    readonly seed: number,
    /** What is done, by its number in the plan. */
    private readonly deeds: Map<number, { habit: string; result: unknown }>,
  ) {}

  /** Failure: `conflict` where the firm lives by another seed already. Without a seed it goes on by its own, or by 1. */
  static async open(desk: Desk, asked: number | null): Promise<Diary> {
    const done = (await desk.done(prefix)).map(({ what, result }) => {
      const [seed, number, habit] = what.slice(prefix.length).split(' ') as [string, string, string];
      return { seed: Number(seed), number: Number(number), habit, result };
    });
    const begunBy = done[0]?.seed ?? null;
    if (begunBy !== null && asked !== null && asked !== begunBy)
      throw new Failure('conflict', `--seed ${asked}: the firm lives by seed ${begunBy} already`, {
        remedy: `leave --seed out to go on, or begin anew with --reset --seed ${asked}`,
      });
    return new Diary(begunBy ?? asked ?? 1, new Map(done.map(({ number, ...one }) => [number, one])));
  }

  /** Deeds of the plan that have been begun: every later one is still to come. */
  get begun(): number {
    return [...this.deeds.keys()].reduce((last, number) => Math.max(last, number), -1) + 1;
  }

  has({ number }: PlannedDeed): boolean {
    return this.deeds.has(number);
  }

  /** Whether a deed that is done was another in the plan of its time. */
  contradicts({ number, habit }: PlannedDeed): boolean {
    return this.deeds.has(number) && this.deeds.get(number)!.habit !== habit;
  }

  nameOf({ number, habit }: PlannedDeed): string {
    return `${prefix}${this.seed} ${number} ${habit}`;
  }

  note({ number, habit }: PlannedDeed, result: unknown): void {
    this.deeds.set(number, { habit, result });
  }

  /** The vendor's id of what a deed made; null where it made nothing. */
  recordOf(number: number): string | null {
    const result = this.deeds.get(number)?.result as { id?: string } | null | undefined;
    return result?.id ?? null;
  }
}
