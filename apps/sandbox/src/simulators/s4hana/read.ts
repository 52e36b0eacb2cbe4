import type { World } from '../../core/simulator.js';
import type { Answer, Ask } from './gateway.js';
import { etagOf, present } from './present.js';
import { compareBy, type Query, queryOf, viewOf } from './query-options.js';
import type { Resource } from './resource-path.js';
import { addressOf, type Service } from './service.js';

/** Assumption, unconfirmed by the vendor: how many rows a page of the server's own holds. */
const defaultPage = 100;

const pageSizeOf = (world: World): number => world.store.get<{ rows: number }>('setting', 'page')?.rows ?? defaultPage;

export function setPageSize(world: World, { rows }: { rows: number }): void {
  if (!Number.isInteger(rows) || rows < 1) throw new Error('say how many rows a page holds: {"rows": 100}');
  world.store.put('setting', 'page', { rows });
}

export function readOne(world: World, service: Service, { set, row }: Resource, asked: URLSearchParams): Answer {
  const view = viewOf(service, set, asked);
  const etag = etagOf(set, row!);
  const headers: Answer['headers'] = etag ? { etag } : {};
  return { status: 200, headers, body: { d: present(world, service, set, row!, view) } };
}

/** Rows of a set; the server cuts long answers itself and says in `__next` where they go on, whatever `$top` was. */
export function readMany(world: World, service: Service, resource: Resource, ask: Ask, asked: URLSearchParams): Answer {
  const { set } = resource;
  const query = queryOf(service, set, asked);
  const matching = resource.rows.filter(query.matches);
  if (resource.isCount) return { status: 200, headers: {}, body: String(matching.length) };
  const wanted = window(matching.toSorted(compareBy(query.orderBy)), query);
  const end = query.from + pageSizeOf(world);
  const results = wanted.slice(query.from, end).map((row) => present(world, service, set, row, query));
  const next = wanted.length > end ? { __next: nextLink(world, service, ask, asked, end) } : {};
  const count = query.count ? { __count: String(matching.length) } : {};
  return { status: 200, headers: {}, body: { d: { ...count, results, ...next } } };
}

const window = <T>(rows: T[], { skip, top }: Query): T[] =>
  rows.slice(skip, top === undefined ? undefined : skip + top);

/** The same question with a token for the next page; the service's version stays in the address. */
function nextLink(world: World, service: Service, ask: Ask, asked: URLSearchParams, end: number): string {
  const [, path = ''] = /^[^/]*\/([^?]*)/.exec(ask.url) ?? [];
  const options = [...asked].filter(([name]) => name !== '$skiptoken');
  const query = [...options, ['$skiptoken', String(end)]].map(
    ([name, value]) => `${name}=${encodeURIComponent(value!)}`,
  );
  return `${addressOf(world, service)}/${path}?${query.join('&')}`;
}
