import { Decimal } from 'decimal.js';
import type { Property, Row, Value } from './edm.js';
import { invalidValue } from './errors.js';

export const noGuid = '00000000-0000-0000-0000-000000000000';

/** The ABAP initial value: what is not set is empty, not absent. Dates alone are null. */
export function initialOf({ type, digits }: Property): string | number | boolean | null {
  if (type === 'Boolean') return false;
  if (type === 'Int32') return 0;
  if (type === 'Guid') return noGuid;
  if (type === 'Decimal') return new Decimal(0).toFixed(digits?.[1] ?? 0);
  if (type === 'Time') return 'PT00H00M00S';
  return type === 'String' ? '' : null;
}

/** A kept value as OData V2 writes it in JSON: decimals as text, days and moments as milliseconds in text. */
export function toWire(property: Property, value: Value): unknown {
  if (property.parts) return complexToWire(property.parts, (value ?? {}) as Row);
  if (value === undefined) return initialOf(property);
  if (property.type === 'DateTime') return `/Date(${Date.parse(`${String(value)}Z`)})/`;
  if (property.type === 'DateTimeOffset') return `/Date(${Date.parse(String(value))}+0000)/`;
  return value;
}

const complexToWire = ({ type, properties }: NonNullable<Property['parts']>, row: Row): object => ({
  __metadata: { type },
  ...Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, toWire(part, row[name])])),
});

/** The value a caller's JSON stands for; null and empty text are nothing. */
export function fromWire(name: string, property: Property, json: unknown): Value {
  if (json === null) return undefined;
  if (property.parts) return complexFromWire(name, property.parts, json);
  const readers: Record<Property['type'], (refused: () => never) => Value> = {
    String: (refused) => (typeof json === 'string' ? textOf(json, property, refused) : refused()),
    Guid: (refused) => (guidPattern.test(String(json)) ? String(json).toLowerCase() : refused()),
    Boolean: (refused) => (typeof json === 'boolean' ? json : refused()),
    Int32: (refused) => (Number.isInteger(json) ? (json as number) : refused()),
    // The vendor writes decimals as text; a JSON number would have gone through binary floating point.
    Decimal: (refused) => (typeof json === 'string' ? decimalOf(json, property, refused) : refused()),
    DateTime: (refused) => dayOf(json) ?? refused(),
    DateTimeOffset: (refused) => momentOf(json) ?? refused(),
    Time: (refused) => (/^PT\d\dH\d\dM\d\dS$/.test(String(json)) ? String(json) : refused()),
    Complex: (refused) => refused(),
  };
  return readers[property.type](() => {
    throw invalidValue(name, json);
  });
}

function complexFromWire(name: string, { properties }: NonNullable<Property['parts']>, json: unknown): Row {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw invalidValue(name, json);
  const row: Row = {};
  for (const [part, value] of Object.entries(json)) {
    if (part === '__metadata') continue;
    const property = properties[part];
    if (!property) throw invalidValue(part, value);
    row[part] = fromWire(part, property, value);
  }
  return row;
}

export const guidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function textOf(text: string, { max }: Property, refused: () => never): string | undefined {
  if (max !== undefined && text.length > max) return refused();
  return text === '' ? undefined : text;
}

/** `7.5` as `7.50` where the scale is two; refused where it has more places than that. */
export function decimalOf(text: string, { digits = [15, 3] }: Property, refused: () => never): string {
  const [precision, scale] = digits;
  if (!/^-?\d+(\.\d+)?$/.test(text)) return refused();
  const value = new Decimal(text);
  const whole = value.abs().trunc().toFixed().replace(/^0$/, '').length;
  if (value.decimalPlaces() > scale || whole > precision - scale) return refused();
  return value.toFixed(scale);
}

const isoDay = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d(\.\d+)?$/;

/** `/Date(1799020800000)/` or `2027-01-04T00:00:00`; the time of day is dropped. A bare day is refused. */
export function dayOf(json: unknown): string | undefined {
  const moment = isoDay.test(String(json)) ? new Date(`${String(json)}Z`) : millisecondsOf(json);
  return isReal(moment) ? `${moment.toISOString().slice(0, 10)}T00:00:00` : undefined;
}

export function momentOf(json: unknown): string | undefined {
  const isIso = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(String(json));
  const moment = isIso ? new Date(String(json)) : millisecondsOf(json);
  return isReal(moment) ? moment.toISOString() : undefined;
}

const isReal = (moment: Date | undefined): moment is Date => moment !== undefined && !Number.isNaN(moment.getTime());

function millisecondsOf(json: unknown): Date | undefined {
  const found = /^\/Date\((-?\d+)(?:[+-]\d{4})?\)\/$/.exec(String(json));
  return found ? new Date(Number(found[1])) : undefined;
}
