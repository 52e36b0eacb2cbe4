import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { type Cursor, cursorNamed, openCursor } from './cursors.js';
import type { Row } from './objects.js';
import { parse } from './soql.js';
import { plan } from './soql-plan.js';
import { record } from './soql-records.js';
import { find } from './soql-rows.js';
import { malformed } from './soql-tokens.js';

const batchSize = { least: 200, most: 2000 };

/** SOQL: the first page of a query, and the pages after it by the locator the page before names. */
export function queryRoutes(app: FastifyInstance, world: World): void {
  app.get<{ Params: { version: string }; Querystring: { q?: string } }>('/query', (request) => {
    const text = request.query.q;
    if (!text) throw malformed('A query string has to be specified');
    const ids = find(world.store, plan(parse(text))).map(({ Id: id }) => String(id));
    return page(world, { id: null, text, ids, size: sizeOf(request) }, 0, request.params.version);
  });

  app.get<{ Params: { version: string; locator: string } }>('/query/:locator', ({ params }) => {
    const { cursor, offset } = cursorNamed(world, params.locator);
    return page(world, cursor, offset, params.version);
  });
}

function sizeOf(request: FastifyRequest): number {
  const asked = /batchSize=(\d+)/.exec(String(request.headers['sforce-query-options'] ?? ''))?.[1];
  return Math.min(batchSize.most, Math.max(batchSize.least, Number(asked ?? batchSize.most)));
}

/** Which rows belong to a query is settled when it is asked; a page shows them as they are when it is fetched. */
function page(
  world: World,
  cursor: Omit<Cursor, 'id'> & { id: string | null },
  offset: number,
  version: string,
): object {
  const { text, ids, size } = cursor;
  const asked = plan(parse(text));
  const base = `/services/data/${version}`;
  const records = ids
    .slice(offset, offset + size)
    .map((id) => world.store.get<Row>(asked.type.name, id))
    .filter((row) => row !== undefined)
    .map((row) => record(world.store, asked, row, base));
  const next = offset + size;
  if (next >= ids.length) return { totalSize: ids.length, done: true, records };
  const id = cursor.id ?? openCursor(world, { text, ids, size });
  return { totalSize: ids.length, done: false, nextRecordsUrl: `${base}/query/${id}-${next}`, records };
}
