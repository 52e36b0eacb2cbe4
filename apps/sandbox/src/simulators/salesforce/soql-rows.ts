import type { Store } from '../../core/store.js';
import { objectNamed, type Row } from './objects.js';
import { type Comparable, comparable } from './soql-literals.js';
import type { Column, Plan, Test } from './soql-plan.js';

/** The rows a query finds, in its order. */
export function find(store: Store, { type, where, orderBy, limit }: Plan): Row[] {
  const rows = store.list<Row>(type.name).filter((row) => !where || holds(store, row, where));
  rows.sort((a, b) => {
    for (const { column, descending } of orderBy) {
      const order = compare(comparableAt(store, a, column), comparableAt(store, b, column), descending);
      if (order !== 0) return order;
    }
    return 0;
  });
  return limit === null ? rows : rows.slice(0, limit);
}

/** The row a column is read from: its own or a parent's; undefined where a parent is not set. */
export function ownerOf(store: Store, row: Row, through: Column['through']): Row | undefined {
  return through.reduce<Row | undefined>(
    (owner, { name, referenceTo }) => owner && store.get<Row>(objectNamed(referenceTo!)!.name, String(owner[name])),
    row,
  );
}

const comparableAt = (store: Store, row: Row, { through, field }: Column): Comparable =>
  comparable(field, ownerOf(store, row, through)?.[field.name] ?? null);

/** Nulls come first in either direction. */
function compare(a: Comparable, b: Comparable, descending: boolean): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return a < b === descending ? 1 : -1;
}

function holds(store: Store, row: Row, test: Test): boolean {
  if (test.kind !== 'compare') {
    const each = (term: Test): boolean => holds(store, row, term);
    return test.kind === 'and' ? test.terms.every(each) : test.terms.some(each);
  }
  const actual = comparableAt(store, row, test.column);
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
