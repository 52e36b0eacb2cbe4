import type { Level } from '../finding.js';
import { style } from './html-style.js';
import { type Group, grouped, levels, type Numbered, reasonOf, type Report } from './report.js';

/** What stands above the reports of several contracts. */
export interface Cover {
  title: string;
  /** What is wrong beside the contracts, a sentence each. */
  problems: readonly string[];
}

/** Reports as one page that needs nothing else: no script, no font, no request. */
export function html(reports: readonly Report[], cover?: Cover): string {
  const [first] = reports;
  const title = cover?.title ?? `${first!.base} → ${first!.revision}`;
  const findings = reports.flatMap((report) => report.findings);
  const toggles = levels.map((level) => {
    const count = findings.filter((one) => one.level === level).length;
    return `<label class="${level}"><input type="checkbox" id="show-${level}" checked>${count} ${level}</label>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
<nav aria-label="Levels shown">${toggles.join('')}</nav>
${cover ? contents(reports, cover) : verdict(first!)}
</header>
<main>
${reports.map((report, index) => contract(report, index, cover !== undefined)).join('\n')}
</main>
</body>
</html>
`;
}

/** Every contract with its verdict; what is wrong beside them. */
function contents(reports: readonly Report[], { problems }: Cover): string {
  const wrong = problems.map((problem) => `<li>${escaped(problem)}</li>`).join('');
  const rows = reports.map(({ base, revision, findings, verdict: said }, index) => {
    const counts = levels.map((level) => {
      const count = findings.filter((one) => one.level === level).length;
      return `<td class="number ${count === 0 ? 'none' : level}">${count}</td>`;
    });
    const word = said === undefined ? '–' : said.allowed ? 'allowed' : 'refused';
    return `<tr><td><a href="#contract-${index + 1}">${escaped(base)} → ${escaped(revision)}</a></td><td>${word}</td>${counts.join('')}</tr>`;
  });
  const heads = levels.map((level) => `<th scope="col" class="number">${level}</th>`).join('');
  const table = `<table><thead><tr><th scope="col">Contract</th><th scope="col">Policy</th>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return `${wrong && `<div class="verdict breaking"><strong>Exemptions</strong><ul>${wrong}</ul></div>`}${reports.length > 0 ? table : '<p>Nothing changed.</p>'}`;
}

function contract(report: Report, index: number, isOneOfMany: boolean): string {
  const id = `contract-${index + 1}`;
  const groups = grouped(report.findings).map((group) => section(group, report, isOneOfMany ? `${id}-` : ''));
  const body = groups.length === 0 ? '<p>Nothing changed in meaning.</p>' : groups.join('\n');
  if (!isOneOfMany) return body;
  const heading = `${escaped(report.base)} <span>→</span> ${escaped(report.revision)}`;
  return `<section id="${id}">\n<h2>${heading}</h2>\n${verdict(report)}\n${body}\n</section>`;
}

function verdict({ verdict: said }: Report): string {
  if (!said) return '';
  const reasons = said.objections.map((one) => `<li>${escaped(reasonOf(one))}</li>`);
  const word = said.allowed ? 'The policy allows it' : 'The policy refuses it';
  const list = reasons.length > 0 ? `<ul>${reasons.join('')}</ul>` : '';
  return `<div class="verdict ${said.allowed ? 'safe' : 'breaking'}"><strong>${word}</strong>${list}</div>`;
}

/** An operation; open where somebody may be hurt. */
function section({ title, findings }: Group, report: Report, prefix: string): string {
  const present = levels.filter((level) => findings.some((one) => one.level === level));
  const count = (level: Level): string =>
    `<span class="${level}">${findings.filter((one) => one.level === level).length} ${level}</span>`;
  const isOpen = present.includes('breaking') || present.includes('dangerous');
  // Where only findings of one level are inside, the section goes when they are switched off.
  const only = present.length === 1 ? ` class="${present[0]}"` : '';
  return `<details${only}${isOpen ? ' open' : ''}>\n<summary><h3>${escaped(title)}</h3>${present.map(count).join('')}</summary>\n${findings.map((finding) => entry(finding, report, prefix)).join('\n')}\n</details>`;
}

function entry(finding: Numbered, report: Report, prefix: string): string {
  const { number, level, message, remedy, rule, field, base, revision, before, after } = finding;
  const hurt = report.consumers?.get(number);
  const id = `${prefix}finding-${number + 1}`;
  return `<article id="${id}" class="${level}">
<h4><a href="#${id}" class="badge" aria-label="${level}: link to this finding">${level}</a> ${escaped(message)}</h4>
<div class="panes">
${pane('before', before, base)}
${pane('after', after, revision)}
</div>
${hurt ? `<p><b>Hurt:</b> ${escaped(hurt)}</p>` : ''}
${remedy ? `<p><b>Way out:</b> ${escaped(remedy)}</p>` : ''}
<p class="rule"><code>${escaped(rule)}</code>${field ? ` at <code>${escaped(field)}</code>` : ''}</p>
</article>`;
}

function pane(name: 'before' | 'after', value: unknown, at: string | null): string {
  const colour = value === null || value === undefined ? '' : ` class="${name}"`;
  return `<div${colour}><b>${name}</b><pre tabindex="0">${escaped(printed(value))}</pre><code>${escaped(at ?? 'not there')}</code></div>`;
}

const longestPrinted = 2000;

/** A value as people read it. */
function printed(value: unknown): string {
  if (value === null || value === undefined) return '–';
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return text.length > longestPrinted ? `${text.slice(0, longestPrinted)} …` : text;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text of a document never becomes markup of the report. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign]!);
