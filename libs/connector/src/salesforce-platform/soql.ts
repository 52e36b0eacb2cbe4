import type { Vendor } from '../http/vendor.js';

const version = '67.0';
/** Where the REST API of the pinned version is. */
export const orgData = `/services/data/v${version}`;
/** Where an org tells its changes. */
export const orgStream = `/cometd/${version}`;
/** Commit order is not stamp order: what was stamped a little earlier may show up later. */
const overlapMs = 60_000;

interface QueryReply<T> {
  done: boolean;
  nextRecordsUrl?: string;
  records: T[];
}

/** All rows of a query; further pages are named by the reply, relative to the host. */
export async function soql<T>(vendor: Vendor, query: string): Promise<T[]> {
  let reply = await vendor.get<QueryReply<T>>(`${orgData}/query`, { q: query });
  const rows = [...reply.records];
  while (!reply.done && reply.nextRecordsUrl) {
    reply = await vendor.get<QueryReply<T>>(reply.nextRecordsUrl);
    rows.push(...reply.records);
  }
  return rows;
}

/** SOQL quotes with a backslash. */
export const soqlText = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

/** `2026-05-01T07:25:37.000+0000` → RFC 3339 */
export const orgMoment = (stamp: string): string => new Date(stamp).toISOString();

/** What every row has that is read in the order of its changes. */
export interface StampedRow {
  Id: string;
  SystemModstamp: string;
}

/** Where the next page begins: many rows may carry one stamp. */
export const soqlAfter = (stamp: string, id: string): string =>
  ` AND (SystemModstamp > ${stamp} OR (SystemModstamp = ${stamp} AND Id > ${soqlText(id)}))`;

/**
 * The changes after a cursor: `2026-10-30T08:00:00.000Z` is read up to there, with `|<id>` behind it a page in the middle
 * of reading. `rows` gets the condition to add and answers at most `size` rows, ordered by `SystemModstamp, Id`.
 */
export async function readStamped<T extends StampedRow>(
  cursor: string,
  size: number,
  rows: (condition: string) => Promise<T[]>,
): Promise<{ rows: T[]; cursor: string; more: boolean }> {
  const [stamp = '', id] = cursor.split('|');
  const overlap = new Date(Date.parse(stamp) - overlapMs).toISOString();
  const found = await rows(id ? soqlAfter(stamp, id) : ` AND SystemModstamp >= ${overlap}`);
  const last = found.at(-1);
  const more = found.length === size;
  const reached = last ? orgMoment(last.SystemModstamp) : stamp;
  return { rows: found, cursor: more ? `${reached}|${last!.Id}` : reached, more };
}
