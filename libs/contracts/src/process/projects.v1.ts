import { Choice, Code, Day, ListOf, Minutes, Moment, Nested, Text } from '../fields.js';
import { BillingRate } from '../erp/v1.js';
import { MoneyValue, Page } from '../shared.js';

/** A mobilised project: what was agreed, and where it is known. */
export class ProjectView {
  @Code('Our project code')
  code!: string;

  @Text('Name')
  name!: string;

  @Code('Id of the deal in the CRM')
  opportunityId!: string;

  @Code("The firm's code of the deal")
  opportunityCode!: string;

  @Text('Client')
  client!: string;

  @Code('Legal entity code')
  legalEntity!: string;

  @Text('ISO 4217 currency', { max: 3 })
  currency!: string;

  @Text('Number of the signed contract', { max: 60 })
  contractNumber!: string;

  @Text('Tax code', { max: 60 })
  taxCode!: string;

  @Day('First day')
  startDate!: string;

  @Day('Last day', { nullable: true })
  endDate!: string | null;

  @ListOf('Every rate agreed so far, each with the day it counts from', () => BillingRate, { max: 500 })
  rates!: BillingRate[];

  @Code('Id in the ERP')
  erpId!: string;

  @Code('Id in the PSA')
  psaId!: string;

  @Choice('State', ['mobilising', 'active', 'closed'])
  status!: 'mobilising' | 'active' | 'closed';
}

/** One page of projects. */
export class ProjectPage extends Page {
  @ListOf('Projects', () => ProjectView, { max: 1000 })
  items!: ProjectView[];
}

/** What a role is planned to take, and to bring, as long as one rate counts. */
export class BudgetLine {
  @Code('Role code')
  role!: string;

  @Day('First day')
  from!: string;

  @Day('Last day')
  to!: string;

  @Minutes('Effort sold')
  minutes!: number;

  @Nested('Rate an hour', () => MoneyValue, { classification: 'confidential' })
  hourlyRate!: MoneyValue;

  @Nested('Effort at this rate', () => MoneyValue, { classification: 'confidential' })
  amount!: MoneyValue;
}

/** What is planned to be invoiced for the work of a month. */
export class PlannedInvoice {
  @Text('Month, e.g. 2026-10', { max: 7 })
  month!: string;

  @Minutes('Effort planned')
  minutes!: number;

  @Nested('Amount', () => MoneyValue, { classification: 'confidential' })
  amount!: MoneyValue;
}

/** What the last change of the contract did to the total. */
export class ForecastChange {
  @Moment('Last change of the deal it came from')
  dealVersion!: string;

  @Nested('Total before; null where it was not known', () => MoneyValue, {
    nullable: true,
    classification: 'confidential',
  })
  before!: MoneyValue | null;

  @Nested('Total after', () => MoneyValue, { classification: 'confidential' })
  after!: MoneyValue;

  @Nested('After less before; null where before was not known', () => MoneyValue, {
    nullable: true,
    classification: 'confidential',
  })
  difference!: MoneyValue | null;
}

/** What a project is planned to bring, by role and by month; the months come to the total, to the cent. */
export class ProjectForecast {
  @Code('Our project code')
  project!: string;

  @Choice('How it is billed', ['time-and-materials', 'fixed-price'])
  billingType!: 'time-and-materials' | 'fixed-price';

  @Day('First day')
  startDate!: string;

  @Day('Last day')
  endDate!: string;

  @Nested('Total: of a fixed price, the price; else what the budget comes to', () => MoneyValue, {
    classification: 'confidential',
  })
  total!: MoneyValue;

  @ListOf('Budget by role and rate', () => BudgetLine, { max: 1000 })
  budget!: BudgetLine[];

  @ListOf('Planned invoices, a month each', () => PlannedInvoice, { max: 600 })
  invoices!: PlannedInvoice[];

  @Nested('The last change; null where there was none', () => ForecastChange, { nullable: true })
  lastChange!: ForecastChange | null;
}
