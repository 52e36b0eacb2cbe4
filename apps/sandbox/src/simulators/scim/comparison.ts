import { badRequest } from './errors.js';
import { type AttributePath, isNode } from './paths.js';

export type Literal = string | number | boolean | null;
export type Comparison = (found: unknown[]) => boolean;

const exact = ['id', 'externalid', 'location', 'version', '$ref'];
const moments = ['created', 'lastmodified'];
const tests: Record<string, (a: string | number, b: string | number) => boolean> = {
  co: (a, b) => String(a).includes(String(b)),
  sw: (a, b) => String(a).startsWith(String(b)),
  ew: (a, b) => String(a).endsWith(String(b)),
  gt: (a, b) => a > b,
  ge: (a, b) => a >= b,
  lt: (a, b) => a < b,
  le: (a, b) => a <= b,
};

export const operators = ['eq', 'ne', ...Object.keys(tests)];

/** Compares what a path leads to: text without case unless the attribute is exact, moments as moments. */
export function comparison(path: AttributePath, operator: string, expected: Literal): Comparison {
  const key = keyFor(path);
  const wanted = key(expected);
  if (operator === 'eq')
    return (found) => (found.length === 0 ? wanted === null : found.some((v) => key(v) === wanted));
  // What has no value is not identical to any.
  if (operator === 'ne')
    return (found) => (found.length === 0 ? wanted !== null : found.some((v) => key(v) !== wanted));
  if (typeof wanted !== 'string' && typeof wanted !== 'number')
    throw badRequest('invalidFilter', `${operator} cannot compare with ${String(expected)}`);
  return (found) =>
    found.some((value) => {
      const actual = key(value);
      return typeof actual === typeof wanted && tests[operator]!(actual as string | number, wanted);
    });
}

function keyFor({ attribute = '', sub }: AttributePath): (value: unknown) => unknown {
  const name = (sub ?? attribute).toLowerCase();
  if (moments.includes(name)) return moment;
  return (value) => {
    // Several values with a kind are compared by what they are, not by the kind.
    const plain = isNode(value) ? value.value : value;
    return typeof plain === 'string' && !exact.includes(name) ? plain.toLowerCase() : plain;
  };
}

function moment(value: unknown): number | null {
  if (value === null) return null;
  const at = typeof value === 'string' ? Date.parse(value) : NaN;
  if (Number.isNaN(at)) throw badRequest('invalidFilter', `"${String(value)}" is not a date-time`);
  return at;
}
