import { SalesforceError } from './errors.js';

/** A parsed SELECT; paths are split at their dots. */
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

export type Literal = string | number | boolean | null | { moment: string };
export type Condition =
  | { kind: 'and' | 'or'; terms: Condition[] }
  | { kind: 'compare'; path: string[]; operator: string; value: Literal | Literal[] };

const token =
  /\s*(?:('(?:[^'\\]|\\.)*')|(\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2}))|(\d{4}-\d{2}-\d{2})|(-?\d+(?:\.\d+)?)|([A-Za-z_][\w.]*)|(<=|>=|!=|<>|[=<>(),]))/y;

interface Token {
  kind: 'string' | 'moment' | 'date' | 'number' | 'word' | 'symbol';
  text: string;
}

const kinds = ['string', 'moment', 'date', 'number', 'word', 'symbol'] as const;

function tokens(text: string): Token[] {
  const found: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.trimEnd().length) {
    const at = token.lastIndex;
    const match = token.exec(text);
    if (!match) throw malformed(`unexpected token: '${text.slice(at).trim().split(/\s/)[0]}'`);
    const index = match.slice(1).findIndex((group) => group !== undefined);
    found.push({ kind: kinds[index]!, text: match[index + 1]! });
  }
  return found;
}

const malformed = (message: string): SalesforceError => new SalesforceError(400, 'MALFORMED_QUERY', message);

/** Parses the part of SOQL this org answers; anything else is MALFORMED_QUERY, never a guess. */
export function parse(text: string): Query {
  const list = tokens(text);
  let at = 0;

  const peek = (): Token | undefined => list[at];
  const isWord = (word: string): boolean => peek()?.kind === 'word' && peek()!.text.toUpperCase() === word;
  const isSymbol = (symbol: string): boolean => peek()?.kind === 'symbol' && peek()!.text === symbol;
  const take = (): Token => {
    const next = list[at];
    if (!next) throw malformed('unexpected end of query');
    at += 1;
    return next;
  };
  const expect = (test: boolean): void => {
    if (!test) throw malformed(`unexpected token: '${peek()?.text ?? '<EOF>'}'`);
    at += 1;
  };
  const path = (): string[] => {
    const next = take();
    if (next.kind !== 'word') throw malformed(`unexpected token: '${next.text}'`);
    return next.text.split('.');
  };

  const query = select();
  if (at < list.length) throw malformed(`unexpected token: '${peek()!.text}'`);
  return query;

  function select(): Query {
    expect(isWord('SELECT'));
    const columns = commaList(() => (isSymbol('(') ? subQuery() : path()));
    expect(isWord('FROM'));
    const object = path().join('.');
    const where = isWord('WHERE') ? (expect(true), or()) : null;
    const orderBy = isWord('ORDER') ? order() : [];
    const limit = isWord('LIMIT') ? (expect(true), Number(take().text)) : null;
    return { columns, object, where, orderBy, limit };
  }

  function subQuery(): SubQuery {
    expect(isSymbol('('));
    expect(isWord('SELECT'));
    const columns = commaList(path);
    expect(isWord('FROM'));
    const relation = path().join('.');
    expect(isSymbol(')'));
    return { columns, relation };
  }

  function commaList<T>(item: () => T): T[] {
    const items = [item()];
    while (isSymbol(',')) {
      at += 1;
      items.push(item());
    }
    return items;
  }

  function order(): Query['orderBy'] {
    expect(isWord('ORDER'));
    expect(isWord('BY'));
    return commaList(() => {
      const by = path();
      const descending = isWord('DESC');
      if (isWord('ASC') || isWord('DESC')) at += 1;
      return { path: by, descending };
    });
  }

  function or(): Condition {
    const terms = [and()];
    while (isWord('OR')) {
      at += 1;
      terms.push(and());
    }
    return terms.length === 1 ? terms[0]! : { kind: 'or', terms };
  }

  function and(): Condition {
    const terms = [comparison()];
    while (isWord('AND')) {
      at += 1;
      terms.push(comparison());
    }
    return terms.length === 1 ? terms[0]! : { kind: 'and', terms };
  }

  function comparison(): Condition {
    if (isSymbol('(')) {
      at += 1;
      const inner = or();
      expect(isSymbol(')'));
      return inner;
    }
    const field = path();
    const operator = take().text.toUpperCase();
    if (!['=', '!=', '<>', '<', '<=', '>', '>=', 'LIKE', 'IN'].includes(operator))
      throw malformed(`unexpected token: '${operator}'`);
    if (operator !== 'IN') return { kind: 'compare', path: field, operator, value: literal() };
    expect(isSymbol('('));
    const value = commaList(literal);
    expect(isSymbol(')'));
    return { kind: 'compare', path: field, operator, value };
  }

  function literal(): Literal {
    const next = take();
    switch (next.kind) {
      case 'string':
        return next.text.slice(1, -1).replace(/\\(.)/g, '$1');
      case 'moment':
        return { moment: next.text };
      case 'date':
        return next.text;
      case 'number':
        return Number(next.text);
      default:
        return keyword(next);
    }
  }

  function keyword({ text }: Token): Literal {
    const word = text.toUpperCase();
    if (word === 'TRUE' || word === 'FALSE') return word === 'TRUE';
    if (word === 'NULL') return null;
    throw malformed(`unexpected token: '${text}'`);
  }
}
