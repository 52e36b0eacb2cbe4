import { Choice, Code, ListOf, Minutes, Moment, Nested, Text, TextList, Whole } from '../fields.js';
import { MoneyValue } from '../shared.js';

/** `escalated`: nobody acknowledged it in the time its owner has. */
export const alertStates = ['open', 'escalated', 'acknowledged', 'muted', 'resolved'] as const;
export const alertPriorities = ['critical', 'high', 'normal'] as const;
export type AlertPriority = (typeof alertPriorities)[number];

/** What an alert is sent for. `raised`: its priority is higher than what was told; `unmuted`: it is no longer muted. */
export const alertOccasions = ['opened', 'raised', 'escalated', 'unmuted', 'resolved'] as const;
export type AlertOccasion = (typeof alertOccasions)[number];

/** What one cause holds up, in the firm's words. */
export class AlertFacts {
  @Code('Id')
  id!: string;

  @Code('Type of its exceptions, e.g. `rate-mismatch`')
  code!: string;

  @Code('Class in the exception catalogue, e.g. `K8`')
  class!: string;

  @Text('What its exceptions have in common, e.g. project P-OPP-101', { max: 200 })
  scope!: string;

  @Code('Instance of the estate that is behind it, where it is one system', { nullable: true })
  system!: string | null;

  @Code('Role that owns it')
  owner!: string;

  @Choice('How it stands', alertStates)
  state!: (typeof alertStates)[number];

  @Choice('By money at risk for each hour that is left', alertPriorities)
  priority!: AlertPriority;

  @Text('What is behind it, in one sentence', { max: 300 })
  cause!: string;

  @Text('What to do about it', { max: 1000 })
  remedy!: string;

  @Text('The page to go by', { max: 200 })
  runbook!: string;

  @Text('Where its exceptions are seen and settled', { max: 300 })
  link!: string;

  @Whole('Exceptions that are open; of a resolved one, that were')
  count!: number;

  @Minutes('Time at risk')
  minutes!: number;

  @ListOf('Money at risk, by currency', () => MoneyValue, { max: 50, classification: 'confidential' })
  moneyAtRisk!: MoneyValue[];

  @TextList('Projects concerned', { max: 50, longest: 120 })
  projects!: string[];

  @TextList('Clients concerned', { max: 50 })
  clients!: string[];

  @TextList('Legal entities concerned', { max: 50, longest: 60 })
  legalEntities!: string[];

  @TextList('Billing cycles concerned, e.g. 2026-10', { max: 50, longest: 20 })
  billingCycles!: string[];

  @Moment('When it is too late for the first of them: a cut-off, or when it should be settled', { nullable: true })
  lateAt!: string | null;

  @Moment('Since when the oldest of them is open', { nullable: true })
  oldestAt!: string | null;

  @Moment('Opened')
  openedAt!: string;

  @Moment('Resolved: the last of them is settled', { nullable: true })
  resolvedAt!: string | null;
}

/** One cause that stops work, and who sees to it. */
export class AlertView extends AlertFacts {
  @Whole('Money at risk for each hour that is left, whatever its currency; null of a resolved one', {
    nullable: true,
    classification: 'confidential',
  })
  moneyPerHour!: number | null;

  @Text('Who saw to it', { nullable: true })
  acknowledgedBy!: string | null;

  @Moment('Since when', { nullable: true })
  acknowledgedAt!: string | null;

  @Moment('Nobody is told of it until then', { nullable: true })
  mutedUntil!: string | null;

  @Text('Who muted it', { nullable: true })
  mutedBy!: string | null;

  @Text('Why it is muted', { nullable: true, max: 1000 })
  muteReason!: string | null;

  @Moment('When it was escalated', { nullable: true })
  escalatedAt!: string | null;

  @Code('Role it was escalated to', { nullable: true })
  escalatedTo!: string | null;

  @Whole('Messages about it that were given up')
  deadDeliveries!: number;
}

/** Alerts, the most money for the least time left first. */
export class AlertList {
  @ListOf('Alerts', () => AlertView, { max: 500 })
  items!: AlertView[];
}

/** An exception of an alert. */
export class AlertItem {
  @Code('Process API that owns it')
  app!: string;

  @Code('Id')
  id!: string;

  @Text('The record concerned', { max: 300 })
  record!: string;

  @Text('Our project code', { nullable: true, max: 120 })
  project!: string | null;

  @Text('Client', { nullable: true })
  client!: string | null;

  @Text('Legal entity code', { nullable: true, max: 60 })
  legalEntity!: string | null;

  @Text('Billing cycle, e.g. 2026-10', { nullable: true, max: 20 })
  billingCycle!: string | null;

  @Minutes('Time at risk', { nullable: true, signed: true })
  minutes!: number | null;

  @Nested('Money at risk', () => MoneyValue, { nullable: true, classification: 'confidential' })
  moneyAtRisk!: MoneyValue | null;

  @Moment('When it is too late', { nullable: true })
  lateAt!: string | null;

  @Moment('Raised')
  raisedAt!: string;

  @Moment('Settled', { nullable: true })
  settledAt!: string | null;
}

export const deliveryStates = ['waiting', 'sent', 'dropped', 'dead'] as const;

/** A message about an alert, on its way to one receiver. */
export class AlertDelivery {
  @Code('Id: what the receiver knows it by, however often it comes')
  id!: string;

  @Code('Owner whose route it takes')
  route!: string;

  @Choice('How', ['webhook', 'email'])
  channel!: 'webhook' | 'email';

  @Text('E-mail address; null of a webhook', { nullable: true, max: 320, classification: 'personal' })
  address!: string | null;

  @Choice('What for', alertOccasions)
  occasion!: AlertOccasion;

  @Choice('`dropped`: there was nothing to tell any more; `dead`: given up', deliveryStates)
  state!: (typeof deliveryStates)[number];

  @Whole('Tries')
  tries!: number;

  @Text('Why the last try failed', { nullable: true, max: 500 })
  failure!: string | null;

  @Moment('When it was, or will be, tried next', { nullable: true })
  dueAt!: string | null;

  @Moment('When it was taken', { nullable: true })
  sentAt!: string | null;
}

/** One alert with everything it is made of. */
export class AlertDetail extends AlertView {
  @ListOf('Its exceptions, the most urgent first', () => AlertItem, { max: 1000 })
  items!: AlertItem[];

  @ListOf('Messages about it, the newest first', () => AlertDelivery, { max: 200 })
  deliveries!: AlertDelivery[];
}

/** Which alerts to list. */
export class AlertQuery {
  @Code('Only of this role, or escalated to it', { optional: true })
  owner?: string;

  @Choice('`live` unless said: those that are not resolved', ['live', 'resolved'], { optional: true })
  state?: 'live' | 'resolved';
}

/** Somebody sees to an alert. */
export class Acknowledgement {
  @Text('What is being done; kept in the audit trail', { optional: true, max: 1000 })
  reason?: string;
}

/** An alert that nobody is to hear of for a while. */
export class Mute {
  @Moment('Until when, a month from now at most')
  until!: string;

  @Text('Why; kept with the alert and in the audit trail', { max: 1000 })
  reason!: string;
}

/** Why something is done to an alert. */
export class AlertReason {
  @Text('Why; kept in the audit trail', { max: 1000 })
  reason!: string;
}

/** What a receiver is sent; Standard Webhooks name the envelope. */
export class AlertNotice {
  @Code('e.g. `alert.opened`')
  type!: string;

  @Moment('When it was written; the same in every repeat')
  timestamp!: string;

  @Nested('The alert as it was then', () => AlertFacts)
  data!: AlertFacts;
}
