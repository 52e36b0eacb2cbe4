import { objectNamed, type Org, type Row, valueOf } from './org.js';
import { type Comparable, comparable } from './soql-literals.js';
import type { Column, Plan, Test } from './soql-plan.js';

/** The rows a query finds, in its order. */
export function find(org: Org, { type, where, orderBy, limit }: Plan): Row[] {
  const rows = org.store.list<Row>(type.name).filter((row) => !where || holds(org, row, where));
  rows.sort((a, b) => {
    for (const { column, descending } of orderBy) {
      const order = compare(comparableAt(org, a, column), comparableAt(org, b, column), descending);
      if (order !== 0) return order;
    }
    return 0;
  });
  return limit === null ? rows : rows.slice(0, limit);
}

/** The row a column is read from: its own or a parent's; undefined where a parent is not set. */
export function ownerOf(org: Org, row: Row, through: Column['through']): Row | undefined {
  return through.reduce<Row | undefined>(
    (owner, { name, referenceTo }) =>
      owner && org.store.get<Row>(objectNamed(org, referenceTo!)!.name, String(owner[name])),
    row,
  );
}

function comparableAt(org: Org, row: Row, { through, field }: Column): Comparable {
  const owner = ownerOf(org, row, through);
  return comparable(field, owner ? valueOf(org, owner, field) : null);
}

/** Nulls come first in either direction. */
function compare(a: Comparable, b: Comparable, descending: boolean): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return a < b === descending ? 1 : -1;
}

function holds(org: Org, row: Row, test: Test): boolean {
  if (test.kind !== 'compare') {
    const each = (term: Test): boolean => holds(org, row, term);
    return test.kind === 'and' ? test.terms.every(each) : test.terms.some(each);
  }
  const actual = comparableAt(org, row, test.column);
  const [value] = test.values;
  switch (test.operator) {
    case 'IN':
    case '=':
      return test.values.some((candidate) => candidate === actual);
    case '!=':
      return actual !== value;
    case 'LIKE':
      return value instanceof RegExp && typeof actual === 'string' && value.test(actual);
    default:
      return ordered(actual, test.operator, value ?? null);
  }
}

/** A null is neither more nor less than anything. */
function ordered(actual: Comparable, operator: string, limit: Comparable): boolean {
  if (actual === null || limit === null) return false;
  if (operator === '<') return actual < limit;
  if (operator === '<=') return actual <= limit;
  return operator === '>' ? actual > limit : actual >= limit;
}
