import { Failure } from '#kernel';
import type { Candidate } from './assessment.js';
import { keyOf, type Mapping } from './proposals.js';

/** Something of an acquisition that only a person can clear up; it holds up its own rows and no others. */
export interface Issue {
  /** The same problem has the same key, whenever it is looked for. */
  key: string;
  rows: number[];
  failure: Failure;
  /** What a correction is laid over. */
  corrects: 'value' | 'person' | 'managers';
}

const codes: Record<string, string> = { 'cost-centre': 'missing-cost-centre', grade: 'unmapped-grade' };

const fieldNames = { email: 'workEmail', costCentre: 'costCentre', grade: 'grade', location: 'location' } as const;

const rowsOf = (people: Candidate[]): number[] => people.map(({ row }) => row);
const inRows = (people: Candidate[]): string =>
  `${people.length === 1 ? 'row' : 'rows'} ${rowsOf(people).slice(0, 20).join(', ')}${people.length > 20 ? ', …' : ''}`;
const nameOf = ({ row, number }: Candidate): string => `row ${row} (${number})`;

/** Each kind of problem, with its rows, its value, what may be meant and what to do. */
export const issues = {
  /** A value of theirs that nothing of ours is like. */
  unclear(mapping: Mapping, people: Candidate[]): Issue {
    const { kind, foreign, candidates } = mapping;
    const alike = candidates.map(({ value, score }) => `${value} (${score})`).join(', ') || 'none';
    const failure = new Failure('rejected', `${kind} "${foreign}" in ${inRows(people)} is none of ours`, {
      code: codes[kind] ?? 'unmapped-value',
      record: `${kind} "${foreign}"`,
      remedy: `correct \`value\` to one of ours; or add it where it belongs and retry; or skip these rows. Candidates: ${alike}`,
      fields: people
        .slice(0, 200)
        .map(({ row }) => ({ field: `row ${row}: ${kind}`, message: `"${foreign}" is unknown` })),
    });
    return { key: keyOf(mapping), rows: rowsOf(people), failure, corrects: 'value' };
  },

  /** Attributes nobody can be onboarded without (K11, K12). */
  missing(person: Candidate, fields: readonly (keyof typeof fieldNames)[]): Issue {
    const names = fields.map((field) => fieldNames[field]);
    const failure = new Failure('rejected', `${nameOf(person)} has no ${names.join(', ')}`, {
      code: names.length === 1 && names[0] === 'costCentre' ? 'missing-cost-centre' : 'missing-attribute',
      record: nameOf(person),
      remedy: `correct ${names.map((name) => `\`${name}\``).join(', ')}; or skip the row`,
      fields: names.map((name) => ({ field: `row ${person.row}: ${name}`, message: 'is missing' })),
    });
    return { key: `missing/${person.number}`, rows: [person.row], failure, corrects: 'person' };
  },

  /** Perhaps one of our people already (K2). */
  duplicate(person: Candidate): Issue {
    const { numbers, evidence } = person.match;
    const isTaken = numbers.includes(person.number);
    const failure = new Failure('conflict', `${nameOf(person)} may be one of ours already: ${evidence}`, {
      code: 'duplicate-worker',
      record: nameOf(person),
      remedy: `correct \`samePersonAs\` to ${numbers.map((number) => `"${number}"`).join(' or ')}, or to "nobody"${isTaken ? ' and `number` to one of its own' : ''}`,
      fields: [{ field: `row ${person.row}: samePersonAs`, message: evidence }],
    });
    return { key: `duplicate/${person.number}`, rows: [person.row], failure, corrects: 'person' };
  },

  /** People who report to each other in a circle. */
  cycle(people: Candidate[]): Issue {
    const numbers = people.map(({ number }) => number);
    const circle = [...numbers, numbers[0]!].join(' → ');
    const failure = new Failure('rejected', `${inRows(people)} report to each other in a circle: ${circle}`, {
      code: 'manager-cycle',
      record: `managers ${numbers.join(', ')}`.slice(0, 300),
      remedy: `correct the manager of one of them, e.g. \`${numbers[0]}\` to a number or to "nobody"`,
      fields: people.map(({ row, number }) => ({ field: `row ${row}: manager`, message: `${number} is in a circle` })),
    });
    return { key: `cycle/${numbers.toSorted().join(',')}`, rows: rowsOf(people), failure, corrects: 'managers' };
  },
};
