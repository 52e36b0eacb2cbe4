import type { Store } from '../../core/store.js';
import { SalesforceError } from './errors.js';
import { objects, type Row } from './objects.js';
import { type Condition, type Literal, parse, type Query, type SubQuery } from './soql.js';

const dataPath = (version: string, object: string, id: string): string =>
  `/services/data/${version}/sobjects/${object}/${id}`;

/** Answers a query with complete records in order; paging is the caller's. */
export function evaluate(store: Store, text: string, version: string): object[] {
  const query = parse(text);
  const type = objects[query.object];
  if (!type) throw new SalesforceError(400, 'INVALID_TYPE', `sObject type '${query.object}' is not supported.`);
  const matching = store
    .list<Row>(query.object)
    .filter((row) => !query.where || holds(store, query.object, row, query.where));
  const ordered = sort(store, query, matching);
  const limited = query.limit === null ? ordered : ordered.slice(0, query.limit);
  return limited.map((row) => project(store, query, row, version));
}

function project(store: Store, query: Query, row: Row, version: string): object {
  const record: Record<string, unknown> = attributes(query.object, row, version);
  for (const column of query.columns) {
    if (Array.isArray(column)) place(record, store, query.object, row, column, version);
    else record[column.relation] = children(store, query.object, row, column, version);
  }
  return record;
}

const attributes = (object: string, row: Row, version: string): Record<string, unknown> => ({
  attributes: { type: object, url: dataPath(version, object, String(row.Id)) },
});

/** Puts a value where its path says; a parent that is not there is one null, not an object of nulls. */
function place(
  record: Record<string, unknown>,
  store: Store,
  object: string,
  row: Row,
  path: string[],
  version: string,
): void {
  const [first, ...rest] = path as [string, ...string[]];
  if (rest.length === 0) {
    record[first] = valueOf(store, object, row, path);
    return;
  }
  const parent = parentOf(store, object, row, first);
  if (!parent.row) {
    record[first] ??= null;
    return;
  }
  record[first] ??= attributes(parent.object, parent.row, version);
  place(record[first] as Record<string, unknown>, store, parent.object, parent.row, rest, version);
}

function children(store: Store, object: string, row: Row, sub: SubQuery, version: string): object | null {
  const relation = objects[object]!.children[sub.relation];
  if (!relation) {
    throw new SalesforceError(
      400,
      'INVALID_TYPE',
      `Didn't understand relationship '${sub.relation}' in FROM part of query call.`,
    );
  }
  const found = store.list<Row>(relation.object).filter((child) => child[relation.field] === row.Id);
  if (found.length === 0) return null;
  const records = found.map((child) => {
    const record = attributes(relation.object, child, version);
    for (const column of sub.columns) place(record, store, relation.object, child, column, version);
    return record;
  });
  return { totalSize: records.length, done: true, records };
}

function parentOf(store: Store, object: string, row: Row, relation: string): { object: string; row: Row | undefined } {
  const parent = objects[object]!.parents[relation];
  if (!parent) throw invalidField(object, relation);
  return { object: parent.object, row: store.get<Row>(parent.object, String(row[parent.field])) };
}

const invalidField = (object: string, field: string): SalesforceError =>
  new SalesforceError(400, 'INVALID_FIELD', `No such column '${field}' on entity '${object}'.`);

function valueOf(store: Store, object: string, row: Row, [first, ...rest]: string[]): Row[string] {
  if (rest.length > 0) {
    const parent = parentOf(store, object, row, first!);
    if (parent.row) return valueOf(store, parent.object, parent.row, rest);
    // The path is still checked where there is no parent row to read it from.
    if (rest.length === 1 && !objects[parent.object]!.fields.includes(rest[0]!))
      throw invalidField(parent.object, rest[0]!);
    return null;
  }
  if (!objects[object]!.fields.includes(first!)) throw invalidField(object, first!);
  return row[first!] ?? null;
}

function holds(store: Store, object: string, row: Row, condition: Condition): boolean {
  if (condition.kind !== 'compare') {
    const each = (term: Condition): boolean => holds(store, object, row, term);
    return condition.kind === 'and' ? condition.terms.every(each) : condition.terms.some(each);
  }
  const actual = valueOf(store, object, row, condition.path);
  const { operator, value } = condition;
  if (Array.isArray(value)) return value.some((item) => compare(actual, item) === 0);
  if (operator === 'LIKE') return like(String(actual ?? ''), String(value));
  if (operator === '=') return compare(actual, value) === 0;
  if (operator === '!=' || operator === '<>') return compare(actual, value) !== 0;
  if (actual === null || value === null) return false;
  const order = compare(actual, value);
  const answers: Record<string, boolean> = { '<': order < 0, '<=': order <= 0, '>': order > 0, '>=': order >= 0 };
  return answers[operator] ?? false;
}

function compare(actual: Row[string], expected: Literal): number {
  if (expected !== null && typeof expected === 'object')
    return Date.parse(String(actual)) - Date.parse(expected.moment);
  if (actual === expected) return 0;
  if (actual === null || expected === null) return actual === null ? -1 : 1;
  if (typeof actual === 'string' && typeof expected === 'string')
    return actual.localeCompare(expected, 'en', { sensitivity: 'base' });
  return actual < expected ? -1 : 1;
}

function like(actual: string, pattern: string): boolean {
  const escaped = pattern
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('%', '.*')
    .replaceAll('_', '.');
  return new RegExp(`^${escaped}$`, 'i').test(actual);
}

function sort(store: Store, query: Query, rows: Row[]): Row[] {
  return [...rows].sort((a, b) => {
    for (const { path, descending } of query.orderBy) {
      const order = compare(valueOf(store, query.object, a, path), valueOf(store, query.object, b, path));
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  });
}
