import { IntersectionType } from '@nestjs/swagger';
import { Choice, Code, Facts, Flag, ListOf, Moment, Nested, Text, Whole } from '../fields.js';
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

  @Code('What stopped: a run or a billing line', { nullable: true })
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
