import { Choice, Code, Day, Flag, ListOf, Minutes, Text, TextList } from '../fields.js';

/** What a person who can be staffed shall look like. */
export class ResourceState {
  @Text('Full name', { classification: 'personal' })
  name!: string;

  @Text('Work e-mail', { max: 254, classification: 'personal' })
  email!: string;

  @Text('Name of the default role')
  roleName!: string;

  @TextList('Names of skills')
  skills!: string[];

  @Minutes('Availability a week')
  weeklyMinutes!: number;

  @Code('Cost centre code')
  costCentre!: string;

  @Text('Grade', { max: 60 })
  grade!: string;
}

/** A person who can be staffed, as the scheduler holds them. */
export class Resource {
  @Code('Id in the scheduler')
  id!: string;

  @Text('Worker number', { nullable: true, max: 40, classification: 'personal' })
  reference!: string | null;

  @Text('Full name', { classification: 'personal' })
  name!: string;

  @Text('Work e-mail', { nullable: true, max: 254, classification: 'personal' })
  email!: string | null;

  @Flag('Can be staffed')
  active!: boolean;
}

/** When somebody can be staffed no more. */
export class ResourceEnd {
  @Day('Last day they work')
  lastDay!: string;
}

/** A request for people: a role on a project for a time. */
export class DemandState {
  @Code('Our project code')
  project!: string;

  @Code('Role code')
  role!: string;

  @Text('Name of the role')
  roleName!: string;

  @Minutes('Effort needed')
  minutes!: number;

  @Day('First day')
  startDate!: string;

  @Day('Last day')
  endDate!: string;
}

/** A demand as the scheduler holds it. */
export class Demand {
  @Code('Id in the scheduler')
  id!: string;

  @Code('Our reference')
  reference!: string;
}

export const assignmentStatuses = ['tentative', 'confirmed', 'cancelled'] as const;

/** Somebody's place on a project. */
export class Assignment {
  @Code('Id in the scheduler')
  id!: string;

  @Text('Worker number', { nullable: true, max: 40, classification: 'personal' })
  workerNumber!: string | null;

  @Text('Name of the role', { nullable: true })
  roleName!: string | null;

  @Minutes('Time booked')
  minutes!: number;

  @Text('Our project code, where the project carries one', { nullable: true, max: 120 })
  project!: string | null;

  @Day('First day', { nullable: true })
  startDate!: string | null;

  @Day('Last day', { nullable: true })
  endDate!: string | null;

  @Choice('Whether the person is promised to the project', assignmentStatuses)
  status!: (typeof assignmentStatuses)[number];
}

/** Which assignments of a person to read. */
export class AssignmentQuery {
  @Day('First day')
  from!: string;

  @Day('Last day')
  to!: string;
}

/** Assignments of a project or of a person. */
export class AssignmentList {
  @ListOf('Assignments', () => Assignment, { max: 200 })
  items!: Assignment[];
}

/** What has really been worked and billed on an assignment so far: always the total, never a difference. */
export class ActualsState {
  @Minutes('Time billed so far')
  billedMinutes!: number;
}

/** How much of a day somebody cannot work. */
export class AbsenceDay {
  @Day('Day')
  date!: string;

  @Minutes('Time away')
  minutes!: number;
}

/** Time somebody cannot be staffed, stated in full each time; without days it is taken back. */
export class AbsenceState {
  @Code('Worker number', { classification: 'personal' })
  workerNumber!: string;

  @ListOf('Days', () => AbsenceDay, { max: 732 })
  days!: AbsenceDay[];
}
