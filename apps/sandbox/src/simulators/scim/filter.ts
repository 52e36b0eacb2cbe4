import { ScimError } from './errors.js';

/** A SCIM filter over resources with attribute paths such as `name.givenName`. */
export type Matcher = (resource: object) => boolean;

const token = /\s*("(?:[^"\\]|\\.)*"|[()]|[^\s()]+)/y;
const comparisons = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'];

/** Parses a filter; attribute names and operators are case-insensitive. */
export function parseFilter(text: string): Matcher {
  const tokens = tokensOf(text);
  let at = 0;
  const peek = (): string => (tokens[at] ?? '').toLowerCase();
  const matcher = or();
  if (at < tokens.length) throw invalid(tokens[at]!);
  return matcher;

  function or(): Matcher {
    let left = and();
    while (peek() === 'or') {
      at += 1;
      const [a, b] = [left, and()];
      left = (resource) => a(resource) || b(resource);
    }
    return left;
  }

  function and(): Matcher {
    let left = term();
    while (peek() === 'and') {
      at += 1;
      const [a, b] = [left, term()];
      left = (resource) => a(resource) && b(resource);
    }
    return left;
  }

  function term(): Matcher {
    if (peek() === 'not') {
      at += 1;
      const inner = term();
      return (resource) => !inner(resource);
    }
    if (peek() === '(') {
      at += 1;
      const inner = or();
      if (tokens[at++] !== ')') throw invalid('missing )');
      return inner;
    }
    const path = tokens[at++];
    const operator = (tokens[at++] ?? '').toLowerCase();
    if (!path) throw invalid('an attribute is missing');
    if (operator === 'pr') return (resource) => values(resource, path).some((value) => value !== '' && value !== null);
    if (!comparisons.includes(operator)) throw invalid(operator);
    const expected = literal(tokens[at++]);
    return (resource) => values(resource, path).some((value) => compare(value, operator, expected));
  }
}

function tokensOf(text: string): string[] {
  const found: string[] = [];
  token.lastIndex = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) found.push(match[1]!);
  return found;
}

const invalid = (at: string): ScimError => new ScimError(400, `The filter cannot be read at "${at}"`, 'invalidFilter');

function literal(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '') as unknown;
  } catch {
    throw invalid(text ?? 'the end');
  }
}

/** Every value an attribute path leads to; a URN prefix names an extension. */
export function values(resource: object, path: string): unknown[] {
  const urn = /^(urn:.+:User):(.+)$/i.exec(path);
  const steps = urn ? [urn[1]!, ...urn[2]!.split('.')] : path.split('.');
  return steps.reduce<unknown[]>((nodes, step) => nodes.flatMap((node) => child(node, step)), [resource]);
}

function child(node: unknown, name: string): unknown[] {
  if (!node || typeof node !== 'object') return [];
  const key = Object.keys(node).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  const value = key === undefined ? undefined : (node as Record<string, unknown>)[key];
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

function compare(actual: unknown, operator: string, expected: unknown): boolean {
  const [a, b] = [fold(actual), fold(expected)];
  if (operator === 'eq') return a === b;
  if (operator === 'ne') return a !== b;
  if (typeof a !== 'string' || typeof b !== 'string') return false;
  const answers: Record<string, boolean> = {
    co: a.includes(b),
    sw: a.startsWith(b),
    ew: a.endsWith(b),
    gt: a > b,
    ge: a >= b,
    lt: a < b,
    le: a <= b,
  };
  return answers[operator] ?? false;
}

const fold = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);
