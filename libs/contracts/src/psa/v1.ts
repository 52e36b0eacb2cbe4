import { Choice, Code, Day, Flag, ListOf, Minutes, Moment, Nested, Text } from '../fields.js';
import { MoneyValue, Page } from '../shared.js';

/** What a client in the PSA shall look like. */
export class ClientState {
  @Text('Name')
  name!: string;
}

/** What a delivery workspace shall look like. It takes no people and no time until time capture is opened. */
export class PsaProjectState {
  @Text('Title')
  name!: string;

  @Code('Id of the client in the PSA')
  clientId!: string;

  @Text('ISO 4217 currency', { max: 3 })
  currency!: string;

  @Day('First day')
  startDate!: string;

  @Day('Last day', { nullable: true })
  endDate!: string | null;
}

export const psaProjectStatuses = ['in-setup', 'open', 'closed'] as const;

/** A project as the PSA holds it. */
export class PsaProject {
  @Code('Id in the PSA')
  id!: string;

  @Text('Our project code', { nullable: true, max: 120 })
  reference!: string | null;

  @Text('Title')
  name!: string;

  @Choice('Delivery state; people and time only while open', psaProjectStatuses)
  status!: (typeof psaProjectStatuses)[number];
}

/** What may change about a delivery workspace after it was set up. */
export class ProjectChange {
  @Text('Title')
  name!: string;

  @Day('First day')
  startDate!: string;

  @Day('Last day', { nullable: true })
  endDate!: string | null;
}

/** The hourly rates a project is billed at from a day on, a role each. */
export class ProjectRates {
  @Day('First day the rates hold')
  effectiveFrom!: string;

  @ListOf('Rates', () => ProjectRate, { max: 100 })
  rates!: ProjectRate[];
}

/** What an hour of a role costs the client. */
export class ProjectRate {
  @Text('Name of the role in the PSA')
  roleName!: string;

  @Nested('Rate an hour', () => MoneyValue, { classification: 'confidential' })
  hourlyRate!: MoneyValue;
}

/** What somebody who records time shall look like. */
export class PersonState {
  @Text('Given name', { classification: 'personal' })
  firstName!: string;

  @Text('Family name', { classification: 'personal' })
  lastName!: string;

  @Text('Work e-mail', { max: 254, classification: 'personal' })
  email!: string;

  @Text('Name of the default role')
  roleName!: string;

  @Code('Legal entity code')
  legalEntity!: string;

  @Code('Cost centre code')
  costCentre!: string;

  @Flag('May be put on projects and record time')
  active!: boolean;
}

/** Who works on a project as what; without time it is taken back. */
export class AssignmentState {
  @Code('Our project code')
  project!: string;

  @Code('Worker number', { classification: 'personal' })
  workerNumber!: string;

  @Text('Name of the role')
  roleName!: string;

  @Day('First day')
  startDate!: string;

  @Day('Last day')
  endDate!: string;

  @Minutes('Time booked')
  minutes!: number;

  @Nested('Rate an hour agreed for the role', () => MoneyValue, { nullable: true, classification: 'confidential' })
  hourlyRate!: MoneyValue | null;
}

/** The financial dimensions the ERP decided, shown to people who deliver. */
export class FinancialDimensions {
  @Code('Legal entity code')
  legalEntity!: string;

  @Code('Id of the project in the ERP')
  erpProjectId!: string;

  @Code('Cost centre code')
  costCentre!: string;

  @Text('Contract number', { max: 60 })
  contractNumber!: string;

  @Text('Delivery model', { max: 60 })
  deliveryModel!: string;
}

/** A piece of work somebody recorded. */
export class TimeEntry {
  @Code('Id in the PSA')
  id!: string;

  @Text('Our project code, where the project carries one', { nullable: true, max: 120 })
  project!: string | null;

  @Text('Name of the project in the PSA', { nullable: true })
  projectName!: string | null;

  @Text('Worker number, where the person carries one', { nullable: true, max: 40, classification: 'personal' })
  workerNumber!: string | null;

  @Text('E-mail of the worker', { nullable: true, max: 254, classification: 'personal' })
  workerEmail!: string | null;

  @Text('Name of the role worked in', { nullable: true })
  roleName!: string | null;

  @Text('Id of the assignment in the scheduler, or the reference the PSA was told it under, where known', {
    nullable: true,
    max: 60,
  })
  assignmentId!: string | null;

  @Day('Day worked')
  date!: string;

  @Minutes('Time worked')
  minutes!: number;

  @Flag('To be charged to the customer')
  billable!: boolean;

  @Flag('Approved')
  approved!: boolean;

  @Flag('Already invoiced inside the PSA')
  invoiced!: boolean;

  @Nested('Rate an hour the PSA holds', () => MoneyValue, { nullable: true, classification: 'confidential' })
  hourlyRate!: MoneyValue | null;

  @Text('Notes', { nullable: true, max: 500 })
  notes!: string | null;

  @Moment('Last change in the PSA')
  modifiedAt!: string;
}

/** One page of time entries. */
export class TimeEntryPage extends Page {
  @ListOf('Time entries', () => TimeEntry, { max: 200 })
  items!: TimeEntry[];
}
