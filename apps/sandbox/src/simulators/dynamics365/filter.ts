import { ODataFilter, tokensOf } from '../../core/odata-filter.js';
import type { EntitySet, Property, Row } from './edm.js';
import { badQuery, unknownProperty } from './errors.js';
import { comparable, edmName, literalOf } from './values.js';

export type Matcher = (row: Row) => boolean;

const token = /\s*([\w.]*'(?:[^']|'')*'|[(),]|[^\s(),']+)/y;

/** Parses a `$filter`: comparisons, texts with `*` for anything, `and`, `or`, `not`, parentheses; no `in`, no functions. */
export const parseFilter = (set: EntitySet, text: string): Matcher =>
  new Filter(
    set,
    tokensOf(text, token, (end) => badQuery(`Syntax error at position ${end} in '${text}'.`)),
  ).read();

type Plain = string | number | boolean;

const comparisons: Record<string, (left: Plain, right: Plain) => boolean> = {
  eq: (left, right) => left === right,
  ne: (left, right) => left !== right,
  gt: (left, right) => left > right,
  ge: (left, right) => left >= right,
  lt: (left, right) => left < right,
  le: (left, right) => left <= right,
};

class Filter extends ODataFilter<Row> {
  constructor(
    private readonly set: EntitySet,
    tokens: string[],
  ) {
    super(tokens);
  }

  protected condition(name: string): Matcher {
    const operator = this.next();
    const literal = this.next();
    return this.comparison(name, operator, literal);
  }

  private comparison(name: string, operator: string, literal: string): Matcher {
    const property = this.set.properties[name];
    if (!property) {
      if (operator === '(') throw badQuery(`An unknown function with name '${name}' was found.`);
      throw unknownProperty(name, this.set.type);
    }
    const test = comparisons[operator];
    const isOrdered = property.type !== 'Enum' || operator === 'eq' || operator === 'ne';
    if (!test || !isOrdered) throw badQuery(`The operator '${operator}' is not supported for '${name}'.`);
    const wanted = literalOf(property, literal);
    if (wanted === undefined) {
      throw badQuery(
        `A binary operator with incompatible types was detected. '${literal}' is not of the type '${edmName(property)}' of '${name}'.`,
      );
    }
    if (property.type === 'String') return this.textual(name, property, operator, String(wanted).toLowerCase());
    return (row) => test(comparable(property, row, name), wanted);
  }

  private textual(name: string, property: Property, operator: string, wanted: string): Matcher {
    const test = comparisons[operator]!;
    if (!wanted.includes('*') || (operator !== 'eq' && operator !== 'ne')) {
      return (row) => test(comparable(property, row, name), wanted);
    }
    const parts = wanted.split('*').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
    const pattern = new RegExp(`^${parts.join('.*')}$`, 's');
    return (row) => pattern.test(String(comparable(property, row, name))) === (operator === 'eq');
  }

  protected unexpected(): Error {
    return badQuery(`Syntax error near '${this.tokens[this.at] ?? 'the end'}' in the filter.`);
  }
}
