/** How a vendor takes a call, or how the process that makes it ends. */
export const moods = ['well', 'away', 'refusing', 'losing the answer', 'killed before', 'killed after'] as const;
export type Mood = (typeof moods)[number];

export type State = 'running' | 'waiting' | 'parked' | 'undoing' | 'completed' | 'cancelled';

/** One worker's turn: the vendor is in this mood at one of its calls, and well at the others. */
export interface Turn {
  mood: Mood;
  at: number;
}

const happens = (mood: Mood): boolean => mood === 'well' || mood === 'losing the answer' || mood === 'killed after';
const kills = (mood: Mood): boolean => mood.startsWith('killed');

/**
 * A run that reads a deal, creates a project, waits until it is active, bills it and says so – as an author of workflows
 * is told that it behaves, without a journal, a lease or a lock.
 */
export class RunModel {
  state: State = 'running';
  /** What the vendor has. */
  readonly records = new Set<string>();
  activated = false;
  private readonly done = new Set<string>();
  private readonly begun = new Set<string>();
  private readonly undone = new Set<string>();
  private listens = false;
  private unwinding = false;
  /** How often the vendor was asked for the deal. */
  asked = 0;

  /** One worker takes the run as far as it goes. */
  advance({ mood, at }: Turn): void {
    let calls = 0;
    const next = (): Mood => (calls++ === at ? mood : 'well');
    if (this.state === 'undoing') this.unwind(next);
    else if (this.state === 'running' || (this.state === 'waiting' && !this.listens)) this.forward(next);
  }

  /** The project's event is delivered. */
  hear(): void {
    if (this.activated) this.listens = false;
  }

  retry(): void {
    this.done.delete('deal');
    this.state = this.unwinding ? 'undoing' : 'running';
  }

  cancel(): void {
    this.state = 'undoing';
    this.unwinding = true;
    this.listens = false;
  }

  private forward(next: () => Mood): void {
    for (const step of ['deal', 'create', 'activated', 'bill']) {
      if (this.done.has(step)) continue;
      if (step === 'activated' ? !this.listen() : !this.call(step, next())) return;
      this.done.add(step);
    }
    this.state = 'completed';
  }

  private listen(): boolean {
    this.listens = !this.activated;
    if (this.listens) this.state = 'waiting';
    return this.activated;
  }

  private call(step: string, mood: Mood): boolean {
    if (step === 'deal') this.asked += 1;
    else {
      this.begun.add(step);
      if (happens(mood)) this.records.add(step);
    }
    if (mood === 'away' || mood === 'losing the answer') this.state = 'waiting';
    if (mood === 'refusing') this.state = 'parked';
    return mood === 'well';
  }

  private unwind(next: () => Mood): void {
    let refused = false;
    let again = false;
    for (const step of ['bill', 'create']) {
      if (!this.begun.has(step) || this.undone.has(step)) continue;
      const mood = next();
      if (happens(mood)) this.records.delete(step);
      if (kills(mood)) return;
      if (mood === 'well') this.undone.add(step);
      else if (mood === 'refusing') refused = true;
      else again = true;
    }
    if (refused) this.state = 'parked';
    else if (!again) this.state = 'cancelled';
  }
}
