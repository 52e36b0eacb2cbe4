import type { Finding } from '../finding.js';
import { plain } from './markdown.js';
import { type Sentence, sentences, shortly } from './report.js';

/** One contract in two versions, as its consumers know them. */
export interface Edition {
  contract: string;
  title: string;
  /** null where it is new. */
  base: string | null;
  /** null where it is gone. */
  revision: string | null;
  findings: readonly Finding[];
}

type Chapter = readonly [heading: string, isIn: (sentence: Sentence) => boolean];

/** A sentence stands in the first chapter that takes it. */
const chapters: readonly Chapter[] = [
  ['Breaking: move before you take it', ({ level }) => level === 'breaking'],
  ['Deprecated', ({ rule }) => /deprecat|sunset|reactivated/.test(rule)],
  ['Dangerous: it hurts who relied on more than was promised', ({ level }) => level === 'dangerous'],
  ['Added and relaxed', ({ level }) => level === 'safe'],
  ['Documentation', () => true],
];

/** What changed, in words for those who call it: Markdown, a section for each contract that changed. */
export function changelog(editions: readonly Edition[]): string {
  const changed = editions.filter(({ base, revision, findings }) => base !== revision || findings.length > 0);
  if (changed.length === 0) return 'Nothing changed.\n';
  return changed.map(section).join('\n');
}

function section({ contract, title, base, revision, findings }: Edition): string {
  const heading = `## ${plain(title)} (${contract}) ${[base, revision].filter(Boolean).join(' → ')}\n`;
  if (base === null) return `${heading}\nNew.\n`;
  if (revision === null) return `${heading}\nGone: nothing of it answers any more.\n`;
  const told = sentences(findings);
  if (told.length === 0) return `${heading}\nNothing changed in meaning.\n`;
  const parts = chapters.map(([name], index) => {
    const own = told.filter((one) => chapters.findIndex(([, isIn]) => isIn(one)) === index);
    return own.length === 0 ? '' : `\n### ${name}\n\n${own.map(line).join('')}`;
  });
  return `${heading}${parts.join('')}`;
}

/** The way out is for who makes the contract; consumers read where and what. */
function line({ message, places }: Sentence): string {
  const where = message.startsWith(places[0]!) ? '' : `${plain(shortly(places))}: `;
  return `- ${where}${plain(message)}\n`;
}
