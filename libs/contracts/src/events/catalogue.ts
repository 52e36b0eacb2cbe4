import { Choice, Code, Nested, Text } from '../fields.js';
import { Opportunity } from '../crm/v1.js';
import { TimeEntry } from '../psa/v1.js';

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

/** Time was approved, or an approved entry changed. */
export class TimeApproved extends RecordChanged {
  @Nested('The entry', () => TimeEntry)
  entry!: TimeEntry;
}

/** An invoice can be seen in the ERP. */
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
  timeApproved: define('time.approved.v1', TimeApproved, 'Time was approved in the PSA'),
  invoiceGenerated: define('invoice.generated.v1', InvoiceGenerated, 'An invoice is visible in the ERP'),
  recordUnreadable: define('record.unreadable.v1', UnreadableRecord, 'A record does not fit its contract'),
  runEnded: define('run.ended.v1', RunEnded, 'A run is done, or was taken back'),
  exceptionRaised: define('exception.raised.v1', ExceptionChanged, 'Work stopped and needs a person'),
  exceptionSettled: define('exception.settled.v1', ExceptionChanged, 'A person settled an exception'),
} as const;
