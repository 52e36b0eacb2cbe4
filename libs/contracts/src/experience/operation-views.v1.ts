import { Choice, Code, ListOf, Moment, Nested, Text, Whole } from '../fields.js';
import { CaseView } from '../process/operations.v1.js';
import { Dated } from './kpis.v1.js';

/** What a system holds about a case. */
export class Evidence {
  @Text('System', { max: 60 })
  system!: string;

  @Text('Field', { max: 120 })
  field!: string;

  @Text('Value there', { nullable: true, max: 500, classification: 'confidential' })
  value!: string | null;
}

/** A case, and how much hurry there is. */
export class WorkItem {
  @Nested('The case', () => CaseView)
  case!: CaseView;

  @Whole('Its place: the most money for the least time left is 1', { min: 1 })
  rank!: number;

  @Moment('When it is too late: the cut-off of its cycle, or when it should be settled', { nullable: true })
  lateAt!: string | null;

  @Whole('Seconds until then; 0 once it is too late', { nullable: true })
  secondsLeft!: number | null;

  @ListOf('What the systems hold, side by side', () => Evidence, { max: 50 })
  evidence!: Evidence[];
}

/** Open cases in the order in which they are worth working on. */
export class Workbench extends Dated {
  @ListOf('Cases', () => WorkItem, { max: 1000 })
  items!: WorkItem[];
}

/** Whose cases. */
export class WorkbenchQuery {
  @Code('Only of this role', { optional: true })
  owner?: string;
}

/** How a platform does. */
export class PlatformHealth {
  @Code('Instance')
  instance!: string;

  @Code('Platform')
  platform!: string;

  @Choice('Whether it can be used', ['up', 'trying', 'away', 'unknown'])
  state!: 'up' | 'trying' | 'away' | 'unknown';

  @Moment('Since when', { nullable: true })
  since!: string | null;

  @Moment('When it last answered', { nullable: true })
  lastSuccess!: string | null;

  @Moment('Until then it asked to be left alone', { nullable: true })
  closedUntil!: string | null;

  @Whole('Webhooks and writes that are not settled')
  backlog!: number;

  @Moment('Since when the oldest of them waits', { nullable: true })
  oldestSince!: string | null;

  @Whole('What is left of the daily budget of polling, in percent', { nullable: true, max: 100 })
  quotaLeftPercent!: number | null;
}

/** A subscriber of the event log. */
export class SubscriberHealth {
  @Code('App')
  app!: string;

  @Text('Subscriber')
  name!: string;

  @Whole('Events it has still to be told of')
  lagEvents!: number;

  @Whole('How long the oldest of them has waited, in seconds')
  lagSeconds!: number;

  @Whole('Events it fails on')
  failing!: number;

  @Whole('Events it failed on too often')
  quarantined!: number;
}

/** Platforms and subscribers, those in trouble first. */
export class IntegrationHealth extends Dated {
  @ListOf('Platforms', () => PlatformHealth, { max: 500 })
  platforms!: PlatformHealth[];

  @ListOf('Subscribers', () => SubscriberHealth, { max: 500 })
  subscribers!: SubscriberHealth[];
}

/** A published contract. */
export class ContractSummary {
  @Text('Where it is published, e.g. experience/portal/v1', { max: 200 })
  path!: string;

  @Text('Title')
  title!: string;

  @Text('Version', { max: 40 })
  version!: string;

  @Text('Owner', { max: 120 })
  owner!: string;

  @Text('Lifecycle', { max: 40 })
  lifecycle!: string;

  @Text('For whom', { max: 40 })
  audience!: string;

  @Whole('Operations')
  operations!: number;
}

/** Published contracts. */
export class ContractList {
  @ListOf('Contracts, by path', () => ContractSummary, { max: 500 })
  items!: ContractSummary[];
}
