import { type Finding, html, markdown, type Objection, type Report, sarif, sentences, shortly } from '#governance';

/** What became of one contract. */
export interface Checked {
  contract: string;
  /** Its version in the base; null where it is new. */
  base: string | null;
  /** Its version now; null where it is gone. */
  version: string | null;
  allowed: boolean;
  objections: Objection[];
  findings: Finding[];
}

/** What became of all of them. */
export interface Judged {
  base: string;
  checked: Checked[];
  /** What is wrong with the files of exemptions. */
  problems: string[];
  allowed: boolean;
}

export const formats: Record<string, (judged: Judged) => string> = {
  text,
  json: ({ checked, problems }) => `${JSON.stringify({ checked, problems }, null, 2)}\n`,
  markdown: ({ checked, problems }) => `${[...reportsOf(checked).map(markdown), ...problems].join('\n')}\n`,
  html: ({ base, checked, problems }) =>
    html(reportsOf(checked), { title: `Our contracts held against ${base}`, problems }),
  sarif: ({ checked }) => sarif(checked.map((one) => ({ ...reportOf(one), base: fileOf(one), revision: fileOf(one) }))),
};

function text({ base, checked, problems, allowed }: Judged): string {
  const verdict = `${checked.length} contracts held against ${base}: ${allowed ? 'allowed' : 'refused'}`;
  return `${[...checked.filter(isChanged).flatMap(told), ...problems, verdict].join('\n')}\n`;
}

function told({ contract, base, version, allowed, objections, findings }: Checked): string[] {
  const hurtful = findings.filter(({ level }) => level === 'breaking' || level === 'dangerous');
  return [
    `${allowed ? 'allowed' : 'refused'}  ${contract}  ${base ?? 'new'} → ${version ?? 'gone'}`,
    ...objections.map(({ rule, message, remedy, exemption }) =>
      exemption === null ? `  ${rule}: ${message}\n    → ${remedy}` : `  ${rule}: exempted by ${exemption}`,
    ),
    ...sentences(hurtful).map(({ level, message, places }) => `  ${level}  ${message} (${shortly(places)})`),
  ];
}

const isChanged = ({ base, version, findings, objections }: Checked): boolean =>
  base !== version || findings.length > 0 || objections.length > 0;

const reportsOf = (checked: Checked[]): Report[] => checked.filter(isChanged).map(reportOf);

const reportOf = ({ contract, base, version, allowed, objections, findings }: Checked): Report => ({
  base: `${contract} ${base ?? 'new'}`,
  revision: version ?? 'gone',
  findings,
  verdict: { allowed, objections },
});

/** Where a tool shows what was found: the contract's file. */
const fileOf = ({ contract }: Checked): string => `openapi/${contract.replace('events/catalogue/', 'events/')}.yaml`;
