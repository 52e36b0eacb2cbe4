import type { EventType } from '#contracts';
import type { StoredEvent } from '#events';
import type { FailureKind } from '#kernel';
import type { Flow } from './flow.js';

/** How a workflow is looked after. */
export interface WorkflowClass {
  latency: 'near-real-time' | 'scheduled';
  criticality: 'revenue' | 'staffing' | 'reporting';
  recovery: 'compensate' | 'resume';
  /** Time it should take, without what it waits for by design, e.g. `15m`. */
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
  /** Events its bodies wait for. */
  waitsFor?: EventType[];
  run(flow: Flow, input: Input, services: Services): Promise<void>;
}

/** The time a workflow should take, in seconds. */
export const objectiveSeconds = ({ slo }: WorkflowClass): number =>
  Number(slo.slice(0, -1)) * { s: 1, m: 60, h: 3_600, d: 86_400 }[slo.at(-1) as 's' | 'm' | 'h' | 'd'];

/** A workflow whose input is its own business. */
export type AnyWorkflow<Services> = WorkflowDefinition<object, Services>;

export const defineWorkflow = <Input extends object, Services>(
  definition: WorkflowDefinition<Input, Services>,
): WorkflowDefinition<Input, Services> => definition;
