import { Decimal } from 'decimal.js';
import { orgMoment } from '#connector';
import type { psa } from '#contracts';
import { everyDay, money } from '#kernel';
import { hoursField, hoursFields, notesField, notesFields, weekdayNamed } from './mapping.js';
import type { CertiniaSettings } from './settings.js';

/** A week of somebody's work on an assignment, or the part of it in one month; approved and billed as one. */
export interface SplitRow {
  Id: string;
  pse__Timecard_Header__c: string;
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
  [
    'Id',
    'pse__Timecard_Header__c',
    'SystemModstamp',
    'pse__Start_Date__c',
    'pse__End_Date__c',
    'pse__Status__c',
    'pse__Billable__c',
  ]
    .concat('pse__Invoiced__c', currency ? [] : 'CurrencyIsoCode', hoursFields, notesFields)
    .concat('pse__Project__r.Name', `pse__Project__r.${fields.project}`)
    .concat('pse__Resource__r.Email', 'pse__Resource__r.pse__API_Resource_Correlation_Id__c')
    .concat('pse__Assignment__r.pse__Role__c', 'pse__Assignment__r.pse__API_Assignment_Correlation_Id__c')
    .concat('pse__Timecard_Header__r.pse__Bill_Rate__c', 'pse__Timecard_Header__r.pse__Daily_Bill_Rate__c')
    .join(', ');

/**
 * One entry for each day that has hours, named by timecard and day: the package may make the splits of a card anew. An
 * explicit zero is told too, as nothing to be charged: the day may have been emptied after it was billed.
 */
export function toEntries(row: SplitRow, { fields, currency }: CertiniaSettings): psa.TimeEntry[] {
  const entries: psa.TimeEntry[] = [];
  for (const date of everyDay(row.pse__Start_Date__c, row.pse__End_Date__c)) {
    const weekday = weekdayNamed(date);
    const hours = row[hoursField(weekday)] as number | null | undefined;
    if (hours === null || hours === undefined) continue;
    entries.push({
      id: `${row.pse__Timecard_Header__c}-${date}`,
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
