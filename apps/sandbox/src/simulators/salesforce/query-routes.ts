import { type Answer, type Call, ok, type Route } from './call.js';
import { type Cursor, cursorNamed, openCursor } from './cursors.js';
import type { Org, Row } from './org.js';
import { parse } from './soql.js';
import { plan } from './soql-plan.js';
import { record } from './soql-records.js';
import { find } from './soql-rows.js';
import { malformed } from './soql-tokens.js';

const batchSize = { least: 200, most: 2000 };

/** SOQL: the first page of a query, and the pages after it by the locator the page before names. */
export const queryRoutes: Route[] = [
  { method: 'GET', path: '/query', answer: firstPage },
  {
    method: 'GET',
    path: '/query/:locator',
    answer: (org, { params, version }) => {
      const { cursor, offset } = cursorNamed(org, params.locator!);
      return ok(page(org, cursor, offset, version));
    },
  },
];

function firstPage(org: Org, call: Call): Answer {
  const text = call.query.q;
  if (!text) throw malformed('A query string has to be specified');
  const ids = find(org, plan(org, parse(text))).map(({ Id: id }) => String(id));
  return ok(page(org, { id: null, text, ids, size: sizeOf(call) }, 0, call.version));
}

function sizeOf({ headers }: Call): number {
  const asked = /batchSize=(\d+)/.exec(String(headers['sforce-query-options'] ?? ''))?.[1];
  return Math.min(batchSize.most, Math.max(batchSize.least, Number(asked ?? batchSize.most)));
}

/** Which rows belong to a query is settled when it is asked; a page shows them as they are when it is fetched. */
function page(org: Org, cursor: Omit<Cursor, 'id'> & { id: string | null }, offset: number, version: string): object {
  const { text, ids, size } = cursor;
  const asked = plan(org, parse(text));
  const base = `/services/data/${version}`;
  const records = ids
    .slice(offset, offset + size)
    .map((id) => org.store.get<Row>(asked.type.name, id))
    .filter((row) => row !== undefined)
    .map((row) => record(org, asked, row, base));
  const next = offset + size;
  if (next >= ids.length) return { totalSize: ids.length, done: true, records };
  const id = cursor.id ?? openCursor(org, { text, ids, size });
  return { totalSize: ids.length, done: false, nextRecordsUrl: `${base}/query/${id}-${next}`, records };
}
