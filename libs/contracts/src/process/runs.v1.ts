import { Choice, Code, Facts, Flag, ListOf, Minutes, Moment, Nested, Text, TextList, Whole } from '../fields.js';
import { MoneyValue, Page, PageQuery } from '../shared.js';

export const runStates = ['running', 'waiting', 'parked', 'undoing', 'completed', 'cancelled'] as const;
export type RunState = (typeof runStates)[number];

/** One try of one step. */
export class AttemptView {
  @Whole('Number of the try', { min: 1 })
  attempt!: number;

  @Moment('Began')
  startedAt!: string;

  @Moment('Ended', { nullable: true })
  finishedAt!: string | null;

  @Choice('How it ended', ['done', 'failed', 'running'])
  outcome!: 'done' | 'failed' | 'running';

  @Text('Kind of the failure', { nullable: true, max: 40 })
  kind!: string | null;

  @Text('What went wrong', { nullable: true, max: 2000 })
  failure!: string | null;
}

/** One step of a run. */
export class StepView {
  @Text('Name')
  name!: string;

  @Choice('What it does', ['read', 'act', 'check', 'publish', 'wait', 'child'])
  kind!: 'read' | 'act' | 'check' | 'publish' | 'wait' | 'child';

  @Choice('Where it stands', ['intent', 'done', 'deferred', 'undoing', 'undone', 'undo-failed'])
  state!: 'intent' | 'done' | 'deferred' | 'undoing' | 'undone' | 'undo-failed';

  @Moment('Began')
  startedAt!: string;

  @Moment('Ended', { nullable: true })
  finishedAt!: string | null;

  @Facts('Ids other systems gave, where the step made something', { nullable: true })
  refs!: Record<string, unknown> | null;

  @Code('Of an act: its idempotency key, by which system and vendor tell a repeat', { nullable: true })
  key!: string | null;

  @ListOf('Every try', () => AttemptView, { max: 200 })
  attempts!: AttemptView[];
}

/** What a run is about, in the firm's words. */
export class BusinessContext {
  @Text('Our project code', { nullable: true, max: 120 })
  project!: string | null;

  @Text('Client', { nullable: true })
  client!: string | null;

  @Text('Legal entity code', { nullable: true, max: 60 })
  legalEntity!: string | null;

  @Text('Billing cycle, e.g. 2026-10', { nullable: true, max: 20 })
  billingCycle!: string | null;

  @Minutes('Time at risk while it does not go on', { nullable: true, optional: true, signed: true })
  minutes?: number | null;

  @Nested('Money at risk while it does not go on', () => MoneyValue, { nullable: true, classification: 'confidential' })
  moneyAtRisk!: MoneyValue | null;
}

/** A workflow at work on one thing. */
export class RunSummary {
  @Code('Id')
  id!: string;

  @Code('Workflow')
  workflow!: string;

  @Whole('Version of the workflow it runs on', { min: 1 })
  version!: number;

  @Text('What it works on: the same key is the same run', { max: 200 })
  key!: string;

  @Text('In the firm’s words', { max: 300 })
  title!: string;

  @Choice('State', runStates)
  state!: RunState;

  @Text('What it waits for', { nullable: true, max: 500 })
  waitingFor!: string | null;

  @Moment('When it will be looked at again', { nullable: true })
  wakeAt!: string | null;

  @Nested('What it is about', () => BusinessContext)
  business!: BusinessContext;

  @Code('Follows the work through every system')
  correlationId!: string;

  @Moment('Began')
  createdAt!: string;

  @Moment('Last change')
  updatedAt!: string;
}

export const waitKinds = ['event', 'date', 'decision', 'run'] as const;

/** What a run waits for at one of its steps. */
export class WaitView {
  @Text('Step at which it waits', { max: 300 })
  step!: string;

  @Choice('What for: an event, a date, a person’s decision or a run it began', waitKinds)
  kind!: (typeof waitKinds)[number];

  @Moment('Since when')
  since!: string;

  @Moment('Until when at the latest', { nullable: true })
  until!: string | null;

  @TextList('Who may decide: any of these roles; nobody where it waits for something else')
  roles!: string[];

  @Flag('Whether the person who asked for the run may not decide')
  fourEyes!: boolean;
}

/** A run with everything it did. */
export class RunView extends RunSummary {
  @ListOf('Steps, in order', () => StepView, { max: 500 })
  steps!: StepView[];

  @ListOf('What it waits for, longest first', () => WaitView, { max: 500 })
  waits!: WaitView[];

  @Code('Run that began it', { nullable: true })
  parent!: string | null;

  @ListOf('Runs it began or left a step to, oldest first', () => RunSummary, { max: 500 })
  children!: RunSummary[];

  @Flag('It only says what it would do')
  dry!: boolean;
}

/** A run, and its place in the list. */
export class ListedRun extends RunSummary {
  @Text('`cursor` of what comes after it', { max: 500 })
  cursor!: string;
}

/** One page of runs. */
export class RunPage extends Page {
  @ListOf('Runs', () => ListedRun, { max: 200 })
  items!: ListedRun[];
}

/** Which runs to list. */
export class RunQuery extends PageQuery {
  @Choice('Only in this state', runStates, { optional: true })
  state?: RunState;

  @Code('Only of this workflow', { optional: true })
  workflow?: string;

  @Text('Only with this key', { optional: true, max: 200 })
  key?: string;

  @Text('Only with this in title, key, project, client or correlation id', { optional: true })
  text?: string;

  @Text('Only with a step that has this word in its name, e.g. `ERP`', { optional: true, max: 60 })
  step?: string;
}

/** What a person says where a run waits for it. */
export class DecisionRequest {
  @Text('Step at which the run waits', { max: 300 })
  step!: string;

  @Choice('approve: go on, which also lifts a hold; reject: stop the run', ['approve', 'reject'])
  decision!: 'approve' | 'reject';

  @Text('Why; kept with the run', { max: 1000 })
  reason!: string;
}

/** From where a run is to be run again. */
export class RerunRequest {
  @Text('Step from which everything is asked for again', { max: 300 })
  from!: string;

  @Facts('Where the step is a read: the fields and their right values', { optional: true })
  changes?: Record<string, unknown>;

  @Text('Why; kept with the exception it settles', { max: 1000 })
  reason!: string;
}

/** Why a run is taken back. */
export class CancelRequest {
  @Text('Why; kept with the exception it settles', { max: 1000 })
  reason!: string;
}
