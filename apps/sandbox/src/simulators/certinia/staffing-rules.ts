import { daysOfWeek, own } from './package-fields.js';
import {
  currencyChanged,
  endsBeforeStart,
  isNewOrChanged,
  isNotConstant,
  rule,
  type Saving,
  type Validation,
} from './validation.js';

const hoursOutsideDay = ({ now }: Saving): boolean =>
  daysOfWeek.some((name) => now.number(`${name}_Hours`) < 0 || now.number(`${name}_Hours`) > 24);

export const scheduleRules: Validation[] = [
  rule('Check_End_Date', own('End_Date'), 'A schedule cannot end before it starts.', endsBeforeStart),
  rule('Check_Hours', null, 'A day has 0 to 24 hours.', hoursOutsideDay),
];

export const exceptionRules: Validation[] = [
  rule('check_end_date', own('End_Date'), 'An exception cannot end before it starts.', (saving) =>
    endsBeforeStart(saving, 'Date'),
  ),
  rule('Check_Date_Range', null, 'An exception must lie within its schedule.', ({ now }) => {
    const schedule = now.parent('Schedule')!;
    const last = now.text(now.has('End_Date') ? 'End_Date' : 'Date');
    return now.text('Date') < schedule.text('Start_Date') || last > schedule.text('End_Date');
  }),
];

export const creditRules = (what: string): Validation[] => [
  rule(
    `Billable_${what}s_may_not_be_Credited`,
    own('Time_Credited'),
    'What is billable cannot be credited.',
    ({ now }) => now.is(billableName(what)) && now.is('Time_Credited'),
  ),
  rule(
    `Billable_${what}s_may_not_be_Excluded`,
    own('Time_Excluded'),
    'What is billable cannot be excluded.',
    ({ now }) => now.is(billableName(what)) && now.is('Time_Excluded'),
  ),
  rule(
    `Credited_${what}s_may_not_be_Excluded`,
    own('Time_Excluded'),
    'What is credited cannot be excluded too.',
    ({ now }) => now.is('Time_Credited') && now.is('Time_Excluded'),
  ),
];

const billableName = (what: string): string => (what === 'Timecard' ? 'Billable' : 'Is_Billable');

export const assignmentRules: Validation[] = [
  ...creditRules('Assignment'),
  rule('Assignment_Currency_is_Constant', 'CurrencyIsoCode', 'The currency of an assignment stays.', currencyChanged),
  rule('Assignment_Project_is_Constant', own('Project'), 'An assignment needs a project and keeps it.', (saving) =>
    isNotConstant(saving, 'Project', false),
  ),
  rule(
    'Assignment_May_Not_Be_Billable',
    own('Is_Billable'),
    'Only a billable project has billable assignments.',
    ({ now }) => now.is('Is_Billable') && now.parent('Project')?.is('Is_Billable') === false,
  ),
  rule('Bill_Rate_Required', own('Bill_Rate'), 'An assignment needs a bill rate.', ({ now }) => !now.has('Bill_Rate')),
  rule(
    'Non_Billable_Bill_Rate_must_be_Zero',
    own('Bill_Rate'),
    'What is not billable has a bill rate of zero.',
    ({ now }) => !now.is('Is_Billable') && now.number('Bill_Rate') > 0,
  ),
  rule(
    'cannot_switch_schedule_records',
    own('Schedule'),
    'You cannot switch the schedule record once set.',
    (saving) => saving.before?.has('Schedule') === true && isNewOrChanged(saving, 'Schedule'),
  ),
  rule('select_resource', own('Resource'), 'You must select an active resource.', (saving) => {
    const resource = saving.now.parent('Resource');
    return (
      resource !== null &&
      isNewOrChanged(saving, 'Resource') &&
      !(resource.is('Is_Resource') && resource.is('Is_Resource_Active'))
    );
  }),
];

export const requestRules: Validation[] = [
  rule(
    'Project_Or_Opp_Required',
    null,
    'A request needs a project or an opportunity.',
    ({ now }) => !now.has('Project') && !now.has('Opportunity'),
  ),
  rule('Check_Opp_Project_Mismatch', own('Project'), 'Request and project have different opportunities.', ({ now }) => {
    const project = now.parent('Project');
    return now.has('Opportunity') && project !== null && project.value('Opportunity') !== now.value('Opportunity');
  }),
  rule('end_date_required', own('End_Date'), 'A request needs an end date.', ({ now }) => !now.has('End_Date')),
  rule('Check_End_Date', own('End_Date'), 'A request cannot end before it starts.', endsBeforeStart),
  rule('hours_required', own('SOW_Hours'), 'A request needs hours.', ({ now }) => !now.has('SOW_Hours')),
  rule(
    'Validate_Ready_to_Staff',
    null,
    'A request is ready to staff with a start date and hours only.',
    ({ now }) => now.value('Status') === 'Ready to Staff' && now.number('SOW_Hours') <= 0,
  ),
  rule(
    'Validate_Contact_Is_Resource',
    own('Resource'),
    'The contact is no resource.',
    ({ now }) => now.parent('Resource')?.is('Is_Resource') === false,
  ),
  rule(
    'Project_Required_for_Milestone',
    null,
    'A milestone needs its project.',
    ({ now }) => now.has('Milestone') && !now.has('Project'),
  ),
  rule(
    'Milestone_Project_Mismatch',
    null,
    "The milestone is another project's.",
    ({ now }) =>
      now.has('Milestone') && now.has('Project') && now.parent('Milestone')!.value('Project') !== now.value('Project'),
  ),
  rule('check_project_currency', 'CurrencyIsoCode', 'A request has the currency of its project.', ({ now }) => {
    const project = now.parent('Project');
    return project !== null && project.currency !== now.currency;
  }),
];
