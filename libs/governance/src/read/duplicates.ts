import type { Problem } from './unreadable.js';

const token = /"(?:[^"\\]|\\.)*"|[{}[\]:,\n]/g;

/** Names that stand twice in one object of a JSON text: a parser silently keeps the last. The text parses. */
export function duplicates(text: string): Problem[] {
  const found: Problem[] = [];
  const open: (Set<string> | null)[] = [];
  let isName = false;
  let line = 1;
  let lineStart = 0;
  for (const { 0: sign, index } of text.matchAll(token)) {
    const names = open.at(-1);
    if (sign === '\n') {
      line += 1;
      lineStart = index + 1;
    } else if (sign === '{' || sign === '[') {
      open.push(sign === '{' ? new Set() : null);
      isName = sign === '{';
    } else if (sign === '}' || sign === ']') {
      open.pop();
      isName = false;
    } else if (sign === ',') isName = names !== null;
    else if (sign === ':') isName = false;
    else if (isName && names) {
      if (names.has(sign))
        found.push({ message: `has ${sign} twice in one object`, line, column: index - lineStart + 1 });
      names.add(sign);
    }
  }
  return found;
}
