import { Decimal } from 'decimal.js';
import type { Property, Row, Value } from './edm.js';
import { badBody } from './errors.js';

/** The vendor's tables know no null: what is not set is empty, zero, the first member, or a day in 1900. */
export function initialOf({ type, members }: Property): string | number | boolean {
  if (type === 'Date') return '1900-01-01T12:00:00Z';
  if (type === 'DateTime') return '1900-01-01T00:00:00Z';
  if (type === 'String') return '';
  if (type === 'Boolean') return false;
  return members ? members.names[0]! : 0;
}

/** A kept value as JSON has it: numbers bare, a day at noon. */
export function toWire(property: Property, value: Value): string | number | boolean {
  if (value === undefined) return initialOf(property);
  if (property.type === 'Date') return `${String(value)}T12:00:00Z`;
  return property.type === 'Decimal' ? Number(value) : value;
}

/** The value a caller's JSON stands for; null and empty text are nothing. */
export function fromWire(name: string, property: Property, json: unknown): Value {
  if (json === null || json === '' || isNoDay(property, json)) return undefined;
  const refused = (): never => {
    throw badBody(`Cannot convert the value '${plain(json)}' of '${name}' to the type '${edmName(property)}'.`);
  };
  switch (property.type) {
    case 'String':
      return typeof json === 'string' && json.length <= property.max! ? json : refused();
    case 'Enum':
      return property.members!.names.includes(String(json)) ? (json as string) : refused();
    case 'Date':
      return dayOf(json) ?? refused();
    case 'DateTime':
      return momentOf(json) ?? refused();
    // Without IEEE754Compatible a number in quotes is no number.
    case 'Decimal':
      return typeof json === 'number' ? new Decimal(json).toFixed() : refused();
    case 'Boolean':
      return typeof json === 'boolean' ? json : refused();
    case 'Int32':
    case 'Int64':
      return Number.isInteger(json) ? (json as number) : refused();
  }
}

/** The day in 1900 stands for none. */
const isNoDay = ({ type }: Property, json: unknown): boolean =>
  (type === 'Date' || type === 'DateTime') && String(json).startsWith('1900-01-01T');

const plain = (json: unknown): string => (typeof json === 'string' ? json : JSON.stringify(json));

export function edmName({ type, members }: Property): string {
  if (members) return `Microsoft.Dynamics.DataEntities.${members.of}`;
  return type === 'Date' || type === 'DateTime' ? 'Edm.DateTimeOffset' : `Edm.${type}`;
}

const moment = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d)?(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** A moment's day in UTC; a bare day is no DateTimeOffset. */
const dayOf = (json: unknown): string | undefined => momentOf(json)?.slice(0, 10);

function momentOf(json: unknown): string | undefined {
  const date = moment.test(String(json)) ? new Date(String(json)) : undefined;
  return date && !Number.isNaN(date.getTime()) ? `${date.toISOString().slice(0, 19)}Z` : undefined;
}

/** The value of a literal as addresses and filters write it, undefined where it is not one of the property's type. */
export function literalOf(property: Property, text: string): string | number | boolean | undefined {
  const quoted = /^'((?:[^']|'')*)'$/s.exec(text)?.[1]?.replaceAll("''", "'");
  if (property.type === 'String') return quoted;
  if (property.type === 'Enum') {
    const { of, names } = property.members!;
    const [, type, name] = /^Microsoft\.Dynamics\.DataEntities\.(\w+)'(\w+)'$/.exec(text) ?? [];
    return type === of && names.includes(name!) ? name : undefined;
  }
  if (property.type === 'Boolean') return text === 'true' || text === 'false' ? text === 'true' : undefined;
  if (property.type === 'Date') return dayOf(text);
  if (property.type === 'DateTime') return momentOf(text);
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** A row's value in the form of literals, for comparing. */
export function comparable(property: Property, row: Row, name: string): string | number | boolean {
  const value = row[name] ?? initialOf(property);
  if (property.type === 'Decimal') return Number(value);
  if (property.type === 'Date') return String(value).slice(0, 10);
  return property.type === 'String' ? String(value).toLowerCase() : value;
}
