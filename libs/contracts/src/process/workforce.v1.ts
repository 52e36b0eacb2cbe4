import { Choice, Code, Day, Flag, ListOf, Moment, Text } from '../fields.js';

export const workerStandings = ['active', 'leaving', 'left'] as const;
export type WorkerStanding = (typeof workerStandings)[number];

export const holders = ['identity', 'erp', 'scheduling', 'psa'] as const;
export type Holder = (typeof holders)[number];

/** How a worker stands in one system. */
export class WorkerPlace {
  @Choice('What the system is to the firm', holders)
  system!: Holder;

  @Text('Platform instance', { max: 60 })
  instance!: string;

  @Text('Id there', { nullable: true, max: 120 })
  id!: string | null;

  @Flag('May work there')
  active!: boolean;

  @Text('Why the gateway did nothing there', { nullable: true, max: 500 })
  note!: string | null;
}

/** Something about a worker that is under way. */
export class WorkerPending {
  @Code('Run that does it')
  runId!: string;

  @Code('Workflow')
  workflow!: string;

  @Text('In the firm’s words', { max: 300 })
  title!: string;

  @Text('State', { max: 20 })
  state!: string;

  @Text('What it waits for', { nullable: true, max: 500 })
  waitingFor!: string | null;

  @Moment('When it goes on by itself', { nullable: true })
  wakeAt!: string | null;
}

/** What is asked for so that a worker can work for another legal entity on its own platforms. */
export class LoanRequest {
  @Code('Legal entity whose projects they are to work on')
  legalEntity!: string;

  @Code('Cost centre they are kept under in its ERP')
  costCentre!: string;

  @Day('Last day; left out, they stay until they are returned or leave the firm', { optional: true })
  until?: string;

  @Text('Why, in a sentence; kept in the audit log', { max: 500 })
  reason!: string;
}

/** Brings a loan to its end. */
export class LoanReturn {
  @Text('Why, in a sentence; kept in the audit log', { max: 500 })
  reason!: string;
}

/** A worker who is known to the platforms of another legal entity. */
export class WorkerLoan {
  @Code('Legal entity they work for')
  legalEntity!: string;

  @Code('Cost centre in its ERP')
  costCentre!: string;

  @Day('Last day', { nullable: true })
  until!: string | null;

  @Code('Run that keeps it')
  runId!: string;

  @ListOf('Systems there; none yet while they are being told', () => WorkerPlace, { max: 10 })
  places!: WorkerPlace[];
}

/** A loan, and whose it is. */
export class LoanOfWorker extends WorkerLoan {
  @Code('Worker number', { classification: 'personal' })
  workerNumber!: string;

  @Text('Name', { max: 200, classification: 'personal' })
  name!: string;

  @Code('Legal entity that employs them')
  employing!: string;
}

/** Who is lent at the moment. */
export class LoanList {
  @ListOf('Loans, by worker', () => LoanOfWorker, { max: 500 })
  items!: LoanOfWorker[];
}

/** A worker as carried through every system. */
export class WorkerLife {
  @Code('Worker number', { classification: 'personal' })
  number!: string;

  @Code('HR instance')
  instance!: string;

  @Code('Id in the HR system', { classification: 'personal' })
  workerId!: string;

  @Choice('Where in their working life', workerStandings)
  standing!: WorkerStanding;

  @Day('Last day', { nullable: true, classification: 'personal' })
  lastDay!: string | null;

  @Text('Legal entity', { max: 60 })
  legalEntity!: string;

  @Text('Cost centre', { max: 60 })
  costCentre!: string;

  @Text('Grade', { max: 60 })
  grade!: string;

  @Text('Id of the manager in the HR system', { nullable: true, max: 60, classification: 'personal' })
  managerId!: string | null;

  @ListOf('Systems', () => WorkerPlace, { max: 10 })
  places!: WorkerPlace[];

  @ListOf('Legal entities they are lent to', () => WorkerLoan, { max: 50 })
  loans!: WorkerLoan[];

  @ListOf('What is under way', () => WorkerPending, { max: 50 })
  pending!: WorkerPending[];

  @Moment('Last carried through')
  updatedAt!: string;
}
