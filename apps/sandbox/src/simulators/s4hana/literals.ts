import type { Property } from './edm.js';
import { invalidSyntax } from './errors.js';
import { dayOf, guidPattern, momentOf } from './wire-values.js';

const quoted = /^'((?:[^']|'')*)'$/;

/** The value of a literal as URLs write it, refused where its form is not the property's: a bare day, an unquoted text. */
export function literalOf(property: Property, text: string): string | number | boolean {
  const value = readers[property.type](text);
  if (value === undefined) throw invalidSyntax(`Invalid literal ${text} for type Edm.${property.type}`);
  return value;
}

const inner = (prefix: string, text: string): string | undefined =>
  text.startsWith(`${prefix}'`) && text.endsWith("'") ? text.slice(prefix.length + 1, -1) : undefined;

const readers: Record<Property['type'], (text: string) => string | number | boolean | undefined> = {
  String: (text) => quoted.exec(text)?.[1]?.replaceAll("''", "'"),
  Guid: (text) => {
    const guid = inner('guid', text);
    return guid && guidPattern.test(guid) ? guid.toLowerCase() : undefined;
  },
  DateTime: (text) => dayOf(padded(inner('datetime', text))),
  DateTimeOffset: (text) => momentOf(inner('datetimeoffset', text)),
  Time: (text) => inner('time', text),
  Decimal: (text) => (/^-?\d+(\.\d+)?[mMdD]?$/.test(text) ? Number.parseFloat(text) : undefined),
  Int32: (text) => (/^-?\d+$/.test(text) ? Number(text) : undefined),
  Boolean: (text) => (text === 'true' || text === 'false' ? text === 'true' : undefined),
  Complex: () => undefined,
};

/** Seconds may be left out of a `datetime`. */
const padded = (text: string | undefined): string | undefined =>
  text && /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? `${text}:00` : text;
