import type { BusinessContext } from '#contracts';
import type { EventType } from '#contracts';
import type { Failure, FailureKind } from '#kernel';
import type { StoredEvent } from '#events';

export interface StepOptions<T> {
  /** Changes something elsewhere; `key` makes a repeat recognisable. */
  act: (key: string) => Promise<T>;
  /** Takes the change back; it counts from the moment the act was intended, so it must bear that nothing happened. */
  undo?: (key: string) => Promise<unknown>;
  /** Name of the read a correction is laid over when this step is refused. */
  corrects?: string;
  /** Renames a refusal in the firm's words, e.g. as `billing-setup-failed`. */
  refused?: (failure: Failure) => Failure;
}

/** What a workflow body does with: every line of it is journaled and happens once. */
export interface Flow {
  /** Asks another system. Kept for the run; asked again after a person has settled an exception. */
  read<T extends object>(name: string, ask: () => Promise<T>): Promise<T>;
  /** Changes another system, once. */
  step<T>(name: string, options: StepOptions<T>): Promise<T>;
  /** Holds the work to a rule; a broken rule parks the run with a named exception. */
  check(name: string, rule: () => void, options?: { corrects?: string }): Promise<void>;
  /** Tells everybody, in the commit that notes it was told. */
  publish<T extends object>(name: string, event: { type: EventType<T>; subject: string; data: T }): Promise<void>;
  /** Says what the run is about; shown with it and with its exceptions. */
  about(context: Partial<BusinessContext> & { title?: string }): void;
}

/** How a workflow is looked after. */
export interface WorkflowClass {
  latency: 'near-real-time' | 'scheduled';
  criticality: 'revenue' | 'staffing' | 'reporting';
  recovery: 'compensate' | 'resume';
  /** Time it should take, e.g. `15m`. */
  slo: string;
}

export interface WorkflowDefinition<Input extends object, Services> {
  name: string;
  /** Runs finish on the version they began with. */
  version: number;
  class: WorkflowClass;
  /** Roles that own its exceptions, by kind of failure. */
  owners: Partial<Record<FailureKind, string>> & { default: string };
  /** The same key is the same run. */
  runKey(input: Input): string;
  /** The event that starts it, and the input it starts with. */
  startsOn?: { types: EventType[]; input: (event: StoredEvent) => Input };
  run(flow: Flow, input: Input, services: Services): Promise<void>;
}

/** A workflow whose input is its own business. */
export type AnyWorkflow<Services> = WorkflowDefinition<object, Services>;

export const defineWorkflow = <Input extends object, Services>(
  definition: WorkflowDefinition<Input, Services>,
): WorkflowDefinition<Input, Services> => definition;
