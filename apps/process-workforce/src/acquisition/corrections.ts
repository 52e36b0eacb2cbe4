import { Failure, type FieldProblem } from '#kernel';
import { faultOf } from './acquisition-file.js';
import type { KeptRow, RowChange } from './acquisition.repository.js';
import type { Issue } from './issues.js';

/** What a person's changes come to. */
export interface Wanted {
  /** Our value for a foreign one; null leaves it out. */
  value?: string | null;
  rows: Map<number, RowChange>;
}

type Complain = (field: string, message: string) => void;

/** Name of a field in a correction, and in the row. */
const personFields = {
  workEmail: 'email',
  number: 'number',
  costCentre: 'costCentre',
  grade: 'grade',
  location: 'location',
} as const;

const nobody = 'nobody';

/**
 * The changes of a correction, checked; `rejected` with every one that is not possible. `everybody` are all rows of the
 * acquisition, the issue's own among them.
 */
export function checkedChanges(issue: Issue, everybody: KeptRow[], said: Record<string, unknown>): Wanted {
  // Worker numbers may be numerals, and a command line reads those as numbers.
  const changes = Object.fromEntries(
    Object.entries(said).map(([field, value]) => [field, typeof value === 'number' ? String(value) : value]),
  );
  const problems: FieldProblem[] = [];
  const complain: Complain = (field, message) => void problems.push({ field, message });
  const people = everybody.filter(({ row, pass }) => pass === null && issue.rows.includes(row));
  if (Object.keys(changes).length === 0) complain('changes', 'is empty');
  const wanted = read[issue.corrects](people, changes, complain);
  for (const { corrections } of wanted.rows.values()) {
    const { number } = corrections ?? {};
    if (number && everybody.some((one) => one.number === number)) complain('number', `"${number}" is taken`);
  }
  if (problems.length === 0) return wanted;
  throw new Failure('rejected', 'the correction cannot be applied', { code: 'schema-violation', fields: problems });
}

type Read = (people: KeptRow[], changes: Record<string, unknown>, complain: Complain) => Wanted;

const read: Record<Issue['corrects'], Read> = {
  value: (_people, changes, complain) => {
    const { value, ...others } = changes;
    for (const field of Object.keys(others)) complain(field, 'cannot be corrected: use value');
    if (value === null || isText(value)) return { value, rows: new Map() };
    complain('value', 'must be one of our values, or null');
    return { rows: new Map() };
  },

  managers: (people, changes, complain) => {
    const rows = new Map<number, RowChange>();
    for (const [number, manager] of Object.entries(changes)) {
      const person = people.find((one) => one.number === number);
      if (!person) complain(number, `is none of ${people.map((one) => one.number).join(', ')}`);
      else if (!isText(manager)) complain(number, `must be a worker number or "${nobody}"`);
      else rows.set(person.row, { corrections: { manager: manager === nobody ? null : manager } });
    }
    return { rows };
  },

  person: (people, changes, complain) => {
    const { samePersonAs, ...others } = changes;
    const corrections: NonNullable<RowChange['corrections']> = {};
    for (const [field, value] of Object.entries(others)) {
      const name = Object.hasOwn(personFields, field) ? personFields[field as keyof typeof personFields] : undefined;
      const fault = !isText(value) ? 'must be a text' : name && faultOf(name, value);
      if (!name)
        complain(field, `cannot be corrected: use ${[...Object.keys(personFields), 'samePersonAs'].join(', ')}`);
      else if (fault) complain(field, fault);
      else corrections[name] = value as string;
    }
    if (samePersonAs !== undefined && !isText(samePersonAs)) {
      complain('samePersonAs', `must be a worker number or "${nobody}"`);
    }
    const change = { corrections, ...(isText(samePersonAs) && { samePersonAs }) };
    return { rows: new Map(people.map(({ row }) => [row, change])) };
  },
};

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length <= 200;
