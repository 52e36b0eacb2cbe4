import { Choice, Code, Flag, ListOf, Moment, Nested, Text, TextList, Whole } from '../fields.js';

/** How far a subscriber is with the events it is told of. */
export class SubscriptionView {
  @Text('Name')
  name!: string;

  @TextList('Types of events it is told of')
  types!: string[];

  @Whole('Position in the event log up to which it was told')
  position!: number;

  @Whole('Events it has still to be told of')
  lagEvents!: number;

  @Whole('How long the oldest of these has waited, in seconds')
  lagSeconds!: number;

  @Whole('Events it is to be given again')
  due!: number;

  @Whole('Events it failed on and is tried with again')
  failing!: number;

  @Whole('Events it failed on too often: each is an exception')
  quarantined!: number;
}

/** The subscribers of an app. */
export class SubscriptionList {
  @ListOf('Subscribers', () => SubscriptionView, { max: 100 })
  items!: SubscriptionView[];
}

/** Which events: at least one of these is said. */
export class EventSelection {
  @Text('Only of this type', { optional: true })
  type?: string;

  @Text('Only about this subject', { optional: true })
  subject?: string;

  @Code('Only of this piece of work', { optional: true })
  correlationId?: string;

  @Moment('Only what happened at or after this moment', { optional: true })
  from?: string;

  @Moment('Only what happened before this moment', { optional: true })
  until?: string;

  @TextList('Only these, by their ids', { optional: true, max: 500 })
  events?: string[];
}

/** Events to be given to a subscriber again. */
export class ReplayRequest {
  @Text('Subscriber that gets them')
  subscription!: string;

  @Nested('Which, of those it was told of before; 500 at most', () => EventSelection)
  selection!: EventSelection;

  @Flag('Only say what would happen; nothing is changed', { optional: true })
  dryRun?: boolean;

  @Text('Why; kept in the audit trail', { max: 1000 })
  reason!: string;
}

export const replayOutcomes = ['due', 'applied', 'superseded', 'rejected', 'failed'] as const;

/** One event of a replay. */
export class ReplayItem {
  @Code('Id')
  id!: string;

  @Text('Type')
  type!: string;

  @Text('What it is about')
  subject!: string;

  @Moment('When it happened')
  time!: string;

  @Choice('`due`: will be delivered; anything else is what would become of it', replayOutcomes)
  outcome!: (typeof replayOutcomes)[number];

  @Text('Why it would not be applied', { nullable: true, max: 2000 })
  reason!: string | null;
}

/** A replay, or what one would do. */
export class Replay {
  @Text('Subscriber')
  subscription!: string;

  @Flag('Whether nothing was changed')
  dryRun!: boolean;

  @ListOf('Events, oldest first', () => ReplayItem, { max: 500 })
  items!: ReplayItem[];
}
