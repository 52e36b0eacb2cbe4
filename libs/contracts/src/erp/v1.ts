import { Choice, Code, Day, Flag, ListOf, Minutes, Nested, Text } from '../fields.js';
import { MoneyValue, RecordRef } from '../shared.js';

export * from './labour.v1.js';

/** A cost centre of the ERP. */
export class CostCentre {
  @Code('Id in the ERP')
  id!: string;

  @Code('Code')
  code!: string;

  @Text('Name')
  name!: string;

  @Flag('Postings are accepted')
  active!: boolean;
}

/** What an ERP employee shall look like. */
export class EmployeeState {
  @Text('Given name', { classification: 'personal' })
  firstName!: string;

  @Text('Family name', { classification: 'personal' })
  lastName!: string;

  @Text('Work e-mail', { max: 254, classification: 'personal' })
  email!: string;

  @Code('Legal entity code')
  legalEntity!: string;

  @Code('Cost centre code')
  costCentre!: string;

  @Flag('The employee works here')
  active!: boolean;
}

/** What an ERP customer shall look like. */
export class CustomerState {
  @Text('Name')
  name!: string;

  @Text('Tax registration number', { nullable: true, max: 40, classification: 'confidential' })
  taxNumber!: string | null;

  @Code('Legal entity that bills the customer')
  legalEntity!: string;

  @Text('ISO 4217 currency', { max: 3 })
  currency!: string;
}

/** A customer found in the ERP. */
export class ErpCustomer {
  @Code('Id in the ERP')
  id!: string;

  @Text('Our reference, where the record carries one', { nullable: true, max: 120 })
  reference!: string | null;

  @Text('Name')
  name!: string;

  @Text('Tax registration number', { nullable: true, max: 40, classification: 'confidential' })
  taxNumber!: string | null;

  @Code('Legal entity code')
  legalEntity!: string;
}

/** Customers that match a question. */
export class ErpCustomerList {
  @ListOf('Customers', () => ErpCustomer, { max: 50 })
  items!: ErpCustomer[];
}

/** What a project shell in the ERP shall look like. It takes no time and no cost until it is activated. */
export class ErpProjectState {
  @Text('Name')
  name!: string;

  @Code('Id of the customer in the ERP')
  customerId!: string;

  @Code('Legal entity code')
  legalEntity!: string;

  @Text('ISO 4217 currency', { max: 3 })
  currency!: string;

  @Day('First day')
  startDate!: string;

  @Day('Last day', { nullable: true })
  endDate!: string | null;
}

/** How a project is billed. */
export class BillingSetup {
  @Choice('Billing type', ['time-and-materials', 'fixed-price'])
  billingType!: 'time-and-materials' | 'fixed-price';

  @Text('Number of the signed contract', { max: 60 })
  contractNumber!: string;

  @Text('Tax code', { max: 60 })
  taxCode!: string;

  @Text('Delivery model', { max: 60 })
  deliveryModel!: string;

  @Code('Cost centre code')
  costCentre!: string;

  @ListOf('Every rate agreed so far', () => BillingRate, { max: 500 })
  rates!: BillingRate[];
}

/** The agreed hourly rate of a role, from a day on until the next one of that role. */
export class BillingRate {
  @Code('Role code')
  role!: string;

  @Nested('Rate an hour', () => MoneyValue, { classification: 'confidential' })
  hourlyRate!: MoneyValue;

  @Day('First day worked that it counts for; null from the beginning', { optional: true, nullable: true })
  effectiveFrom?: string | null;
}

export const erpProjectStatuses = ['pending', 'active', 'closed'] as const;

/** A project as the ERP holds it. */
export class ErpProject {
  @Code('Id in the ERP')
  id!: string;

  @Text('Our project code', { nullable: true, max: 120 })
  reference!: string | null;

  @Text('Name')
  name!: string;

  @Choice('Financial state', erpProjectStatuses)
  status!: (typeof erpProjectStatuses)[number];

  @Text('Id of the customer in the ERP', { nullable: true, max: 60 })
  customerId!: string | null;

  @Text('Legal entity code', { nullable: true, max: 60 })
  legalEntity!: string | null;

  @Text('Contract number', { nullable: true, max: 60 })
  contractNumber!: string | null;

  @Text('Tax code', { nullable: true, max: 60 })
  taxCode!: string | null;
}

/** A charge that is taken back. */
export class ReversedLine {
  @Code('Our reference of the line')
  reference!: string;

  @Day('Day it was charged on')
  date!: string;
}

/** One approved piece of work to be charged to a customer, or a charge taken back. */
export class BillableLine {
  @Code('Our reference of the line: the same reference is the same charge')
  reference!: string;

  @Code('Our project code')
  project!: string;

  @Text('Worker number', { max: 40, classification: 'personal' })
  workerNumber!: string;

  @Code('Role code')
  role!: string;

  @Day('Day worked; of a correction in a later month, the day it is made')
  date!: string;

  @Minutes('Time worked; negative where a charge is taken back', { signed: true })
  minutes!: number;

  @Nested('Rate an hour', () => MoneyValue, { classification: 'confidential' })
  hourlyRate!: MoneyValue;

  @Nested('Price of the line; negative where a charge is taken back', () => MoneyValue, {
    classification: 'confidential',
  })
  amount!: MoneyValue;

  @Text('What was done', { nullable: true, max: 500 })
  memo!: string | null;

  @Nested('The line this one takes back', () => ReversedLine, { optional: true, nullable: true })
  reverses?: ReversedLine | null;
}

/** Lines to charge in one legal entity. */
export class BillingBatch {
  @Code('Legal entity code')
  legalEntity!: string;

  @ListOf('Lines', () => BillableLine, { max: 100 })
  lines!: BillableLine[];
}

/** What became of one line of a batch. */
export class LineSettlement {
  @Code('Our reference of the line')
  reference!: string;

  @Choice('Posted, or refused by the ERP', ['posted', 'refused'])
  outcome!: 'posted' | 'refused';

  @Text('Id in the ERP', { nullable: true, max: 60 })
  id!: string | null;

  @Text('Why it was refused', { nullable: true, max: 500 })
  reason!: string | null;
}

/** What became of a batch, line by line. */
export class BatchSettlement {
  @ListOf('One settlement a line', () => LineSettlement, { max: 100 })
  lines!: LineSettlement[];
}

/** One line of an invoice or a credit memo. */
export class InvoiceLine {
  @Code('Role code')
  role!: string;

  @Minutes('Time charged; negative where it counts against the total', { signed: true })
  minutes!: number;

  @Nested('Rate an hour', () => MoneyValue, { classification: 'confidential' })
  hourlyRate!: MoneyValue;

  @Nested('Amount', () => MoneyValue, { classification: 'confidential' })
  amount!: MoneyValue;

  @Text('Description', { max: 500 })
  description!: string;
}

/** What an invoice shall look like, or a credit memo, whose amounts are what the customer gets back. */
export class InvoiceState {
  @Code('Our project code')
  project!: string;

  @Day('Date of the invoice or credit memo')
  date!: string;

  @Text('ISO 4217 currency', { max: 3 })
  currency!: string;

  @ListOf('Lines', () => InvoiceLine, { max: 500 })
  lines!: InvoiceLine[];
}

/** An invoice or a credit memo as the ERP holds it. */
export class Invoice extends RecordRef {
  @Text('Our reference', { nullable: true, max: 120 })
  reference!: string | null;

  @Text('Number the customer sees', { max: 60 })
  number!: string;

  @Nested('Total', () => MoneyValue, { classification: 'confidential' })
  total!: MoneyValue;
}
