import { Choice, Code, Day, ListOf, Minutes, Nested, Text } from '../fields.js';
import { assignmentStatuses } from '../scheduling/v1.js';
import { MoneyValue, Page, PageQuery } from '../shared.js';

/** What somebody can work in a week, what is planned, and what of that finds no place. Why they are away is not told. */
export class CapacityWeek {
  @Day('Its Monday')
  week!: string;

  @Minutes('Contracted time, holidays taken off')
  workingMinutes!: number;

  @Minutes('Contracted time that falls out for holidays')
  holidayMinutes!: number;

  @Minutes('Working time on leave', { classification: 'personal' })
  leaveMinutes!: number;

  @Minutes('What is left to work')
  capacityMinutes!: number;

  @Minutes('Planned, as far as the scheduler was asked')
  plannedMinutes!: number;

  @Minutes('Planned and without a place in what is left')
  atRiskMinutes!: number;

  @Text('Planned in percent of working time, without leave; null where there is none', { nullable: true, max: 20 })
  utilisationBefore!: string | null;

  @Text('What finds a place in percent of capacity; null where there is none', { nullable: true, max: 20 })
  utilisationAfter!: string | null;

  @ListOf('Planned time at the rates agreed, a currency each; what has no rate is left out', () => MoneyValue, {
    max: 50,
    classification: 'confidential',
  })
  revenueBefore!: MoneyValue[];

  @ListOf('The same without what is at risk', () => MoneyValue, { max: 50, classification: 'confidential' })
  revenueAfter!: MoneyValue[];
}

/** Capacity of a worker, week by week. */
export class WorkerCapacity {
  @Text('Worker number', { max: 40, classification: 'personal' })
  workerNumber!: string;

  @Code('Legal entity code')
  legalEntity!: string;

  @ListOf('Weeks', () => CapacityWeek, { max: 54 })
  weeks!: CapacityWeek[];
}

/** One page of workers, in the order of their numbers. */
export class CapacityPage extends Page {
  @ListOf('Workers', () => WorkerCapacity, { max: 200 })
  items!: WorkerCapacity[];
}

/** Whose capacity to read, and when: a year at most, in whole weeks. */
export class CapacityQuery extends PageQuery {
  @Day('First day')
  from!: string;

  @Day('Last day')
  to!: string;

  @Text('Only this worker number', { optional: true, max: 40, classification: 'personal' })
  worker?: string;
}

/** An assignment of which, from the current week on, not all finds a place in what somebody has left to work. */
export class AssignmentAtRisk {
  @Code('Platform instance of the scheduler')
  instance!: string;

  @Code('Id in the scheduler')
  id!: string;

  @Text('Worker number', { max: 40, classification: 'personal' })
  workerNumber!: string;

  @Text('Our project code', { nullable: true, max: 120 })
  project!: string | null;

  @Text('Client', { nullable: true })
  client!: string | null;

  @Text('Legal entity code of the project', { nullable: true, max: 60 })
  legalEntity!: string | null;

  @Text('Name of the role', { nullable: true })
  roleName!: string | null;

  @Choice('Whether the person is promised to the project', assignmentStatuses)
  status!: (typeof assignmentStatuses)[number];

  @Day('First day')
  startDate!: string;

  @Day('Last day')
  endDate!: string;

  @Minutes('Time booked')
  minutes!: number;

  @Minutes('What of it finds no place')
  atRiskMinutes!: number;

  @Minutes('What of that would find one but for leave', { classification: 'personal' })
  leaveMinutes!: number;

  @Nested('What that is sold for; null where no rate is agreed', () => MoneyValue, {
    nullable: true,
    classification: 'confidential',
  })
  moneyAtRisk!: MoneyValue | null;
}

/** One page of assignments at risk. */
export class AssignmentAtRiskPage extends Page {
  @ListOf('Assignments', () => AssignmentAtRisk, { max: 200 })
  items!: AssignmentAtRisk[];
}
