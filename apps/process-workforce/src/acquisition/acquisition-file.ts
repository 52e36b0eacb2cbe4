import { CsvError, type Info, parse } from 'csv-parse/sync';
import { Decimal } from 'decimal.js';
import { type AcquiredPerson, type AcquisitionRequest } from '#contracts';
import { Failure, type FieldProblem, isCalendarDate } from '#kernel';

/** A person of the file, as the acquired firm says it; what the file leaves empty is null. */
export interface AcquiredRow {
  /** Line of the file, or place in the list, from 1 on. */
  row: number;
  number: string;
  firstName: string;
  lastName: string;
  email: string | null;
  hireDate: string;
  employmentType: 'employee' | 'contractor';
  location: string | null;
  country: string | null;
  costCentre: string | null;
  grade: string | null;
  jobTitle: string | null;
  manager: string | null;
  weeklyMinutes: number | null;
  skills: string[];
}

const columns = [
  'number',
  'firstName',
  'lastName',
  'email',
  'hireDate',
  'employmentType',
  'location',
  'country',
  'costCentre',
  'grade',
  'jobTitle',
  'manager',
  'weeklyHours',
  'skills',
] as const satisfies (keyof AcquiredPerson)[];

/** Without these nobody can say who is meant; what else is missing is an exception of that one person. */
const indispensable = ['number', 'firstName', 'lastName', 'hireDate', 'employmentType'] as const;

export const mostRows = 1000;
const mostProblems = 200;

interface Numbered {
  row: number;
  person: AcquiredPerson;
}

/** The people of a request; `rejected` with every problem of the file at once, each with its row and field. */
export function readAcquisition({ csv, people }: Pick<AcquisitionRequest, 'csv' | 'people'>): AcquiredRow[] {
  if ((csv === undefined) === (people === undefined)) {
    throw refused([{ field: 'csv', message: 'say who the people are: either in csv or in people' }]);
  }
  const problems: FieldProblem[] = [];
  const found = csv === undefined ? people!.map((person, at) => ({ row: at + 1, person })) : readCsv(csv, problems);
  if (found.length === 0 && problems.length === 0) problems.push({ field: 'csv', message: 'has nobody in it' });
  if (found.length > mostRows) problems.push({ field: 'csv', message: `has more than ${mostRows} people` });
  const rows = found.map((one) => readRow(one, problems));
  problems.push(...repeated(rows, 'number'), ...repeated(rows, 'email'));
  if (problems.length > 0) throw refused(problems);
  return rows;
}

function readCsv(csv: string, problems: FieldProblem[]): Numbered[] {
  const [header, ...records] = recordsOf(csv, problems);
  if (!header) return [];
  const names = header.record.map((name) => name.trim());
  const faults = [
    ...names.filter((name) => !isColumn(name)).map((name) => `has an unknown column "${name}"`),
    ...names.filter((name, at) => names.indexOf(name) !== at).map((name) => `has the column "${name}" twice`),
    ...columns.filter((name) => !names.includes(name)).map((name) => `lacks the column "${name}"`),
  ];
  problems.push(...faults.map((message) => ({ field: 'row 1', message })));
  if (faults.length > 0) return [];
  return records.flatMap(({ record, info }) => {
    if (record.length === names.length) return [{ row: info.lines, person: personOf(names, record) }];
    const message = `has ${record.length} cells instead of ${names.length}`;
    problems.push({ field: `row ${info.lines}`, message });
    return [];
  });
}

const isColumn = (name: string): boolean => (columns as readonly string[]).includes(name);

function recordsOf(csv: string, problems: FieldProblem[]): { record: string[]; info: Info }[] {
  try {
    const read: unknown = parse(csv, { info: true, bom: true, relaxColumnCount: true, skipEmptyLines: true });
    return read as { record: string[]; info: Info }[];
  } catch (error) {
    const line = error instanceof CsvError ? `row ${String(error.lines)}` : 'csv';
    problems.push({ field: line, message: (error as Error).message });
    return [];
  }
}

function personOf(names: string[], cells: string[]): AcquiredPerson {
  const { skills, ...texts } = Object.fromEntries(names.map((name, at) => [name, cells[at]!])) as Record<
    string,
    string
  >;
  return { ...texts, skills: (skills ?? '').split(';') };
}

function readRow({ row, person }: Numbered, problems: FieldProblem[]): AcquiredRow {
  const bad = (field: string, message: string): void => void problems.push({ field: `row ${row}: ${field}`, message });
  const { skills: named, ...texts } = person;
  const said = Object.fromEntries(
    Object.entries(texts).map(([field, text]) => [field, (text ?? '').trim()]),
  ) as Partial<Record<Exclude<keyof AcquiredPerson, 'skills'>, string>>;
  const skills = [...new Set((named ?? []).map((skill) => skill.trim()).filter(Boolean))];
  for (const field of indispensable) if (!said[field]) bad(field, 'is missing');
  for (const [field, text] of [...Object.entries(said), ...skills.map((skill) => ['skills', skill] as const)]) {
    const fault = text && faultOf(field, text);
    if (fault) bad(field, fault);
  }
  const { number, email, hireDate, employmentType, weeklyHours } = said;
  return {
    row,
    number: number ?? '',
    firstName: said.firstName ?? '',
    lastName: said.lastName ?? '',
    email: email || null,
    hireDate: hireDate ?? '',
    employmentType: employmentType as AcquiredRow['employmentType'],
    location: said.location || null,
    country: said.country || null,
    costCentre: said.costCentre || null,
    grade: said.grade || null,
    jobTitle: said.jobTitle || null,
    manager: said.manager || null,
    weeklyMinutes: weeklyHours ? minutesOf(weeklyHours) : null,
    skills,
  };
}

/** What is wrong with a text of a field, or null. */
export function faultOf(field: string, text: string): string | null {
  if (unprintable.test(text)) return 'has characters that cannot be printed';
  if (text.length > 200) return 'is longer than 200 characters';
  const rule = rules[field];
  return !rule || rule.fits(text) ? null : `"${text}" is ${rule.otherwise}`;
}

const rules: Record<string, { fits: (text: string) => boolean; otherwise: string }> = {
  number: { fits: (text) => workerNumber.test(text), otherwise: 'not up to 40 letters, digits, . _ or -' },
  email: { fits: (text) => mailAddress.test(text), otherwise: 'not an e-mail address' },
  hireDate: { fits: isCalendarDate, otherwise: 'not a date, YYYY-MM-DD' },
  employmentType: {
    fits: (text) => ['employee', 'contractor'].includes(text),
    otherwise: 'neither employee nor contractor',
  },
  weeklyHours: { fits: (text) => !Number.isNaN(minutesOf(text)), otherwise: 'not a number of hours up to 80' },
};

const unprintable = /\p{Cc}/u;
const workerNumber = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;
const mailAddress = /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/;

/** Whole minutes of hours such as `37.5`; NaN where it is none. */
function minutesOf(hours: string): number {
  if (!/^\d{1,2}(\.\d{1,2})?$/.test(hours)) return Number.NaN;
  const minutes = new Decimal(hours).times(60);
  return minutes.isInteger() && minutes.gt(0) && minutes.lte(80 * 60) ? minutes.toNumber() : Number.NaN;
}

function repeated(rows: AcquiredRow[], field: 'number' | 'email'): FieldProblem[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ row, [field]: value }) => {
    const key = value?.toLowerCase();
    if (!key) return [];
    const before = first.get(key);
    if (before === undefined) first.set(key, row);
    return before === undefined
      ? []
      : [{ field: `row ${row}: ${field}`, message: `"${value}" stands in row ${before} already` }];
  });
}

function refused(problems: FieldProblem[]): Failure {
  const shown = problems.slice(0, problems.length > mostProblems ? mostProblems - 1 : mostProblems);
  const more = problems.length - shown.length;
  if (more > 0) shown.push({ field: 'csv', message: `has ${more} more problems` });
  return new Failure(
    'rejected',
    `the file has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}`,
    {
      code: 'schema-violation',
      remedy: 'mend the rows and upload the file again; nothing of it was kept',
      fields: shown,
    },
  );
}
