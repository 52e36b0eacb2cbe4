import { invalidField, SalesforceError } from './errors.js';
import type { Field } from './fields.js';
import { fullId } from './ids.js';
import type { Value } from './org.js';
import type { Operator } from './soql.js';
import { malformed, type Token } from './soql-tokens.js';

/** A value in the form in which two values of one field are compared; a pattern only with LIKE. */
export type Comparable = string | number | boolean | null | RegExp;

type Family = 'id' | 'text' | 'boolean' | 'number' | 'date' | 'datetime';

const families: Record<Field['type'], Family> = {
  id: 'id',
  reference: 'id',
  string: 'text',
  textarea: 'text',
  picklist: 'text',
  boolean: 'boolean',
  double: 'number',
  currency: 'number',
  percent: 'number',
  date: 'date',
  datetime: 'datetime',
};
const literalKinds: Record<Family, Token['kind']> = {
  id: 'string',
  text: 'string',
  boolean: 'word',
  number: 'number',
  date: 'date',
  datetime: 'moment',
};

const wrongOperator = (message: string): SalesforceError =>
  new SalesforceError(400, 'INVALID_QUERY_FILTER_OPERATOR', message);

export function requireOperator(field: Field, operator: Operator): void {
  const family = families[field.type];
  const ordered = ['<', '<=', '>', '>='].includes(operator);
  if ((operator === 'LIKE' && family !== 'text') || (ordered && family === 'boolean'))
    throw wrongOperator(`invalid operator on ${field.type} field`);
}

/** The value of a literal, refused where its form is not the field's: a quoted date, an unquoted text. */
export function bindLiteral(field: Field, operator: Operator, { kind, text }: Token): Comparable {
  if (kind === 'word' && text.toLowerCase() === 'null') return null;
  const family = families[field.type];
  if (kind !== literalKinds[family]) {
    const quotes =
      literalKinds[family] === 'string' ? 'should be enclosed in quotes' : 'should not be enclosed in quotes';
    throw invalidField(
      `value of filter criterion for field '${field.name}' must be of type ${field.type} and ${quotes}`,
    );
  }
  if (operator === 'LIKE') return pattern(text.slice(1, -1));
  if (family === 'id') return idOf(text.slice(1, -1));
  if (kind === 'string') return unescaped(text.slice(1, -1)).toLowerCase();
  if (kind === 'word') return text.toLowerCase() === 'true';
  if (kind === 'number') return Number(text);
  if (Number.isNaN(Date.parse(text))) throw malformed(`Invalid date: ${text}`);
  return kind === 'moment' ? Date.parse(text) : text;
}

/** A stored value for comparison: text without its case, moments as numbers. */
export function comparable(field: Field, value: Value): Exclude<Comparable, RegExp> {
  if (value === null) return null;
  const family = families[field.type];
  if (family === 'text') return String(value).toLowerCase();
  return family === 'datetime' ? Date.parse(String(value)) : value;
}

function idOf(text: string): string {
  const id = fullId(text);
  if (!id) throw wrongOperator(`invalid ID field: ${text}`);
  return id;
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '"': '"', "'": "'", '\\': '\\' };

const unescaped = (text: string): string => text.replace(/\\(.)/gs, (_whole, char: string) => escapeOf(char));

function escapeOf(char: string): string {
  const meant = escapes[char];
  if (meant === undefined) throw malformed(`Illegal string literal: invalid escape \\${char}`);
  return meant;
}

/** `%` stands for any text, `_` for one character; a backslash takes that meaning away. */
function pattern(text: string): RegExp {
  const parts = [...text.matchAll(/\\(.)|(.)/gs)].map(([, escaped, plain]) => {
    if (plain === '%') return '.*';
    if (plain === '_') return '.';
    const char = plain ?? ('%_'.includes(escaped!) ? escaped! : escapeOf(escaped!));
    return char.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`, 'is');
}
