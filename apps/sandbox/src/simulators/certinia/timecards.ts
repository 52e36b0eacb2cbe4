import type { Org, Row } from '../salesforce/org.js';
import { insert, overwrite } from '../salesforce/rows.js';
import { packageRefusal } from './admission.js';
import { daysOfWeek, own } from './package-fields.js';
import { daysBetween, weekday } from './schedules.js';
import { hoursIn, round } from './time-objects.js';
import { isNewOrChanged, type Saving } from './validation.js';

/**
 * Time is entered where a project is open for it, and stays once it is approved, unless an administrator changes it and
 * says why; once billed it stays. How the package words and codes these refusals is an assumption, unconfirmed.
 */
export function refuseLockedTime(saving: Saving): void {
  const { now, before } = saving;
  if (!daysOfWeek.some((day) => isNewOrChanged(saving, `${day}_Hours`))) return;
  const [project, assignment] = [now.parent('Project'), now.parent('Assignment')];
  if (project && !project.is('Is_Active')) throw packageRefusal('The project is not active.');
  if (project?.is('Closed_for_Time_Entry') || assignment?.is('Closed_for_Time_Entry'))
    throw packageRefusal('Project or assignment are closed for time entry.');
  if (before?.is('Billed') || before?.is('Invoiced')) throw packageRefusal('Time that is billed stays as it is.');
  const isReasoned = now.is('Admin_Global_Edit') && now.has('Audit_Notes');
  if (before?.is('Approved') && now.is('Approved') && !isReasoned)
    throw packageRefusal('Time that is approved stays as it is.');
}

const copied = [
  'Resource',
  'Project',
  'Assignment',
  'Milestone',
  'Status',
  'Submitted',
  'Approved',
  'Include_In_Financials',
  'Billable',
  'Time_Credited',
  'Time_Excluded',
  'Exclude_from_Billing',
].map(own);

/** One split for each month a week touches: that it is months is an assumption, a firm may choose other periods. */
export function renewSplits(org: Org, header: Row): void {
  const days = daysBetween(String(header[own('Start_Date')]), String(header[own('End_Date')]));
  const months = [...new Set(days.map((day) => day.slice(0, 7)))];
  const known = splitsOf(org, header);
  for (const [index, month] of months.entries()) {
    const values = splitValues(
      header,
      days.filter((day) => day.startsWith(month)),
    );
    const split = known[index];
    if (split) overwrite(org, own('Timecard'), split, values);
    else insert(org, own('Timecard'), { ...values, [own('Timecard_Header')]: header.Id! });
  }
}

export const splitsOf = (org: Org, header: Row): Row[] =>
  org.store.list<Row>(own('Timecard')).filter((split) => split[own('Timecard_Header')] === header.Id);

function splitValues(header: Row, days: string[]): Row {
  const inside = new Set(days.map(weekday));
  const hours = Object.fromEntries(
    daysOfWeek.map((day) => [own(`${day}_Hours`), inside.has(day) ? (header[own(`${day}_Hours`)] ?? null) : 0]),
  );
  const total = hoursIn(hours);
  const isBillable = header[own('Billable')] === true;
  return {
    ...Object.fromEntries(copied.map((name) => [name, header[name] ?? null])),
    ...hours,
    ...Object.fromEntries(daysOfWeek.map((day) => [own(`${day}_Notes`), header[own(`${day}_Notes`)] ?? null])),
    CurrencyIsoCode: header.CurrencyIsoCode ?? null,
    [own('Start_Date')]: days[0]!,
    [own('End_Date')]: days.at(-1)!,
    [own('Total_Hours')]: total,
    [own('Total_Billable_Amount')]: isBillable ? round(total * Number(header[own('Bill_Rate')] ?? 0)) : 0,
    [own('Approved_for_Billing')]: isBillable && header[own('Approved')] === true,
  };
}

/** Time changes its project too, so that the project's stamps move although nobody wrote it. */
export function renewTotals(org: Org, header: Row): void {
  const project = org.store.get<Row>(own('Proj'), String(header[own('Project')]))!;
  const submitted = org.store
    .list<Row>(own('Timecard_Header'))
    .filter((one) => one[own('Project')] === project.Id && one[own('Submitted')] === true)
    .reduce((sum, one) => sum + hoursIn(one), 0);
  if (round(submitted) !== Number(project[own('Total_Submitted_Hours')] ?? 0))
    overwrite(org, own('Proj'), project, { [own('Total_Submitted_Hours')]: round(submitted) });
}
