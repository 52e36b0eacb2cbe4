import { requireHoursADay } from '#connector';
import type { psa } from '#contracts';
import { everyDay, weekdayOf } from '#kernel';
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
  ...(fields.workerLegalEntity && { [fields.workerLegalEntity]: state.legalEntity }),
  [fields.workerCostCentre]: state.costCentre,
});

export const weekdayNamed = (day: string): Weekday => weekdays[weekdayOf(day)]!;
export const hoursField = (weekday: Weekday) => `pse__${weekday}_Hours__c` as const;
export const notesField = (weekday: Weekday) => `pse__${weekday}_Notes__c` as const;
export const hoursFields = weekdays.map(hoursField);
export const notesFields = weekdays.map(notesField);

/** Hours of each day of the week that make up the minutes booked. */
export function scheduleBody(state: psa.AssignmentState, workDays: Weekday[]): Record<string, string | number> {
  const days = everyDay(state.startDate, state.endDate).filter((day) => workDays.includes(weekdayNamed(day))).length;
  const hours = requireHoursADay(state.minutes, days, 'Certinia');
  return {
    pse__Start_Date__c: state.startDate,
    pse__End_Date__c: state.endDate,
    ...Object.fromEntries(weekdays.map((day) => [hoursField(day), workDays.includes(day) ? hours : 0])),
  };
}
