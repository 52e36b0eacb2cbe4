import { Code, Day, Facts, Flag, Minutes, Moment, Nested, Text, Whole } from '../fields.js';
import { Opportunity } from '../crm/v1.js';
import { Leave } from '../hr/v1.js';
import { TimeEntry } from '../psa/v1.js';
import { Assignment } from '../scheduling/v1.js';
import { MoneyValue } from '../shared.js';
import { ExceptionChanged, RunEnded } from './work.js';

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

/** A deal was changed after it was won. */
export class OpportunityChanged extends RecordChanged {
  @Nested('The deal as it is now', () => Opportunity)
  opportunity!: Opportunity;
}

/** A worker is provisioned everywhere and can be staffed. */
export class WorkerReady {
  @Text('Worker number', { max: 40, classification: 'personal' })
  workerNumber!: string;

  @Code('Id in the scheduler')
  resourceId!: string;

  @Code('HR instance', { nullable: true, optional: true })
  instance?: string | null;

  @Code('Id of the worker in that instance', { nullable: true, optional: true, classification: 'personal' })
  workerId?: string | null;
}

/** People of an acquired firm are through a load: staffable, or with an exception of their own. */
export class AcquisitionImported {
  @Code('Id of the acquisition')
  acquisition!: string;

  @Text('Name of the acquired firm')
  name!: string;

  @Code('Legal entity that takes the people over')
  legalEntity!: string;

  @Whole('Which load of the acquisition it was', { min: 1 })
  pass!: number;

  @Whole('People in this load')
  people!: number;
}

/** Somebody in the middle of their working life. */
export class WorkerMoment {
  @Code('HR instance')
  instance!: string;

  @Code('Id of the worker in that instance', { classification: 'personal' })
  workerId!: string;

  @Code('Worker number', { classification: 'personal' })
  workerNumber!: string;

  @Code('What tells this notice from an earlier one about the same worker')
  notice!: string;
}

/** Somebody has a last day. */
export class WorkerLeaving extends WorkerMoment {
  @Day('Last day', { classification: 'personal' })
  lastDay!: string;
}

/** Somebody is to work for another legal entity no more. */
export class LoanOver {
  @Code('Loan')
  loan!: string;

  @Code('Worker number', { classification: 'personal' })
  workerNumber!: string;

  @Code('Legal entity they were lent to')
  legalEntity!: string;

  @Day('Last day there', { classification: 'personal' })
  lastDay!: string;
}

/** Somebody reports to somebody else. */
export class ManagerChanged extends WorkerMoment {
  @Text('Worker number of the former manager, where known', { nullable: true, max: 40, classification: 'personal' })
  formerManager!: string | null;

  @Text('Worker number of the manager now, where known', { nullable: true, max: 40, classification: 'personal' })
  manager!: string | null;
}

/** A project reached a state. */
export class ProjectState {
  @Code('Our project code')
  project!: string;

  @Text("The firm's code of the deal it comes from", { nullable: true, optional: true, max: 120 })
  deal?: string | null;

  @Text('Name')
  name!: string;

  @Code('Legal entity code')
  legalEntity!: string;
}

/** What was agreed for a project changed, and every system has it. */
export class ProjectChanged extends ProjectState {
  @Moment('Last change of the deal it comes from')
  dealVersion!: string;

  @Day('First day worked that has another rate than before; null where all rates stay', { nullable: true })
  ratesFrom!: string | null;
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

/** A platform told a step in the life of a record that another system owns; nobody acts on it. */
export class RefusedChange {
  @Code('Platform instance that reports it')
  instance!: string;

  @Text('The record, e.g. worker/4711', { max: 200 })
  record!: string;

  @Text('Type of the event it would have been', { max: 200 })
  type!: string;

  @Text('The rule it broke, and who owns the step', { max: 1000 })
  reason!: string;

  @Flag('It shows what the product itself wrote there just before, so nobody has to look at it')
  echo!: boolean;

  @Facts('Data of the event it would have been', { classification: 'personal' })
  change!: Record<string, unknown>;
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

  @Nested('Total; a credit memo counts negatively', () => MoneyValue, {
    nullable: true,
    optional: true,
    classification: 'confidential',
  })
  total?: MoneyValue | null;

  @Minutes('Time charged', { signed: true, nullable: true, optional: true })
  minutes?: number | null;
}

/** Every kind of event the product publishes. */
export const events = {
  opportunityWon: define('opportunity.won.v1', OpportunityWon, 'A deal was won in the CRM'),
  opportunityChanged: define('opportunity.changed.v1', OpportunityChanged, 'A won deal was changed in the CRM'),
  workerHired: define('worker.hired.v1', RecordChanged, 'A worker appeared in the HR system'),
  workerChanged: define('worker.changed.v1', RecordChanged, 'A worker changed in the HR system'),
  workerReady: define('worker.ready.v1', WorkerReady, 'A worker is provisioned everywhere and can be staffed'),
  acquisitionImported: define(
    'acquisition.batch-imported.v1',
    AcquisitionImported,
    'People of an acquired firm were onboarded in one go',
  ),
  workerTerminated: define('worker.terminated.v1', WorkerLeaving, 'Somebody has a last day, to come or past'),
  workerTerminationWithdrawn: define('worker.termination-withdrawn.v1', WorkerLeaving, 'A last day holds no more'),
  workerOffBoarded: define('worker.off-boarded.v1', WorkerLeaving, 'Somebody who left can do nothing any more'),
  workerLoanOver: define('worker.loan-over.v1', LoanOver, 'Somebody works for another legal entity no more'),
  workerManagerChanged: define('worker.manager-changed.v1', ManagerChanged, 'Somebody reports to somebody else'),
  contractorChanged: define('contractor.changed.v1', WorkerMoment, 'A contract with a contractor is new or changed'),
  projectCreated: define('project.created.v1', ProjectState, 'A project exists in ERP and PSA, not yet active'),
  projectActivated: define('project.activated.v1', ProjectState, 'A project is financially active'),
  projectStaffingReady: define('project.staffing-ready.v1', ProjectState, 'Staffing demand of a project is published'),
  projectChanged: define('project.changed.v1', ProjectChanged, 'What was agreed for a project changed'),
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
  changeRefused: define('change.refused.v1', RefusedChange, 'A system told a step that another system owns'),
  runEnded: define('run.ended.v1', RunEnded, 'A run is done, or was taken back'),
  exceptionRaised: define('exception.raised.v1', ExceptionChanged, 'Work stopped and needs a person'),
  exceptionSettled: define('exception.settled.v1', ExceptionChanged, 'A person settled an exception'),
} as const;

/** The record and the step in its life that a type tells, e.g. `worker` and `hired`. */
export function lifecycleOf(type: string): { record: string; step: string } | undefined {
  const [, record, step] = /^com\.throughline\.([a-z-]+)\.([a-z-]+)\.v\d+$/.exec(type) ?? [];
  return record && step ? { record, step } : undefined;
}
