import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { Failure, type FieldProblem, isCalendarDate } from '#kernel';
import { parse as parseYaml } from 'yaml';
import type { Firm } from './firm.js';

type Cell = 'text' | 'optional' | 'date' | 'integer' | 'amount' | 'amount?' | 'yes/no' | 'list';

/** Each list of the firm: its file and what its columns hold. */
const tables = {
  legalEntities: ['legal-entities.csv', { code: 'text', name: 'text', currency: 'text', country: 'text' }],
  costCentres: ['cost-centres.csv', { code: 'text', name: 'text', legalEntity: 'text' }],
  roles: ['roles.csv', { code: 'text', name: 'text' }],
  skills: ['skills.csv', { code: 'text', name: 'text', category: 'text' }],
  workers: [
    'workers.csv',
    {
      number: 'text',
      firstName: 'text',
      lastName: 'text',
      email: 'optional',
      hireDate: 'date',
      employmentType: 'text',
      legalEntity: 'text',
      costCentre: 'optional',
      location: 'text',
      country: 'text',
      grade: 'text',
      jobTitle: 'text',
      manager: 'optional',
      weeklyHours: 'integer',
      pay: 'text',
      skills: 'list',
    },
  ],
  customers: [
    'customers.csv',
    {
      code: 'text',
      name: 'text',
      taxNumber: 'text',
      country: 'text',
      city: 'text',
      currency: 'text',
      segment: 'text',
      industry: 'text',
      inErp: 'yes/no',
    },
  ],
  opportunities: [
    'opportunities.csv',
    {
      code: 'text',
      name: 'text',
      customer: 'text',
      legalEntity: 'text',
      currency: 'text',
      amount: 'amount',
      closeDate: 'date',
      startDate: 'date',
      endDate: 'date',
      deliveryModel: 'text',
      billingType: 'text',
      taxCode: 'optional',
      template: 'text',
      costCentre: 'text',
      practice: 'text',
      region: 'text',
      contractNumber: 'optional',
      outcome: 'text',
    },
  ],
  opportunityLines: [
    'opportunity-lines.csv',
    { opportunity: 'text', role: 'text', hours: 'integer', hourlyRate: 'amount' },
  ],
  staffing: [
    'staffing.csv',
    { opportunity: 'text', role: 'text', worker: 'text', startDate: 'date', endDate: 'date', minutes: 'integer' },
  ],
  timeEntries: [
    'time-entries.csv',
    {
      ref: 'text',
      project: 'text',
      worker: 'text',
      date: 'date',
      minutes: 'integer',
      role: 'text',
      hourlyRate: 'amount?',
      billable: 'yes/no',
      notes: 'optional',
    },
  ],
  legacyProjects: [
    'legacy-projects.csv',
    {
      code: 'text',
      name: 'text',
      customer: 'text',
      legalEntity: 'text',
      currency: 'text',
      startDate: 'date',
      endDate: 'date',
      erpStatus: 'text',
      role: 'text',
      hourlyRate: 'amount',
      workers: 'list',
    },
  ],
} as const satisfies Record<string, readonly [string, Record<string, Cell>]>;

/** Reads a firm from its folder; every problem is in one Failure, each with file, line and column. */
export function loadFirm(folder: string): Firm {
  const problems: FieldProblem[] = [];
  const lists = Object.fromEntries(
    Object.entries(tables).map(([list, [file, columns]]) => [list, readTable(folder, file, columns, problems)]),
  ) as unknown as Omit<Firm, 'name'>;
  const { name } = parseYaml(readFileSync(join(folder, 'firm.yaml'), 'utf8')) as { name: string };
  const firm = { name, ...lists };
  if (problems.length === 0) checkReferences(firm, problems);
  if (problems.length > 0)
    throw new Failure('rejected', `the example firm in ${folder} is broken`, { fields: problems });
  return firm;
}

function readTable(folder: string, file: string, columns: Record<string, Cell>, problems: FieldProblem[]): object[] {
  const text = readFileSync(join(folder, file), 'utf8');
  const [header = [], ...rows] = parse(text, { relaxColumnCount: true, skipEmptyLines: true });
  const unknown = header.filter((name) => !(name in columns));
  const missing = Object.keys(columns).filter((name) => !header.includes(name));
  problems.push(...unknown.map((name) => ({ field: `${file}:1`, message: `has an unknown column "${name}"` })));
  problems.push(...missing.map((name) => ({ field: `${file}:1`, message: `lacks the column "${name}"` })));
  if (unknown.length + missing.length > 0) return [];
  return rows.map((row, index) =>
    Object.fromEntries(
      header.map((name, at) => {
        const { value, problem } = readCell(columns[name]!, row[at] ?? '');
        if (problem) problems.push({ field: `${file}:${index + 2} ${name}`, message: problem });
        return [name, value];
      }),
    ),
  );
}

function readCell(cell: Cell, text: string): { value: unknown; problem?: string } {
  const bad = (what: string): { value: unknown; problem: string } => ({
    value: null,
    problem: `"${text}" is not ${what}`,
  });
  switch (cell) {
    case 'text':
      return text === '' ? { value: '', problem: 'is empty' } : { value: text };
    case 'optional':
      return { value: text };
    case 'date':
      return isCalendarDate(text) ? { value: text } : bad('a date (YYYY-MM-DD)');
    case 'integer':
      return /^\d+$/.test(text) ? { value: Number(text) } : bad('a whole number');
    case 'amount':
    case 'amount?':
      return /^\d+\.\d{2}$/.test(text) || (cell === 'amount?' && text === '')
        ? { value: text }
        : bad('an amount such as 120.00');
    case 'yes/no':
      return text === 'yes' || text === 'no' ? { value: text === 'yes' } : bad('yes or no');
    case 'list':
      return { value: text.split(';').filter(Boolean) };
  }
}

/** Names that must exist elsewhere. An opportunity may name an unknown legal entity: that is part of the story. */
function checkReferences(firm: Firm, problems: FieldProblem[]): void {
  const known = {
    worker: new Set(firm.workers.map(({ number }) => number)),
    customer: new Set(firm.customers.map(({ code }) => code)),
    role: new Set(firm.roles.map(({ code }) => code)),
    project: new Set([...firm.opportunities, ...firm.legacyProjects].map(({ code }) => code)),
  };
  const check = (file: string, rows: object[], columns: Partial<Record<string, keyof typeof known>>): void => {
    rows.forEach((row, index) => {
      for (const [column, kind] of Object.entries(columns)) {
        const value = (row as Record<string, string>)[column];
        if (kind && value && !known[kind].has(value)) {
          problems.push({
            field: `${file}:${index + 2} ${column}`,
            message: `names ${kind} "${value}", which does not exist`,
          });
        }
      }
    });
  };
  check('workers.csv', firm.workers, { manager: 'worker' });
  check('opportunities.csv', firm.opportunities, { customer: 'customer' });
  check('opportunity-lines.csv', firm.opportunityLines, { opportunity: 'project', role: 'role' });
  check('staffing.csv', firm.staffing, { opportunity: 'project', role: 'role', worker: 'worker' });
  check('time-entries.csv', firm.timeEntries, { project: 'project', role: 'role', worker: 'worker' });
  check('legacy-projects.csv', firm.legacyProjects, { customer: 'customer', role: 'role' });
}
