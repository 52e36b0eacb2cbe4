import { invalidParameter, type NetsuiteError } from './errors.js';

const kinds = ['string', 'number', 'word', 'symbol'] as const;

/** A word of a query; strings still have their quotes. */
export interface Token {
  kind: (typeof kinds)[number];
  text: string;
}

const forms = [/'(?:[^']|'')*'/, /-?\d+(?:\.\d+)?/, /[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/, /<=|>=|!=|<>|\|\||[=<>(),*+/-]/];
const token = new RegExp(`\\s*(?:${forms.map(({ source }) => `(${source})`).join('|')})`, 'y');

/** Every complaint about a query has the same code, whatever is wrong with it. */
export const invalidQuery = (detail: string): NetsuiteError =>
  invalidParameter(`Invalid search query. Detailed unprocessed description follows. ${detail}`, 'q');

export const unsupported = (near: string): NetsuiteError =>
  invalidQuery(`Search error occurred: Invalid or unsupported search near '${near}'.`);

/** Cuts a query into its words. */
export function tokens(text: string): Token[] {
  const query = text.trimEnd();
  const found: Token[] = [];
  let at = 0;
  while (at < query.length) {
    token.lastIndex = at;
    const match = token.exec(query);
    if (!match) throw unsupported(query.slice(at).trim().split(/\s/)[0]!);
    const index = match.slice(1).findIndex((group) => group !== undefined);
    found.push({ kind: kinds[index]!, text: match[index + 1]! });
    at = token.lastIndex;
  }
  return found;
}
