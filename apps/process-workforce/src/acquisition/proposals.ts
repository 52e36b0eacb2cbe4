import { type AcquisitionMapping, type MappingKind, mappingKinds } from '#contracts';
import type { AcquiredRow } from './acquisition-file.js';
import type { Directory, Target } from './directory.js';
import { likeness } from './likeness.js';

/** A mapping as it is kept; how many rows have the value is counted when it is shown. */
export type Mapping = Omit<AcquisitionMapping, 'rows'>;

/** From here on the words are the same, and nobody has to look. */
const certain = 95;
/** From here on it may be meant, and a person decides. */
const plausible = 60;
/** Below this it is no candidate. */
const worthShowing = 40;
const mostCandidates = 3;

/** The values of a row that are not in our words. */
export function foreignValues(row: AcquiredRow): { kind: MappingKind; foreign: string }[] {
  const { grade, location, skills, costCentre, jobTitle, manager } = row;
  const values: Record<MappingKind, (string | null)[]> = {
    grade: [grade],
    location: [location],
    skill: skills,
    'cost-centre': [costCentre],
    'job-title': [jobTitle],
    manager: [manager],
  };
  return mappingKinds.flatMap((kind) => values[kind].flatMap((foreign) => (foreign ? [{ kind, foreign }] : [])));
}

/** How many rows have each value, by `keyOf`. */
export function countValues(rows: AcquiredRow[]): Map<string, { kind: MappingKind; foreign: string; rows: number }> {
  const counted = new Map<string, { kind: MappingKind; foreign: string; rows: number }>();
  for (const value of rows.flatMap(foreignValues)) {
    const known = counted.get(keyOf(value)) ?? { ...value, rows: 0 };
    counted.set(keyOf(value), { ...known, rows: known.rows + 1 });
  }
  return counted;
}

export const keyOf = ({ kind, foreign }: { kind: string; foreign: string }): string => `${kind}/${foreign}`;

/** What each foreign value may mean, with the evidence; certain ones are accepted by rule. */
export function propose(rows: AcquiredRow[], directory: Directory): Mapping[] {
  const managers = managerTargets(rows, directory);
  return [...countValues(rows).values()].map(({ kind, foreign, rows: count }) => {
    const targets = kind === 'manager' ? managers : directory.targets[kind];
    return proposal({ kind, foreign, count }, targets);
  });
}

/** A manager is named by number, e-mail or name, and is one of the file or one of ours. */
function managerTargets(rows: AcquiredRow[], { people }: Directory): Target[] {
  const acquired = rows.map(({ number, email, firstName, lastName }) => ({
    value: number,
    texts: [number, ...(email ? [email] : []), `${firstName} ${lastName}`],
  }));
  const numbers = new Set(acquired.map(({ value }) => value));
  const ours = people.flatMap(({ number, email, name }) =>
    number && !numbers.has(number) ? [{ value: number, texts: [number, ...(email ? [email] : []), name] }] : [],
  );
  return [...acquired, ...ours];
}

interface Scored {
  value: string;
  text: string;
  score: number;
  evidence: string;
}

function proposal(
  { kind, foreign, count }: { kind: MappingKind; foreign: string; count: number },
  targets: Target[],
): Mapping {
  const scored = (kind === 'manager' ? named(foreign, targets) : targets)
    .map((target) => bestText(foreign, target))
    .filter(({ score }) => score >= worthShowing)
    .toSorted((a, b) => b.score - a.score || a.value.localeCompare(b.value));
  const [best, second] = scored;
  const isSure = best !== undefined && best.score >= certain && (second === undefined || second.score < best.score);
  const state = isSure ? 'accepted' : best !== undefined && best.score >= plausible ? 'proposed' : 'unclear';
  const inRows = `${count} ${count === 1 ? 'row' : 'rows'}`;
  const shared = {
    kind,
    foreign,
    version: 1,
    candidates: scored.slice(0, mostCandidates).map(({ value, score }) => ({ value, score })),
  };
  if (kind === 'job-title' && state !== 'accepted') {
    const evidence = `no title of ours has the same words, and no system needs one of ours: kept as it is; ${inRows}`;
    return { ...shared, value: foreign, state: 'accepted', score: 0, evidence, decidedBy: 'rule' };
  }
  if (!best || state === 'unclear') {
    const evidence = `'${foreign}': nothing of ours is alike; ${inRows}`;
    return { ...shared, value: null, state: 'unclear', score: best?.score ?? 0, evidence, decidedBy: null };
  }
  const meant = best.text === best.value ? `'${best.value}'` : `'${best.value}' (${best.text})`;
  const evidence = `'${foreign}' → ${meant}: ${best.evidence}; ${inRows}`;
  return {
    ...shared,
    value: best.value,
    state,
    score: best.score,
    evidence: evidence.slice(0, 1000),
    decidedBy: state === 'accepted' ? 'rule' : null,
  };
}

/** Numbers and e-mails are the same or not: comparing their letters would find neighbours. */
function named(foreign: string, targets: Target[]): Target[] {
  const isWord = (text: string): boolean => /\s/.test(text);
  const exact = targets.filter(({ texts }) => texts.some((text) => text.toLowerCase() === foreign.toLowerCase()));
  if (exact.length > 0 || !isWord(foreign)) return exact;
  return targets.map(({ value, texts }) => ({ value, texts: texts.filter(isWord) })).filter(({ texts }) => texts[0]);
}

function bestText(foreign: string, { value, texts }: Target): Scored {
  const [best] = texts
    .map((text) => ({ value, text, ...likeness(foreign, text) }))
    .toSorted((a, b) => b.score - a.score);
  return best!;
}
