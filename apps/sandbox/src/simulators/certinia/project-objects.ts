import { reference, text } from '../salesforce/fields.js';
import type { ObjectType } from '../salesforce/org.js';
import {
  amount,
  below,
  check,
  choice,
  count,
  day,
  externalId,
  lookup,
  notes,
  own,
  packaged,
  percent,
  words,
} from './package-fields.js';

const lights = ['Green', 'Yellow', 'Red'];

/** The package has no external id for a project; the firm added one, and what finance needs to know. */
const project = packaged('Proj', 'a0P', {
  fields: [
    reference('OwnerId', 'User', { relationshipName: undefined }),
    lookup('Account', 'Account'),
    lookup('Opportunity', 'Opportunity'),
    lookup('Region', own('Region')),
    lookup('Practice', own('Practice')),
    lookup('Group', own('Grp')),
    lookup('Project_Manager', 'Contact'),
    day('Start_Date'),
    day('End_Date'),
    choice('Stage', ['Planned', 'In Progress', 'Completed', 'On Hold', 'Canceled']),
    choice('Billing_Type', ['Time and Materials', 'Fixed Price']),
    choice('Project_Type', ['Customer Project', 'Internal']),
    check('Is_Active'),
    check('Is_Billable'),
    check('Is_Template'),
    ...['Project', 'Schedule', 'Financial', 'Scope'].map((name) => choice(`${name}_Status`, lights)),
    check('Allow_Timecards_Without_Assignment'),
    check('Allow_Expenses_Without_Assignment'),
    check('Closed_for_Time_Entry'),
    check('Closed_for_Expense_Entry'),
    check('Exclude_From_Billing'),
    check('Time_Credited'),
    check('Time_Excluded'),
    percent('Alert_Threshold'),
    count('Planned_Hours'),
    count('Total_Submitted_Hours'),
    notes('Notes'),
    lookup('Parent_Project', own('Proj')),
    lookup('Master_Project', own('Proj')),
    externalId,
    text('Legal_Entity__c', 40),
    text('ERP_Project__c', 40),
    text('Cost_Centre__c', 40),
    text('Contract_Number__c', 80),
    text('Delivery_Model__c', 80),
  ],
  children: [
    below('Assignments', 'Assignment', 'Project'),
    below('Resource_Requests', 'Resource_Request', 'Project'),
    below('Milestones', 'Milestone', 'Project'),
    below('Timecards', 'Timecard_Header', 'Project'),
  ],
});

const milestone = packaged('Milestone', 'a0M', {
  fields: [
    lookup('Project', own('Proj')),
    day('Target_Date', { nillable: false }),
    day('Actual_Date'),
    day('Start_Date'),
    amount('Milestone_Amount'),
    amount('Milestone_Cost'),
    count('Planned_Hours'),
    choice('Status', ['Draft', 'Planned', 'Open', 'Approved']),
    ...['Approved', 'Approved_for_Billing', 'Include_In_Financials', 'Billed', 'Invoiced'].map((name) => check(name)),
    check('Closed_for_Time_Entry'),
    check('Admin_Global_Edit'),
    notes('Audit_Notes'),
    day('Bill_Date'),
    day('Invoice_Date'),
    words('Invoice_Number', { length: 80 }),
    externalId,
  ],
});

/** What the firm bills at once; another system says under which number it was invoiced. */
const billingEvent = packaged('Billing_Event', 'a0B', {
  nameFormat: 'BE-{000000}',
  fields: [
    lookup('Project', own('Proj')),
    day('Date'),
    // Words are each firm's own: these are assumptions.
    choice('Status', ['Draft', 'Released'], { default: 'Draft' }),
    check('Is_Approved'),
    check('Is_Released'),
    check('Invoiced'),
    words('Invoice_Number', { length: 80 }),
    day('Invoice_Date'),
    amount('Summary_Amount'),
    words('Event_Key', { length: 80, externalId: true, unique: true }),
  ],
  children: [below('Billing_Event_Items', 'Billing_Event_Item', 'Billing_Event')],
});

const billingEventItem = packaged('Billing_Event_Item', 'a0I', {
  nameFormat: 'BEI-{YYYY}{MM}{DD}-{00000}',
  writable: false,
  fields: [
    lookup('Billing_Event', own('Billing_Event')),
    lookup('Project', own('Proj')),
    lookup('Timecard_Split', own('Timecard')),
    choice('Category', ['Expense', 'Milestone', 'Timecard', 'Miscellaneous Adjustment', 'Budget']),
    words('Object_Id', { length: 18, nillable: false }),
    day('Date'),
    notes('Description'),
    amount('Amount'),
    count('Quantity'),
    amount('Unit_Price'),
  ],
});

export const projectObjects: ObjectType[] = [project, milestone, billingEvent, billingEventItem];
