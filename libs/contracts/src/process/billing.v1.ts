import { Choice, Code, Day, ListOf, Minutes, Moment, Nested, Text, Whole } from '../fields.js';
import { MoneyValue, Page, PageQuery } from '../shared.js';

export const billingLineStates = [
  'waiting',
  'stopped',
  'ready',
  'posting',
  'posted',
  'skipped',
  'not-billable',
  'withdrawn',
] as const;
export type BillingLineState = (typeof billingLineStates)[number];

/** An approved version of a time entry on its way to an invoice, or the reversal of one that was charged. */
export class BillingLineView {
  @Code('Our reference; the same in the ERP')
  reference!: string;

  @Code('Id of the time entry in the PSA')
  timeEntryId!: string;

  @Text('Our project code', { nullable: true, max: 120 })
  project!: string | null;

  @Text('Worker number', { nullable: true, max: 40, classification: 'personal' })
  workerNumber!: string | null;

  @Text('Name of the role', { nullable: true })
  roleName!: string | null;

  @Day('Day worked')
  date!: string;

  @Minutes('Time worked; negative in a reversal', { signed: true })
  minutes!: number;

  @Nested('Rate an hour', () => MoneyValue, { nullable: true, classification: 'confidential' })
  hourlyRate!: MoneyValue | null;

  @Nested('Price', () => MoneyValue, { nullable: true, classification: 'confidential' })
  amount!: MoneyValue | null;

  @Choice('State', billingLineStates)
  state!: BillingLineState;

  @Text('Id in the ERP', { nullable: true, max: 60 })
  erpId!: string | null;

  @Text('Number of the invoice or credit memo', { nullable: true, max: 60 })
  invoice!: string | null;

  @Text('Reference of the line this one takes back', { nullable: true, max: 120 })
  reverses!: string | null;

  @Nested('What it would come to at the rate it was recorded with; null once it is priced', () => MoneyValue, {
    nullable: true,
    classification: 'confidential',
  })
  estimate!: MoneyValue | null;

  @Text('Legal entity code, once it is priced', { nullable: true, max: 60 })
  legalEntity!: string | null;

  @Moment('When the PSA gave the approved version')
  approvedAt!: string;

  @Moment('Last change of the line')
  updatedAt!: string;
}

/** One page of billing lines. */
export class BillingLinePage extends Page {
  @ListOf('Lines', () => BillingLineView, { max: 200 })
  items!: BillingLineView[];
}

/** Which lines to list. */
export class BillingLineQuery extends PageQuery {
  @Code('Only of this project', { optional: true })
  project?: string;

  @Choice('Only in this state', billingLineStates, { optional: true })
  state?: BillingLineState;

  @Moment('Only what changed at or after this moment, in the order of the changes', { optional: true })
  changedSince?: string;
}

/** Lines of one project in one state and currency. */
export class BillingTotal {
  @Text('Our project code', { nullable: true, max: 120 })
  project!: string | null;

  @Choice('State', billingLineStates)
  state!: BillingLineState;

  @Whole('Number of lines')
  lines!: number;

  @Minutes('Time', { signed: true })
  minutes!: number;

  @Nested('Money', () => MoneyValue, { nullable: true, classification: 'confidential' })
  amount!: MoneyValue | null;
}

/** An invoice this API raised, or a credit memo, which counts negatively. */
export class InvoiceView {
  @Code('Our reference')
  reference!: string;

  @Text('Number the customer sees', { max: 60 })
  number!: string;

  @Code('Id in the ERP')
  erpId!: string;

  @Code('Our project code')
  project!: string;

  @Nested('Total', () => MoneyValue, { classification: 'confidential' })
  total!: MoneyValue;

  @Minutes('Time charged', { signed: true })
  minutes!: number;
}

/** Where approved time stands on its way to invoices. */
export class BillingOverview {
  @ListOf('Totals by project, state and currency', () => BillingTotal, { max: 1000 })
  totals!: BillingTotal[];

  @ListOf('Invoices', () => InvoiceView, { max: 1000 })
  invoices!: InvoiceView[];
}

/** Of which project. */
export class BillingOverviewQuery {
  @Code('Only of this project', { optional: true })
  project?: string;
}

export const intercompanyChargeStates = [
  'waiting',
  'stopped',
  'ready',
  'posting',
  'charged',
  'skipped',
  'withdrawn',
] as const;
export type IntercompanyChargeState = (typeof intercompanyChargeStates)[number];

/** What the legal entity that employs somebody asks of the one whose client the work was for. */
export class IntercompanyChargeView {
  @Code('Reference of the billing line by which the client was charged')
  line!: string;

  @Text('Legal entity that employs who did the work; null until it is priced, or a person says', {
    nullable: true,
    max: 60,
  })
  employing!: string | null;

  @Code("Legal entity of the client's project")
  contracting!: string;

  @Text('Project in the ERP of the employing entity, once it is priced', { nullable: true, max: 120 })
  project!: string | null;

  @Text('Name of the role')
  role!: string;

  @Minutes('Time; negative where it is taken back', { signed: true })
  minutes!: number;

  @Day('Day it is dated')
  date!: string;

  @Nested('Rate an hour between the two, once it is priced', () => MoneyValue, {
    nullable: true,
    classification: 'confidential',
  })
  hourlyRate!: MoneyValue | null;

  @Nested('Price', () => MoneyValue, { nullable: true, classification: 'confidential' })
  amount!: MoneyValue | null;

  @Choice('State; `stopped` waits for a person', intercompanyChargeStates)
  state!: IntercompanyChargeState;

  @Text('Our reference of the invoice or credit memo', { nullable: true, max: 120 })
  invoice!: string | null;

  @Moment('Last change')
  updatedAt!: string;
}

/** One page of charges between legal entities. */
export class IntercompanyChargePage extends Page {
  @ListOf('Charges', () => IntercompanyChargeView, { max: 200 })
  items!: IntercompanyChargeView[];
}

/** Which charges between legal entities to list. */
export class IntercompanyChargeQuery extends PageQuery {
  @Code('Only what this legal entity asks', { optional: true })
  employing?: string;

  @Code('Only what is asked of this legal entity', { optional: true })
  contracting?: string;

  @Choice('Only in this state', intercompanyChargeStates, { optional: true })
  state?: IntercompanyChargeState;
}

/** Charges of one legal entity to another, of one month, in one state and currency. */
export class IntercompanyTotal {
  @Text('Legal entity that employs; null until it is priced, or a person says', { nullable: true, max: 60 })
  employing!: string | null;

  @Code('Legal entity of the clients')
  contracting!: string;

  @Text('Month the charges are dated in, `2026-10`', { max: 7 })
  month!: string;

  @Choice('State', intercompanyChargeStates)
  state!: IntercompanyChargeState;

  @Whole('Number of charges')
  charges!: number;

  @Minutes('Time', { signed: true })
  minutes!: number;

  @Nested('Money; null where nothing of it is priced', () => MoneyValue, {
    nullable: true,
    classification: 'confidential',
  })
  amount!: MoneyValue | null;
}

/** What legal entities ask of each other, month by month. */
export class IntercompanyTotals {
  @ListOf('Totals, the newest month first', () => IntercompanyTotal, { max: 1000 })
  items!: IntercompanyTotal[];
}
