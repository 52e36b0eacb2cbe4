import { eventOf, publish, type StoredEvent } from '#events';
import { failpoint, Failure } from '#kernel';
import { classified, type EntityManager } from '#platform';
import { type Entry, EndOfJournal, StepFailed } from './journaling.js';
import type { StepName, StepRow } from './journal.js';
import { type Held, Overtaken } from './held.js';
import type { RunRepository, RunRow } from './run.repository.js';
import { Paused, type Verdict, type WaitRepository } from './waiting.js';

/** Where steps are written. */
export interface JournalParts {
  app: string;
  runs: RunRepository;
  waits: WaitRepository;
  /** Types of events that are delivered to waiting runs. */
  delivered: string[];
}

/**
 * Begins what the journal does not answer: notes it, does it, notes what came of it. The note of what came of it may be
 * on its way while the run goes on: lost with the process, the step is asked again under the same key.
 */
export class Recorder {
  private readonly held: Held;
  private ordinal: number;
  private written: Promise<void> = Promise.resolve();

  constructor(
    private readonly run: RunRow,
    steps: StepRow[],
    private readonly parts: JournalParts,
  ) {
    this.held = { id: run.id, fence: run.fence };
    this.ordinal = Math.max(0, ...steps.map(({ ordinal }) => ordinal));
  }

  async begin(entry: Entry, key: string, known: StepRow | undefined): Promise<unknown> {
    const step = this.stepOf(entry, known);
    failpoint('before-intent');
    if (!isAskedAlready(entry, known)) this.note(step, this.parts.runs.journal.intend(this.held, step));
    // What changes something has to be known of before it happens; a question does not.
    if (!isQuestion(entry)) await this.settled();
    failpoint('after-intent');
    try {
      const result = await this.attempt(entry, key);
      failpoint('after-act');
      await this.done(entry, step, key, result);
      failpoint('after-note');
      return result;
    } catch (error) {
      if (error instanceof Overtaken || error instanceof Paused) throw error;
      return await this.failed(entry, classified(error));
    }
  }

  /** Lets a body come to its end, and everything that was noted for it be written. */
  async settling(body: () => Promise<void>): Promise<void> {
    try {
      await body();
    } finally {
      await this.settled();
    }
  }

  /** Does the one step that was left to this run, on the strength of its parent's journal. */
  async beginDeferred(entry: Entry, key: string, known: StepRow | undefined): Promise<unknown> {
    if (entry.name !== this.run.deferred) throw new EndOfJournal(entry.name);
    return this.begin(entry.kind === 'act' ? { ...entry, deferOn: [] } : entry, key, known);
  }

  private stepOf({ name, kind }: Entry, known: StepRow | undefined): StepName {
    if (!known) this.ordinal += 1;
    return { name, kind, ordinal: known?.ordinal ?? this.ordinal };
  }

  /** A line on its way: the run goes on, and the next line that has to wait waits for this one too. */
  private note({ name }: StepName, line: Promise<void>): void {
    const written = line.catch((error: unknown) => {
      throw error instanceof Overtaken ? error : new StepFailed(name, classified(error), undefined);
    });
    this.written = Promise.all([this.written, written]).then(() => undefined);
    this.written.catch(() => undefined);
  }

  private attempt(entry: Entry, key: string): Promise<unknown> {
    switch (entry.kind) {
      case 'act':
        return entry.act(key);
      case 'wait':
        return this.askWait(entry);
      case 'child':
        return this.askChild(entry);
      case 'publish':
        return Promise.resolve(null);
      case 'read':
      case 'check':
        return entry.ask();
    }
  }

  private async askWait({ name, wait }: Extract<Entry, { kind: 'wait' }>): Promise<unknown> {
    if (wait.event && !this.parts.delivered.includes(wait.event.type)) throw undelivered(wait.event.type);
    const answer = await this.parts.waits.ask(this.held, name, wait);
    if (!answer) throw new Paused(wait.waitingFor);
    if (wait.decision) assertApproved(answer.data as Verdict);
    return answer.data;
  }

  private async askChild({ name, child }: Extract<Entry, { kind: 'child' }>): Promise<unknown> {
    const { correlationId, id: parentId } = this.run;
    const { id } = await this.whileHeld((manager) =>
      this.parts.runs.begin(manager, { ...child, correlationId, parentId }),
    );
    const waitingFor = `${name}: ${child.workflow} "${child.key}"`;
    const answer = await this.parts.waits.ask(this.held, name, { waitingFor, childId: id });
    if (!answer) throw new Paused(waitingFor);
    if ((answer.data as { state: string }).state === 'cancelled') {
      throw new Failure('conflict', `${child.workflow} "${child.key}" was cancelled`, { code: 'child-cancelled' });
    }
    return answer.data;
  }

  private async done(entry: Entry, step: StepName, key: string, result: unknown): Promise<void> {
    const { journal } = this.parts.runs;
    if (entry.kind !== 'publish' && !isWait(entry)) return this.note(step, journal.done(this.held, step, result));
    await this.whileHeld(async (manager) => {
      await journal.doneWith(manager, this.held, step, result);
      if (isWait(entry)) await this.parts.waits.forget(manager, this.run.id, entry.name);
      if (entry.kind === 'publish') await publish(manager, [this.eventOf(entry, key)]);
    });
  }

  /** A step that may be done later is left to a run of its own; any other stops this one. */
  private async failed(entry: Entry, plain: Failure): Promise<undefined> {
    const renamed = entry.kind === 'act' && plain.kind === 'rejected' && entry.refused;
    const failure = renamed ? renamed(plain) : plain;
    const deferrable = entry.kind === 'act' && entry.deferOn?.some((kind) => kind === failure.kind);
    await this.settled();
    await this.whileHeld(async (manager) => {
      await this.parts.runs.journal.failed(manager, this.held, entry.name, failure.kind, failure.message);
      if (isWait(entry)) await this.parts.waits.forget(manager, this.run.id, entry.name);
      if (deferrable) await this.defer(manager, entry.name);
    });
    if (!deferrable) throw new StepFailed(entry.name, failure, entry.corrects);
    return undefined;
  }

  private async defer(manager: EntityManager, step: string): Promise<void> {
    const { id: parentId, workflow, version, key, input, correlationId, title, fence } = this.run;
    const { id } = await this.parts.runs.begin(manager, {
      workflow,
      version,
      input,
      correlationId,
      parentId,
      // The fence tells the child from one of an earlier time the step was asked for.
      key: `${key} / ${step} / ${fence}`,
      title: `${title}: ${step}`,
      deferred: step,
    });
    await this.parts.runs.journal.deferred(manager, this.held, step, id);
  }

  private eventOf({ event }: Extract<Entry, { kind: 'publish' }>, key: string): StoredEvent {
    const { correlationId } = this.run;
    return eventOf({ ...event, source: `/apps/${this.parts.app}`, key, correlationId });
  }

  /** Resolves once every line so far is written; fails where one could not be. */
  private settled(): Promise<void> {
    return this.written;
  }

  private whileHeld<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.parts.runs.whileHeld(this.held, work);
  }
}

/** A run that wakes and finds nothing has not tried again. */
const isAskedAlready = (entry: Entry, known: StepRow | undefined): boolean =>
  known?.state === 'intent' && isWait(entry);

const isQuestion = ({ kind }: Entry): boolean => kind === 'read' || kind === 'check';

const isWait = ({ kind }: Entry): boolean => kind === 'wait' || kind === 'child';

function assertApproved({ approved, by, reason }: Verdict): void {
  if (approved) return;
  throw new Failure('rejected', `${by} said no: ${reason}`, {
    code: 'approval-rejected',
    remedy: 'retry to ask again, or cancel the run',
  });
}

const undelivered = (type: string): Failure =>
  new Failure('defect', `"${type}" would never wake the run: it is not in the waitsFor of the workflow`);
