import type { hr, MappingKind } from '#contracts';
import type { AcquiredRow } from './acquisition-file.js';
import type { Match } from './duplicates.js';
import { findCycles } from './hierarchy.js';
import { type Issue, issues } from './issues.js';
import { foreignValues, keyOf, type Mapping } from './proposals.js';

/** A person of an acquisition: the file's row with what people corrected, and whom it was matched with. */
export interface Candidate extends AcquiredRow {
  match: Match;
  /** A person said so: nobody further works on this row. */
  leftOut: boolean;
  /** Number of the worker a person said it is; `nobody` where a person said it is none of ours. */
  samePersonAs: string | null;
}

export type Standing = 'ready' | 'matched' | 'waiting-for-mapping' | 'exception' | 'left-out';

export interface Verdict {
  row: number;
  number: string;
  standing: Standing;
  reason: string | null;
  /** Number of the manager, in our words. */
  manager: string | null;
}

export interface Assessment {
  verdicts: Verdict[];
  issues: Issue[];
}

const mandatory = ['email', 'costCentre', 'grade', 'location'] as const;

/** What of an acquisition is clear, what waits, and what is an exception; the same answer to the same rows always. */
export function assess(people: Candidate[], mappings: Mapping[]): Assessment {
  const known = new Map(mappings.map((mapping) => [keyOf(mapping), mapping]));
  const managerOf = managers(people, known);
  const open = people.filter((one) => !one.leftOut && matchedWith(one) === null);
  const cycles = findCycles(open.map(({ number }) => ({ number, manager: managerOf.get(number) ?? null })));
  const found = [
    ...open.flatMap((one) => missing(one)),
    ...open.flatMap((one) => (isUndecided(one) ? [issues.duplicate(one)] : [])),
    ...unclear(open, known),
    ...cycles.map((cycle) => issues.cycle(cycle.map((number) => open.find((one) => one.number === number)!))),
  ];
  const verdicts = people.map((one): Verdict => {
    const verdict = { row: one.row, number: one.number, manager: managerOf.get(one.number) ?? null };
    const matched = matchedWith(one);
    if (one.leftOut) return { ...verdict, standing: 'left-out', reason: null };
    if (matched) return { ...verdict, standing: 'matched', reason: `worker ${matched}` };
    const wrong = found.filter(({ rows }) => rows.includes(one.row));
    if (wrong.length > 0) {
      return { ...verdict, standing: 'exception', reason: wrong.map(({ failure }) => failure.message).join('; ') };
    }
    const waits = foreignValues(one).filter((value) => known.get(keyOf(value))?.state !== 'accepted');
    if (waits.length > 0) {
      const reason = `somebody has to accept ${waits.map(({ kind, foreign }) => `${kind} '${foreign}'`).join(', ')}`;
      return { ...verdict, standing: 'waiting-for-mapping', reason };
    }
    return { ...verdict, standing: 'ready', reason: null };
  });
  return { verdicts, issues: found };
}

/** The number of the worker this is, where that is known. */
const matchedWith = ({ match, samePersonAs }: Candidate): string | null => {
  if (samePersonAs) return samePersonAs === 'nobody' ? null : samePersonAs;
  return match.state === 'same' ? match.numbers[0]! : null;
};

/** A number somebody else has cannot be taken, whoever it is. */
const isUndecided = ({ match, samePersonAs, number }: Candidate): boolean =>
  match.state === 'perhaps' && (samePersonAs === null || match.numbers.includes(number));

function missing(person: Candidate): Issue[] {
  const fields = mandatory.filter((field) => !person[field]);
  return fields.length > 0 ? [issues.missing(person, fields)] : [];
}

/** One exception a value, however many rows have it. */
function unclear(people: Candidate[], known: Map<string, Mapping>): Issue[] {
  const having = new Map<string, Candidate[]>();
  for (const person of people) {
    for (const value of foreignValues(person)) {
      if (known.get(keyOf(value))?.state !== 'unclear') continue;
      having.set(keyOf(value), [...(having.get(keyOf(value)) ?? []), person]);
    }
  }
  return [...having].map(([key, rows]) => issues.unclear(known.get(key)!, rows));
}

/** Whom each reports to, in our words: one of the file, one of ours, or whom a matched one is with us. */
function managers(people: Candidate[], known: Map<string, Mapping>): Map<string, string | null> {
  const byNumber = new Map(people.map((one) => [one.number, one]));
  return new Map(
    people.map((one) => {
      const value = one.manager ? ours(known, 'manager', one.manager) : null;
      const above = byNumber.get(value ?? '');
      return [one.number, (above && matchedWith(above)) ?? value];
    }),
  );
}

const ours = (known: Map<string, Mapping>, kind: MappingKind, foreign: string | null): string | null => {
  const mapping = foreign ? known.get(keyOf({ kind, foreign })) : undefined;
  return mapping?.state === 'accepted' ? mapping.value : null;
};

/** The person as our systems know people, in our words; only of one who is ready. */
export function workerOf(
  person: Candidate,
  mappings: Mapping[],
  { acquisition, legalEntity }: { acquisition: string; legalEntity: string },
): hr.Worker {
  const known = new Map(mappings.map((mapping) => [keyOf(mapping), mapping]));
  return {
    id: `${acquisition}/${person.number}`,
    number: person.number,
    firstName: person.firstName,
    lastName: person.lastName,
    workEmail: person.email,
    employmentType: person.employmentType,
    status: 'active',
    hireDate: person.hireDate,
    terminationDate: null,
    legalEntity,
    costCentre: ours(known, 'cost-centre', person.costCentre),
    location: ours(known, 'location', person.location),
    country: person.country,
    grade: ours(known, 'grade', person.grade),
    jobTitle: ours(known, 'job-title', person.jobTitle),
    // An id of the HR system, which an acquired manager does not have.
    managerId: null,
    weeklyMinutes: person.weeklyMinutes,
    skills: person.skills.flatMap((skill) => ours(known, 'skill', skill) ?? []),
    modifiedAt: null,
  };
}
