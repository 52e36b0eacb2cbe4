import { type ReactNode, useState } from 'react';
import { csv, save } from './csv.js';

export interface Column<Row> {
  name: string;
  /** What it is sorted by and exported as. */
  value: (row: Row) => string | number | null;
  /** What is shown, where that is not the value. */
  show?: (row: Row) => ReactNode;
  numeric?: boolean;
}

interface Sorting {
  column: number;
  descending: boolean;
}

const shownAtFirst = 100;

/** A table that can be sorted by any column, taken along as CSV, and does not choke on thousands of rows. */
export function Table<Row>({
  name,
  rows,
  columns,
  rowKey,
  empty,
}: {
  name: string;
  rows: Row[];
  columns: Column<Row>[];
  rowKey: (row: Row) => string;
  /** What there is to say where there is nothing to show. */
  empty: string;
}) {
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [all, setAll] = useState(false);
  const sorted = sorting ? inOrder(rows, columns[sorting.column]!, sorting.descending) : rows;
  const shown = all ? sorted : sorted.slice(0, shownAtFirst);
  const exported = (): string =>
    csv([columns.map((column) => column.name), ...sorted.map((row) => columns.map(({ value }) => value(row)))]);
  if (rows.length === 0) return <p className="quiet">{empty}</p>;
  return (
    <>
      <div className="wide">
        <table>
          <caption>
            {name}
            <button
              className="plain"
              onClick={() => save(`${name.toLowerCase().replaceAll(' ', '-')}.csv`, exported())}
            >
              CSV
            </button>
          </caption>
          <Head columns={columns} sorting={sorting} sort={(column) => setSorting(next(sorting, column))} />
          <tbody>
            {shown.map((row) => (
              <tr key={rowKey(row)}>
                {columns.map((column) => (
                  <Cell key={column.name} column={column} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < rows.length && (
        <button onClick={() => setAll(true)}>Show all {rows.length.toLocaleString()} rows</button>
      )}
    </>
  );
}

function Cell<Row>({ column: { value, show, numeric }, row }: { column: Column<Row>; row: Row }) {
  const text = value(row);
  // A code is read as one: `MER-US` in two lines is not.
  const isCode = typeof text === 'string' && /^\S{1,16}$/.test(text);
  return <td className={numeric ? 'number' : isCode ? 'code' : undefined}>{show ? show(row) : (text ?? '–')}</td>;
}

function Head<Row>({
  columns,
  sorting,
  sort,
}: {
  columns: Column<Row>[];
  sorting: Sorting | null;
  sort: (column: number) => void;
}) {
  const way = sorting?.descending ? 'descending' : 'ascending';
  return (
    <thead>
      <tr>
        {columns.map(({ name, numeric }, at) => (
          <th
            key={name}
            scope="col"
            className={numeric ? 'number' : undefined}
            aria-sort={sorting?.column === at ? way : undefined}
          >
            <button className="plain" onClick={() => sort(at)}>
              {name}
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Up, down, and as it came. */
const next = (sorting: Sorting | null, column: number): Sorting | null => {
  if (sorting?.column !== column) return { column, descending: false };
  return sorting.descending ? null : { column, descending: true };
};

function inOrder<Row>(rows: Row[], { value }: Column<Row>, descending: boolean): Row[] {
  const sign = descending ? -1 : 1;
  return rows.toSorted((one, other) => {
    const [a, b] = [value(one), value(other)];
    // What is not known is last, whichever way.
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b)));
  });
}
