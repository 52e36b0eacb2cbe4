import type { World } from '../../core/simulator.js';
import { invalidContent, invalidField, userError } from './errors.js';
import type { Field, Fields } from './fields.js';
import { resolve } from './find-record.js';
import type { Values } from './record-type.js';
import { typeOf } from './record-types.js';

/** What a caller's body says, and which of its properties the record does not have. */
export interface Reading {
  values: Values;
  unknown: string[];
}

interface Reader {
  world: World;
  unknown: string[];
}

/** Parts of what GET shows that say nothing on a write. */
const decoration = ['links', 'refName'];

/** Understands a body as values of a record, or refuses it at the first property that is wrong. */
export function readBody(world: World, typeName: string, body: unknown): Reading {
  const reader: Reader = { world, unknown: [] };
  return { values: readFields(reader, typeOf(typeName).fields, body, ''), unknown: reader.unknown };
}

function readFields(reader: Reader, fields: Fields, body: unknown, parent: string): Values {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw invalidContent('Invalid content in the request body. An object was expected.');
  }
  const values: Values = {};
  for (const [name, value] of Object.entries(body)) {
    const path = parent + name;
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field) values[name] = readValue(reader, field, value, path);
    else if (!decoration.includes(name)) reader.unknown.push(path);
  }
  return values;
}

/** Assumption, unconfirmed by the vendor: writing a computed field is refused, whatever the value. */
function readValue(reader: Reader, field: Field, value: unknown, path: string): unknown {
  if (field.readOnly) throw userError(`The field ${path} is read-only.`, path);
  if (field.kind === 'unavailable') throw userError(`The field ${path} belongs to a feature that is off.`, path);
  if (value === null) return null;
  if (field.kind === 'reference') return resolve(reader.world, field.to, value, path);
  if (field.kind === 'sublist') return readLines(reader, field.line, value, path);
  if (field.kind === 'enum') return choiceOf(field.names, value, path);
  if (!accepts[field.kind](value)) throw invalidField(path, value);
  return value;
}

function readLines(reader: Reader, fields: Fields, value: unknown, path: string): Values[] {
  const { items } = value as { items?: unknown };
  if (!Array.isArray(items)) throw invalidField(path, value);
  return items.map((line, index) => readFields(reader, fields, line, `${path}.items[${index}].`));
}

function choiceOf(names: Record<string, string>, value: unknown, path: string): string {
  const { id } = value as { id?: unknown };
  if (typeof id !== 'string' || !Object.hasOwn(names, id)) throw invalidField(path, value);
  return id;
}

const accepts = {
  text: (value: unknown) => typeof value === 'string',
  boolean: (value: unknown) => typeof value === 'boolean',
  number: (value: unknown) => typeof value === 'number',
  date: (value: unknown) => typeof value === 'string' && isDay(value),
  dateTime: (value: unknown) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) && !isNaN(Date.parse(value)),
  duration: (value: unknown) => typeof value === 'string' && /^\d+:[0-5]\d$/.test(value),
};

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
