import { Choice, Code, Moment, Nested, Text, Whole } from '../fields.js';
import { BusinessContext } from '../process/runs.v1.js';

/** What an exception says of itself to whoever keeps count of them. */
export class ExceptionFacts {
  @Text('Type, e.g. `missing-cost-centre`')
  code!: string;

  @Text('Class in the exception catalogue, e.g. `K11`')
  class!: string;

  @Text('Role that owns it')
  role!: string;

  @Text('What stopped, e.g. run/… or billing-line/…', { max: 300 })
  stopped!: string;

  @Text('The record concerned', { max: 300 })
  record!: string;

  @Text('What is behind it, in one sentence', { nullable: true, optional: true, max: 300 })
  cause?: string | null;

  @Text('What to do about it', { nullable: true, optional: true, max: 1000 })
  remedy?: string | null;

  @Text('The instance of a platform that it was met at', { nullable: true, optional: true })
  system?: string | null;

  @Nested('What is at stake', () => BusinessContext)
  business!: BusinessContext;

  @Moment('When it should be settled', { nullable: true })
  dueAt!: string | null;

  @Text('Who settled it', { nullable: true, max: 200 })
  settledBy!: string | null;
}

/** Work stopped and needs a person, or a person has settled it. */
export class ExceptionChanged {
  @Code('Process API that owns the exception')
  owner!: string;

  @Code('Id of the exception')
  id!: string;

  @Nested('The exception as it was then', () => ExceptionFacts, { nullable: true, optional: true })
  exception?: ExceptionFacts | null;
}

/** A run came to its end: it is done, or taken back. */
export class RunEnded {
  @Code('Process API that owns the run')
  owner!: string;

  @Code('Id of the run')
  id!: string;

  @Code('Workflow')
  workflow!: string;

  @Choice('How it ended', ['completed', 'cancelled'])
  state!: 'completed' | 'cancelled';

  @Text('In the firm’s words', { nullable: true, optional: true, max: 300 })
  title?: string | null;

  @Text('Our project code', { nullable: true, optional: true, max: 120 })
  project?: string | null;

  @Moment('When its work began', { nullable: true, optional: true })
  begunAt?: string | null;

  @Whole('How long it should take at most, without what it waits for, in seconds', { nullable: true, optional: true })
  objectiveSeconds?: number | null;

  @Whole('How long it waited for an event, a date or a decision, in seconds', { nullable: true, optional: true })
  waitedSeconds?: number | null;
}
