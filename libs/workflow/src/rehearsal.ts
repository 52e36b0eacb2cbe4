import { Failure } from '#kernel';
import { type Entry, StepFailed } from './journaling.js';
import type { Held } from './held.js';
import type { RunRepository } from './run.repository.js';

/** What an act answers in a dry run that the workflow gives no better word for. */
const standIn = { id: 'dry-run' };

/** A dry run: reads and checks for real; acts, events, waits and children are only written down. */
export class Rehearsal {
  private ordinal = 0;

  constructor(
    private readonly held: Held,
    private readonly runs: RunRepository,
  ) {}

  async begin(entry: Entry): Promise<unknown> {
    const { name, kind } = entry;
    this.ordinal += 1;
    const step = { name, kind, ordinal: this.ordinal };
    await this.runs.journal.intend(this.held, step);
    const answer = await this.answerTo(entry).catch(async (error: unknown) => {
      const failure = Failure.from(error);
      await this.runs.whileHeld(this.held, (manager) =>
        this.runs.journal.failed(manager, this.held, name, failure.kind, failure.message),
      );
      throw new StepFailed(name, failure, undefined);
    });
    await this.runs.journal.done(this.held, step, answer);
    return answer;
  }

  private async answerTo(entry: Entry): Promise<unknown> {
    switch (entry.kind) {
      case 'read':
      case 'check':
        return entry.ask();
      case 'act':
        return entry.rehearse ? entry.rehearse() : standIn;
      case 'wait':
        return entry.wait.decision ? { approved: true, by: 'nobody', reason: 'dry run' } : null;
      case 'child':
        return { state: 'completed' };
      case 'publish':
        return null;
    }
  }
}
