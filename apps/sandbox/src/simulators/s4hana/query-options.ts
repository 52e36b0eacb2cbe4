import type { EntitySet, Row } from './edm.js';
import { invalidSyntax, optionsNotAllowed, unknownProperty } from './errors.js';
import { type Matcher, parseFilter } from './filter.js';
import type { Service } from './service.js';

/** Which parts of an entity are shown. */
export interface View {
  select?: string[];
  expand: string[];
}

export interface Query extends View {
  matches: Matcher;
  orderBy: { name: string; descending: boolean }[];
  top?: number;
  skip: number;
  /** Where the server's own paging goes on. */
  from: number;
  count: boolean;
}

const forOne = ['$select', '$expand', '$format'];
const forMany = [...forOne, '$filter', '$orderby', '$top', '$skip', '$skiptoken', '$inlinecount'];

/** The system query options of a request for one entity. */
export function viewOf(service: Service, set: EntitySet, asked: URLSearchParams): View {
  refuseOthers(asked, forOne);
  const select = wordsOf(asked.get('$select'));
  const expand = wordsOf(asked.get('$expand'));
  for (const path of expand) checkPath(service, set, path);
  for (const name of select) {
    if (name !== '*' && !set.properties[name] && !name.startsWith('to_')) throw unknownProperty(name, set.type);
  }
  return select.length > 0 && !select.includes('*') ? { select, expand } : { expand };
}

/** The system query options of a request for many; what the set does not support it passes over in silence. */
export function queryOf(service: Service, set: EntitySet, given: URLSearchParams): Query {
  refuseOthers(given, forMany);
  const asked = new URLSearchParams([...given].filter(([name]) => !set.ignores?.includes(name)));
  const shown = new URLSearchParams([...asked].filter(([name]) => forOne.includes(name)));
  const filter = asked.get('$filter');
  const top = wholeNumber('$top', asked.get('$top'));
  const inlineCount = asked.get('$inlinecount') ?? 'none';
  if (!['none', 'allpages'].includes(inlineCount)) throw invalidSyntax(`Invalid $inlinecount '${inlineCount}'`);
  return {
    ...viewOf(service, set, shown),
    matches: filter === null ? () => true : parseFilter(set, filter),
    orderBy: wordsOf(asked.get('$orderby')).map((term) => orderOf(set, term)),
    ...(top !== undefined && { top }),
    skip: wholeNumber('$skip', asked.get('$skip')) ?? 0,
    from: wholeNumber('$skiptoken', asked.get('$skiptoken')) ?? 0,
    count: inlineCount === 'allpages',
  };
}

const wordsOf = (text: string | null): string[] =>
  (text ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** Options without a dollar, such as `sap-client`, are the host's own. */
function refuseOthers(asked: URLSearchParams, allowed: string[]): void {
  const strays = [...new Set(asked.keys())].filter((name) => name.startsWith('$') && !allowed.includes(name));
  const unknown = strays.filter((name) => !forMany.includes(name));
  if (unknown.length > 0) throw invalidSyntax(`Invalid system query option '${unknown[0]}'`);
  if (strays.length > 0) throw optionsNotAllowed(strays);
}

/** `to_A/to_B`, each a navigation of the type before it. */
function checkPath(service: Service, set: EntitySet, path: string): void {
  let at = set;
  for (const step of path.split('/')) {
    const navigation = at.navigations[step];
    if (!navigation) throw unknownProperty(step, at.type);
    at = service.sets[navigation.to]!;
  }
}

function orderOf(set: EntitySet, term: string): { name: string; descending: boolean } {
  const [name = '', direction = 'asc', ...rest] = term.split(/\s+/);
  const property = set.properties[name];
  if (!property) throw unknownProperty(name, set.type);
  if (!property.sortable || !['asc', 'desc'].includes(direction) || rest.length > 0) {
    throw invalidSyntax(`Invalid $orderby '${term}'`);
  }
  return { name, descending: direction === 'desc' };
}

function wholeNumber(name: string, text: string | null): number | undefined {
  if (text === null) return undefined;
  if (!/^\d+$/.test(text)) throw invalidSyntax(`Invalid value '${text}' for ${name}`);
  return Number(text);
}

/** For sorting by the options of a request. */
export function compareBy(orderBy: Query['orderBy']): (left: Row, right: Row) => number {
  return (left, right) => {
    for (const { name, descending } of orderBy) {
      const [a, b] = [left[name] ?? '', right[name] ?? ''];
      if (a !== b) return (a < b ? -1 : 1) * (descending ? -1 : 1);
    }
    return 0;
  };
}
