import { Choice, Code, Day, ListOf, Minutes, Moment, Text, TextList } from '../fields.js';
import { Page, PageQuery } from '../shared.js';

export const employmentTypes = ['employee', 'contractor'] as const;
export const workerStatuses = ['active', 'inactive'] as const;

/** A person who works for the firm, as the HR system knows them. Pay is not part of this contract. */
export class Worker {
  @Code('Id in the HR system')
  id!: string;

  @Text("The firm's number of the worker", { nullable: true, max: 40, classification: 'personal' })
  number!: string | null;

  @Text('Given name', { nullable: true, classification: 'personal' })
  firstName!: string | null;

  @Text('Family name', { nullable: true, classification: 'personal' })
  lastName!: string | null;

  @Text('Work e-mail', { nullable: true, max: 254, classification: 'personal' })
  workEmail!: string | null;

  @Choice('Kind of engagement', employmentTypes)
  employmentType!: (typeof employmentTypes)[number];

  @Choice('Whether the worker is active today', workerStatuses)
  status!: (typeof workerStatuses)[number];

  @Day('First day', { nullable: true, classification: 'personal' })
  hireDate!: string | null;

  @Day('Last day; of a contractor the end of the contract', { nullable: true, classification: 'personal' })
  terminationDate!: string | null;

  @Day('Day these attributes count from, where the HR system tells them ahead', { nullable: true, optional: true })
  effectiveFrom?: string | null;

  @Text('Supplier a contractor comes from', { nullable: true, optional: true })
  supplier?: string | null;

  @Text('Code of the employing legal entity', { nullable: true, max: 60 })
  legalEntity!: string | null;

  @Text('Code of the cost centre', { nullable: true, max: 60 })
  costCentre!: string | null;

  @Text('Place of work', { nullable: true })
  location!: string | null;

  @Text('Country of work', { nullable: true, max: 60 })
  country!: string | null;

  @Text('Grade in the HR system', { nullable: true, max: 60 })
  grade!: string | null;

  @Text('Job title', { nullable: true })
  jobTitle!: string | null;

  @Text('Id of the manager in the HR system', { nullable: true, max: 60, classification: 'personal' })
  managerId!: string | null;

  @Minutes('Contracted time a week', { nullable: true })
  weeklyMinutes!: number | null;

  @TextList('Skill codes')
  skills!: string[];

  @Moment('Last change in the HR system', { nullable: true })
  modifiedAt!: string | null;
}

/** One page of workers. */
export class WorkerPage extends Page {
  @ListOf('Workers', () => Worker, { max: 200 })
  items!: Worker[];
}

export const leaveStatuses = ['requested', 'approved', 'withdrawn'] as const;

/** How much of a day somebody is away. */
export class LeaveDay {
  @Day('Day')
  date!: string;

  @Minutes('Time away')
  minutes!: number;
}

/** Time a worker is away. Why is not part of this contract. */
export class Leave {
  @Code('Id in the HR system')
  id!: string;

  @Code('Id of the worker in the HR system', { classification: 'personal' })
  workerId!: string;

  @Choice('`withdrawn` also where it was refused or cancelled', leaveStatuses)
  status!: (typeof leaveStatuses)[number];

  @ListOf('Every day of it; days that are not worked anyway are left out', () => LeaveDay, { max: 732 })
  days!: LeaveDay[];

  @Moment('Last change in the HR system', { nullable: true })
  modifiedAt!: string | null;
}

/** Which leave to read: everything that touches a span of days. */
export class LeaveQuery extends PageQuery {
  @Day('First day')
  from!: string;

  @Day('Last day')
  to!: string;

  @Code('Only of the worker with this id in the HR system', { optional: true })
  worker?: string;
}

/** One page of leave. */
export class LeavePage extends Page {
  @ListOf('Leave', () => Leave, { max: 200 })
  items!: Leave[];
}

/** A day nobody works at some place. */
export class Holiday {
  @Day('Day')
  date!: string;

  @Text('Name')
  name!: string;

  @Text('Where it is kept; null: everywhere in the firm', { nullable: true })
  location!: string | null;
}

/** Which holidays to read. */
export class HolidayQuery {
  @Day('First day')
  from!: string;

  @Day('Last day')
  to!: string;
}

/** Holidays of a span of days. */
export class HolidayList {
  @ListOf('Holidays', () => Holiday, { max: 1000 })
  items!: Holiday[];
}
