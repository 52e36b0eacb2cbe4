import { Choice, Code, Day, Minutes, Nested, Text, Whole } from '../fields.js';
import { Opportunity } from '../crm/v1.js';
import { Leave } from '../hr/v1.js';
import { TimeEntry } from '../psa/v1.js';
import { Assignment } from '../scheduling/v1.js';

/** A version of a kind of event: its name, its owner and the class its data conforms to. */
export interface EventType<T extends object = object> {
  /** CloudEvents type, e.g. `com.throughline.opportunity.won.v1`. */
  type: string;
  data: new () => T;
  description: string;
}

const define = <T extends object>(name: string, data: new () => T, description: string): EventType<T> => ({
  type: `com.throughline.${name}`,
  data,
  description,
});

/** A record that came to be or changed in a platform. */
export class RecordChanged {
  @Code('Platform instance that reports it')
  instance!: string;

  @Code('Id of the record in that instance')
  id!: string;
}

/** A deal was won. */
export class OpportunityWon extends RecordChanged {
  @Nested('The deal when it was won', () => Opportunity)
  opportunity!: Opportunity;
}

/** A worker is provisioned everywhere and can be staffed. */
export class WorkerReady {
  @Text('Worker number', { max: 40, classification: 'personal' })
  workerNumber!: string;

  @Code('Id in the scheduler')
  resourceId!: string;
}

/** A project reached a state. */
export class ProjectState {
  @Code('Our project code')
  project!: string;

  @Text('Name')
  name!: string;

  @Code('Legal entity code')
  legalEntity!: string;
}

/** A record of a platform that cannot be told in our words. */
export class UnreadableRecord {
  @Code('Platform instance that reports it')
  instance!: string;

  @Text('The record, e.g. time-entry/4711', { max: 200 })
  record!: string;

  @Text('Every field that does not fit, and why', { max: 1000 })
  reason!: string;
}

/** Time was approved, or an approved entry changed; or its approval was refused or taken back. */
export class TimeDecided extends RecordChanged {
  @Nested('The entry', () => TimeEntry)
  entry!: TimeEntry;
}

/** Leave was recorded, changed or taken back. */
export class LeaveRecorded extends RecordChanged {
  @Nested('The leave as it is now', () => Leave)
  leave!: Leave;
}

/** A holiday was added to a place's calendar, moved or taken out. */
export class HolidaysAdjusted {
  @Code('Platform instance that reports it')
  instance!: string;

  @Day('Earliest day that changed')
  from!: string;

  @Day('Latest day that changed')
  to!: string;
}

/** How much somebody can work in a span of days changed. */
export class CapacityUpdated {
  @Text('Worker number', { max: 40, classification: 'personal' })
  workerNumber!: string;

  @Day('First day')
  from!: string;

  @Day('Last day')
  to!: string;

  @Minutes('Time away in those days')
  awayMinutes!: number;

  @Whole('Assignments that no longer fit')
  assignmentsAtRisk!: number;
}

/** Somebody's place on a project came to be, changed or ended. */
export class AssignmentReported extends RecordChanged {
  @Nested('The assignment as it is now', () => Assignment)
  assignment!: Assignment;
}

/** An invoice or a credit memo can be seen in the ERP. */
export class InvoiceGenerated {
  @Code('Our project code')
  project!: string;

  @Code('Our reference of the invoice')
  reference!: string;

  @Text('Number the customer sees', { max: 60 })
  number!: string;
}

/** Work stopped and needs a person, or a person has settled it. */
export class ExceptionChanged {
  @Code('Process API that owns the exception')
  owner!: string;

  @Code('Id of the exception')
  id!: string;
}

/** A run came to its end: it is done, or taken back. */
export class RunEnded {
  @Code('Process API that owns the run')
  owner!: string;

  @Code('Id of the run')
  id!: string;

  @Code('Workflow')
  workflow!: string;

  @Choice('How it ended', ['completed', 'cancelled'])
  state!: 'completed' | 'cancelled';
}

/** Every kind of event the product publishes. */
export const events = {
  opportunityWon: define('opportunity.won.v1', OpportunityWon, 'A deal was won in the CRM'),
  workerHired: define('worker.hired.v1', RecordChanged, 'A worker appeared in the HR system'),
  workerChanged: define('worker.changed.v1', RecordChanged, 'A worker changed in the HR system'),
  workerReady: define('worker.ready.v1', WorkerReady, 'A worker is provisioned everywhere and can be staffed'),
  projectCreated: define('project.created.v1', ProjectState, 'A project exists in ERP and PSA, not yet active'),
  projectActivated: define('project.activated.v1', ProjectState, 'A project is financially active'),
  projectStaffingReady: define('project.staffing-ready.v1', ProjectState, 'Staffing demand of a project is published'),
  timeApproved: define('time.approved.v1', TimeDecided, 'Time was approved in the PSA'),
  timeRejected: define('time.rejected.v1', TimeDecided, 'Approval of time was refused or taken back in the PSA'),
  leaveRecorded: define(
    'leave.recorded.v1',
    LeaveRecorded,
    'Leave was recorded, changed or withdrawn in the HR system',
  ),
  holidaysAdjusted: define('regional-holiday.adjusted.v1', HolidaysAdjusted, 'A calendar of holidays changed'),
  capacityUpdated: define('capacity.updated.v1', CapacityUpdated, 'What somebody can work changed in the scheduler'),
  assignmentConfirmed: define('assignment.confirmed.v1', AssignmentReported, 'Somebody was put on a project'),
  assignmentChanged: define('assignment.changed.v1', AssignmentReported, 'A place on a project changed'),
  assignmentCancelled: define('assignment.cancelled.v1', AssignmentReported, 'A place on a project was taken back'),
  invoiceGenerated: define(
    'invoice.generated.v1',
    InvoiceGenerated,
    'An invoice or a credit memo is visible in the ERP',
  ),
  recordUnreadable: define('record.unreadable.v1', UnreadableRecord, 'A record does not fit its contract'),
  runEnded: define('run.ended.v1', RunEnded, 'A run is done, or was taken back'),
  exceptionRaised: define('exception.raised.v1', ExceptionChanged, 'Work stopped and needs a person'),
  exceptionSettled: define('exception.settled.v1', ExceptionChanged, 'A person settled an exception'),
} as const;
