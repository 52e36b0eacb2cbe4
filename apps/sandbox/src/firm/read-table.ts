import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CsvError, type Info, parse } from 'csv-parse/sync';
import { type FieldProblem, isCalendarDate } from '#kernel';
import type { Column } from './firm-files.js';

export type Value = string | number | boolean | string[];

/** One row of a file and the line it ends on. */
export interface Row {
  line: number;
  values: Record<string, Value>;
}

/** Reads one file strictly; whatever is wrong in it is added to `problems`. */
export function readTable(
  folder: string,
  file: string,
  columns: Record<string, Column>,
  problems: FieldProblem[],
): Row[] {
  const [header, ...records] = readRecords(folder, file, problems);
  if (!header || !headerFits(file, header.record, columns, problems)) return [];
  return records.flatMap(({ record, info }) => {
    if (record.length === header.record.length) {
      const cells = header.record.map((name, at): [string, Column, string] => [name, columns[name]!, record[at]!]);
      return [readRow(file, info.lines, cells, problems)];
    }
    const message = `has ${record.length} cells instead of ${header.record.length}`;
    problems.push({ field: `${file}:${info.lines}`, message });
    return [];
  });
}

interface CsvRecord {
  record: string[];
  info: Info;
}

function readRecords(folder: string, file: string, problems: FieldProblem[]): CsvRecord[] {
  try {
    const text = readFileSync(join(folder, file), 'utf8');
    const records = parse(text, { info: true, relaxColumnCount: true, skipEmptyLines: true }) as unknown as CsvRecord[];
    if (records.length === 0) problems.push({ field: file, message: 'is empty' });
    return records;
  } catch (error) {
    const line = error instanceof CsvError ? `:${String(error.lines)}` : '';
    problems.push({ field: `${file}${line}`, message: (error as Error).message });
    return [];
  }
}

function headerFits(
  file: string,
  header: string[],
  columns: Record<string, Column>,
  problems: FieldProblem[],
): boolean {
  const faults = [
    ...header.filter((name) => !(name in columns)).map((name) => `has an unknown column "${name}"`),
    ...header
      .filter((name, at) => header.indexOf(name) !== at)
      .map((name) => `has the column "${name}" more than once`),
    ...Object.keys(columns)
      .filter((name) => !header.includes(name))
      .map((name) => `lacks the column "${name}"`),
  ];
  problems.push(...faults.map((message) => ({ field: `${file}:1`, message })));
  return faults.length === 0;
}

function readRow(file: string, line: number, cells: [string, Column, string][], problems: FieldProblem[]): Row {
  const values = cells.map(([name, column, text]) => {
    const cell = readCell(column, text);
    if ('problem' in cell) problems.push({ field: `${file}:${line} ${name}`, message: cell.problem });
    return [name, 'value' in cell ? cell.value : ''] as const;
  });
  return { line, values: Object.fromEntries(values) };
}

function readCell(column: Column, text: string): { value: Value } | { problem: string } {
  if (text === '' && column.is !== 'list') return column.empty ? { value: '' } : { problem: 'is empty' };
  const bad = (what: string): { problem: string } => ({ problem: `"${text}" is not ${what}` });
  switch (column.is) {
    case 'text':
      return !column.oneOf || column.oneOf.includes(text) ? { value: text } : bad(`one of ${column.oneOf.join(', ')}`);
    case 'date':
      return isCalendarDate(text) ? { value: text } : bad('a date (YYYY-MM-DD)');
    case 'whole':
      return /^\d+$/.test(text) ? { value: Number(text) } : bad('a whole number');
    case 'amount':
      return /^\d+\.\d{2}$/.test(text) ? { value: text } : bad('an amount such as 120.00');
    case 'yes/no':
      return text === 'yes' || text === 'no' ? { value: text === 'yes' } : bad('yes or no');
    case 'list':
      return { value: text.split(';').filter(Boolean) };
  }
}
