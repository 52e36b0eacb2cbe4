import type { Field } from '../salesforce/fields.js';
import type { ObjectType, Row } from '../salesforce/org.js';
import {
  amount,
  below,
  check,
  choice,
  count,
  day,
  daysOfWeek,
  externalId,
  hoursOfWeek,
  lookup,
  master,
  notes,
  own,
  packaged,
  words,
  worked,
} from './package-fields.js';

const must = { nillable: false };
const states = ['Saved', 'Submitted', 'Approved', 'Rejected'];
const flags = (...names: string[]): Field[] => names.map((name) => check(name));

/** What week and split have in common. */
const shared: Field[] = [
  lookup('Resource', 'Contact'),
  lookup('Project', own('Proj')),
  lookup('Assignment', own('Assignment')),
  lookup('Milestone', own('Milestone')),
  choice('Status', states, { default: 'Saved' }),
  ...flags('Submitted', 'Approved', 'Include_In_Financials', 'Billable', 'Billed', 'Invoiced'),
  ...flags('Time_Credited', 'Time_Excluded', 'Exclude_from_Billing'),
  ...hoursOfWeek(),
  ...daysOfWeek.map((name) => words(`${name}_Notes`)),
];

export const hoursIn = (row: Row): number =>
  round(daysOfWeek.reduce((sum, name) => sum + Number(row[own(`${name}_Hours`)] ?? 0), 0));

export const round = (number: number): number => Math.round(number * 100) / 100;

/** A week of one person's time on one assignment. */
const header = packaged('Timecard_Header', 'a0H', {
  nameFormat: 'TCH-{MM}-{DD}-{YYYY}-{000000}',
  fields: [
    ...shared,
    day('Start_Date', must),
    day('End_Date', must),
    lookup('Approver', 'User'),
    amount('Bill_Rate'),
    count('Cost_Rate_Amount'),
    check('Admin_Global_Edit'),
    notes('Audit_Notes'),
    check('Disable_Approval_Auto_Submit'),
    check('Daily_Bill_Rate'),
    worked(count('Total_Hours'), (_org, row) => hoursIn(row)),
    worked(amount('Total_Billable_Amount'), (_org, row) =>
      row[own('Billable')] === true ? round(hoursIn(row) * Number(row[own('Bill_Rate')] ?? 0)) : 0,
    ),
    externalId,
  ],
  children: [below('TimecardSplits', 'Timecard', 'Timecard_Header', true)],
});

/** The part of a week that lies in one period; the package makes it and keeps it. */
const split = packaged('Timecard', 'a0K', {
  nameFormat: 'TC-{MM}-{DD}-{YYYY}-{000000}',
  fields: [
    master('Timecard_Header', own('Timecard_Header')),
    ...shared,
    day('Start_Date'),
    day('End_Date'),
    count('Total_Hours'),
    amount('Total_Billable_Amount'),
    amount('Total_Cost'),
    ...flags('Approved_for_Billing', 'Billing_Hold'),
    lookup('Billing_Event_Item', own('Billing_Event_Item')),
    day('Bill_Date'),
    words('Invoice_Number'),
    day('Invoice_Date'),
  ],
});

const expenseKinds = [
  'Airfare',
  'Lodging (Room and Tax)',
  'Car Rental',
  'Gasoline',
  'Taxi',
  'Subway',
  'Auto Mileage',
  'Personal Meals',
  'Business Meals',
  'Phone',
  'Office Supplies and Services',
  'IT Equipment and Services',
  'Postage and Shipping',
  'General and Admin Expenses',
  'Employee Relations',
  'Recruiting',
  'Miscellaneous',
];
const expenseStates = ['Draft', 'Submitted', 'Approved', 'Rejected'];

const sharedExpense: Field[] = [
  lookup('Resource', 'Contact'),
  lookup('Project', own('Proj')),
  lookup('Assignment', own('Assignment')),
  lookup('Milestone', own('Milestone')),
  choice('Status', expenseStates, { default: 'Draft' }),
  ...flags('Submitted', 'Approved', 'Include_In_Financials', 'Billable', 'Billed', 'Invoiced', 'Admin_Global_Edit'),
  notes('Description'),
  notes('Audit_Notes'),
];

const expenseReport = packaged('Expense_Report', 'a0F', {
  fields: [
    ...sharedExpense,
    lookup('Approver', 'User'),
    words('Expense_Report_Reference', { externalId: true, unique: true }),
    words('Third_Party_Expenses_App_Report_ID'),
  ],
  children: [below('Expense_Lines', 'Expense', 'Expense_Report')],
});

const expense = packaged('Expense', 'a0J', {
  nameFormat: 'EXP-{0}',
  fields: [
    ...sharedExpense,
    lookup('Expense_Report', own('Expense_Report')),
    amount('Amount', must),
    day('Expense_Date', must),
    choice('Type', expenseKinds),
    check('Non_Reimbursible'),
    amount('Incurred_Tax'),
    amount('Non_Billable_Incurred_Amount'),
    count('Reimbursement_Amount'),
    words('Reimbursement_Currency', { length: 3 }),
    count('Billing_Amount'),
    day('Bill_Date'),
    words('Invoice_Number', { length: 80 }),
    day('Invoice_Date'),
    words('Mobile_Expense_Reference_ID', { externalId: true, unique: true }),
    words('Third_Party_Expenses_App_Expense_ID'),
  ],
});

export const timeObjects: ObjectType[] = [header, split, expenseReport, expense];
