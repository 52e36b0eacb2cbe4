import type { Failure, FailureKind } from '#kernel';

/** A kind of business exception: what it is called in the catalogue, whose it is, why it comes and what to do next. */
export interface ExceptionType {
  /** Class in the catalogue of exceptions, `K1` to `K28`. */
  class: string;
  /** Role that settles it, unless a workflow says otherwise. */
  owner: string;
  /** What is behind it, in one sentence. */
  cause: string;
  /** The next action, where the failure itself names none. */
  remedy: string;
  /** Hours until it should be settled: the fewer, the sooner money or people are lost. */
  dueInHours: number;
}

const type = (
  [className, owner, dueInHours]: [className: string, owner: string, dueInHours: number],
  cause: string,
  remedy: string,
): ExceptionType => ({ class: className, owner, cause, remedy, dueInHours });

/** Every exception a workflow can raise by name. */
export const exceptionTypes: Readonly<Record<string, ExceptionType>> = {
  'duplicate-project': type(
    ['K1', 'pmo', 24],
    'The project exists more than once under our reference.',
    'decide which one is right, remove our reference from the others, then retry',
  ),
  'ambiguous-reference': type(
    ['K1', 'integration-operations', 24],
    'A vendor holds several records with our reference.',
    'decide which one is right, remove our reference from the others, then retry',
  ),
  'duplicate-worker': type(
    ['K2', 'hr-operations', 24],
    'The worker exists more than once.',
    'merge the records in the HR system, then retry',
  ),
  'assignment-conflict': type(
    ['K4', 'resource-management', 8],
    'Somebody is promised to more work than they are contracted for.',
    'take time off one of the assignments in the scheduler; it is read again by itself',
  ),
  'project-not-staffable': type(
    ['K5', 'pmo', 8],
    'Somebody was assigned to a project that is not financially active, or not ready for staffing.',
    'see what its mobilisation waits for; the assignment goes on by itself when staffing can begin',
  ),
  'project-not-active': type(
    ['K5', 'finance-operations', 8],
    'Time was approved on a project that is not financially active.',
    'activate the project in the ERP and retry, correct the project, or skip the entry',
  ),
  'unknown-legal-entity': type(
    ['K6', 'finance-operations', 24],
    'The record names a legal entity that the estate does not have.',
    'correct the record at its source; or add the entity to estate.yaml, restart, retry',
  ),
  'missing-route': type(
    ['K6', 'integration-operations', 8],
    'The estate sends a domain of this legal entity to no system.',
    'add the route to estate.yaml, restart, retry',
  ),
  'unknown-project': type(
    ['K7', 'pmo', 8],
    'The project is not known under this code in every system.',
    'give the project its code in the PSA, mobilise its deal, or correct the project',
  ),
  'rate-mismatch': type(
    ['K8', 'finance-operations', 8],
    'The rate recorded is not the rate agreed.',
    'correct the rate here or in the PSA',
  ),
  'role-not-on-card': type(
    ['K8', 'finance-operations', 8],
    'The role worked or assigned was not sold on this project.',
    'correct the role to one that was sold, or skip the entry',
  ),
  'unsupported-rate-card': type(
    ['K8', 'sales-operations', 24],
    'The deal sells a role more than once, and a role has one rate a day.',
    'put the role on one line in the CRM; the deal is read again by itself',
  ),
  'billed-at-old-rate': type(
    ['K8', 'finance-operations', 24],
    'The rate of days that are billed already has changed.',
    'correct `decision` to `leave`, or to `rebill`',
  ),
  'duplicate-customer': type(
    ['K9', 'finance-operations', 24],
    'The ERP has a customer that may be the same.',
    'correct `chosen` to its id in the ERP, or to `new`',
  ),
  'missing-customer': type(
    ['K9', 'sales-operations', 24],
    'The deal names no customer.',
    'name the account in the CRM; the deal is read again by itself',
  ),
  'incomplete-contract': type(
    ['K10', 'sales-operations', 24],
    'Terms that finance needs are missing from the contract.',
    'complete the deal in the CRM; it is read again by itself',
  ),
  'contract-without-rates': type(
    ['K10', 'sales-operations', 24],
    'The contract has no rates for the roles that are sold.',
    'add the lines in the CRM, or the role to estate.yaml; then retry',
  ),
  'not-won': type(
    ['K10', 'sales-operations', 24],
    'The deal was reopened after it was won.',
    'close it again and retry, or cancel',
  ),
  'invalid-change': type(
    ['K10', 'sales-operations', 24],
    'The changed deal is another project: its legal entity, customer or currency is not what was set up.',
    'put it right in the CRM and win a new deal for the other project; the deal is read again by itself',
  ),
  'missing-cost-centre': type(
    ['K11', 'finance-operations', 24],
    'The worker has no cost centre, or one that the ERP does not have.',
    'fill it in in the HR system, or create it in the ERP and retry',
  ),
  'missing-attribute': type(
    ['K12', 'hr-operations', 24],
    'An attribute every worker needs is missing.',
    'complete the worker in the HR system; it is read again by itself',
  ),
  'not-active': type(
    ['K12', 'hr-operations', 24],
    'The worker left, or is not active, before everything was set up.',
    'correct the status in the HR system and retry, or cancel',
  ),
  'unknown-worker': type(
    ['K12', 'hr-operations', 8],
    'Time or an assignment is of somebody without a worker number of ours.',
    'onboard the worker and retry, or correct the worker number',
  ),
  'commitment-missing': type(
    ['K18', 'finance-operations', 24],
    'A contract with a contractor is not among the purchase commitments of the ERP.',
    'mend what the ERP names and retry; or enter it there by hand and correct enteredAs',
  ),
  'former-manager': type(
    ['K24', 'pmo', 8],
    'Somebody has another manager, and approvals may still wait for the former one.',
    'give open approvals to the manager now, then correct settled=true',
  ),
  'leaver-loose-ends': type(
    ['K24', 'pmo', 24],
    'Somebody has a last day, and work, time or reports are planned as if they stayed.',
    'see to each, then retry to look again, or correct settled=true',
  ),
  'ended-by-hand': type(
    ['K24', 'integration-operations', 4],
    'Somebody left, or is lent no more, and a platform cannot be told so by its API.',
    'end the worker there, then correct its system to true',
  ),
  'billing-setup-failed': type(
    ['K13', 'finance-operations', 8],
    'The ERP refused the billing setup of a project that exists in the PSA.',
    'mend what the ERP names and retry, or correct the deal',
  ),
  'approved-not-posted': type(
    ['K14', 'finance-operations', 8],
    'Approved time has not reached the ERP, and the cut-off of its month is near.',
    'see what its billing runs wait for; once it is posted this settles itself',
  ),
  'missing-window': type(
    ['K14', 'integration-operations', 8],
    'Approved time of this legal entity has no posting window.',
    'add the window to estate.yaml, restart, retry',
  ),
  'unmapped-grade': type(
    ['K16', 'hr-operations', 24],
    'The grade of the worker is mapped to no role.',
    'add it to the mappings of estate.yaml, restart and retry; or correct the grade',
  ),
  'unmapped-value': type(
    ['K23', 'hr-operations', 24],
    'A skill, place, title or manager of an acquired firm is like none of ours.',
    'correct `value` to one of ours, or skip its rows',
  ),
  'manager-cycle': type(
    ['K24', 'hr-operations', 24],
    'People report to each other in a circle: nobody could approve for them.',
    'correct the manager of one of them',
  ),
  'role-constraint': type(
    ['K16', 'resource-management', 8],
    'Somebody was assigned who lacks the grade, skill or certification that is asked for.',
    'assign somebody who fits, or record the skill in the HR system',
  ),
  'worker-unavailable': type(
    ['K17', 'resource-management', 8],
    'Somebody was assigned who is not there: not active, not yet hired, or gone.',
    'assign somebody else, or other days; a change in the HR system is noticed by itself',
  ),
  'incomplete-assignment': type(
    ['K22', 'resource-management', 8],
    'The scheduler does not say who, what, or when.',
    'complete the assignment in the scheduler; it is read again by itself',
  ),
  'assignment-at-risk': type(
    ['K17', 'resource-management', 24],
    'Somebody is promised to a project for time in which they are on leave.',
    'staff the work otherwise or move it in the scheduler: it is weighed again by itself; or skip to accept it',
  ),
  'missing-tax-code': type(
    ['K19', 'finance-operations', 24],
    'The tax jurisdiction is missing or mapped to no tax code.',
    'name it in the CRM; or add it to estate.yaml, restart, retry',
  ),
  'missing-intercompany-price': type(
    ['K6', 'finance-operations', 24],
    'Somebody of one legal entity worked for another, and the estate has no price between the two for that day.',
    'add the pair to billing.intercompany in estate.yaml, restart, then retry',
  ),
  'missing-hourly-cost': type(
    ['K6', 'finance-operations', 24],
    'A charge between legal entities goes by the cost of the work, which the estate does not know.',
    'add the role to staffing.hourlyCosts in estate.yaml, restart, then retry',
  ),
  'unknown-employer': type(
    ['K6', 'finance-operations', 24],
    'Nobody knows which legal entity employs the worker.',
    'onboard the worker and retry, or say the entity here',
  ),
  'no-billing-schedule': type(
    ['K20', 'pmo', 24],
    'The project has no days to plan invoices for.',
    'give the deal its first and last day in the CRM; it is read again by itself',
  ),
  'posting-refused': type(
    ['K21', 'finance-operations', 8],
    'The ERP refused a charge, or the entry was changed after it was billed.',
    'mend the cause in the ERP and retry; credit a change that stands, then skip',
  ),
  'schema-violation': type(
    ['K22', 'integration-operations', 24],
    'A record does not fit its contract.',
    'correct the record in its own system; it is read again by itself',
  ),
  'poison-event': type(
    ['K22', 'integration-operations', 4],
    'A subscriber failed on an event again and again; the events after it went on.',
    'retry after the cause is mended or a new release runs; skip what needs no handling',
  ),
  'not-the-owner': type(
    ['K25', 'integration-operations', 24],
    'A system told or would change what another system owns.',
    'change it in the system that owns it; or give it another owner in estate.yaml and restart',
  ),
  'approval-rejected': type(
    ['K24', 'integration-operations', 24],
    'Somebody said no where the run waited for approval.',
    'cancel, or retry to ask again',
  ),
  'workflow-version-missing': type(
    ['K22', 'integration-operations', 4],
    'This release lacks the version of the workflow the run began with.',
    'install a release that lists it, then retry',
  ),
};

const refused = type(
  ['K22', 'integration-operations', 24],
  'Another system refused the work; the message has its words.',
  'mend the record that is named, then retry',
);

const byKind: Partial<Record<FailureKind, ExceptionType>> = {
  forbidden: type(
    ['K25', 'integration-operations', 4],
    'Our client or our user at the vendor lacks a right.',
    'grant the right at the issuer or at the vendor, then retry',
  ),
  throttled: type(
    ['K26', 'integration-operations', 4],
    'A vendor allows no more requests for now.',
    'wait for the quota, or have it raised; then retry',
  ),
  unavailable: type(
    ['K26', 'integration-operations', 4],
    'A vendor could not be reached.',
    'see whether the vendor is up, then retry',
  ),
  defect: type(
    ['K22', 'integration-operations', 4],
    'An error in this product, several times in a row.',
    'find the correlation id in the log, retry after a new release',
  ),
};

export const exceptionTypeOf = (failure: Failure): ExceptionType =>
  exceptionTypes[failure.detail.code ?? ''] ?? byKind[failure.kind] ?? refused;

/** Whether the failure is one of the catalogue, whose owner is known; of any other the workflow says whose it is. */
export const isNamedException = (failure: Failure): boolean => (failure.detail.code ?? '') in exceptionTypes;
