import { counted, type Group, grouped, levels, type Numbered, type Report, shown } from './report.js';

/** A report as one page that needs nothing else: no script, no font, no request. */
export function html(report: Report): string {
  const { base, revision, findings } = report;
  const title = `${base} → ${revision}`;
  const body =
    findings.length === 0
      ? '<p class="none">Nothing changed in meaning.</p>'
      : grouped(findings)
          .map((group) => section(group, report))
          .join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
${levels.map((level) => `<input type="checkbox" id="show-${level}" checked>`).join('\n')}
<header>
<h1>${escaped(base)} <span>→</span> ${escaped(revision)}</h1>
<p>${counted(findings)}</p>
<nav aria-label="Levels shown">${levels.map((level) => `<label for="show-${level}" class="${level}">${level}</label>`).join('')}</nav>
${verdict(report)}
</header>
<main>
${body}
</main>
</body>
</html>
`;
}

function verdict({ verdict: said }: Report): string {
  if (!said) return '';
  const reasons = said.objections.map(
    ({ message, remedy, exemption }) =>
      `<li>${escaped(message)}: ${exemption ? `exempted by <code>${escaped(exemption)}</code>.` : `${escaped(remedy)}.`}</li>`,
  );
  const word = said.allowed ? 'The policy allows it' : 'The policy refuses it';
  return `<div class="verdict ${said.allowed ? 'allowed' : 'refused'}"><strong>${word}</strong><ul>${reasons.join('')}</ul></div>`;
}

const section = ({ title, findings }: Group, report: Report): string =>
  `<section>\n<h2>${escaped(title)}</h2>\n${findings.map((finding) => entry(finding, report)).join('\n')}\n</section>`;

function entry(finding: Numbered, report: Report): string {
  const { number, level, message, remedy, rule, field, base, revision, before, after } = finding;
  const hurt = report.consumers?.get(number);
  const id = `finding-${number + 1}`;
  return `<article id="${id}" class="${level}">
<h3><a href="#${id}" aria-label="Link to this finding">${level}</a> ${escaped(message)}</h3>
<div class="panes">
<div><h4>before</h4><pre>${escaped(shown(before))}</pre><code>${escaped(base ?? 'not there')}</code></div>
<div><h4>after</h4><pre>${escaped(shown(after))}</pre><code>${escaped(revision ?? 'not there')}</code></div>
</div>
${hurt ? `<p class="hurt"><b>Hurt:</b> ${escaped(hurt)}</p>` : ''}
${remedy ? `<p><b>Way out:</b> ${escaped(remedy)}</p>` : ''}
<p class="rule"><code>${escaped(rule)}</code>${field ? ` at <code>${escaped(field)}</code>` : ''}</p>
</article>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text of a document never becomes markup of the report. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign]!);

const hidden = levels
  .map(
    (level) => `#show-${level}:not(:checked) ~ main article.${level} { display: none }
#show-${level}:not(:checked) ~ header label.${level} { opacity: 0.4 }`,
  )
  .join('\n');

const style = `
:root { color-scheme: light dark; --line: #8884; --pane: #8881;
  --breaking: light-dark(#b3261e, #ff8a80); --dangerous: light-dark(#8a5a00, #ffc46b);
  --safe: light-dark(#1b6e3c, #7fd6a0); --documentation: light-dark(#44546a, #a9b8cf) }
body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 70rem; padding: 1.5rem }
body > input { position: absolute; opacity: 0 }
h1 { font-size: 1.4rem; margin: 0; overflow-wrap: anywhere } h1 span { opacity: 0.5 }
h2 { font: 600 1.05rem ui-monospace, monospace; margin: 2rem 0 0.5rem; overflow-wrap: anywhere }
h3 { font-size: 1rem; font-weight: 500; margin: 0 0 0.5rem } h4 { font-size: 0.75rem; margin: 0; opacity: 0.7 }
nav label { border: 1px solid; border-radius: 1rem; cursor: pointer; margin-right: 0.5rem; padding: 0.1rem 0.8rem }
input:focus-visible ~ header nav { outline: 2px solid; outline-offset: 3px }
article { border-left: 4px solid; border-color: currentColor; margin: 0.8rem 0; padding: 0.5rem 0 0.5rem 1rem }
article > *, article h3 { color: CanvasText } article h3 a { border-radius: 0.3rem; font-weight: 700; text-decoration: none }
${levels.map((level) => `.${level}, .${level} h3 a { color: var(--${level}) }`).join('\n')}
.panes { display: grid; gap: 0.8rem; grid-template-columns: 1fr 1fr }
.panes > div { background: var(--pane); border-radius: 0.4rem; min-width: 0; padding: 0.4rem 0.8rem }
pre { margin: 0.2rem 0; white-space: pre-wrap; overflow-wrap: anywhere } code { font-size: 0.8rem; overflow-wrap: anywhere }
article p { margin: 0.4rem 0 0 } .rule { opacity: 0.7 } .hurt { font-weight: 500 }
.verdict { border: 1px solid var(--line); border-radius: 0.4rem; margin-top: 1rem; padding: 0.6rem 1rem }
.verdict ul { margin: 0.2rem 0 0; padding-left: 1.2rem }
.refused strong { color: var(--breaking) } .allowed strong { color: var(--safe) }
@media (max-width: 40rem) { .panes { grid-template-columns: 1fr } }
${hidden}
`;
