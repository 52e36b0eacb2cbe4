import { own } from './package-fields.js';
import { creditRules } from './staffing-rules.js';
import { billedEarly, invoicedEarly, invoiceUnfounded } from './time-rules.js';
import { currencyChanged, endsBeforeStart, isNotConstant, rule, type Validation } from './validation.js';

export const projectRules: Validation[] = [
  ...creditRules('Project'),
  rule(
    'Alert_Threshold_must_be_in_1_to_100',
    own('Alert_Threshold'),
    'The threshold is a whole number from 1 to 100.',
    ({ now }) => {
      const threshold = now.number('Alert_Threshold');
      return now.has('Alert_Threshold') && !(Number.isInteger(threshold) && threshold >= 1 && threshold <= 100);
    },
  ),
  rule('Project_Currency_is_Constant', 'CurrencyIsoCode', 'The currency of a project stays.', currencyChanged),
  rule(
    'Start_Date_must_be_before_End_Date',
    own('Start_Date'),
    'A project cannot end before it starts.',
    endsBeforeStart,
  ),
];

export const milestoneRules: Validation[] = [
  rule('Milestone_Project_is_Constant', own('Project'), 'A milestone needs a project and keeps it.', (saving) =>
    isNotConstant(saving, 'Project'),
  ),
  rule(
    'Milestone_Billing_Requires_Inclusion',
    own('Billed'),
    'What is billed must be approved and in the financials.',
    billedEarly,
  ),
  rule('Milestone_Invoicing_Requires_Billing', own('Invoiced'), 'What is invoiced must be billed.', invoicedEarly),
  rule('Invoiced', null, 'Only what is invoiced has an invoice number or date.', invoiceUnfounded),
];

export const billingEventRules: Validation[] = [
  rule('Invoiced', null, 'Only what is invoiced has an invoice number or date.', invoiceUnfounded),
];

export const regionRules: Validation[] = [
  rule('Region_Currency_is_Constant', 'CurrencyIsoCode', 'The currency of a region stays.', currencyChanged),
];

export const ratingRules: Validation[] = [
  rule(
    'Check_Resource',
    own('Resource'),
    'The contact is no resource.',
    ({ now }) => now.parent('Resource')?.is('Is_Resource') === false,
  ),
];

const targets = ['Resource', 'Region', 'Practice', 'Group', 'Project'];

export const permissionRules: Validation[] = [
  rule('Permission_Control_User_Required', own('User'), 'A permission needs a user.', ({ now }) => !now.has('User')),
  rule(
    'Permission_Must_Have_Target_Entity',
    null,
    'A permission needs a target.',
    ({ now }) => !targets.some((name) => now.has(name)),
  ),
  rule(
    'Permission_May_Not_Have_Multiple_Targets',
    null,
    'A permission has one target.',
    ({ now }) => targets.filter((name) => now.has(name)).length > 1,
  ),
  rule('Start_Date_may_not_be_After_End_Date', null, 'A permission cannot end before it starts.', endsBeforeStart),
];
