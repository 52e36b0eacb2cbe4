import { abbreviations, fillers } from './vocabulary.js';

/** How much alike two texts are, and why one may say so. */
export interface Likeness {
  /** 100 is the same, 97 the same words; less compares letters. */
  score: number;
  /** In words, for whoever has to decide. */
  evidence: string;
}

const sameText = 100;
const sameWords = 97;
/** Other words are never as good as the same ones. */
const mostOtherwise = 94;
/** Below this two words are two words and not one misspelt. */
const leastAlike = 0.7;

interface Words {
  words: string[];
  expanded: string[];
  dropped: string[];
}

/** Compares what an acquired firm says with what we say: the text, then the words, then their letters. */
export function likeness(foreign: string, ours: string): Likeness {
  if (plain(foreign) === plain(ours)) return { score: sameText, evidence: 'the same text' };
  const [there, here] = [wordsOf(foreign), wordsOf(ours)];
  if (there.words.length === 0 || here.words.length === 0) return { score: 0, evidence: 'no words to compare' };
  if (sorted(there.words) === sorted(here.words)) {
    return { score: sameWords, evidence: `the same words${afterwards(there)}` };
  }
  const pairs = [...nearest(there.words, here.words), ...nearest(here.words, there.words)];
  const score = Math.round((pairs.reduce((sum, { alike }) => sum + alike, 0) / pairs.length) * mostOtherwise);
  return { score, evidence: `${described(there.words, here.words)}${afterwards(there)}` };
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const sorted = (words: string[]): string => words.toSorted().join(' ');

function wordsOf(text: string): Words {
  const all = plain(text).split(' ').filter(Boolean);
  const isShort = (word: string): boolean => Object.hasOwn(abbreviations, word);
  const said = all.filter((word) => !fillers.has(word));
  // A text of fillers alone is all there is to compare.
  const kept = said.length > 0 ? said : all;
  const dropped = all.filter((word) => !kept.includes(word));
  const words = kept.flatMap((word) => (isShort(word) ? abbreviations[word]!.split(' ') : [word]));
  return { words: [...new Set(words)], expanded: kept.filter(isShort), dropped };
}

function afterwards({ expanded, dropped }: Words): string {
  const done = [
    ...(expanded.length > 0 ? [`expanding ${quoted(expanded)}`] : []),
    ...(dropped.length > 0 ? [`leaving out ${quoted(dropped)}`] : []),
  ];
  return done.length > 0 ? ` after ${done.join(' and ')}` : '';
}

interface Pair {
  word: string;
  other: string;
  /** 0 to 1. */
  alike: number;
}

const nearest = (words: string[], others: string[]): Pair[] =>
  words.map((word) => {
    const [best] = others
      .map((other) => ({ word, other, alike: alikeness(word, other) }))
      .toSorted((a, b) => b.alike - a.alike);
    return best!.alike >= leastAlike ? best! : { ...best!, alike: 0 };
  });

function described(there: string[], here: string[]): string {
  const pairs = nearest(there, here);
  const same = pairs.filter(({ alike }) => alike === 1).map(({ word }) => word);
  const misspelt = pairs.filter(({ alike }) => alike > 0 && alike < 1);
  const foreignOnly = pairs.filter(({ alike }) => alike === 0).map(({ word }) => word);
  const oursOnly = nearest(here, there)
    .filter(({ alike }) => alike === 0)
    .map(({ word }) => word);
  const said = [
    ...(same.length > 0 ? [`${quoted(same)} is the same`] : []),
    ...misspelt.map(({ word, other }) => `'${word}' is ${letters(distance(word, other))} from '${other}'`),
    ...(foreignOnly.length > 0 ? [`${quoted(foreignOnly)} is not ours`] : []),
    ...(oursOnly.length > 0 ? [`${quoted(oursOnly)} is missing`] : []),
  ];
  return said.join(', ');
}

const letters = (count: number): string => `${count} ${count === 1 ? 'letter' : 'letters'}`;

const quoted = (words: string[]): string => words.map((word) => `'${word}'`).join(', ');

const alikeness = (a: string, b: string): number => 1 - distance(a, b) / Math.max(a.length, b.length);

/** Letters to add, to leave out or to change (Levenshtein). */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [row, letter] of [...a].entries()) {
    const line = [row + 1];
    for (const [at, other] of [...b].entries()) {
      line.push(Math.min(line[at]! + 1, above[at + 1]! + 1, above[at]! + (letter === other ? 0 : 1)));
    }
    above = line;
  }
  return above.at(-1)!;
}
