import { Choice, Code, Facts, ListOf, Moment, Nested, Text } from '../fields.js';
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

  @Text('The record concerned', { max: 300 })
  record!: string;

  @Text('What to do about it', { nullable: true, max: 1000 })
  remedy!: string | null;

  @Code('Role that owns it')
  owner!: string;

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

/** Which exceptions to list. */
export class ExceptionQuery extends PageQuery {
  @Choice('Only in this state', ['open', 'settled'], { optional: true })
  state?: 'open' | 'settled';

  @Code('Only of this type', { optional: true })
  code?: string;
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
}
