import { Choice, Code, Flag, ListOf, Moment, Nested, Text } from '../fields.js';
import { Assignment } from '../scheduling/v1.js';

export const assignmentSteps = ['confirmed', 'changed', 'cancelled'] as const;

/** What happened to an assignment that somebody was promised to. */
export class AssignmentChange {
  @Code('Id of this change: never used again, the same in the list and in a webhook')
  id!: string;

  @Moment('When it happened')
  at!: string;

  @Choice('What happened: promised for the first time, anything else about it, or taken back', assignmentSteps)
  step!: (typeof assignmentSteps)[number];

  @Nested('The assignment as it was then', () => Assignment)
  assignment!: Assignment;
}

/** Changes in the order in which they can be read: one that shows up later is never behind a cursor given out before. */
export class ChangePage {
  @ListOf('Changes', () => AssignmentChange, { max: 200 })
  items!: AssignmentChange[];

  @Text('Ask for what comes next with this; given on an empty page, too', { max: 500 })
  cursor!: string;

  @Flag('Whether more is waiting')
  more!: boolean;
}
