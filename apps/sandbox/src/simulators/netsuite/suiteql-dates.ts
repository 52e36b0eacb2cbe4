import { invalidQuery } from './suiteql-tokens.js';

/** How the integration's user likes to see dates: the day only, the time of day is lost. */
export const preferredFormat = 'MM/DD/YYYY';

/** Quoted text stands for itself; `FM` takes the leading zeros away, which is not done here. */
const element = /YYYY|MM|DD|HH24|MI|SS|"[^"]*"|[^A-Za-z"]/y;

const elements = { YYYY: 4, MM: 2, DD: 2, HH24: 2, MI: 2, SS: 2 } as const;
type Element = keyof typeof elements;

const isElement = (part: string): part is Element => part in elements;

function partsOf(format: string): string[] {
  const parts: string[] = [];
  element.lastIndex = 0;
  while (element.lastIndex < format.length) {
    const match = element.exec(format);
    if (!match) throw invalidQuery(`Search error occurred: Date format '${format}' not recognized.`);
    parts.push(match[0]);
  }
  return parts;
}

const literal = (part: string): string => part.replaceAll('"', '');

/** A moment as text, in the account's time zone, which is UTC. */
export function showDate(moment: number, format: string): string {
  const [YYYY, MM, DD, HH24, MI, SS] = new Date(moment).toISOString().split(/\D/);
  const values = { YYYY, MM, DD, HH24, MI, SS };
  return partsOf(format)
    .map((part) => (isElement(part) ? values[part] : literal(part)))
    .join('');
}

/** The moment a text stands for; refused where the text is not in the format. */
export function readDate(text: string, format: string): number {
  const parts = partsOf(format);
  const pattern = parts.map((part) => (isElement(part) ? `(\\d{1,${elements[part]}})` : escaped(literal(part))));
  const found = new RegExp(`^${pattern.join('')}$`).exec(text);
  const values = new Map(parts.filter(isElement).map((part, index) => [part, Number(found?.[index + 1])]));
  const value = (part: Element, otherwise: number): number => values.get(part) ?? otherwise;
  const [month, day] = [value('MM', 1), value('DD', 1)];
  const moment = Date.UTC(value('YYYY', 1970), month - 1, day, value('HH24', 0), value('MI', 0), value('SS', 0));
  // The 31st of February would quietly become a day of March.
  const exists = found && new Date(moment).getUTCMonth() === month - 1 && new Date(moment).getUTCDate() === day;
  if (!exists)
    throw invalidQuery(`Search error occurred: Parse of date/time "${text}" failed with date format "${format}".`);
  return moment;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
