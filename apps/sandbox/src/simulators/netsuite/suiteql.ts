import { preferredFormat, readDate } from './suiteql-dates.js';
import { tokens, unsupported } from './suiteql-tokens.js';
import { Words } from './suiteql-words.js';

/** A SELECT over one table; names are in lower case, which is how the vendor answers them. */
export interface Query {
  columns: Selected[];
  table: string;
  /** What the query calls the table. */
  alias: string;
  where: Condition | null;
  orderBy: { name: Name; descending: boolean }[];
}

/** A column, and the table it is said to be of. */
export interface Name {
  of?: string;
  column: string;
}

export interface Selected {
  name: Name;
  /** `name` is what BUILTIN.DF shows, a format what TO_CHAR shows. */
  as: 'value' | 'name' | { format: string };
  label: string;
}

export type Literal = { kind: 'text'; value: string } | { kind: 'number' | 'moment'; value: number };

const operators = ['=', '!=', '<>', '<', '<=', '>', '>=', 'LIKE'] as const;
export type Operator = (typeof operators)[number];

export interface Combination {
  kind: 'and' | 'or';
  terms: Condition[];
}

/** What is said of one column. */
export type Claim =
  | { kind: 'compare'; name: Name; operator: Operator; literal: Literal }
  | { kind: 'in'; name: Name; negated: boolean; literals: Literal[] }
  | { kind: 'null'; name: Name; negated: boolean };

export type Condition = Combination | Claim;

/** Reads the part of SuiteQL this account answers; anything else is refused, never guessed. */
export function parse(text: string): Query {
  const reader = new Reader(tokens(text));
  const query = reader.select();
  reader.end();
  return query;
}

class Reader extends Words {
  private unnamed = 0;

  select(): Query {
    this.expect('SELECT');
    const columns = this.commaList(() => this.selected());
    this.expect('FROM');
    const table = this.word();
    const alias = this.label() ?? table;
    const where = this.taken('WHERE') ? this.or() : null;
    const orderBy = this.taken('ORDER') ? this.order() : [];
    return { columns, table, alias, where, orderBy };
  }

  /** Assumption, unconfirmed by the vendor: expressions without a name of their own are called expr1, expr2. */
  private selected(): Selected {
    if (this.taken('BUILTIN.DF')) {
      const name = this.inParentheses(() => this.name());
      return { name, as: 'name', label: this.label() ?? `expr${(this.unnamed += 1)}` };
    }
    if (this.taken('TO_CHAR')) {
      const [name, format] = this.inParentheses(() => [this.name(), this.taken(',') ? this.text() : preferredFormat]);
      return { name, as: { format }, label: this.label() ?? `expr${(this.unnamed += 1)}` };
    }
    const name = this.name();
    return { name, as: 'value', label: this.label() ?? name.column };
  }

  private label(): string | null {
    if (this.taken('AS')) return this.word();
    const { kind, text } = this.ahead;
    return kind === 'word' && !reserved.includes(text.toUpperCase()) ? this.word() : null;
  }

  private order(): Query['orderBy'] {
    this.expect('BY');
    return this.commaList(() => {
      const name = this.name();
      const descending = this.taken('DESC');
      if (!descending) this.taken('ASC');
      return { name, descending };
    });
  }

  private or(): Condition {
    const terms = [this.and()];
    while (this.taken('OR')) terms.push(this.and());
    return terms.length === 1 ? terms[0]! : { kind: 'or', terms };
  }

  private and(): Condition {
    const terms = [this.term()];
    while (this.taken('AND')) terms.push(this.term());
    return terms.length === 1 ? terms[0]! : { kind: 'and', terms };
  }

  private term(): Condition {
    if (this.is('(')) return this.inParentheses(() => this.or());
    const name = this.name();
    if (this.taken('IS')) {
      const negated = this.taken('NOT');
      this.expect('NULL');
      return { kind: 'null', name, negated };
    }
    const negated = this.taken('NOT');
    if (negated && !this.is('IN')) throw this.unexpected();
    if (this.taken('IN')) {
      return { kind: 'in', name, negated, literals: this.inParentheses(() => this.commaList(() => this.literal())) };
    }
    const operator = operators.find((candidate) => this.taken(candidate));
    if (!operator) throw this.unexpected();
    return { kind: 'compare', name, operator, literal: this.literal() };
  }

  private literal(): Literal {
    if (this.taken('TO_DATE') || this.taken('TO_TIMESTAMP')) {
      const value = this.inParentheses(() => readDate(this.text(), this.taken(',') ? this.text() : preferredFormat));
      return { kind: 'moment', value };
    }
    if (this.ahead.kind === 'number') return { kind: 'number', value: Number(this.take('number')) };
    return { kind: 'text', value: this.text() };
  }

  private name(): Name {
    const [first, second, ...rest] = this.word().split('.');
    if (rest.length > 0) throw unsupported(rest.join('.'));
    return second === undefined ? { column: first! } : { of: first!, column: second };
  }
}

/** Words that end a column or a table and so are nobody's name. */
const reserved = 'FROM WHERE ORDER GROUP HAVING UNION JOIN INNER LEFT RIGHT FULL CROSS ON AND OR FETCH OFFSET'.split(
  ' ',
);
