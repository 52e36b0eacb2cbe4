import { counted, grouped, type Numbered, reasonOf, type Report, shown } from './report.js';

/** A report as a comment on a change. */
export function markdown(report: Report): string {
  const { base, revision, findings } = report;
  const head = [`# ${plain(base)} → ${plain(revision)}`, '', `**${counted(findings)}**`, '', ...policy(report)];
  if (findings.length === 0) return [...head, 'Nothing changed in meaning.', ''].join('\n');
  const groups = grouped(findings).flatMap(({ title, findings: all }) => [
    `## ${plain(title)}`,
    '',
    ...all.flatMap((finding) => entry(finding, report)),
    '',
  ]);
  return [...head, ...groups].join('\n');
}

function policy({ verdict }: Report): string[] {
  if (!verdict) return [];
  const lines = verdict.objections.map((one) => `- \`${one.rule}\`: ${plain(reasonOf(one))}`);
  return [verdict.allowed ? '**The policy allows it.**' : '**The policy refuses it.**', '', ...lines, ''];
}

function entry({ number, level, message, before, after, remedy, rule, base, revision }: Numbered, report: Report) {
  const hurt = report.consumers?.get(number);
  return [
    `- **${level}**: ${plain(message)}`,
    ...(before === null && after === null ? [] : [`  - ${code(shown(before))} → ${code(shown(after))}`]),
    ...(hurt ? [`  - hurt: ${plain(hurt)}`] : []),
    ...(remedy ? [`  - ${plain(remedy)}`] : []),
    `  - ${code(rule)} ${code(revision ?? base ?? '')}`,
  ];
}

/** Text of a document never becomes markup of the report. */
export const plain = (text: string): string => text.replace(/[\\`*_<>[\]|#]/g, '\\$&').replace(/\s+/g, ' ');

/** Fenced by more backticks than the text has in a row. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const gap = longest > 0 ? ' ' : '';
  return `${fence}${gap}${text.replace(/\s+/g, ' ') || ' '}${gap}${fence}`;
}
