import type { World } from '../../core/simulator.js';
import { NetsuiteError } from './errors.js';
import { recordTypes, type Stored } from './record-types.js';

/** Tables of the query language and the record type behind each. */
const tables: Record<string, { type: string; only?: (record: Stored) => boolean }> = {
  customer: { type: 'customer' },
  job: { type: 'job' },
  employee: { type: 'employee' },
  department: { type: 'department' },
  subsidiary: { type: 'subsidiary' },
  currency: { type: 'currency' },
  timebill: { type: 'timeBill' },
  transaction: { type: 'invoice' },
};

/** Columns whose name differs from the record's field. */
const renamed: Record<string, string> = {
  foreigntotal: 'total',
  foreignamountunpaid: 'amountRemaining',
  trandate: 'tranDate',
};

interface Column {
  source: string;
  display: boolean;
  alias: string;
}

type Test = (row: Stored) => boolean;

const invalid = (detail: string): NetsuiteError =>
  new NetsuiteError(
    400,
    'INVALID_PARAMETER',
    `Invalid search query. Detailed unprocessed description follows. ${detail}`,
  );

const token = /\s*('(?:[^']|'')*'|\d+(?:\.\d+)?|[A-Za-z_][\w.]*|<=|>=|!=|<>|[=<>(),*])/y;

/** Answers a SELECT over one table; what this account cannot parse is refused, never guessed. */
export function runSuiteQl(world: World, text: string): object[] {
  const tokens = tokensOf(text);
  let at = 0;
  const upper = (): string => (tokens[at] ?? '').toUpperCase();
  const expect = (word: string): void => {
    if (upper() !== word) throw invalid(`Expected ${word} near "${tokens[at] ?? 'end'}"`);
    at += 1;
  };
  const accept = (word: string): boolean => {
    if (upper() !== word) return false;
    at += 1;
    return true;
  };
  const list = <T>(item: () => T): T[] => {
    const items = [item()];
    while (accept(',')) items.push(item());
    return items;
  };

  expect('SELECT');
  const columns = list(column);
  expect('FROM');
  const name = tokens[at++]!.toLowerCase();
  const table = tables[name];
  if (!table) throw invalid(`Record '${name}' was not found.`);
  const test = accept('WHERE') ? or() : () => true;
  const order = accept('ORDER') ? (expect('BY'), list(orderItem)) : [];
  if (at < tokens.length) throw invalid(`Unexpected "${tokens[at]}"`);
  const found = world.store.list<Stored>(table.type).filter(test);
  return found.sort(by(order)).map((row) => output(row));

  function column(): Column {
    const display = upper() === 'BUILTIN.DF';
    if (display) at += 1;
    const formatted = !display && upper() === 'TO_CHAR';
    if (formatted) at += 1;
    const parens = display || formatted;
    if (parens) expect('(');
    const source = fieldName(tokens[at++]!);
    if (formatted && accept(',')) at += 1;
    if (parens) expect(')');
    accept('AS');
    const next = tokens[at] ?? '';
    const alias = /^[A-Za-z_]\w*$/.test(next) && upper() !== 'FROM' ? tokens[at++]! : source;
    return { source, display, alias: alias.toLowerCase() };
  }

  function orderItem(): { source: string; descending: boolean } {
    const source = fieldName(tokens[at++]!);
    const descending = accept('DESC');
    if (!descending) accept('ASC');
    return { source, descending };
  }

  function or(): Test {
    let left = and();
    while (accept('OR')) {
      const [a, b] = [left, and()];
      left = (row) => a(row) || b(row);
    }
    return left;
  }

  function and(): Test {
    let left = comparison();
    while (accept('AND')) {
      const [a, b] = [left, comparison()];
      left = (row) => a(row) && b(row);
    }
    return left;
  }

  function comparison(): Test {
    if (accept('(')) {
      const inner = or();
      expect(')');
      return inner;
    }
    const source = fieldName(tokens[at++]!);
    // The type column of `transaction` is the kind of record, of which this account keeps invoices only.
    const valueOf =
      source === 'type' && name === 'transaction' ? () => 'CustInvc' : (row: Stored) => scalar(row, source);
    if (accept('IS')) {
      const negated = accept('NOT');
      expect('NULL');
      return (row) => (valueOf(row) === null) !== negated;
    }
    if (accept('IN')) {
      expect('(');
      const wanted = list(literal);
      expect(')');
      return (row) => wanted.includes(valueOf(row) ?? '');
    }
    const operator = tokens[at++]!.toUpperCase();
    const expected = literal();
    return (row) => holds(valueOf(row), operator, expected);
  }

  function literal(): string {
    if (upper() === 'TO_DATE' || upper() === 'TO_TIMESTAMP') {
      at += 1;
      expect('(');
      const value = literal().replace(' ', 'T');
      if (accept(',')) at += 1;
      expect(')');
      return value;
    }
    const text = tokens[at++] ?? '';
    if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'");
    if (/^\d/.test(text)) return text;
    throw invalid(`Unexpected "${text}"`);
  }

  function output(row: Stored): object {
    const cells = columns
      .map(({ source, display, alias }) => [alias, display ? shownName(row, source) : scalar(row, source)] as const)
      .filter(([, value]) => value !== null);
    return { links: [], ...Object.fromEntries(cells) };
  }

  function shownName(row: Stored, source: string): string | null {
    const field = fieldOf(row, source);
    const target = recordTypes[table!.type]!.references[field];
    const found = target ? world.store.get<Stored>(target, String(row[field])) : undefined;
    return found ? recordTypes[target!]!.name(found) : scalar(row, source);
  }
}

function tokensOf(text: string): string[] {
  const found: string[] = [];
  token.lastIndex = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) found.push(match[1]!);
  return found;
}

/** `t.companyName` → `companyname` */
const fieldName = (text: string): string => text.split('.').at(-1)!.toLowerCase();

const fieldOf = (row: Stored, source: string): string =>
  renamed[source] ?? Object.keys(row).find((field) => field.toLowerCase() === source) ?? source;

/** Values come back as text; booleans as T and F. */
function scalar(row: Stored, source: string): string | null {
  const value = row[fieldOf(row, source)];
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 'T' : 'F';
  return typeof value === 'object' ? null : String(value);
}

function holds(actual: string | null, operator: string, expected: string): boolean {
  if (actual === null) return false;
  const order =
    /^\d+$/.test(actual) && /^\d+$/.test(expected)
      ? Number(actual) - Number(expected)
      : actual < expected
        ? -1
        : actual > expected
          ? 1
          : 0;
  const answers: Record<string, boolean> = {
    '=': order === 0,
    '!=': order !== 0,
    '<>': order !== 0,
    '<': order < 0,
    '<=': order <= 0,
    '>': order > 0,
    '>=': order >= 0,
    LIKE: new RegExp(`^${expected.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('%', '.*')}$`, 'i').test(actual),
  };
  const answer = answers[operator];
  if (answer === undefined) throw invalid(`Unexpected operator "${operator}"`);
  return answer;
}

const by =
  (order: { source: string; descending: boolean }[]) =>
  (a: Stored, b: Stored): number => {
    for (const { source, descending } of order) {
      const [x, y] = [scalar(a, source) ?? '', scalar(b, source) ?? ''];
      const result = x.localeCompare(y, 'en', { numeric: true });
      if (result !== 0) return descending ? -result : result;
    }
    return 0;
  };
