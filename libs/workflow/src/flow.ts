import type { BusinessContext, EventType } from '#contracts';
import type { Failure } from '#kernel';
import type { WorkflowDefinition } from './definition.js';

export interface StepOptions<T> {
  /** Changes something elsewhere; `key` makes a repeat recognisable. */
  act: (key: string) => Promise<T>;
  /** Takes the change back; it counts from the moment the act was intended, so it must bear that nothing happened. */
  undo?: (key: string) => Promise<unknown>;
  /** Name of the read a correction is laid over when this step is refused. */
  corrects?: string;
  /** Renames a refusal in the firm's words, e.g. as `billing-setup-failed`. */
  refused?: (failure: Failure) => Failure;
  /** What a dry run writes down, and goes on with, instead of the act. */
  rehearse?: () => T;
}

/** Failures after which the work may go on without a step: certainly nothing was done. */
export type DeferrableKind = 'unavailable' | 'throttled';

/** A moment in ISO 8601 (`2026-12-01`, `2026-12-01T08:00:00Z`), or a duration from now on (`P3D`, `PT4H`). */
export type Until = string;

export interface EventWait<T extends object> {
  /** One of the workflow's `waitsFor`. */
  event: EventType<T>;
  /** Only an event about this, e.g. `project/P-7`. */
  subject?: string;
  /** Only an event that says this. */
  data?: Partial<T>;
  deadline?: Until;
}

export interface DecisionOptions {
  /** Any of these roles may decide. */
  roles: string[];
  /** Not by whoever asked for the run. */
  fourEyes?: boolean;
  /** What the decision brings about, in words; shown where it is asked for. */
  impact?: string;
}

/** What a person said. */
export interface Decision {
  by: string;
  reason: string;
}

/** Waits that cost a row and nothing else, for days or months. */
export interface WaitingFlow {
  /** Waits for an event since the run began, also one that came before this line; null once the deadline has passed. */
  waitFor<T extends object>(name: string, wait: EventWait<T>): Promise<T | null>;
  waitUntil(name: string, until: Until): Promise<void>;
  /** Waits while the books of a legal entity are closed: its `postingWindows` in the estate file say when. */
  waitForWindow(name: string, legalEntity: string): Promise<void>;
  /** Waits for a person's yes; a no parks the run as `approval-rejected`. */
  approval(name: string, options: DecisionOptions): Promise<Decision>;
  /** Holds the run for a reason of the business until a person lifts it. */
  hold(name: string, options: DecisionOptions & { reason: string }): Promise<Decision>;
}

export interface ForEachOptions<Item> {
  /** What an item is called, for ever: part of the names of its steps. */
  key: (item: Item) => string;
  /** How many items are worked on at once; one that waits leaves its place to the next. */
  concurrency?: number;
}

type Branches = Record<string, () => Promise<unknown>>;
type BranchResults<B extends Branches> = { [Name in keyof B]: Awaited<ReturnType<B[Name]>> };

/** Several things at once. Each comes to its end before a failure of one of them counts. */
export interface BranchingFlow {
  parallel<B extends Branches>(branches: B): Promise<BranchResults<B>>;
  /** `work` uses the flow it is given: its steps are called `<name> <key>: <step>`. */
  forEach<Item, T>(
    name: string,
    items: Item[],
    options: ForEachOptions<Item>,
    work: (flow: Flow, item: Item) => Promise<T>,
  ): Promise<T[]>;
  /** Begins another workflow as a run of its own and waits for its end. */
  child<Input extends object, Services>(
    name: string,
    workflow: WorkflowDefinition<Input, Services>,
    input: Input,
  ): Promise<void>;
}

/** What a workflow body does with: every line of it is journaled and happens once. */
export interface Flow extends WaitingFlow, BranchingFlow {
  /** Asks another system. Kept for the run; asked again after a person has settled an exception. */
  read<T extends object>(name: string, ask: () => Promise<T>): Promise<T>;
  /** Changes another system, once. */
  step<T>(name: string, options: StepOptions<T>): Promise<T>;
  /** A step the rest can do without: when it cannot be done now a run of its own does it later, and this answers undefined. */
  stepOrDefer<T>(name: string, options: StepOptions<T> & { deferOn: DeferrableKind[] }): Promise<T | undefined>;
  /** Holds the work to a rule; a broken rule parks the run with a named exception. */
  check(name: string, rule: () => void, options?: { corrects?: string }): Promise<void>;
  /** Tells everybody, in the commit that notes it was told. */
  publish<T extends object>(name: string, event: { type: EventType<T>; subject: string; data: T }): Promise<void>;
  /** Says what the run is about; shown with it and with its exceptions. */
  about(context: Partial<BusinessContext> & { title?: string }): void;
}
