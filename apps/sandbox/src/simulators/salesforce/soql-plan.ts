import { invalidField, SalesforceError } from './errors.js';
import type { Field } from './fields.js';
import { childNamed, fieldNamed, objectNamed, type ObjectType, parentNamed } from './objects.js';
import type { Condition, Operator, Query, SubQuery } from './soql.js';
import { bindLiteral, type Comparable, requireOperator } from './soql-literals.js';

/** A field of an object or of one of its parents. */
export interface Column {
  /** The reference fields that lead to the parent. */
  through: Field[];
  field: Field;
}

export interface ChildColumns {
  relation: ObjectType['children'][number];
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
export function plan(query: Query): Plan {
  const type = objectNamed(query.object);
  if (!type) throw new SalesforceError(400, 'INVALID_TYPE', `sObject type '${query.object}' is not supported.`);
  const columns = query.columns.map((path) => (Array.isArray(path) ? columnOf(type, path) : childColumns(type, path)));
  refuseDuplicates(columns);
  return {
    type,
    columns,
    where: query.where && testOf(type, query.where),
    orderBy: query.orderBy.map(({ path, descending }) => ({ column: columnOf(type, path), descending })),
    limit: query.limit,
  };
}

function columnOf(type: ObjectType, path: string[]): Column {
  const through: Field[] = [];
  let owner = type;
  for (const name of path.slice(0, -1)) {
    const field = parentNamed(owner, name);
    if (!field) throw invalidField(`Didn't understand relationship '${name}' in field path.`);
    through.push(field);
    owner = objectNamed(field.referenceTo!)!;
  }
  const field = fieldNamed(owner, path.at(-1)!);
  if (!field) throw invalidField(`No such column '${path.at(-1)}' on entity '${owner.name}'.`);
  return { through, field };
}

function childColumns(type: ObjectType, { relation: name, columns }: SubQuery): ChildColumns {
  const relation = childNamed(type, name);
  if (!relation) {
    const message = `Didn't understand relationship '${name}' in FROM part of query call.`;
    throw new SalesforceError(400, 'INVALID_TYPE', message);
  }
  const child = objectNamed(relation.object)!;
  const found = columns.map((path) => columnOf(child, path));
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

function testOf(type: ObjectType, condition: Condition): Test {
  if (condition.kind !== 'compare')
    return { kind: condition.kind, terms: condition.terms.map((term) => testOf(type, term)) };
  const column = columnOf(type, condition.path);
  requireOperator(column.field, condition.operator);
  const values = condition.literals.map((literal) => bindLiteral(column.field, condition.operator, literal));
  return { kind: 'compare', column, operator: condition.operator, values };
}
