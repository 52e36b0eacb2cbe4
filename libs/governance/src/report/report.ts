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
    groups.set(title, [...(groups.get(title) ?? []), { ...finding, number }]);
  }
  return [...groups]
    .map(([title, all]) => ({ title, findings: all.sort((one, other) => rank(one) - rank(other)) }))
    .sort((one, other) => rank(one.findings[0]!) - rank(other.findings[0]!) || one.title.localeCompare(other.title));
}

const rank = ({ level }: Finding): number => levels.indexOf(level);

const titleOf = ({ operation }: Finding): string =>
  operation ? `${operation.method} ${operation.path}` : 'the contract';

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
