import { IntersectionType } from '@nestjs/swagger';
import { Choice, Code, Facts, Flag, ListOf, Moment, Nested, Text, TextList, Whole } from '../fields.js';
import { Page, PageQuery } from '../shared.js';
import { BusinessContext } from './runs.v1.js';

/** A field that keeps the work from going on. */
export class ExceptionField {
  @Text('Field', { max: 300 })
  field!: string;

  @Text('What is wrong with it', { max: 1000 })
  message!: string;
}

export const resolutionActions = ['retry', 'correct', 'skip', 'cancel'] as const;
export type ResolutionAction = (typeof resolutionActions)[number];

export const correctionKinds = ['text', 'date', 'minutes', 'money', 'flag', 'choice'] as const;

/** A field a correction can put right. */
export class CorrectionField {
  @Text('Field, as `changes` names it')
  field!: string;

  @Text('What it is called, e.g. `Hourly rate`')
  label!: string;

  @Choice('What a right value looks like; money is a MoneyValue, a date `YYYY-MM-DD`', correctionKinds)
  kind!: (typeof correctionKinds)[number];

  @TextList('The values there are to choose from, with `choice`', { max: 20 })
  choices!: string[];

  @Text('What is wrong with it now', { nullable: true, max: 1000 })
  wrong!: string | null;
}

/** What somebody noted about an exception. */
export class ExceptionNote {
  @Text('Who', { max: 200 })
  by!: string;

  @Moment('When')
  at!: string;

  @Text('What', { max: 2000 })
  text!: string;
}

/** Work that stopped and needs a person. */
export class ExceptionView {
  @Code('Id')
  id!: string;

  @Code('Type, e.g. `missing-cost-centre`')
  code!: string;

  @Code('Class in the exception catalogue, e.g. `K11`')
  class!: string;

  @Text('What is wrong, in one sentence', { max: 2000 })
  message!: string;

  @Text('What is behind it, in one sentence', { max: 300 })
  cause!: string;

  @Text('The record concerned', { max: 300 })
  record!: string;

  @Text('What to do about it', { nullable: true, max: 1000 })
  remedy!: string | null;

  @Code('The instance of a platform that it was met at, where it was one', { nullable: true })
  system!: string | null;

  @Code('Role that owns it')
  owner!: string;

  @Text('Who works on it', { nullable: true })
  assignee!: string | null;

  @Moment('When it should be settled', { nullable: true })
  dueAt!: string | null;

  @Whole('How long it has been, or was, open, in seconds')
  ageSeconds!: number;

  @ListOf('Notes, oldest first', () => ExceptionNote, { max: 200 })
  notes!: ExceptionNote[];

  @Choice('State', ['open', 'settled'])
  state!: 'open' | 'settled';

  @ListOf('Fields that are wrong', () => ExceptionField, { max: 200 })
  fields!: ExceptionField[];

  @Text('What a correction changes: the name of the record it is laid over', { nullable: true, max: 120 })
  corrects!: string | null;

  @ListOf(
    'What a correction may say, that which is wrong first; empty where nothing can be corrected here',
    () => CorrectionField,
    {
      max: 200,
    },
  )
  form!: CorrectionField[];

  @Text('What stopped, e.g. `run/…` or `billing-line/TE-kantata-7`', { max: 300 })
  stopped!: string;

  @Code('The run that stopped, where it is one', { nullable: true })
  runId!: string | null;

  @Text('Step that stopped', { nullable: true })
  step!: string | null;

  @Nested('What is at stake', () => BusinessContext)
  business!: BusinessContext;

  @Code('Follows the work through every system')
  correlationId!: string;

  @Moment('Raised')
  createdAt!: string;

  @Moment('Settled', { nullable: true })
  settledAt!: string | null;

  @Text('Who settled it', { nullable: true, max: 200 })
  settledBy!: string | null;

  @Text('How it was settled', { nullable: true, max: 1000 })
  resolution!: string | null;
}

/** What one thing was before and after somebody acted: an id or a state, never a value. */
export class AuditedChange {
  @Text('What', { max: 120 })
  name!: string;

  @Text('Before', { nullable: true, max: 1000 })
  before!: string | null;

  @Text('After', { nullable: true, max: 1000 })
  after!: string | null;
}

/** One entry of the audit log. */
export class AuditEntryView {
  @Whole('Its place in the log of the app', { min: 1 })
  position!: number;

  @Moment('When')
  at!: string;

  @Text('Who')
  by!: string;

  @Code('What was done, e.g. `exception.assign`')
  action!: string;

  @Text('Why', { nullable: true, max: 2000 })
  reason!: string | null;

  @ListOf('What changed by it', () => AuditedChange, { max: 50 })
  changes!: AuditedChange[];

  @Code('Its hash, over what it says and the entry before it')
  hash!: string;
}

/** Who did what with a record, from the hash-chained log. */
export class AuditTrail {
  @ListOf('Entries, oldest first; of very many the latest', () => AuditEntryView, { max: 200 })
  items!: AuditEntryView[];
}

/** One page of exceptions. */
export class ExceptionPage extends Page {
  @ListOf('Exceptions', () => ExceptionView, { max: 200 })
  items!: ExceptionView[];
}

/** What exceptions have in common. */
export class ExceptionFilter {
  @Code('Only of this type', { optional: true })
  code?: string;

  @Code('Only of this class, e.g. `K8`', { optional: true })
  class?: string;

  @Code('Only those met at this instance of a platform', { optional: true })
  system?: string;

  @Code('Only of this role', { optional: true })
  owner?: string;

  @Text('Only those this person works on', { optional: true })
  assignee?: string;

  @Text('Only of this project', { optional: true, max: 120 })
  project?: string;

  @Text('Only of this client', { optional: true })
  client?: string;

  @Text('Only of this legal entity', { optional: true, max: 60 })
  legalEntity?: string;

  @Whole('Only with at least this much money at risk, in whatever currency it is', { optional: true })
  minMoneyAtRisk?: number;
}

/** Which exceptions to list. */
export class ExceptionQuery extends IntersectionType(PageQuery, ExceptionFilter) {
  @Choice('Only in this state', ['open', 'settled'], { optional: true })
  state?: 'open' | 'settled';
}

/** Who is to work on an exception. */
export class Assignment {
  @Text('Who; null for nobody', { nullable: true })
  assignee!: string | null;

  @Moment('When it should be settled; as it was unless said', { optional: true })
  dueAt?: string;

  @Text('Why; kept in the audit trail', { optional: true, max: 1000 })
  reason?: string;
}

/** Something worth knowing about an exception. */
export class NewNote {
  @Text('What; kept with the exception', { max: 2000 })
  text!: string;
}

/** What a person decides about an exception. */
export class Resolution {
  @Choice(
    'retry: the cause is mended; correct: go on with these values; skip: leave it out; cancel: undo the run',
    resolutionActions,
  )
  action!: ResolutionAction;

  @Facts('With `correct`: the fields and their right values', { optional: true })
  changes?: Record<string, unknown>;

  @Text('Why; kept in the audit trail', { max: 1000 })
  reason!: string;

  @Flag('Only find out whether it can be settled so; nothing is changed', { optional: true })
  dryRun?: boolean;
}
