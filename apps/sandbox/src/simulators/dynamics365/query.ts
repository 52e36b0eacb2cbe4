import { type EntitySet, isOfCompany, type Row } from './edm.js';
import { badQuery, unknownProperty } from './errors.js';
import { homeCompany } from './company.js';
import { type Matcher, parseFilter } from './filter.js';
import { comparable } from './values.js';

export interface Query {
  select: string[];
  matches: Matcher;
  orderBy: { name: string; descending: boolean }[];
  top?: number;
  skip: number;
  /** Where the server's own paging goes on. */
  from: number;
  count: boolean;
}

const known = ['$filter', '$select', '$orderby', '$top', '$skip', '$count', '$skiptoken', '$expand', '$format'];

/** The query options of a request; names without a dollar are passed over, except `cross-company`. */
export function queryOf(set: EntitySet, asked: URLSearchParams): Query {
  const stray = [...asked.keys()].find((name) => name.startsWith('$') && !known.includes(name));
  if (stray) throw badQuery(`The query parameter '${stray}' is not supported.`);
  const [expanded] = wordsOf(asked.get('$expand'));
  if (expanded) throw unknownProperty(expanded, set.type);
  const filter = asked.get('$filter');
  const top = wholeNumber('$top', asked.get('$top'));
  return {
    select: selectionOf(set, asked),
    matches: filter === null ? () => true : parseFilter(set, filter),
    orderBy: wordsOf(asked.get('$orderby')).map((term) => orderOf(set, term)),
    ...(top !== undefined && { top }),
    skip: wholeNumber('$skip', asked.get('$skip')) ?? 0,
    from: wholeNumber('$skiptoken', asked.get('$skiptoken')) ?? 0,
    count: asked.get('$count') === 'true',
  };
}

export function selectionOf(set: EntitySet, asked: URLSearchParams): string[] {
  const select = wordsOf(asked.get('$select')).filter((name) => name !== '*');
  for (const name of select) if (!set.properties[name]) throw unknownProperty(name, set.type);
  return select;
}

/**
 * Whether a request sees a row: one of another company than the user's own only across companies. Assumption,
 * unconfirmed by the vendor: an address that names the company is no exception.
 */
export const isInSight = (set: EntitySet, row: Row, asked: URLSearchParams): boolean =>
  !isOfCompany(set) || row.dataAreaId === homeCompany || /^true$/i.test(asked.get('cross-company') ?? '');

const wordsOf = (text: string | null): string[] =>
  (text ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

function orderOf(set: EntitySet, term: string): { name: string; descending: boolean } {
  const [name = '', direction = 'asc'] = term.split(/\s+/);
  if (!set.properties[name]) throw unknownProperty(name, set.type);
  if (direction !== 'asc' && direction !== 'desc') throw badQuery(`Syntax error in '${term}' of $orderby.`);
  return { name, descending: direction === 'desc' };
}

function wholeNumber(name: string, text: string | null): number | undefined {
  if (text === null) return undefined;
  if (!/^\d+$/.test(text)) throw badQuery(`Invalid value '${text}' for ${name}.`);
  return Number(text);
}

export function compareBy(set: EntitySet, orderBy: Query['orderBy']): (left: Row, right: Row) => number {
  return (left, right) => {
    for (const { name, descending } of orderBy) {
      const property = set.properties[name]!;
      const [a, b] = [comparable(property, left, name), comparable(property, right, name)];
      if (a !== b) return (a < b ? -1 : 1) * (descending ? -1 : 1);
    }
    return 0;
  };
}
