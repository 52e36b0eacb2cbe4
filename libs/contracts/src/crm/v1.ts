import { Code, Day, Flag, ListOf, Minutes, Moment, Nested, Text } from '../fields.js';
import { MoneyValue, Page } from '../shared.js';

/** A company the firm sells to, as the CRM knows it. */
export class Account {
  @Code('Id in the CRM')
  id!: string;

  @Code("The firm's own code of the customer, where the CRM holds one", { nullable: true })
  code!: string | null;

  @Text('Name')
  name!: string;

  @Text('Tax registration number', { nullable: true, max: 40, classification: 'confidential' })
  taxNumber!: string | null;

  @Text('Country, ISO 3166 alpha-2', { nullable: true, max: 60 })
  country!: string | null;

  @Text('City', { nullable: true })
  city!: string | null;

  @Text('Segment the firm reports by', { nullable: true })
  segment!: string | null;
}

/** One role sold on an opportunity: how much of it, at which hourly rate. */
export class OpportunityLine {
  @Code('Role code on the rate card')
  role!: string;

  @Text('Name of the role', { nullable: true })
  roleName!: string | null;

  @Minutes('Effort sold')
  minutes!: number;

  @Nested('Rate an hour', () => MoneyValue, { classification: 'confidential' })
  hourlyRate!: MoneyValue;

  @Day('First day the rate counts; null where the deal does not say', { optional: true, nullable: true })
  effectiveFrom?: string | null;
}

/** A deal. It is won when `isWon` and `isClosed`; stage names are each firm's own. */
export class Opportunity {
  @Code('Id in the CRM')
  id!: string;

  @Code("The firm's own code of the deal, else the CRM's id")
  code!: string;

  @Text('Name')
  name!: string;

  @Text("The firm's own name of the stage")
  stage!: string;

  @Flag('The deal is won')
  isWon!: boolean;

  @Flag('The deal is closed')
  isClosed!: boolean;

  @Nested('The customer', () => Account, { nullable: true })
  account!: Account | null;

  @Text('Code of the legal entity that contracts', { nullable: true, max: 60 })
  legalEntity!: string | null;

  @Nested('Value of the deal', () => MoneyValue, { nullable: true, classification: 'confidential' })
  amount!: MoneyValue | null;

  @Day('First day of delivery', { nullable: true })
  startDate!: string | null;

  @Day('Last day of delivery', { nullable: true })
  endDate!: string | null;

  @Text('Delivery model, e.g. `onsite`', { nullable: true, max: 60 })
  deliveryModel!: string | null;

  @Text('How it is billed, e.g. `time-and-materials`', { nullable: true, max: 60 })
  billingType!: string | null;

  @Text('Tax code of the contract', { nullable: true, max: 60 })
  taxCode!: string | null;

  @Text('Project template to set up from', { nullable: true, max: 60 })
  projectTemplate!: string | null;

  @Text('Code of the cost centre that delivers', { nullable: true, max: 60 })
  costCentre!: string | null;

  @Text('Practice', { nullable: true, max: 60 })
  practice!: string | null;

  @Text('Region', { nullable: true, max: 60 })
  region!: string | null;

  @Text('Number of the signed contract', { nullable: true, max: 60 })
  contractNumber!: string | null;

  @ListOf('Roles sold, with their rates', () => OpportunityLine)
  lines!: OpportunityLine[];

  @Moment('Last change in the CRM')
  modifiedAt!: string;
}

/** One page of opportunities. */
export class OpportunityPage extends Page {
  @ListOf('Opportunities', () => Opportunity, { max: 200 })
  items!: Opportunity[];
}
