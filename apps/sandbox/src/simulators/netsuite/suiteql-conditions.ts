import type { Stored } from './record-type.js';
import type { Claim, Condition, Literal, Name, Operator } from './suiteql.js';
import type { Column, Value } from './suiteql-tables.js';
import { invalidQuery } from './suiteql-tokens.js';

export type Test = (record: Stored) => boolean;

/** What a record must be to meet a condition; refused where a literal does not fit its column. */
export function testOf(condition: Condition, columnOf: (name: Name) => Column): Test {
  if (!('terms' in condition)) return claimTest(condition, columnOf(condition.name));
  const terms = condition.terms.map((term) => testOf(term, columnOf));
  return condition.kind === 'and'
    ? (record) => terms.every((term) => term(record))
    : (record) => terms.some((term) => term(record));
}

function claimTest(claim: Claim, column: Column): Test {
  if (claim.kind === 'null') return (record) => (column.valueOf(record) === null) !== claim.negated;
  if (claim.kind === 'in') {
    const values = claim.literals.map((literal) => bind(column, literal));
    return ofPresent(column, (value) => values.includes(value) !== claim.negated);
  }
  if (claim.operator === 'LIKE') return likeTest(column, claim.literal);
  const isMet = holds[claim.operator];
  const limit = bind(column, claim.literal);
  return ofPresent(column, (value) => isMet(compare(value, limit)));
}

/** Nothing holds of an empty column, not even that it differs. */
const ofPresent =
  (column: Column, test: (value: string | number) => boolean): Test =>
  (record) => {
    const value = column.valueOf(record);
    return value !== null && test(value);
  };

const holds: Record<Exclude<Operator, 'LIKE'>, (order: number) => boolean> = {
  '=': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

/** `%` stands for any text, `_` for one character; case matters. */
function likeTest(column: Column, { kind, value }: Literal): Test {
  if (column.family !== 'text' || kind !== 'text') throw invalidQuery('Search error occurred: LIKE compares text.');
  const pattern = value
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('%', '.*')
    .replaceAll('_', '.');
  const whole = new RegExp(`^${pattern}$`, 's');
  return ofPresent(column, (text) => whole.test(String(text)));
}

/**
 * A literal as the column's values are. Assumption, unconfirmed by the vendor: a date that is plain text is refused
 * rather than read by the user's preferred format.
 */
function bind({ family }: Column, { kind, value }: Literal): string | number {
  if (family === 'text' && kind !== 'moment') return String(value);
  if (family === 'number' && kind !== 'moment' && value !== '' && !Number.isNaN(Number(value))) return Number(value);
  if (family === 'moment' && kind === 'moment') return value;
  throw invalidQuery(`Search error occurred: '${value}' cannot be compared with a ${family} column.`);
}

/** The order of two values; empty ones come last. */
export function compare(a: Value, b: Value): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
