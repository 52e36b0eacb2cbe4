import { malformed, type Token, tokens } from './soql-tokens.js';

/** A SELECT as it was written; paths are split at their dots. */
export interface Query {
  columns: (string[] | SubQuery)[];
  object: string;
  where: Condition | null;
  orderBy: { path: string[]; descending: boolean }[];
  limit: number | null;
}

export interface SubQuery {
  columns: string[][];
  relation: string;
}

const operators = ['=', '!=', '<', '<=', '>', '>=', 'LIKE', 'IN'] as const;
export type Operator = (typeof operators)[number];

export type Condition =
  | { kind: 'and' | 'or'; terms: Condition[] }
  | { kind: 'compare'; path: string[]; operator: Operator; literals: Token[] };

/** Reads the part of SOQL this org answers; anything else is MALFORMED_QUERY, never a guess. */
export function parse(text: string): Query {
  const reader = new Reader(tokens(text));
  const query = reader.select();
  reader.end();
  return query;
}

class Reader {
  private at = 0;

  constructor(private readonly words: Token[]) {}

  select(): Query {
    this.expect('SELECT');
    const columns = this.commaList(() => (this.is('(') ? this.subQuery() : this.path()));
    this.expect('FROM');
    const object = this.path().join('.');
    const where = this.taken('WHERE') ? this.condition() : null;
    const orderBy = this.taken('ORDER') ? this.order() : [];
    const limit = this.taken('LIMIT') ? this.count() : null;
    return { columns, object, where, orderBy, limit };
  }

  end(): void {
    if (this.at < this.words.length) throw this.unexpected();
  }

  private subQuery(): SubQuery {
    this.expect('(');
    this.expect('SELECT');
    const columns = this.commaList(() => this.path());
    this.expect('FROM');
    const relation = this.path().join('.');
    this.expect(')');
    return { columns, relation };
  }

  private order(): Query['orderBy'] {
    this.expect('BY');
    return this.commaList(() => {
      const path = this.path();
      const descending = this.taken('DESC');
      if (!descending) this.taken('ASC');
      return { path, descending };
    });
  }

  private count(): number {
    const { kind, text } = this.take();
    if (kind !== 'number' || !/^\d+$/.test(text)) throw malformed(`unexpected token: '${text}'`);
    return Number(text);
  }

  /** AND and OR may not be mixed without parentheses: the vendor refuses to guess which binds first. */
  private condition(): Condition {
    const terms = [this.term()];
    const kind = this.is('OR') ? 'or' : 'and';
    while (this.taken(kind.toUpperCase())) terms.push(this.term());
    if (this.is('AND') || this.is('OR')) throw this.unexpected();
    return terms.length === 1 ? terms[0]! : { kind, terms };
  }

  private term(): Condition {
    if (this.taken('(')) {
      const inner = this.condition();
      this.expect(')');
      return inner;
    }
    const path = this.path();
    const { text } = this.take();
    const operator = operators.find((candidate) => candidate === text.toUpperCase());
    if (!operator) throw malformed(`unexpected token: '${text}'`);
    if (operator !== 'IN') return { kind: 'compare', path, operator, literals: [this.literal()] };
    this.expect('(');
    const literals = this.commaList(() => this.literal());
    this.expect(')');
    return { kind: 'compare', path, operator, literals };
  }

  private literal(): Token {
    const word = this.take();
    const isConstant = word.kind === 'word' && /^(true|false|null)$/i.test(word.text);
    if (word.kind === 'symbol' || (word.kind === 'word' && !isConstant))
      throw malformed(`unexpected token: '${word.text}'`);
    return word;
  }

  private path(): string[] {
    const { kind, text } = this.take();
    if (kind !== 'word') throw malformed(`unexpected token: '${text}'`);
    return text.split('.');
  }

  private commaList<T>(item: () => T): T[] {
    const items = [item()];
    while (this.taken(',')) items.push(item());
    return items;
  }

  private is(text: string): boolean {
    const next = this.words[this.at];
    return next !== undefined && next.kind !== 'string' && next.text.toUpperCase() === text;
  }

  private taken(text: string): boolean {
    if (!this.is(text)) return false;
    this.at += 1;
    return true;
  }

  private expect(text: string): void {
    if (!this.taken(text)) throw this.unexpected();
  }

  private take(): Token {
    const next = this.words[this.at];
    if (!next) throw this.unexpected();
    this.at += 1;
    return next;
  }

  private unexpected(): Error {
    return malformed(`unexpected token: '${this.words[this.at]?.text ?? '<EOF>'}'`);
  }
}
