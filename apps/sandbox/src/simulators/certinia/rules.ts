import { crmRules } from '../salesforce/rules.js';
import { initialValues } from '../salesforce/rows.js';
import { corporateCurrency } from '../salesforce/picklists.js';
import type { ObjectType, Org, Row, Rules } from '../salesforce/org.js';
import { admit } from './admission.js';
import { expenseReportRules, expenseRules } from './expense-rules.js';
import { own } from './package-fields.js';
import {
  billingEventRules,
  milestoneRules,
  permissionRules,
  projectRules,
  ratingRules,
  regionRules,
} from './project-rules.js';
import { scheduleTotals, renewSchedule } from './schedules.js';
import { assignmentRules, exceptionRules, requestRules, scheduleRules } from './staffing-rules.js';
import { headerRules, splitRules } from './time-rules.js';
import { refuseLockedTime, renewSplits, renewTotals } from './timecards.js';
import { type Validation, validate } from './validation.js';
import { View } from './view.js';

/** The package's validation rules, by the object they belong to. */
export const validations: Record<string, Validation[]> = {
  [own('Proj')]: projectRules,
  [own('Milestone')]: milestoneRules,
  [own('Region')]: regionRules,
  [own('Schedule')]: scheduleRules,
  [own('Schedule_Exception')]: exceptionRules,
  [own('Assignment')]: assignmentRules,
  [own('Resource_Request')]: requestRules,
  [own('Timecard_Header')]: headerRules,
  [own('Timecard')]: splitRules,
  [own('Expense_Report')]: expenseReportRules,
  [own('Expense')]: expenseRules,
  [own('Billing_Event')]: billingEventRules,
  [own('Skill_Certification_Rating')]: ratingRules,
  [own('Permission_Control')]: permissionRules,
};

/** What the package itself fills in. */
const completions: Record<string, (org: Org, now: Row) => Row> = {
  [own('Schedule')]: scheduleTotals,
};

type AfterSave = (org: Org, row: Row, before: Row | null) => void;

/** What the package does once a row is kept. */
const consequences: Record<string, AfterSave[]> = {
  [own('Schedule_Exception')]: [renewSchedule],
  [own('Timecard_Header')]: [renewSplits, renewTotals],
};

function completed(org: Org, type: ObjectType, values: Row, before: Row | null): Row {
  const derived = crmRules.completed(org, type, values, before);
  const start = before ?? { ...initialValues(type), CurrencyIsoCode: corporateCurrency(org) };
  const now = { ...start, ...derived };
  const view = (row: Row): View => new View(org, type, row);
  const saving = { now: view(now), before: before && view(before) };
  validate(validations[type.name] ?? [], saving);
  if (type.name === own('Timecard_Header')) refuseLockedTime(saving);
  return { ...derived, ...completions[type.name]?.(org, now) };
}

/** The CRM's rules and the package's, and what the package does on its own. */
export const psaRules: Rules = {
  admit,
  completed,
  afterSave: (org, type, row, before) => {
    for (const consequence of consequences[type.name] ?? []) consequence(org, row, before);
  },
  refuseRemoval: (org, type, row) => crmRules.refuseRemoval(org, type, row),
};
