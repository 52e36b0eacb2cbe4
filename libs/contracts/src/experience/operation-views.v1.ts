import { AlertView } from '../process/alerts.v1.js';
import { Choice, Code, Flag, ListOf, Moment, Nested, Text, Whole } from '../fields.js';
import { AuditEntryView } from '../process/exceptions.v1.js';
import { CaseView } from '../process/operations.v1.js';
import { SyntheticCheck } from '../process/synthetic-checks.v1.js';
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

/** Alerts, the most money for the least time left first. */
export class PortalAlertList extends Dated {
  @ListOf('Alerts', () => AlertView, { max: 500 })
  items!: AlertView[];
}

/** A system that holds something of a case. */
export class EvidenceSource {
  @Text('What it is to the firm, e.g. PSA', { max: 60 })
  system!: string;

  @Code('Instance, where one is known', { nullable: true })
  instance!: string | null;

  @Text('Record there', { nullable: true, max: 200 })
  record!: string | null;

  @Text('Address a person can open, where the platform has one', { nullable: true, max: 500 })
  url!: string | null;

  @Moment('As of when it is known what it says', { nullable: true })
  asOf!: string | null;

  @Text('Why it cannot be asked now; what is shown is what it said last', { nullable: true, max: 500 })
  silent!: string | null;
}

/** What one system says. */
export class EvidenceValue {
  @Text('System', { max: 60 })
  system!: string;

  @Text('Value there', { nullable: true, max: 500, classification: 'confidential' })
  value!: string | null;
}

/** What each system says of one thing. */
export class EvidenceRow {
  @Text('Of what', { max: 120 })
  field!: string;

  @Flag('Whether two systems say different things')
  differs!: boolean;

  @ListOf('By system', () => EvidenceValue, { max: 20 })
  values!: EvidenceValue[];
}

/** One case with everything needed to settle it. */
export class CaseDetail extends Dated {
  @Nested('The case', () => CaseView)
  case!: CaseView;

  @Moment('When it is too late: the cut-off of its cycle, or when it should be settled', { nullable: true })
  lateAt!: string | null;

  @Whole('Seconds until then; 0 once it is too late', { nullable: true })
  secondsLeft!: number | null;

  @ListOf('Systems that hold something of it', () => EvidenceSource, { max: 20 })
  sources!: EvidenceSource[];

  @ListOf('What they say, side by side; what they differ in first', () => EvidenceRow, { max: 50 })
  evidence!: EvidenceRow[];

  @ListOf('Who did what with it, oldest first', () => AuditEntryView, { max: 200 })
  audit!: AuditEntryView[];
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

  @Whole('Operations that work there', { nullable: true })
  inHand!: number | null;

  @Whole('Operations that wait for their turn', { nullable: true })
  inLine!: number | null;

  @Whole('Operations that can work there at once', { nullable: true })
  places!: number | null;
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

  @ListOf('Reads that are made only to see whether they are answered', () => SyntheticCheck, { max: 500 })
  checks!: SyntheticCheck[];
}
