import { Decimal } from 'decimal.js';
import type { psa } from '#contracts';
import { orgMoment } from '#connector';
import { addDays, money } from '#kernel';
import { type CertiniaSettings, type FieldNames, type Stages, type Weekday, weekdays } from './settings.js';

export interface ProjectRow {
  Id: string;
  Name: string;
  CurrencyIsoCode?: string;
  pse__Stage__c: string | null;
  pse__Is_Active__c: boolean;
  pse__Is_Billable__c: boolean;
  pse__Closed_for_Time_Entry__c: boolean;
  [custom: string]: unknown;
}

export const projectColumns = ({ fields, currency }: CertiniaSettings): string =>
  ['Id', 'Name', 'pse__Stage__c', 'pse__Is_Active__c', 'pse__Is_Billable__c', 'pse__Closed_for_Time_Entry__c']
    .concat(fields.project, currency ? [] : 'CurrencyIsoCode')
    .join(', ');

/** People and time only where the project is active and takes time; the stage tells the others apart. */
export function toProject(row: ProjectRow, fields: FieldNames, stages: Stages): psa.PsaProject {
  const open = row.pse__Is_Active__c && !row.pse__Closed_for_Time_Entry__c;
  const status = open ? 'open' : row.pse__Stage__c === stages.inSetup ? 'in-setup' : 'closed';
  return { id: row.Id, reference: (row[fields.project] as string | null) ?? null, name: row.Name, status };
}

export const projectBody = (state: psa.ProjectChange) => ({
  // A name holds 80 characters here.
  Name: state.name.slice(0, 80),
  pse__Start_Date__c: state.startDate,
  pse__End_Date__c: state.endDate,
});

/** What only a new project is given: later it is moved on by operations of its own. */
export const newProjectBody = (state: psa.PsaProjectState, { stages, currency }: CertiniaSettings) => ({
  ...projectBody(state),
  pse__Account__c: state.clientId,
  pse__Stage__c: stages.inSetup,
  pse__Is_Active__c: false,
  pse__Is_Billable__c: true,
  pse__Closed_for_Time_Entry__c: true,
  ...(!currency && { CurrencyIsoCode: state.currency }),
});

export const openBody = ({ open }: Stages) => ({
  pse__Stage__c: open,
  pse__Is_Active__c: true,
  pse__Closed_for_Time_Entry__c: false,
});

export const closedBody = ({ closed }: Stages) => ({
  pse__Stage__c: closed,
  pse__Is_Active__c: false,
  pse__Closed_for_Time_Entry__c: true,
  pse__Closed_for_Expense_Entry__c: true,
});

export const dimensionsBody = (dimensions: psa.FinancialDimensions, fields: FieldNames) => ({
  [fields.legalEntity]: dimensions.legalEntity,
  [fields.erpProject]: dimensions.erpProjectId,
  [fields.costCentre]: dimensions.costCentre,
  [fields.contractNumber]: dimensions.contractNumber,
  [fields.deliveryModel]: dimensions.deliveryModel,
});

/** A resource is a contact that may be put on projects. */
export const contactBody = (state: psa.PersonState, fields: FieldNames) => ({
  FirstName: state.firstName,
  LastName: state.lastName,
  Email: state.email,
  pse__Is_Resource__c: true,
  pse__Is_Resource_Active__c: state.active,
  pse__Resource_Role__c: state.roleName,
  [fields.workerLegalEntity]: state.legalEntity,
  [fields.workerCostCentre]: state.costCentre,
});

const weekdayOf = (day: string): Weekday => weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]!;
const hoursField = (weekday: Weekday) => `pse__${weekday}_Hours__c` as const;
const notesField = (weekday: Weekday) => `pse__${weekday}_Notes__c` as const;
export const hoursFields = weekdays.map(hoursField);
export const notesFields = weekdays.map(notesField);

/** Hours of each day of the week that make up the minutes booked; null where nobody could work that much. */
export function scheduleBody(state: psa.AssignmentState, workDays: Weekday[]): Record<string, string | number> | null {
  let days = 0;
  for (let day = state.startDate; day <= state.endDate; day = addDays(day, 1)) {
    if (workDays.includes(weekdayOf(day))) days += 1;
  }
  const hours = days === 0 ? null : new Decimal(state.minutes).dividedBy(60).dividedBy(days).toDecimalPlaces(2);
  if (!hours || hours.greaterThan(24)) return null;
  return {
    pse__Start_Date__c: state.startDate,
    pse__End_Date__c: state.endDate,
    ...Object.fromEntries(weekdays.map((day) => [hoursField(day), workDays.includes(day) ? hours.toNumber() : 0])),
  };
}

/** A week of somebody's work on an assignment, or the part of it in one month; approved and billed as one. */
export interface SplitRow {
  Id: string;
  SystemModstamp: string;
  CurrencyIsoCode?: string;
  pse__Start_Date__c: string;
  pse__End_Date__c: string;
  pse__Status__c: string | null;
  pse__Billable__c: boolean;
  pse__Invoiced__c: boolean;
  pse__Project__r: ({ Name: string } & Record<string, unknown>) | null;
  pse__Resource__r: { Email: string | null; pse__API_Resource_Correlation_Id__c: string | null } | null;
  pse__Assignment__r: { pse__Role__c: string | null; pse__API_Assignment_Correlation_Id__c: string | null } | null;
  pse__Timecard_Header__r: { pse__Bill_Rate__c: number | null; pse__Daily_Bill_Rate__c: boolean } | null;
  [day: string]: unknown;
}

export const splitColumns = ({ fields, currency }: CertiniaSettings): string =>
  ['Id', 'SystemModstamp', 'pse__Start_Date__c', 'pse__End_Date__c', 'pse__Status__c', 'pse__Billable__c']
    .concat('pse__Invoiced__c', currency ? [] : 'CurrencyIsoCode', hoursFields, notesFields)
    .concat('pse__Project__r.Name', `pse__Project__r.${fields.project}`)
    .concat('pse__Resource__r.Email', 'pse__Resource__r.pse__API_Resource_Correlation_Id__c')
    .concat('pse__Assignment__r.pse__Role__c', 'pse__Assignment__r.pse__API_Assignment_Correlation_Id__c')
    .concat('pse__Timecard_Header__r.pse__Bill_Rate__c', 'pse__Timecard_Header__r.pse__Daily_Bill_Rate__c')
    .join(', ');

/**
 * One entry for each day that has hours. An explicit zero is told too, as nothing to be charged: the day may have been
 * emptied after it was billed.
 */
export function toEntries(row: SplitRow, { fields, currency }: CertiniaSettings): psa.TimeEntry[] {
  const entries: psa.TimeEntry[] = [];
  for (let date = row.pse__Start_Date__c; date <= row.pse__End_Date__c; date = addDays(date, 1)) {
    const weekday = weekdayOf(date);
    const hours = row[hoursField(weekday)] as number | null | undefined;
    if (hours === null || hours === undefined) continue;
    entries.push({
      id: `${row.Id}-${date}`,
      project: (row.pse__Project__r?.[fields.project] as string | null | undefined) ?? null,
      projectName: row.pse__Project__r?.Name ?? null,
      workerNumber: row.pse__Resource__r?.pse__API_Resource_Correlation_Id__c ?? null,
      workerEmail: row.pse__Resource__r?.Email ?? null,
      roleName: row.pse__Assignment__r?.pse__Role__c ?? null,
      assignmentId: row.pse__Assignment__r?.pse__API_Assignment_Correlation_Id__c ?? null,
      date,
      minutes: new Decimal(hours).times(60).round().toNumber(),
      billable: row.pse__Billable__c && hours > 0,
      approved: row.pse__Status__c === 'Approved',
      invoiced: row.pse__Invoiced__c,
      hourlyRate: rateOf(row, currency),
      notes: (row[notesField(weekday)] as string | null) ?? null,
      modifiedAt: orgMoment(row.SystemModstamp),
    });
  }
  return entries;
}

/** A card may be rated by the day: that is no price of an hour. */
function rateOf({ pse__Timecard_Header__r: header, CurrencyIsoCode }: SplitRow, currency?: string) {
  const known = currency ?? CurrencyIsoCode;
  const rate = header?.pse__Bill_Rate__c;
  return known && rate != null && !header!.pse__Daily_Bill_Rate__c ? money(rate, known) : null;
}
