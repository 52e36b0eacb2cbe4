import { SalesforceError } from './errors.js';

const kinds = ['string', 'moment', 'date', 'number', 'word', 'symbol'] as const;

/** A word of a query; strings still have their quotes and escapes. */
export interface Token {
  kind: (typeof kinds)[number];
  text: string;
}

const forms = [
  /'(?:[^'\\]|\\.)*'/,
  /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?(?:Z|[+-]\d{2}:?\d{2})/,
  /\d{4}-\d{2}-\d{2}(?!T)/,
  /-?\d+(?:\.\d+)?/,
  /[A-Za-z]\w*(?:\.[A-Za-z]\w*)*/,
  /<=|>=|!=|[=<>(),]/,
];
const token = new RegExp(`\\s*(?:${forms.map(({ source }) => `(${source})`).join('|')})`, 'y');

export const malformed = (message: string): SalesforceError => new SalesforceError(400, 'MALFORMED_QUERY', message);

/** Cuts a query into its words. */
export function tokens(text: string): Token[] {
  const query = text.trimEnd();
  const found: Token[] = [];
  let at = 0;
  while (at < query.length) {
    token.lastIndex = at;
    const match = token.exec(query);
    if (!match) throw malformed(`unexpected token: '${query.slice(at).trim().split(/\s/)[0]}'`);
    const index = match.slice(1).findIndex((group) => group !== undefined);
    found.push({ kind: kinds[index]!, text: match[index + 1]! });
    at = token.lastIndex;
  }
  return found;
}
