import { invalidField, SalesforceError } from './errors.js';
import type { Field } from './fields.js';
import { type Child, childNamed, fieldNamed, objectNamed, type ObjectType, type Org, parentNamed } from './org.js';
import type { Condition, Operator, Query, SubQuery } from './soql.js';
import { bindLiteral, type Comparable, requireOperator } from './soql-literals.js';

/** A field of an object or of one of its parents. */
export interface Column {
  /** The reference fields that lead to the parent. */
  through: Field[];
  field: Field;
}

export interface ChildColumns {
  relation: Child;
  type: ObjectType;
  columns: Column[];
}

export type Test =
  { kind: 'and' | 'or'; terms: Test[] } | { kind: 'compare'; column: Column; operator: Operator; values: Comparable[] };

/** A query whose every name exists and whose every literal fits its field. */
export interface Plan {
  type: ObjectType;
  columns: (Column | ChildColumns)[];
  where: Test | null;
  orderBy: { column: Column; descending: boolean }[];
  limit: number | null;
}

/** Holds a query against the org's objects, whether or not they have rows. */
export function plan(org: Org, query: Query): Plan {
  const type = objectNamed(org, query.object);
  if (!type) throw new SalesforceError(400, 'INVALID_TYPE', `sObject type '${query.object}' is not supported.`);
  const columns = query.columns.map((path) =>
    Array.isArray(path) ? columnOf(org, type, path) : childColumns(org, type, path),
  );
  refuseDuplicates(columns);
  return {
    type,
    columns,
    where: query.where && testOf(org, type, query.where),
    orderBy: query.orderBy.map(({ path, descending }) => ({ column: columnOf(org, type, path), descending })),
    limit: query.limit,
  };
}

function columnOf(org: Org, type: ObjectType, path: string[]): Column {
  const through: Field[] = [];
  let owner = type;
  for (const name of path.slice(0, -1)) {
    const field = parentNamed(owner, name);
    if (!field) throw invalidField(`Didn't understand relationship '${name}' in field path.`);
    through.push(field);
    owner = objectNamed(org, field.referenceTo!)!;
  }
  const field = fieldNamed(owner, path.at(-1)!);
  if (!field) throw invalidField(`No such column '${path.at(-1)}' on entity '${owner.name}'.`);
  return { through, field };
}

function childColumns(org: Org, type: ObjectType, { relation: name, columns }: SubQuery): ChildColumns {
  const relation = childNamed(type, name);
  if (!relation) {
    const message = `Didn't understand relationship '${name}' in FROM part of query call.`;
    throw new SalesforceError(400, 'INVALID_TYPE', message);
  }
  const child = objectNamed(org, relation.object)!;
  const found = columns.map((path) => columnOf(org, child, path));
  refuseDuplicates(found);
  return { relation, type: child, columns: found };
}

function refuseDuplicates(columns: (Column | ChildColumns)[]): void {
  const seen = new Set<string>();
  for (const column of columns) {
    const name = 'relation' in column ? column.relation.relationshipName : nameOf(column);
    if (seen.has(name)) throw invalidField(`duplicate field selected: ${name}`);
    seen.add(name);
  }
}

const nameOf = ({ through, field }: Column): string =>
  [...through.map(({ relationshipName }) => relationshipName), field.name].join('.');

function testOf(org: Org, type: ObjectType, condition: Condition): Test {
  if (condition.kind !== 'compare')
    return { kind: condition.kind, terms: condition.terms.map((term) => testOf(org, type, term)) };
  const column = columnOf(org, type, condition.path);
  requireOperator(column.field, condition.operator);
  const values = condition.literals.map((literal) => bindLiteral(column.field, condition.operator, literal));
  return { kind: 'compare', column, operator: condition.operator, values };
}
