import type { ObjectType, Org, Row, Value } from '../salesforce/org.js';
import {
  amount,
  below,
  check,
  choice,
  count,
  day,
  externalId,
  hoursOfWeek,
  lookup,
  master,
  notes,
  own,
  packaged,
  percent,
  words,
  worked,
} from './package-fields.js';

const must = { nillable: false };

const schedule = packaged('Schedule', 'a0D', {
  nameFormat: 'Schedule{000000}',
  fields: [
    day('Start_Date', must),
    day('End_Date', must),
    ...hoursOfWeek(must),
    count('Scheduled_Hours'),
    count('Scheduled_Days'),
    check('Is_Blocking'),
    check('Action_Force_Schedule_Refresh'),
  ],
  children: [below('Schedule_Exceptions', 'Schedule_Exception', 'Schedule', true)],
});

const exception = packaged('Schedule_Exception', 'a0X', {
  nameFormat: 'SchedException{000000000}',
  fields: [
    master('Schedule', own('Schedule')),
    day('Date', must),
    day('End_Date'),
    count('Exception_Hours', must),
    ...hoursOfWeek(),
  ],
});

/** What an assignment shows of its schedule: it has no dates of its own. */
const ofSchedule =
  (name: string) =>
  (org: Org, row: Row): Value =>
    org.store.get<Row>(own('Schedule'), String(row[own('Schedule')]))?.[own(name)] ?? null;

const assignment = packaged('Assignment', 'a0A', {
  fields: [
    lookup('Project', own('Proj')),
    lookup('Resource', 'Contact'),
    lookup('Schedule', own('Schedule')),
    lookup('Resource_Request', own('Resource_Request')),
    lookup('Milestone', own('Milestone')),
    choice('Role', undefined, { valueSet: 'roles' }),
    choice('Status', ['Tentative', 'Scheduled', 'Closed']),
    check('Is_Billable'),
    amount('Bill_Rate'),
    amount('Planned_Bill_Rate'),
    count('Planned_Hours'),
    count('Percent_Allocated', { default: 100 }),
    count('Cost_Rate_Amount'),
    words('Cost_Rate_Currency_Code', { length: 3 }),
    check('Use_Resource_Default_Cost_Rate'),
    words('Nick_Name'),
    words('Description'),
    ...['Closed_for_Time_Entry', 'Closed_for_Expense_Entry', 'Exclude_from_Planners'].map((name) => check(name)),
    ...['Exclude_from_Billing', 'Time_Credited', 'Time_Excluded'].map((name) => check(name)),
    worked(day('Start_Date'), ofSchedule('Start_Date')),
    worked(day('End_Date'), ofSchedule('End_Date')),
    worked(count('Scheduled_Hours'), ofSchedule('Scheduled_Hours')),
    worked(count('Scheduled_Days'), ofSchedule('Scheduled_Days')),
    words('ERP_Absence_Correlation_Id', { externalId: true }),
    words('API_Assignment_Correlation_Id'),
    externalId,
    { ...count('x'), name: 'Billed_Minutes__c' },
  ],
  children: [below('Timecards', 'Timecard_Header', 'Assignment')],
});

const request = packaged('Resource_Request', 'a0E', {
  nameFormat: 'RR-{0000000}',
  fields: [
    lookup('Project', own('Proj')),
    lookup('Opportunity', 'Opportunity'),
    lookup('Assignment', own('Assignment')),
    lookup('Resource', 'Contact'),
    lookup('Staffer_Resource', 'Contact'),
    lookup('Milestone', own('Milestone')),
    words('Resource_Request_Name'),
    choice('Resource_Role', undefined, { valueSet: 'roles' }),
    day('Start_Date', must),
    day('End_Date'),
    count('SOW_Hours'),
    percent('Percent_Allocated'),
    amount('Requested_Bill_Rate'),
    amount('Planned_Bill_Rate'),
    choice('Status', ['Draft', 'Ready to Staff', 'Hold', 'Tentative', 'Assigned', 'Cancelled'], { default: 'Draft' }),
    choice('Request_Priority', ['Low', 'Normal', 'High']),
    lookup('Region', own('Region')),
    lookup('Practice', own('Practice')),
    lookup('Group', own('Grp')),
    lookup('Primary_Skill_Certification', own('Skill')),
    words('Primary_Skill_Minimum_Rating'),
    lookup('Preferred_Schedule', own('Schedule')),
    ...['Resource_Held', 'Staffer_Approval_Required', 'Exclude_from_Planners'].map((name) => check(name)),
    notes('Notes'),
    externalId,
  ],
});

export const staffingObjects: ObjectType[] = [schedule, exception, assignment, request];
