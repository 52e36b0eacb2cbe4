import { objectNamed, type ObjectType, type Org, type Row, valueOf } from './org.js';
import type { ChildColumns, Column, Plan } from './soql-plan.js';
import { ownerOf } from './soql-rows.js';

type Shown = Record<string, unknown>;

/** Shows a row as a query asked for it; `base` is the data path of the asked version. */
export function record(org: Org, { type, columns }: Plan, row: Row, base: string): Shown {
  const shown = attributes(type, row, base);
  for (const column of columns) {
    if ('relation' in column) shown[column.relation.relationshipName] = children(org, column, row, base);
    else place(org, shown, row, column, base);
  }
  return shown;
}

const attributes = ({ name }: ObjectType, row: Row, base: string): Shown => ({
  attributes: { type: name, url: `${base}/sobjects/${name}/${row.Id}` },
});

/** Puts a value where its path says; a parent that is not set is one null, not an object of nulls. */
function place(org: Org, shown: Shown, row: Row, { through, field }: Column, base: string): void {
  const [first, ...rest] = through;
  if (!first) {
    shown[field.name] = valueOf(org, row, field);
    return;
  }
  const name = first.relationshipName!;
  const parent = ownerOf(org, row, [first]);
  if (!parent) {
    shown[name] = null;
    return;
  }
  shown[name] ??= attributes(objectNamed(org, first.referenceTo!)!, parent, base);
  place(org, shown[name] as Shown, parent, { through: rest, field }, base);
}

/** Child rows in one page; null, not an empty list, where there are none. */
function children(org: Org, { relation, type, columns }: ChildColumns, row: Row, base: string): object | null {
  const found = org.store.list<Row>(type.name).filter((child) => child[relation.field] === row.Id);
  if (found.length === 0) return null;
  const records = found.map((child) => {
    const shown = attributes(type, child, base);
    for (const column of columns) place(org, shown, child, column, base);
    return shown;
  });
  return { totalSize: records.length, done: true, records };
}
