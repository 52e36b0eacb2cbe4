import { Choice, Code, Facts, ListOf, Moment, Text } from '../fields.js';
import { Page, PageQuery } from '../shared.js';
import { ExceptionView } from './exceptions.v1.js';

/** An exception and the process API it belongs to. */
export class CaseView extends ExceptionView {
  @Code('Process API that owns it, e.g. `process-billing`')
  app!: string;
}

/** A part of an answer that could not be had. */
export class MissingPart {
  @Text('Who was asked', { max: 80 })
  part!: string;

  @Text('Why there is no answer', { max: 500 })
  reason!: string;
}

/** Cases from every process API, most money at risk first. */
export class CaseList {
  @ListOf('Cases', () => CaseView, { max: 1000 })
  items!: CaseView[];

  @ListOf('Process APIs that could not be asked', () => MissingPart, { max: 20 })
  missing!: MissingPart[];
}

/** Which cases to list. */
export class CaseQuery {
  @Choice('Only in this state', ['open', 'settled'], { optional: true })
  state?: 'open' | 'settled';
}

/** An event as it was recorded. */
export class EventView {
  @Code('Id, unique within its source')
  id!: string;

  @Text('Who reported it')
  source!: string;

  @Text('Type, e.g. `com.throughline.project.activated.v1`')
  type!: string;

  @Text('What it is about')
  subject!: string;

  @Moment('When it happened')
  time!: string;

  @Code('Follows the work through every system')
  correlationId!: string;

  @Facts('Data, as the catalogue describes it')
  data!: Record<string, unknown>;
}

/** One page of events. */
export class EventPage extends Page {
  @ListOf('Events, oldest first', () => EventView, { max: 200 })
  items!: EventView[];
}

/** Which events to list. */
export class EventQuery extends PageQuery {
  @Text('Only of this type', { optional: true })
  type?: string;

  @Text('Only about this subject', { optional: true })
  subject?: string;

  @Code('Only of this piece of work', { optional: true })
  correlationId?: string;
}
