import type { LogTime } from '../../core/screens.js';
import type { Org, Row } from '../salesforce/org.js';
import { insert, overwrite } from '../salesforce/rows.js';
import { daysOfWeek, own } from './package-fields.js';
import { byPerson, existing, keep, projectOf, resourceWith } from './people.js';
import { round } from './time-objects.js';
import { weekday } from './schedules.js';
import { splitsOf } from './timecards.js';

/** What consultants, those who approve their time and those who bill it do on the package's screens. */

const dayMs = 86_400_000;
const headerObject = 'Timecard_Header';

/**
 * Adds time to the week's timecard of a person's assignment, in hours and hundredths; answers the timecard. Whoever is not
 * assigned cannot: the package may allow it, this org does not. The role is that of the assignment.
 */
export function logTime(org: Org, input: LogTime): { id: string } {
  const project = projectOf(org, input.projectRef);
  const resource = resourceWith(org, input.email);
  const card = weekOf(org, input, cardValues(org, project, resource, input));
  const field = own(`${weekday(input.date)}_Hours`);
  const hours = {
    [field]: round(Number(card[field] ?? 0) + input.minutes / 60),
    [own(`${weekday(input.date)}_Notes`)]: input.notes,
  };
  const known = org.store.get<Row>(own(headerObject), String(card.Id));
  return byPerson(
    org,
    'log',
    headerObject,
    known ? keep(org, headerObject, hours, known) : keep(org, headerObject, { ...card, ...hours }),
  );
}

function cardValues(org: Org, project: Row, resource: Row, { roleName, billable, hourlyRate }: LogTime): Row {
  const assignments = org.store
    .list<Row>(own('Assignment'))
    .filter((row) => row[own('Project')] === project.Id && row[own('Resource')] === resource.Id);
  const assignment = assignments.find((row) => row[own('Role')] === roleName) ?? assignments[0];
  if (!assignment) throw new Error(`${String(resource.Email)} is not assigned to "${String(project.Name)}"`);
  return {
    CurrencyIsoCode: project.CurrencyIsoCode!,
    [own('Project')]: project.Id!,
    [own('Resource')]: resource.Id!,
    [own('Assignment')]: assignment.Id!,
    [own('Billable')]: billable,
    [own('Bill_Rate')]: hourlyRate ? Number(hourlyRate) : (assignment[own('Bill_Rate')] ?? null),
  };
}

/** The week, Sunday first, that is still open for the same work, or the start of a new one. */
function weekOf(org: Org, { date }: LogTime, values: Row): Row {
  const sunday = new Date(Date.parse(date) - new Date(date).getUTCDay() * dayMs).toISOString().slice(0, 10);
  const saturday = new Date(Date.parse(sunday) + 6 * dayMs).toISOString().slice(0, 10);
  const week: Row = { ...values, [own('Start_Date')]: sunday, [own('End_Date')]: saturday };
  const isSame = (row: Row): boolean => Object.entries(week).every(([name, value]) => (row[name] ?? null) === value);
  const found = org.store.find<Row>(own(headerObject), (row) => row[own('Status')] === 'Saved' && isSame(row));
  return found ?? week;
}

/** Submits and approves what is open on a project. */
export function submitAndApproveTime(
  org: Org,
  { projectRef, timeEntryIds }: { projectRef: string; timeEntryIds?: string[] },
): { approved: string[] } {
  const project = projectOf(org, projectRef);
  const open = org.store
    .list<Row>(own(headerObject))
    .filter((card) => card[own('Project')] === project.Id && card[own('Approved')] !== true)
    .filter(({ Id: id }) => !timeEntryIds || timeEntryIds.includes(String(id)));
  for (const card of open) {
    keep(org, headerObject, statusValues('Approved'), card);
    byPerson(org, 'approve', headerObject, card);
  }
  return { approved: open.map(({ Id: id }) => String(id)) };
}

const statusValues = (status: 'Approved' | 'Rejected'): Row => {
  const isApproved = status === 'Approved';
  return {
    [own('Status')]: status,
    [own('Submitted')]: isApproved,
    [own('Approved')]: isApproved,
    [own('Include_In_Financials')]: isApproved,
  };
};

/** Takes an approval back, as long as nothing is billed. */
export function rejectTime(org: Org, { id }: { id: string }): void {
  const card = existing(org, headerObject, id);
  if (card[own('Approved')] !== true) throw new Error(`there is no approved timecard ${id}`);
  if (card[own('Billed')] === true) throw new Error(`timecard ${id} is billed`);
  byPerson(org, 'reject', headerObject, keep(org, headerObject, statusValues('Rejected'), card));
}

interface TimeEdit {
  id: string;
  fields: { hourlyRate?: string; minutes?: number; billable?: boolean };
  /** The day that gets the minutes; a card with time on one day only does not need it. */
  date?: string;
}

/** Somebody with the right to corrects approved time that is not billed yet. */
export function editTimeEntry(org: Org, { id, fields, date }: TimeEdit): void {
  const card = existing(org, headerObject, id);
  const { hourlyRate, minutes, billable } = fields;
  keep(
    org,
    headerObject,
    {
      [own('Admin_Global_Edit')]: true,
      [own('Audit_Notes')]: 'Corrected after approval',
      ...(hourlyRate !== undefined && { [own('Bill_Rate')]: Number(hourlyRate) }),
      ...(billable !== undefined && { [own('Billable')]: billable }),
      ...(minutes !== undefined && { [own(`${dayOf(card, date)}_Hours`)]: round(minutes / 60) }),
    },
    card,
  );
  byPerson(org, 'edit', headerObject, card);
}

function dayOf(card: Row, date: string | undefined): string {
  if (date !== undefined) return weekday(date);
  const worked = daysOfWeek.filter((day) => Number(card[own(`${day}_Hours`)] ?? 0) > 0);
  if (worked.length !== 1) throw new Error('say on which date: the timecard has time on several days');
  return worked[0]!;
}

/** Generates and releases a billing event of everything approved and not billed on a project. */
export function releaseBilling(org: Org, { projectRef }: { projectRef: string }): { id: string } {
  const project = projectOf(org, projectRef);
  const splits = org.store
    .list<Row>(own('Timecard'))
    .filter((split) => split[own('Project')] === project.Id && split[own('Approved_for_Billing')] === true)
    .filter((split) => split[own('Billed')] !== true && Number(split[own('Total_Hours')]) > 0);
  if (splits.length === 0) throw new Error(`nothing on ${projectRef} can be billed`);
  const total = splits.reduce((sum, split) => sum + Number(split[own('Total_Billable_Amount')]), 0);
  const today = org.now().toISOString().slice(0, 10);
  const event = keep(org, 'Billing_Event', {
    CurrencyIsoCode: project.CurrencyIsoCode!,
    [own('Project')]: project.Id!,
    [own('Date')]: today,
    [own('Status')]: 'Released',
    [own('Is_Approved')]: true,
    [own('Is_Released')]: true,
    [own('Summary_Amount')]: round(total),
  });
  for (const split of splits) bill(org, event, split, today);
  return byPerson(org, 'release', 'Billing_Event', event);
}

function bill(org: Org, event: Row, split: Row, today: string): void {
  const hours = Number(split[own('Total_Hours')]);
  const amount = Number(split[own('Total_Billable_Amount')]);
  const item = insert(org, own('Billing_Event_Item'), {
    CurrencyIsoCode: event.CurrencyIsoCode!,
    [own('Billing_Event')]: event.Id!,
    [own('Project')]: event[own('Project')]!,
    [own('Timecard_Split')]: split.Id!,
    [own('Category')]: 'Timecard',
    [own('Object_Id')]: split.Id!,
    [own('Date')]: today,
    [own('Amount')]: amount,
    [own('Quantity')]: hours,
    [own('Unit_Price')]: round(amount / hours),
  });
  const billed = { [own('Billed')]: true, [own('Bill_Date')]: today, [own('Billing_Event_Item')]: item.Id! };
  keep(org, 'Timecard', billed, split);
  const header = existing(org, headerObject, String(split[own('Timecard_Header')]));
  if (splitsOf(org, header).every((one) => one[own('Billed')] === true || Number(one[own('Total_Hours')]) === 0))
    overwrite(org, own(headerObject), header, { [own('Billed')]: true });
}
