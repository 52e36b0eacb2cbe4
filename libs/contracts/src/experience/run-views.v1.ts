import { Choice, Code, Flag, ListOf, Moment, Nested, Text, TextList, Whole } from '../fields.js';
import { MissingPart } from '../process/operations.v1.js';
import { RunSummary, runStates, type RunState, StepView, WaitView } from '../process/runs.v1.js';
import { Page, PageQuery } from '../shared.js';
import { Dated, KpiView } from './kpis.v1.js';

export const runProcesses = [
  'process-workforce',
  'process-projects',
  'process-billing',
  'process-staffing',
  'process-operations',
] as const;
export type RunProcess = (typeof runProcesses)[number];

export const stepSystems = ['CRM', 'HR', 'identity', 'ERP', 'PSA', 'scheduling', 'gateway'] as const;
export type StepSystem = (typeof stepSystems)[number];

/** What is in no other system is in the gateway, and is no reason to look for a run. */
export const searchedSystems = ['CRM', 'HR', 'identity', 'ERP', 'PSA', 'scheduling'] as const;
export type SearchedSystem = (typeof searchedSystems)[number];

/** A run, and the process API that owns it. */
export class OwnedRun extends RunSummary {
  @Choice('Process API that owns it', runProcesses)
  process!: RunProcess;
}

/** Runs of every process API, latest change first. */
export class OwnedRunPage extends Page {
  @ListOf('Runs', () => OwnedRun, { max: 200 })
  items!: OwnedRun[];

  @ListOf('Process APIs that gave no answer; their runs are left out', () => MissingPart, { max: 20 })
  missing!: MissingPart[];
}

/** Which runs to list. */
export class OwnedRunQuery extends PageQuery {
  @Choice('Only of this process API', runProcesses, { optional: true })
  process?: RunProcess;

  @Code('Only of this workflow', { optional: true })
  workflow?: string;

  @Choice('Only in this state', runStates, { optional: true })
  state?: RunState;

  @Choice('Only with a step that names this system', searchedSystems, { optional: true })
  system?: SearchedSystem;

  @Text('Only with this in title, key, project, client or correlation id', { optional: true })
  text?: string;
}

/** Which run of which process API. */
export class OwnedRunPath {
  @Choice('Process API that owns it', runProcesses)
  process!: RunProcess;

  @Code('Run')
  run!: string;
}

/** A step, and where it acts. */
export class TimelineStep extends StepView {
  @Choice('System', stepSystems)
  system!: StepSystem;

  @Whole('From its first try to its last, or to now, in seconds')
  seconds!: number;

  @Nested('What it waits for; null where it waits for nothing', () => WaitView, { nullable: true })
  wait!: WaitView | null;
}

/** A run across systems, with every try. */
export class RunTimeline extends OwnedRun {
  @ListOf('Steps, in order', () => TimelineStep, { max: 500 })
  steps!: TimelineStep[];

  @Code('Run that began it', { nullable: true })
  parent!: string | null;

  @ListOf('Runs it began or left a step to, oldest first', () => OwnedRun, { max: 500 })
  children!: OwnedRun[];

  @Flag('It only says what it would do')
  dry!: boolean;

  @TextList('What a person may do with it now: rerun, cancel, rehearse', { max: 3 })
  controls!: string[];
}

/** How a workflow keeps the time it should take, over the window. */
export class ObjectiveView {
  @Code('Workflow')
  workflow!: string;

  @Code('Process API')
  process!: string;

  @Whole('Time it should take, without what it waits for by design, in seconds', { min: 1 })
  objectiveSeconds!: number;

  @Text('Runs that are to be in time, in percent', { max: 10 })
  target!: string;

  @Whole('Runs that were completed')
  ended!: number;

  @Whole('Of these, those that took longer')
  late!: number;

  @Text('Runs in time, in percent', { max: 10 })
  inTime!: string;

  @Whole('How long half of them took at most, in seconds')
  medianSeconds!: number;

  @Text('What is left of the runs that may be late, in percent; below 0 where more were', { max: 20 })
  budgetLeft!: string;

  @Text('How many times as fast as it may the budget went in the last day; null where nothing ended', {
    nullable: true,
    max: 20,
  })
  burn!: string | null;
}

/** A run that took longer than it should. */
export class LateRun {
  @Code('Process API')
  process!: string;

  @Code('Run')
  run!: string;

  @Code('Workflow')
  workflow!: string;

  @Text('In the firm’s words', { nullable: true, max: 300 })
  title!: string | null;

  @Whole('How long it took, without what it waited for by design, in seconds')
  seconds!: number;

  @Moment('Ended')
  endedAt!: string;
}

/** Every workflow against its objective, the budget spent furthest first. */
export class ObjectiveList extends Dated {
  @Nested('The share of runs in time, as a figure of the firm', () => KpiView)
  figure!: KpiView;

  @Whole('Days that count', { min: 1 })
  days!: number;

  @ListOf('Workflows', () => ObjectiveView, { max: 500 })
  items!: ObjectiveView[];

  @ListOf('The runs that were late by most', () => LateRun, { max: 50 })
  worst!: LateRun[];
}
