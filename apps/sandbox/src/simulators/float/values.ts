import type { World } from '../../core/simulator.js';
import { type FloatError, invalid, type Problem } from './errors.js';
import type { Field, Kind, Resource, Stored } from './resource.js';

const forms: Record<Kind, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string',
  integer: (value) => Number.isInteger(value),
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  decimal: (value) => (typeof value === 'string' || typeof value === 'number') && /^\d+(\.\d+)?$/.test(String(value)),
  date: (value) => typeof value === 'string' && isDate(value),
  flag: (value) => value === 0 || value === 1,
  integers: (value) => Array.isArray(value) && value.every(Number.isInteger),
  week: (value) => Array.isArray(value) && value.length === 7 && value.every((hours) => hours >= 0 && hours <= 24),
  object: (value) => typeof value === 'object' && !Array.isArray(value),
  list: Array.isArray,
};

const wanted: Record<Kind, string> = {
  text: 'must be a string.',
  integer: 'must be an integer.',
  number: 'must be a number.',
  decimal: 'must be a number.',
  date: 'must be a valid date in the format YYYY-MM-DD.',
  flag: 'must be either "1" or "0".',
  integers: 'must be a list of integers.',
  week: 'must be seven numbers of hours, Sunday first.',
  object: 'must be an object.',
  list: 'must be a list.',
};

const isDate = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value;

/** What a caller may write, every problem told at once; `before` is null for a new record. */
export function accepted(world: World, resource: Resource, body: Stored, before: Stored | null): Stored {
  const problems: Problem[] = [];
  const values: Stored = {};
  for (const [name, value] of Object.entries(body)) {
    // Callers repeat the id of what they change, as recorded.
    if (before && name === resource.id && value === before[name]) continue;
    const problem = problemWith(world, resource.fields[name], value);
    if (problem) problems.push({ field: name, message: `${name} ${problem}` });
    else values[name] = stored(resource.fields[name]!, value);
  }
  for (const [name, { required }] of Object.entries(resource.fields)) {
    if (required && ((before ?? values)[name] ?? null) === null && !problems.some(({ field }) => field === name))
      problems.push({ field: name, message: `${name} cannot be blank.` });
  }
  if (problems.length > 0) throw invalid(problems);
  return values;
}

/** That an unknown field is refused, not ignored, is an assumption, unconfirmed by the vendor. */
function problemWith(world: World, field: Field | undefined, value: unknown): string | null {
  if (!field) return 'is unknown.';
  if (field.computed) return 'is read-only.';
  if (value === null || value === '') return field.required ? 'cannot be blank.' : null;
  if (!forms[field.kind](value)) return wanted[field.kind];
  if (field.least !== undefined && (value as number) < field.least) return `must be no less than ${field.least}.`;
  if (field.most !== undefined && (value as number) > field.most) return `must be no greater than ${field.most}.`;
  const ids = field.to === undefined || value === 0 ? [] : [value].flat();
  return ids.every((id) => world.store.get(field.to!, String(id))) ? null : 'is invalid.';
}

const stored = (field: Field, value: unknown): unknown =>
  field.kind === 'decimal' && value !== null ? Number(value).toFixed(2) : value === '' ? null : value;

export const wrong = (field: string, message: string): FloatError =>
  invalid([{ field, message: `${field} ${message}` }]);
