import type { FieldProblem } from '#kernel';
import { codeColumn, firmFiles, type ListName } from './firm-files.js';
import type { Row } from './read-table.js';

export type Tables = Record<ListName, Row[]>;

/** What only shows when rows are seen together: names of nothing, codes used twice, plans that do not fit. */
export function checkFirm(tables: Tables): FieldProblem[] {
  const lists = Object.keys(firmFiles) as ListName[];
  return [...lists.flatMap((list) => checkList(tables, list)), ...checkPeriods(tables), ...checkStaffing(tables)];
}

function checkList(tables: Tables, list: ListName): FieldProblem[] {
  const { file, columns } = firmFiles[list];
  return Object.entries(columns).flatMap(([name, column]) => {
    const problems: FieldProblem[] = [];
    const seen = new Set<unknown>();
    const known = column.names && codesOf(tables, column.names);
    for (const { line, values } of tables[list]) {
      const field = `${file}:${line} ${name}`;
      const value = values[name];
      if (column.unique && seen.has(value))
        problems.push({ field, message: `"${String(value)}" is used more than once` });
      seen.add(value);
      for (const code of Array.isArray(value) ? value : [value]) {
        if (known && code && !known.has(code)) problems.push({ field, message: `"${String(code)}" does not exist` });
      }
    }
    return problems;
  });
}

const codesOf = (tables: Tables, lists: readonly ListName[]): Set<unknown> =>
  new Set(lists.flatMap((list) => tables[list].map(({ values }) => values[codeColumn[list]!])));

function checkPeriods(tables: Tables): FieldProblem[] {
  return (['opportunities', 'staffing', 'legacyProjects'] as const).flatMap((list) =>
    tables[list]
      .filter(({ values }) => values.endDate! < values.startDate!)
      .map(({ line }) => ({ field: `${firmFiles[list].file}:${line} endDate`, message: 'lies before startDate' })),
  );
}

/** People are put on roles that were sold; time may be recorded on others, which is for the gateway to find. */
function checkStaffing(tables: Tables): FieldProblem[] {
  const key = ({ values }: Row): string => `${String(values.opportunity)} ${String(values.role)}`;
  const sold = new Set(tables.opportunityLines.map(key));
  return tables.staffing
    .filter((row) => !sold.has(key(row)))
    .map((row) => ({
      field: `${firmFiles.staffing.file}:${row.line} role`,
      message: `"${String(row.values.role)}" is not sold on ${String(row.values.opportunity)}`,
    }));
}
