import { Choice, Code, Flag, ListOf, Moment, Nested, Text, TextList, Whole } from '../fields.js';
import { BillingTotal, InvoiceView } from '../process/billing.v1.js';
import { CaseView, MissingPart } from '../process/operations.v1.js';
import { runStates, type RunState } from '../process/runs.v1.js';
import { MoneyValue } from '../shared.js';

/** How many of something there are. */
export class Tally {
  @Text('What is counted', { max: 80 })
  name!: string;

  @Whole('How many')
  count!: number;
}

/** Where the firm stands, in one look. */
export class Overview {
  @ListOf('Workers by state of their onboarding', () => Tally, { max: 20 })
  workers!: Tally[];

  @ListOf('Deals by state of their mobilisation', () => Tally, { max: 20 })
  deals!: Tally[];

  @ListOf('Billed so far, a currency each', () => MoneyValue, { max: 20 })
  billed!: MoneyValue[];

  @ListOf('Money at risk in open cases, a currency each', () => MoneyValue, { max: 20 })
  atRisk!: MoneyValue[];

  @Whole('Open cases')
  openCases!: number;

  @ListOf('Parts that could not be had', () => MissingPart, { max: 20 })
  missing!: MissingPart[];
}

/** A deal on its way from won to billed. */
export class LineSummary {
  @Code('Key of the line: the deal’s own code')
  key!: string;

  @Text('Name')
  title!: string;

  @Text('Client', { nullable: true })
  client!: string | null;

  @Text('Our project code', { nullable: true, max: 120 })
  project!: string | null;

  @Text('Legal entity', { nullable: true, max: 60 })
  legalEntity!: string | null;

  @Choice('State of the mobilisation', runStates)
  state!: RunState;

  @Nested('Value of the deal', () => MoneyValue, { nullable: true, classification: 'confidential' })
  value!: MoneyValue | null;

  @Nested('Billed so far', () => MoneyValue, { nullable: true, classification: 'confidential' })
  billed!: MoneyValue | null;

  @Whole('Open cases')
  openCases!: number;
}

/** Deals on their way. */
export class LineList {
  @ListOf('Lines', () => LineSummary, { max: 1000 })
  items!: LineSummary[];

  @ListOf('Parts that could not be had', () => MissingPart, { max: 20 })
  missing!: MissingPart[];
}

/** A yes or no that a line waits for. */
export class LineDecision {
  @TextList('Who may say it: any of these roles')
  roles!: string[];

  @Flag('Whether the person who asked for it may not')
  fourEyes!: boolean;

  @Moment('Since when it waits')
  since!: string;
}

/** One thing that happened, or is to happen, in one system. */
export class LineStep {
  @Text('System: CRM, ERP, PSA, scheduling, HR, identity or gateway', { max: 40 })
  system!: string;

  @Text('What')
  what!: string;

  @Choice('State', ['done', 'stopped', 'running', 'undone'])
  state!: 'done' | 'stopped' | 'running' | 'undone';

  @Moment('When')
  at!: string;

  @Whole('Tries it took')
  tries!: number;

  @Text('Id in that system', { nullable: true, max: 120 })
  recordId!: string | null;

  @Text('Address of the record there, where the system has one for people', { nullable: true, max: 500 })
  recordUrl!: string | null;

  @Text('What went wrong', { nullable: true, max: 2000 })
  failure!: string | null;

  @Nested('What somebody has to decide here', () => LineDecision, { nullable: true })
  decision!: LineDecision | null;
}

/** A deal or a worker across every system. */
export class LineView extends LineSummary {
  @Code('Follows the work through every system')
  correlationId!: string;

  @ListOf('Steps in order', () => LineStep, { max: 500 })
  steps!: LineStep[];

  @ListOf('Approved time by state', () => BillingTotal, { max: 100 })
  time!: BillingTotal[];

  @ListOf('Invoices', () => InvoiceView, { max: 500 })
  invoices!: InvoiceView[];

  @ListOf('Open cases', () => CaseView, { max: 500 })
  cases!: CaseView[];

  @ListOf('Parts that could not be had', () => MissingPart, { max: 20 })
  missing!: MissingPart[];
}
