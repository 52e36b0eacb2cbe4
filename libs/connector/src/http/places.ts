import { type Priority, reservedShare } from './limits.js';

/** So many who wait go ahead of a poll; then it has its turn, or no change would ever be noticed under load. */
const turnsAhead = 4;

/** Lets no more in at once than there are places; those who wait before polls. */
export class Places {
  private size = 0;
  private passedOver = 0;
  private readonly inside: Record<Priority, number> = { interactive: 0, background: 0 };
  private readonly queues: Record<Priority, (() => void)[]> = { interactive: [], background: [] };

  get inFlight(): number {
    return this.inside.interactive + this.inside.background;
  }

  resize(size: number): void {
    this.size = size;
    this.admit();
  }

  enter(priority: Priority): Promise<void> {
    return new Promise((resolve) => {
      this.queues[priority].push(resolve);
      this.admit();
    });
  }

  leave(priority: Priority): void {
    this.inside[priority] -= 1;
    this.admit();
  }

  private admit(): void {
    for (let next = this.next(); next; next = this.next()) {
      this.passedOver = next === 'background' ? 0 : this.passedOver + 1;
      this.inside[next] += 1;
      this.queues[next].shift()!();
    }
  }

  private next(): Priority | null {
    if (this.inFlight >= this.size) return null;
    const forPolls = Math.max(1, this.size - Math.ceil(this.size * reservedShare));
    const poll = this.queues.background.length > 0 && this.inside.background < forPolls;
    const someone = this.queues.interactive.length > 0;
    if (!poll) this.passedOver = 0;
    if (someone && !(poll && this.passedOver >= turnsAhead)) return 'interactive';
    return poll ? 'background' : null;
  }
}
