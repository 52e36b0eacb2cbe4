import { ODataFilter, tokensOf } from '../../core/odata-filter.js';
import type { EntitySet, Property, Row } from './edm.js';
import { invalidSyntax, unknownProperty } from './errors.js';
import { literalOf } from './literals.js';
import { initialOf } from './wire-values.js';

export type Matcher = (row: Row) => boolean;

const token = /\s*((?:guid|datetimeoffset|datetime|time)'[^']*'|'(?:[^']|'')*'|[(),]|[^\s(),']+)/y;

/** Parses a `$filter`: comparisons, `substringof`, `startswith`, `endswith`, `and`, `or`, `not` and parentheses. */
export const parseFilter = (set: EntitySet, text: string): Matcher =>
  new Filter(
    set,
    tokensOf(text, token, (end) => invalidSyntax(`Invalid token '${text.slice(end)}' at position ${end}`)),
  ).read();

const textTests: Record<string, (whole: string, part: string) => boolean> = {
  substringof: (whole, part) => whole.includes(part),
  startswith: (whole, part) => whole.startsWith(part),
  endswith: (whole, part) => whole.endsWith(part),
};

const comparisons: Record<string, (order: number) => boolean> = {
  eq: (order) => order === 0,
  ne: (order) => order !== 0,
  gt: (order) => order > 0,
  ge: (order) => order >= 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
};

class Filter extends ODataFilter<Row> {
  constructor(
    private readonly set: EntitySet,
    tokens: string[],
  ) {
    super(tokens);
  }

  protected condition(word: string): Matcher {
    return textTests[word] ? this.textTest(word) : this.comparison(word);
  }

  /** `substringof` names the part first, the others the whole. */
  private textTest(word: string): Matcher {
    this.expect('(');
    const first = this.next();
    this.expect(',');
    const second = this.next();
    this.expect(')');
    const [name, literal] = word === 'substringof' ? [second, first] : [first, second];
    const part = String(literalOf(this.property(name), literal));
    if (this.takes('eq')) this.expect('true');
    return (row) => textTests[word]!(String(row[name] ?? ''), part);
  }

  private comparison(name: string): Matcher {
    const property = this.property(name);
    const operator = this.next();
    const test = comparisons[operator];
    if (!test) throw this.unexpected(-1);
    const text = this.next();
    if (this.set.unordered === name && (operator === 'gt' || operator === 'lt')) return () => true;
    const wanted = text === 'null' ? initialOf(property) : literalOf(property, text);
    return (row) => {
      const value = row[name] ?? initialOf(property);
      if (value === null || wanted === null) return operator === 'eq' ? value === wanted : operator === 'ne';
      return test(orderOf(property.type === 'Decimal' ? Number(value) : (value as typeof wanted), wanted));
    };
  }

  private property(name: string): Property {
    const property = this.set.properties[name];
    if (!property) throw unknownProperty(name, this.set.type);
    if (!property.filterable) throw invalidSyntax(`Property ${name} is not filterable`);
    return property;
  }

  protected unexpected(back = 0): Error {
    return invalidSyntax(`Invalid token '${this.tokens[this.at + back] ?? ''}' in $filter`);
  }
}

type Plain = string | number | boolean;

const orderOf = (left: Plain, right: Plain): number => (left === right ? 0 : left < right ? -1 : 1);
