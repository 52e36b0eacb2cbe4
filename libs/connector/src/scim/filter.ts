import { refusal } from './refusals.js';

/** One comparison of a filter; all of a filter's hold together. */
export interface Condition {
  path: string;
  value: string | boolean;
}

const condition = /\s*([\w.$:-]+(?:\[[^\]]{1,200}\])?(?:\.\w+)?)\s+(\w+)\s+("(?:[^"\\]|\\.)*"|\w+)\s*/iy;
const and = /and\s+/iy;

/**
 * Reads what identity platforms are documented to send: comparisons with `eq`, joined by `and`. Throws a Failure
 * (`invalidFilter`) for the rest of RFC 7644's language.
 */
export function conditionsOf(filter: string): Condition[] {
  const found: Condition[] = [];
  for (let at = 0; at < filter.length || found.length === 0;) {
    condition.lastIndex = at;
    const [matched, path, operator, literal] = condition.exec(filter) ?? [];
    if (!matched || operator!.toLowerCase() !== 'eq') throw unreadable(filter);
    found.push({ path: path!, value: valueOf(literal!, filter) });
    at += matched.length;
    if (at === filter.length) break;
    and.lastIndex = at;
    at += and.exec(filter)?.[0].length ?? NaN;
    if (Number.isNaN(at) || at === filter.length) throw unreadable(filter);
  }
  return found;
}

function valueOf(literal: string, filter: string): string | boolean {
  if (/^(true|false)$/i.test(literal)) return literal.toLowerCase() === 'true';
  if (!literal.startsWith('"')) throw unreadable(filter);
  try {
    return JSON.parse(literal) as string;
  } catch {
    throw unreadable(filter);
  }
}

const unreadable = (filter: string) =>
  refusal('invalidFilter', `the filter ${filter.slice(0, 200)} is not made of comparisons with eq, joined by and`);
