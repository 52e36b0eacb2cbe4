import { badQuery } from './errors.js';

export interface Query {
  $filter?: string;
  $select?: string;
  $top?: string;
  $orderby?: string;
  $skiptoken?: string;
}

export type Operator = 'eq' | 'gt' | 'lt' | 'contains' | 'startswith';

const comparison = /^([\w/]+)\s+(\w+)\s+(?:'((?:[^']|'')*)'|(\S+))$/;
const call = /^(\w+)\(([\w/]+),\s*'((?:[^']|'')*)'\)$/;

const compare: Record<Operator, (value: string, wanted: string) => boolean> = {
  eq: (value, wanted) => value === wanted,
  gt: (value, wanted) => value > wanted,
  lt: (value, wanted) => value < wanted,
  contains: (value, wanted) => value.includes(wanted),
  startswith: (value, wanted) => value.startsWith(wanted),
};

/** Conditions joined by `and`; values are case-sensitive, names are not. Only these operators are taken. */
export function parseFilter(text: string, operators: Operator[]): (record: object) => boolean {
  const conditions = text
    .trim()
    .split(/\s+and\s+(?=(?:[^']*'[^']*')*[^']*$)/)
    .map((part) => {
      const [, left = '', operator = '', quoted, bare = ''] = comparison.exec(part) ?? reordered(call.exec(part));
      const found = operators.find((one) => one === operator.toLowerCase());
      if (!found) throw badQuery(`Invalid filter clause: ${part}`);
      return { steps: left.split('/'), operator: found, wanted: quoted?.replaceAll("''", "'") ?? bare };
    });
  return (record) =>
    conditions.every(({ steps, operator, wanted }) => {
      const value = valueAt(record, steps);
      return value !== undefined && value !== null && compare[operator](textOf(value), textOf(wanted));
    });
}

/** `contains(path,'x')` in the order of `path contains 'x'`. */
const reordered = (match: RegExpExecArray | null): (string | undefined)[] =>
  match ? [match[0], match[2], match[1], match[3]] : [];

function valueAt(record: unknown, [step, ...rest]: string[]): unknown {
  if (step === undefined) return record;
  if (typeof record !== 'object' || record === null) return undefined;
  const entry = Object.entries(record).find(([name]) => name.toLowerCase() === step.toLowerCase());
  return valueAt(entry?.[1], rest);
}

/** Moments compare as text once their fractions are as long. */
const textOf = (value: unknown): string =>
  String(value).replace(
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?Z$/,
    (_whole, seconds: string, fraction = '') => `${seconds}.${String(fraction).padEnd(7, '0')}Z`,
  );

/** A page of a collection; the next one begins behind the last record of this, whatever is new by then. */
export function page<T extends { id: string }>(
  records: T[],
  { query, path, origin, most, size }: { query: Query; path: string; origin: string; most: number; size: number },
): { '@odata.context': string; '@odata.nextLink'?: string; value: T[] } {
  const top = query.$top === undefined ? size : Number(query.$top);
  if (!Number.isInteger(top) || top < 1 || top > most) throw badQuery(`Invalid page size specified: '${query.$top}'.`);
  const begin = query.$skiptoken === undefined ? 0 : records.findIndex(({ id }) => id === query.$skiptoken) + 1;
  const value = records.slice(begin, begin + top);
  const context = `${origin}/v1.0/$metadata#${path}`;
  if (begin + top >= records.length) return { '@odata.context': context, value };
  const next = new URLSearchParams({ ...query, $skiptoken: value.at(-1)!.id });
  return { '@odata.context': context, '@odata.nextLink': `${origin}/v1.0/${path}?${next.toString()}`, value };
}
