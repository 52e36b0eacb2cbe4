import { Choice, Code, Facts, Flag, ListOf, Moment, Nested, Text, Whole } from '../fields.js';
import { MoneyValue, Page, PageQuery } from '../shared.js';
import {
  ExceptionFilter,
  ExceptionView,
  Resolution,
  type ResolutionAction,
  resolutionActions,
} from './exceptions.v1.js';
import { ReplayItem, ReplayRequest, SubscriptionView } from './subscriptions.v1.js';

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

/** What cases have in common. */
export class CaseFilter extends ExceptionFilter {
  @Code('Only of this process API', { optional: true })
  app?: string;
}

/** Which cases to list. */
export class CaseQuery extends CaseFilter {
  @Choice('Only in this state', ['open', 'settled'], { optional: true })
  state?: 'open' | 'settled';
}

/** Open cases to be settled in one go. */
export class BulkRequest {
  @Nested('Which: at least one thing they have in common', () => CaseFilter)
  filter!: CaseFilter;

  @Nested('How; with `dryRun` the answer says what would happen and nothing else does', () => Resolution)
  resolution!: Resolution;

  @Code('`selection` of a dry run: refused where other cases would be settled now', { optional: true })
  expected?: string;

  @Flag('Have a second person confirm it, however few they are', { optional: true })
  fourEyes?: boolean;
}

/** A second person's consent. */
export class Confirmation {
  @Text('Why; kept in the audit trail', { max: 1000 })
  reason!: string;
}

/** A second person's no. */
export class Refusal {
  @Text('Why; kept in the audit trail, and told to who asked', { max: 1000 })
  reason!: string;
}

export const bulkOutcomes = ['would-settle', 'waiting', 'settled', 'refused'] as const;

/** One case of a settlement in bulk. */
export class BulkItem {
  @Code('Process API that owns it')
  app!: string;

  @Code('Id')
  id!: string;

  @Code('Type')
  code!: string;

  @Text('The record concerned', { max: 300 })
  record!: string;

  @Nested('Money at risk', () => MoneyValue, { nullable: true, classification: 'confidential' })
  moneyAtRisk!: MoneyValue | null;

  @Choice('What became, or would become, of it', bulkOutcomes)
  outcome!: (typeof bulkOutcomes)[number];

  @Text('Why it was refused', { nullable: true, max: 2000 })
  reason!: string | null;
}

export const bulkStates = ['dry-run', 'unconfirmed', 'refused', 'settling', 'done'] as const;

/** Work that is done in one go, or would be. */
export class BulkWork {
  @Code('Id; null of a dry run', { nullable: true })
  id!: string | null;

  @Choice(
    'Where it stands; `unconfirmed` waits for a second person, who may say no: `refused`; `settling` is being done',
    bulkStates,
  )
  state!: (typeof bulkStates)[number];

  @Text('Who asked for it')
  requestedBy!: string;

  @Text('Who confirmed it', { nullable: true })
  confirmedBy!: string | null;

  @Flag('Whether a second person has to confirm it, because of how many they are or because somebody asked for it')
  fourEyes!: boolean;

  @Whole('How many one person takes alone at most')
  cap!: number;

  @Code('Stands for exactly these')
  selection!: string;
}

/** Cases of a settlement in bulk with the same outcome. */
export class BulkSum {
  @Choice('Outcome', bulkOutcomes)
  outcome!: (typeof bulkOutcomes)[number];

  @Whole('How many')
  cases!: number;

  @ListOf('Money at risk in them, by currency', () => MoneyValue, { max: 50, classification: 'confidential' })
  moneyAtRisk!: MoneyValue[];
}

/** What a second person said. */
export class SecondOpinion {
  @Text('Who')
  by!: string;

  @Moment('When')
  at!: string;

  @Text('Why', { max: 1000 })
  reason!: string;
}

/** Cases that are settled in one go, or would be. */
export class BulkSettlement extends BulkWork {
  @Nested('How they are settled', () => Resolution)
  resolution!: Resolution;

  @Moment('When it was asked for; null of a dry run', { nullable: true })
  requestedAt!: string | null;

  @Nested('Who confirmed or refused it, and why', () => SecondOpinion, { nullable: true })
  opinion!: SecondOpinion | null;

  @ListOf('How it comes out, in sum', () => BulkSum, { max: 4 })
  sums!: BulkSum[];

  @ListOf('Every case', () => BulkItem, { max: 500 })
  items!: BulkItem[];

  @ListOf('Process APIs that could not be asked; their cases are left out', () => MissingPart, { max: 20 })
  missing!: MissingPart[];
}

/** A settlement in bulk without its cases. */
export class BulkSummary {
  @Code('Id')
  id!: string;

  @Choice('Where it stands', bulkStates)
  state!: (typeof bulkStates)[number];

  @Choice('How they are settled', resolutionActions)
  action!: ResolutionAction;

  @Text('Why', { max: 1000 })
  reason!: string;

  @Text('Who asked for it')
  requestedBy!: string;

  @Moment('When')
  requestedAt!: string;

  @Nested('Who confirmed or refused it, and why', () => SecondOpinion, { nullable: true })
  opinion!: SecondOpinion | null;

  @ListOf('How it comes out, in sum', () => BulkSum, { max: 4 })
  sums!: BulkSum[];
}

/** Settlements in bulk, those that wait for a second person first. */
export class BulkList {
  @ListOf('Settlements; of very many the latest', () => BulkSummary, { max: 100 })
  items!: BulkSummary[];
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

/** A subscriber and the process API it belongs to. */
export class AppSubscription extends SubscriptionView {
  @Code('Process API, e.g. `process-billing`')
  app!: string;
}

/** The subscribers of every process API, the one furthest behind first. */
export class AppSubscriptionList {
  @ListOf('Subscribers', () => AppSubscription, { max: 500 })
  items!: AppSubscription[];

  @ListOf('Process APIs that could not be asked', () => MissingPart, { max: 20 })
  missing!: MissingPart[];
}

/** Events to be given to a subscriber of one process API again. */
export class AppReplayRequest extends ReplayRequest {
  @Code('Process API, e.g. `process-billing`')
  app!: string;

  @Code('`selection` of a dry run: refused where it would be other events now', { optional: true })
  expected?: string;
}

/** Events that are given to a subscriber of one process API again, or would be. */
export class AppReplay extends BulkWork {
  @Code('Process API')
  app!: string;

  @Text('Subscriber')
  subscription!: string;

  @Text('Why', { max: 1000 })
  reason!: string;

  @ListOf('Events, oldest first, and what would have become of each when it was asked for', () => ReplayItem, {
    max: 500,
  })
  items!: ReplayItem[];
}
