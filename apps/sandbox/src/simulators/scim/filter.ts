import { comparison, type Literal, operators } from './comparison.js';
import { badRequest, type ScimError } from './errors.js';
import { type AttributePath, isNode, pathOf, valuesAt } from './paths.js';

export type Matcher = (resource: unknown) => boolean;

const token = /\s*("(?:[^"\\]|\\.)*"|[()[\]]|[^\s()[\]"]+)/y;

const unreadable = (at = 'the end'): ScimError => badRequest('invalidFilter', `The filter cannot be read at ${at}`);

/** Parses a filter; attribute names and operators are case-insensitive, `and` binds closer than `or`. */
export const parseFilter = (text: string): Matcher => new Filter(tokensOf(text)).read();

function tokensOf(text: string): string[] {
  const found: string[] = [];
  token.lastIndex = 0;
  let end = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    found.push(match[1]!);
    end = token.lastIndex;
  }
  if (text.slice(end).trim() !== '') throw unreadable(text.slice(end));
  return found;
}

class Filter {
  private at = 0;

  constructor(private readonly tokens: string[]) {}

  read(): Matcher {
    const matcher = this.or();
    if (this.at < this.tokens.length) throw unreadable(this.tokens[this.at]);
    return matcher;
  }

  private or(): Matcher {
    const options = [this.and()];
    while (this.takes('or')) options.push(this.and());
    return (resource) => options.some((matches) => matches(resource));
  }

  private and(): Matcher {
    const conditions = [this.term()];
    while (this.takes('and')) conditions.push(this.term());
    return (resource) => conditions.every((matches) => matches(resource));
  }

  private term(): Matcher {
    if (this.takes('not')) {
      this.expect('(');
      const inner = this.group(')');
      return (resource) => !inner(resource);
    }
    if (this.takes('(')) return this.group(')');
    const path = this.path();
    return this.takes('[') ? this.valuePath(path) : this.test(path, (resource) => valuesAt(resource, path));
  }

  private group(end: string): Matcher {
    const inner = this.or();
    this.expect(end);
    return inner;
  }

  /** `emails[type eq "work"]`, or one attribute of what is chosen: `emails[type eq "work"].value eq "x"`. */
  private valuePath(path: AttributePath): Matcher {
    const chosen = this.group(']');
    const values = (resource: unknown): unknown[] => valuesAt(resource, path).filter(chosen);
    if (!this.tokens[this.at]?.startsWith('.')) return (resource) => values(resource).length > 0;
    const sub = { attribute: this.next().slice(1) };
    return this.test(sub, (resource) => values(resource).flatMap((value) => valuesAt(value, sub)));
  }

  private test(path: AttributePath, values: (resource: unknown) => unknown[]): Matcher {
    const operator = this.next().toLowerCase();
    if (operator === 'pr') return (resource) => values(resource).some(isPresent);
    if (!operators.includes(operator)) throw unreadable(operator);
    const compares = comparison(path, operator, this.literal());
    return (resource) => compares(values(resource));
  }

  private path(): AttributePath {
    const text = this.next();
    const path = pathOf(text);
    if (!path) throw unreadable(text);
    return path;
  }

  /** Values are quoted as JSON quotes them. */
  private literal(): Literal {
    const text = this.next();
    try {
      const value: unknown = JSON.parse(text);
      if (typeof value !== 'object' || value === null) return value as Literal;
    } catch {
      // Told below.
    }
    throw unreadable(text);
  }

  private next(): string {
    const found = this.tokens[this.at];
    if (found === undefined) throw unreadable();
    this.at += 1;
    return found;
  }

  private takes(word: string): boolean {
    if (this.tokens[this.at]?.toLowerCase() !== word) return false;
    this.at += 1;
    return true;
  }

  private expect(word: string): void {
    if (!this.takes(word)) throw unreadable(this.tokens[this.at]);
  }
}

const isPresent = (value: unknown): boolean => (isNode(value) ? Object.keys(value).length > 0 : value !== '');
