import type { FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { invalidParameter } from './errors.js';

const largestPage = 1000;
const mostPages = 1000;
/** Without SuiteAnalytics Connect no query reaches further. */
const furthestRow = 100_000;

/** The slice of its rows a request asks for. */
export interface Page {
  limit: number;
  offset: number;
}

/** Assumption, unconfirmed by the vendor: an offset off the page's edge and a page too large are refused. */
export function pageOf(query: Record<string, string | undefined>): Page {
  const limit = wholeNumber('limit', query.limit ?? String(largestPage));
  const offset = wholeNumber('offset', query.offset ?? '0');
  if (limit < 1 || limit > largestPage) {
    throw invalidParameter(`limit must be between 1 and ${largestPage}.`, 'limit');
  }
  if (offset % limit !== 0) throw invalidParameter('offset must be a multiple of limit.', 'offset');
  if (offset >= limit * mostPages) throw invalidParameter(`Only ${mostPages} pages can be read.`, 'offset');
  if (offset + limit > furthestRow) throw invalidParameter(`Only ${furthestRow} rows can be read.`, 'offset');
  return { limit, offset };
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw invalidParameter(`${name} must be a whole number.`, name);
  return Number(text);
}

/** One page of rows, with links to its neighbours. */
export function collection(world: World, request: FastifyRequest, rows: object[], page: Page): object {
  const { limit, offset } = page;
  const items = rows.slice(offset, offset + limit);
  const hasMore = offset + limit < rows.length;
  const [path] = request.url.split('?');
  const link = (rel: string, at: number): object => ({
    rel,
    href: `${world.origin}${path}?limit=${limit}&offset=${at}`,
  });
  const last = Math.max(0, Math.ceil(rows.length / limit) - 1) * limit;
  const links = [
    ...(offset > 0 ? [link('first', 0), link('previous', offset - limit)] : []),
    ...(hasMore ? [link('next', offset + limit), link('last', last)] : []),
    link('self', offset),
  ];
  return { links, count: items.length, hasMore, items, offset, totalResults: rows.length };
}
