import { odataDay, ODataV4Service, type Vendor } from '#connector';
import { settingsOf } from './settings.js';

/** Records of every company we may see, not of the user's own alone. */
export const data = new ODataV4Service('/data', 'cross-company=true');

/** Requests inside another one say the whole address. */
export const dataUrl = (vendor: Vendor): string => settingsOf(vendor).baseUrl + data.path;

export const toDate = (day: string): string => `${day}T12:00:00Z`;

/** The day of a date or moment; null where there is none, which Dynamics writes as the year 1900. */
export function dayOf(value: unknown): string | null {
  const day = odataDay(value);
  return day && day > '1900-01-01' ? day : null;
}
