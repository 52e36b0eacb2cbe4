import { own } from './package-fields.js';
import { billedEarly, cannotBeBillable, invoicedEarly, invoiceUnfounded } from './time-rules.js';
import { differs, isNewOrChanged, isNotConstant, rule, type Saving, type Validation } from './validation.js';

const isOut = ({ now }: Saving, name: string): boolean =>
  now.has(name) && (now.number(name) < 0 || now.number(name) > now.number('Amount'));

export const expenseReportRules: Validation[] = [
  rule('ExpenseReport_Asgnmt_Project_Mismatch', own('Assignment'), "The assignment is another project's.", (saving) =>
    differs(saving, 'Assignment', 'Project'),
  ),
  rule('ExpenseReport_Asgnmt_Resource_Mismatch', own('Assignment'), "The assignment is somebody else's.", (saving) =>
    differs(saving, 'Assignment', 'Resource'),
  ),
  rule('ExpenseReport_Milestone_Project_Mismatch', own('Milestone'), "The milestone is another project's.", (saving) =>
    differs(saving, 'Milestone', 'Project'),
  ),
  rule(
    'Expense_Report_Approval_Requires_Submit',
    own('Approved'),
    'What is approved must be submitted.',
    ({ now }) => now.is('Approved') && !now.is('Submitted'),
  ),
  rule(
    'Expense_Report_May_Not_Be_Billable',
    own('Billable'),
    'Project and assignment must be billable first.',
    (saving) => cannotBeBillable(saving),
  ),
  rule('Expense_Report_Project_is_Constant', own('Project'), 'A report needs a project and keeps it.', (saving) =>
    isNotConstant(saving, 'Project'),
  ),
  rule('Expense_Report_Resource_is_Constant', own('Resource'), 'A report needs a resource and keeps it.', (saving) =>
    isNotConstant(saving, 'Resource'),
  ),
  rule(
    'Project_Requires_Exp_Report_Assignment',
    own('Assignment'),
    'Expenses here need an assignment.',
    ({ now }) => !now.has('Assignment') && now.parent('Project')?.is('Allow_Expenses_Without_Assignment') !== true,
  ),
];

export const expenseRules: Validation[] = [
  rule(
    'Expense_Line_Needs_Parent_For_Submit',
    own('Expense_Report'),
    'What is submitted belongs to a report.',
    ({ now }) => !now.has('Expense_Report') && (now.is('Submitted') || now.is('Include_In_Financials')),
  ),
  rule(
    'Expense_Line_Report_Fixed_If_Submitted',
    own('Expense_Report'),
    'What is submitted stays in its report.',
    (saving) =>
      saving.before !== null &&
      (saving.before.is('Submitted') || saving.before.is('Include_In_Financials')) &&
      isNewOrChanged(saving, 'Expense_Report'),
  ),
  rule('Expense_ER_Project_Mismatch', own('Expense_Report'), "The report is another project's.", (saving) =>
    differs(saving, 'Expense_Report', 'Project'),
  ),
  rule('Expense_ER_Resource_Mismatch', own('Expense_Report'), "The report is somebody else's.", (saving) =>
    differs(saving, 'Expense_Report', 'Resource'),
  ),
  rule('Expense_Asgnmt_Project_Mismatch', own('Assignment'), "The assignment is another project's.", (saving) =>
    differs(saving, 'Assignment', 'Project'),
  ),
  rule('Expense_Asgnmt_Resource_Mismatch', own('Assignment'), "The assignment is somebody else's.", (saving) =>
    differs(saving, 'Assignment', 'Resource'),
  ),
  rule('Expense_Milestone_Project_Mismatch', own('Milestone'), "The milestone is another project's.", (saving) =>
    differs(saving, 'Milestone', 'Project'),
  ),
  rule('Expense_Line_Resource_is_Constant', own('Resource'), 'An expense needs a resource and keeps it.', (saving) =>
    isNotConstant(saving, 'Resource'),
  ),
  rule(
    'Expense_May_Not_Be_Billable',
    own('Billable'),
    'Project, assignment and report must be billable first.',
    (saving) => cannotBeBillable(saving, 'Expense_Report'),
  ),
  rule('Incurred_Tax_Amount_Invalid', own('Incurred_Tax'), 'The tax is a part of the amount.', (saving) =>
    isOut(saving, 'Incurred_Tax'),
  ),
  rule(
    'Non_Billable_Incurred_Amount_Invalid',
    own('Non_Billable_Incurred_Amount'),
    'What is not billable is a part of the amount.',
    (saving) => isOut(saving, 'Non_Billable_Incurred_Amount'),
  ),
  rule(
    'Expense_Line_Billing_Requires_Inclusion',
    own('Billed'),
    'What is billed must be approved and in the financials.',
    billedEarly,
  ),
  rule('Expense_Line_Invoicing_Requires_Billing', own('Invoiced'), 'What is invoiced must be billed.', invoicedEarly),
  rule('Invoiced', null, 'Only what is invoiced has an invoice number or date.', invoiceUnfounded),
];
