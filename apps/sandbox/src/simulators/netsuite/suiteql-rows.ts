import type { World } from '../../core/simulator.js';
import type { Stored } from './record-type.js';
import { type Name, parse, type Query, type Selected } from './suiteql.js';
import { compare, testOf } from './suiteql-conditions.js';
import { preferredFormat, showDate } from './suiteql-dates.js';
import { type Column, type Table, tableNamed } from './suiteql-tables.js';
import { invalidQuery } from './suiteql-tokens.js';

type Row = Record<string, string | object[]>;

/** The rows a query finds: lower-case names, values as text, empty columns left out. */
export function rowsOf(world: World, text: string): Row[] {
  const query = parse(text);
  const table = tableNamed(query.table);
  const column = (name: Name): Column => columnNamed(table, query, name);
  const cells = query.columns.map((selected) => cellOf(world, selected, column(selected.name)));
  const test = query.where ? testOf(query.where, column) : () => true;
  const order = query.orderBy.map(({ name, descending }) => ({ column: column(name), descending }));
  const found = table.types.flatMap((type) => world.store.list<Stored>(type)).filter(test);
  found.sort((a, b) => {
    for (const { column: by, descending } of order) {
      const result = compare(by.valueOf(a), by.valueOf(b));
      if (result !== 0) return descending ? -result : result;
    }
    return 0;
  });
  return found.map((record) => Object.assign({ links: [] }, ...cells.map((cell) => cell(record))) as Row);
}

function columnNamed(table: Table, { table: tableName, alias }: Query, { of, column }: Name): Column {
  const found = of === undefined || of === alias ? table.columns.get(column) : undefined;
  if (found) return found;
  const unknown = of !== undefined && of !== alias ? of : column;
  const identifiers = `Available identifiers are: {${alias}=${tableName}}`;
  throw invalidQuery(`Search error occurred: Unknown identifier '${unknown}'. ${identifiers}`);
}

function cellOf(world: World, { as, label }: Selected, column: Column): (record: Stored) => Record<string, string> {
  if (typeof as === 'object' && column.family !== 'moment') {
    throw invalidQuery('Search error occurred: TO_CHAR needs a date or a time here.');
  }
  const format = typeof as === 'object' ? as.format : preferredFormat;
  return (record) => {
    const value = as === 'name' ? column.nameOf(world, record) : column.valueOf(record);
    if (value === null) return {};
    return { [label]: column.family === 'moment' ? showDate(Number(value), format) : String(value) };
  };
}
