import type { World } from '../../core/simulator.js';
import type { Place } from './address.js';
import type { EntitySet, Row } from './edm.js';
import type { Answer, Ask } from './gateway.js';
import { contextOf, etagOf, present } from './present.js';
import { compareBy, isInSight, queryOf, selectionOf } from './query.js';
import { rowsOf } from './table.js';

const defaultPage = 10_000;

const pageSizeOf = (world: World): number => world.store.get<{ rows: number }>('setting', 'page')?.rows ?? defaultPage;

export function setPageSize(world: World, { rows }: { rows: number }): void {
  if (!Number.isInteger(rows) || rows < 1) throw new Error('say how many rows a page holds: {"rows": 100}');
  world.store.put('setting', 'page', { rows });
}

export function readOne(world: World, set: EntitySet, row: Row, asked: URLSearchParams): Answer {
  const select = selectionOf(set, asked);
  const body = {
    '@odata.context': contextOf(world, set, select, '/$entity'),
    ...present(set, shown(world, set, row), select),
  };
  return { status: 200, headers: { etag: etagOf(row) }, body };
}

/** Rows of a set; the server cuts long answers itself and says in a link where they go on, whatever `$top` was. */
export function readMany(world: World, { set, isCount }: Place, asked: URLSearchParams, ask: Ask): Answer {
  const query = queryOf(set, asked);
  const matching = rowsOf(world, set)
    .map((row) => shown(world, set, row))
    .filter((row) => isInSight(set, row, asked) && query.matches(row));
  if (isCount) return { status: 200, headers: {}, body: String(matching.length) };
  const { skip, top, from, select } = query;
  const wanted = matching
    .toSorted(compareBy(set, query.orderBy))
    .slice(skip, top === undefined ? undefined : skip + top);
  const end = from + pageSizeOf(world);
  const body = {
    '@odata.context': contextOf(world, set, select),
    ...(query.count && { '@odata.count': matching.length }),
    value: wanted.slice(from, end).map((row) => present(set, row, select)),
    ...(wanted.length > end && { '@odata.nextLink': nextLink(world, asked, ask, end) }),
  };
  return { status: 200, headers: {}, body };
}

const shown = (world: World, { derived }: EntitySet, row: Row): Row => (derived ? derived(world, row) : row);

/** The same question with a token for the next page. */
function nextLink(world: World, asked: URLSearchParams, { url }: Ask, end: number): string {
  const options = [...asked].filter(([name]) => name !== '$skiptoken');
  const query = [...options, ['$skiptoken', String(end)]].map(
    ([name, value]) => `${name}=${encodeURIComponent(value!)}`,
  );
  return `${world.origin}/data/${url.split('?')[0]!}?${query.join('&')}`;
}
