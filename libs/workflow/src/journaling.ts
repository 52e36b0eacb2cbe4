import type { BusinessContext, EventType } from '#contracts';
import { derivedId, Failure } from '#kernel';
import type { DeferrableKind } from './flow.js';
import type { StepRow } from './journal.js';
import type { RunRow } from './run.repository.js';
import type { NewWait } from './waiting.js';

/** A step could not be done; the run stops here. */
export class StepFailed extends Error {
  constructor(
    readonly step: string,
    readonly failure: Failure,
    readonly corrects: string | undefined,
  ) {
    super(failure.message);
  }
}

/** Reached where nothing new is to begin: what follows is not in the journal. */
export class EndOfJournal extends Error {
  constructor(readonly step: string) {
    super(`"${step}" is not in the journal`);
  }
}

/** A line of a workflow body, as it was written. */
export type Entry = { name: string; corrects?: string } & (
  | { kind: 'read' | 'check'; ask: () => Promise<unknown> }
  | {
      kind: 'act';
      act: (key: string) => Promise<unknown>;
      refused?: (failure: Failure) => Failure;
      rehearse?: () => unknown;
      deferOn?: DeferrableKind[];
    }
  | { kind: 'publish'; event: { type: EventType; subject: string; data: object } }
  | { kind: 'wait'; wait: NewWait }
  | { kind: 'child'; child: { workflow: string; version: number; key: string; input: object } }
);

/** Does what the journal does not answer; `key` makes a repeat of it recognisable. */
export type Begin = (entry: Entry, key: string, known: StepRow | undefined) => Promise<unknown>;

/** For where nothing new is to begin. */
export const beginNothing: Begin = (entry) => Promise.reject(new EndOfJournal(entry.name));

export interface Undo {
  step: string;
  state: StepRow['state'];
  key: string;
  undo: (key: string) => Promise<unknown>;
}

export interface JournalingOptions {
  run: RunRow;
  steps: StepRow[];
  begin: Begin;
  /** Answers given once count, though they are to be asked again. */
  staleCounts: boolean;
}

/** Answers a workflow body from its journal: what is done happens once, what is not is begun. */
export class Journaling {
  readonly undos: Undo[] = [];
  readonly asked = new Map<string, Entry['kind']>();
  title: string;
  business: Partial<BusinessContext>;
  /** Whether the body said what the run is about. */
  described = false;
  readonly run: RunRow;
  private readonly steps: Map<string, StepRow>;

  constructor(private readonly options: JournalingOptions) {
    this.run = options.run;
    this.steps = new Map(options.steps.map((step) => [step.name, step]));
    this.title = this.run.title;
    this.business = this.run.business;
  }

  describe(title: string | undefined, business: Partial<BusinessContext>): void {
    this.described = true;
    this.title = title ?? this.title;
    this.business = { ...this.business, ...business };
  }

  async perform(entry: Entry): Promise<unknown> {
    if (this.asked.has(entry.name)) throw new Failure('defect', `two steps are called "${entry.name}"`);
    this.asked.set(entry.name, entry.kind);
    const known = this.steps.get(entry.name);
    if (known?.state === 'deferred') return undefined;
    if (known && this.isAnswered(known)) return known.result;
    return this.options.begin(entry, this.keyOf(entry.name, known), known);
  }

  /** An intention is enough: what was begun may have happened. */
  offerUndo(step: string, undo: (key: string) => Promise<unknown>): void {
    const known = this.steps.get(step);
    if (known) this.undos.push({ step, state: known.state, key: this.keyOf(`undo ${step}`, known), undo });
  }

  /** What is doubted is asked again, but what was done on the strength of it is taken back on the strength of it. */
  private isAnswered({ state }: StepRow): boolean {
    return state !== 'intent' && (state !== 'stale' || this.options.staleCounts);
  }

  private keyOf(step: string, known: StepRow | undefined): string {
    return stepKey(this.run, step, known?.round);
  }
}

/** The idempotency key of a step; each round is done under a key of its own. */
export const stepKey = ({ workflow, key }: Pick<RunRow, 'workflow' | 'key'>, step: string, round = 0): string =>
  derivedId('step', workflow, key, step, ...(round > 0 ? [round] : []));
