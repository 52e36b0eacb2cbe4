import { daysOfWeek, own } from './package-fields.js';
import { creditRules } from './staffing-rules.js';
import { differs, isNotConstant, rule, type Saving, type Validation } from './validation.js';

const dayMs = 86_400_000;

const spansWeek = ({ now }: Saving): boolean =>
  Date.parse(now.text('End_Date')) - Date.parse(now.text('Start_Date')) === 6 * dayMs;

/** Whether a row must have an assignment and has none. */
const lacksAssignment = ({ now }: Saving): boolean =>
  !now.has('Assignment') &&
  now.parent('Project')?.is('Allow_Timecards_Without_Assignment') !== true &&
  now.parent('Resource')?.is('Allow_Timecards_Without_Assignment') !== true;

/** Billable without anything to bill it on. */
export const cannotBeBillable = ({ now }: Saving, ...parents: string[]): boolean =>
  now.is('Billable') &&
  (now.parent('Project')?.is('Is_Billable') === false ||
    now.parent('Assignment')?.is('Is_Billable') === false ||
    parents.some((name) => now.parent(name)?.is('Billable') === false));

/** What may be billed is approved and part of the financials, what may be invoiced is billed. */
export const billedEarly = ({ now }: Saving): boolean =>
  now.is('Billed') && !(now.is('Include_In_Financials') && now.is('Approved'));
export const invoicedEarly = ({ now }: Saving): boolean => now.is('Invoiced') && !now.is('Billed');
export const invoiceUnfounded = ({ now }: Saving): boolean =>
  !now.is('Invoiced') && (now.has('Invoice_Number') || now.has('Invoice_Date'));

export const headerRules: Validation[] = [
  ...creditRules('Timecard'),
  rule(
    'Timecard_Header_must_be_1_week_long',
    null,
    'A timecard lasts 7 days, both ends included.',
    (saving) => !spansWeek(saving),
  ),
  rule('A_Day_Can_Not_Be_More_Then_24_Hrs', null, 'A day has no more than 24 hours.', ({ now }) =>
    daysOfWeek.some((name) => now.number(`${name}_Hours`) > 24),
  ),
  rule('Timecard_Header_Project_is_Constant', own('Project'), 'A timecard needs a project and keeps it.', (saving) =>
    isNotConstant(saving, 'Project'),
  ),
  rule('Timecard_Header_Resource_is_Constant', own('Resource'), 'A timecard needs a resource and keeps it.', (saving) =>
    isNotConstant(saving, 'Resource'),
  ),
  rule('Timecard_Requires_Assignment', own('Assignment'), 'Time here needs an assignment.', lacksAssignment),
  rule('Timecard_Assignment_Project_Mismatch', own('Assignment'), "The assignment is another project's.", (saving) =>
    differs(saving, 'Assignment', 'Project'),
  ),
  rule('Timecard_Assignment_Resource_Mismatch', own('Assignment'), "The assignment is somebody else's.", (saving) =>
    differs(saving, 'Assignment', 'Resource'),
  ),
  rule('Timecard_Milestone_Project_Mismatch', own('Milestone'), "The milestone is another project's.", (saving) =>
    differs(saving, 'Milestone', 'Project'),
  ),
  rule('Timecard_May_Not_Be_Billable', own('Billable'), 'Project and assignment must be billable first.', (saving) =>
    cannotBeBillable(saving),
  ),
  rule(
    'Timecard_Approval_Requires_Submit',
    own('Approved'),
    'What is approved must be submitted.',
    ({ now }) => now.is('Approved') && !now.is('Submitted'),
  ),
  rule(
    'Billing_Requires_Inclusion',
    own('Billed'),
    'What is billed must be approved and in the financials.',
    billedEarly,
  ),
];

const isLocked = ({ now, before }: Saving, name: string, ...locks: string[]): boolean =>
  before !== null && locks.some((lock) => before.is(lock)) && before.value(name) !== now.value(name);

export const splitRules: Validation[] = [
  rule('Invoiced', null, 'Only what is invoiced has an invoice number or date.', invoiceUnfounded),
  rule(
    'TimecardSplit_Billing_Requires_Inclusion',
    own('Billed'),
    'What is billed must be approved and in the financials.',
    billedEarly,
  ),
  rule('TimecardSplit_Invoicing_Requires_Billing', own('Invoiced'), 'What is invoiced must be billed.', invoicedEarly),
  rule('TimecardSplit_Bill_Date_Locking', own('Bill_Date'), 'The bill date stays once billed.', (saving) =>
    isLocked(saving, 'Bill_Date', 'Billed', 'Invoiced'),
  ),
  rule('TimecardSplit_Invoice_Date_Locking', own('Invoice_Date'), 'The invoice date stays once invoiced.', (saving) =>
    isLocked(saving, 'Invoice_Date', 'Invoiced'),
  ),
  rule('Timecard_Split_Project_is_Constant', own('Project'), 'A split needs a project and keeps it.', (saving) =>
    isNotConstant(saving, 'Project', false),
  ),
  rule('Timecard_Split_Resource_is_Constant', own('Resource'), 'A split needs a resource and keeps it.', (saving) =>
    isNotConstant(saving, 'Resource', false),
  ),
];
