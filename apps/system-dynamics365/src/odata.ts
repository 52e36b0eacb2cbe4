import type { Vendor } from '#connector';
import { Failure } from '#kernel';

/** A record as OData V4 shows it: empty text instead of null, and 1900-01-01 instead of no date. */
export type Row = { '@odata.etag'?: string } & Record<string, unknown>;

interface Page {
  value: Row[];
  '@odata.nextLink'?: string;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** Numbers and moments stand as they are. */
const literal = (value: unknown): string =>
  typeof value === 'number' || /^\d{4}-\d{2}-\d{2}T/.test(String(value)) ? String(value) : quoted(String(value));
export const is = (field: string, value: string | number): string => `${field} eq ${literal(value)}`;

/** Every record of any company that fits. Only for lists that are short by nature. */
export async function list(vendor: Vendor, set: string, ...tests: string[]): Promise<Row[]> {
  const found: Row[] = [];
  let path: string | undefined = `/data/${set}?cross-company=true&$filter=${encodeURIComponent(tests.join(' and '))}`;
  while (path) {
    const page: Page = await vendor.get(path);
    found.push(...page.value);
    path = page['@odata.nextLink'];
  }
  return found;
}

/** Creates a record; answers it as Dynamics now has it. */
export async function create(vendor: Vendor, set: string, body: object): Promise<Row> {
  const { body: row } = await vendor.send<Row | null>({ method: 'POST', path: `/data/${set}`, body });
  if (row && typeof row === 'object') return row;
  throw new Failure('outcome-unknown', `Dynamics 365 did not say what it made of ${set}`, { code: 'no-record' });
}

/** Brings the fields of `wanted` that a record has otherwise up to date, unless somebody changed it since it was read. */
export async function update(
  vendor: Vendor,
  set: string,
  read: Row,
  keys: readonly string[],
  wanted: object,
): Promise<void> {
  const body = differences(read, wanted);
  if (Object.keys(body).length === 0) return;
  const key = keys.map((name) => `${name}=${encodeURIComponent(literal(read[name]))}`).join(',');
  const etag = read['@odata.etag'];
  await vendor.send({
    method: 'PATCH',
    path: `/data/${set}(${key})?cross-company=true`,
    body,
    ...(etag && { headers: { 'if-match': etag } }),
  });
}

const differences = (row: Row, wanted: object): object =>
  Object.fromEntries(Object.entries(wanted).filter(([field, value]) => !same(row[field], value)));

const same = (found: unknown, value: unknown): boolean =>
  found === value || (dayOf(value) !== null && dayOf(found) === dayOf(value));

export const toDate = (day: string): string => `${day}T12:00:00Z`;

/** The day of a date or moment; null where there is none, which Dynamics writes as the year 1900. */
export function dayOf(value: unknown): string | null {
  const day = /^(\d{4}-\d{2}-\d{2})T/.exec(String(value))?.[1];
  return day && day > '1900-01-01' ? day : null;
}

export const filled = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
