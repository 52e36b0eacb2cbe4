import type { Finding, Level } from '../finding.js';

/** What a reviewer gets of a comparison. */
export interface Report {
  /** What was compared, as a reader knows it: a file, a version. */
  base: string;
  revision: string;
  findings: readonly Finding[];
  /** What the versioning policy says; absent where it was not asked. */
  verdict?: {
    allowed: boolean;
    /** What stands against it or is let pass; `exemption` names the file that lets it. */
    objections: readonly { rule: string; message: string; remedy: string; exemption: string | null }[];
  };
  /** Who is hurt by a finding, by its place in `findings`; absent where no record of use was asked. */
  consumers?: ReadonlyMap<number, string>;
}

/** What stands against a step, or is let pass, in a sentence. */
export const reasonOf = ({
  message,
  remedy,
  exemption,
}: NonNullable<Report['verdict']>['objections'][number]): string =>
  `${message.replace(/\.$/, '')}: ${exemption === null ? remedy : `exempted by ${exemption}`}.`;

/** Worst first. */
export const levels: readonly Level[] = ['breaking', 'dangerous', 'safe', 'documentation'];

/** A finding with its number in the report, by which it is linked. */
export interface Numbered extends Finding {
  number: number;
}

export interface Group {
  /** `GET /v1/projects`, or `the contract`. */
  title: string;
  findings: Numbered[];
}

/** Findings by operation, the operations with the worst first, and in each the worst first. */
export function grouped(findings: readonly Finding[]): Group[] {
  const groups = new Map<string, Numbered[]>();
  for (const [number, finding] of findings.entries()) {
    const title = titleOf(finding);
    const group = groups.get(title) ?? [];
    group.push({ ...finding, number });
    groups.set(title, group);
  }
  return [...groups]
    .map(([title, all]) => ({ title, findings: all.sort((one, other) => rank(one) - rank(other)) }))
    .sort((one, other) => rank(one.findings[0]!) - rank(other.findings[0]!) || one.title.localeCompare(other.title));
}

const rank = ({ level }: Finding): number => levels.indexOf(level);

const titleOf = ({ operation }: Finding): string =>
  operation ? `${operation.method} ${operation.path}` : 'the contract';

/** A sentence and every operation it is true of. */
export interface Sentence {
  level: Level;
  rule: string;
  message: string;
  remedy: string;
  /** Titles as of groups. */
  places: string[];
}

/** What changed, each sentence once, the worst first: a change of what operations share is one change to its reader. */
export function sentences(findings: readonly Finding[]): Sentence[] {
  const found = new Map<string, Sentence>();
  for (const finding of findings) {
    const { level, rule, message, remedy } = finding;
    const key = `${level} ${message}`;
    const known = found.get(key) ?? { level, rule, message, remedy, places: [] };
    const place = titleOf(finding);
    if (!known.places.includes(place)) known.places.push(place);
    found.set(key, known);
  }
  return [...found.values()].toSorted((one, other) => levels.indexOf(one.level) - levels.indexOf(other.level));
}

/** `GET /v1/projects and 3 more`. */
export const shortly = ([first, ...more]: readonly string[]): string =>
  `${first}${more.length > 0 ? ` and ${more.length} more` : ''}`;

/** `2 breaking, 0 dangerous, 5 safe, 1 documentation`. */
export const counted = (findings: readonly Finding[]): string =>
  levels.map((level) => `${findings.filter((one) => one.level === level).length} ${level}`).join(', ');

/** A value before or after a change, on one line. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return '–';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longestShown ? `${text.slice(0, longestShown)} …` : text;
}

const longestShown = 400;
