import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, type FieldProblem } from '#kernel';
import { parse } from 'yaml';
import { checkFirm, type Tables } from './check-firm.js';
import type { Firm } from './firm.js';
import { firmFiles } from './firm-files.js';
import { readTable } from './read-table.js';

/** Reads a firm from its folder; every problem is in one Failure, each with file, line and column. */
export function loadFirm(folder: string): Firm {
  const problems: FieldProblem[] = [];
  const name = readName(folder, problems);
  const tables = Object.fromEntries(
    Object.entries(firmFiles).map(([list, { file, columns }]) => [list, readTable(folder, file, columns, problems)]),
  ) as Tables;
  // A cell that cannot be read would be reported a second time as the name of nothing.
  if (problems.length === 0) problems.push(...checkFirm(tables));
  if (problems.length > 0) {
    throw new Failure('rejected', `the example firm in ${folder} is broken`, { fields: problems });
  }
  const lists = Object.entries(tables).map(([list, rows]) => [list, rows.map(({ values }) => values)]);
  return { name, ...(Object.fromEntries(lists) as Omit<Firm, 'name'>) };
}

function readName(folder: string, problems: FieldProblem[]): string {
  try {
    const firm = parse(readFileSync(join(folder, 'firm.yaml'), 'utf8')) as { name?: unknown } | null;
    if (typeof firm?.name === 'string' && firm.name !== '') return firm.name;
    problems.push({ field: 'firm.yaml name', message: 'is missing' });
  } catch (error) {
    problems.push({ field: 'firm.yaml', message: (error as Error).message });
  }
  return '';
}
