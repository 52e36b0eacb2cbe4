import { Failure, nothingThere } from '#kernel';
import type { Vendor } from '#connector';

const record = '/services/rest/record/v1';

/** A record as GET shows it: references and enums are objects with an id. */
export type NetsuiteRecord = { id: string; externalId?: string } & Record<string, unknown>;

/** A field the account does not have is refused; NetSuite's own default drops its value and says so in a header. */
const strict = { 'x-netsuite-propertynamevalidation': 'Error' };

/**
 * Creates or changes by external id; the reply has no body, its Location names the record. A sublist named in `replaces`
 * ends as it stands in the body; of any other, the lines would be added to those the record has.
 */
export async function upsert(
  vendor: Vendor,
  type: string,
  externalId: string,
  body: object,
  replaces?: string,
): Promise<{ id: string; url: string | null }> {
  const path = `${record}/${type}/eid:${encodeURIComponent(externalId)}`;
  const query = replaces ? { replace: replaces } : {};
  const reply = await vendor.send({ method: 'PUT', path, query, body, headers: strict });
  const location = reply.headers.get('location');
  const id = location?.split('/').at(-1);
  if (!id) throw new Failure('outcome-unknown', `NetSuite did not say which ${type} it wrote`, { code: 'no-location' });
  return vendor.recordRef(type, id);
}

export async function get(vendor: Vendor, type: string, externalId: string, expand = false): Promise<NetsuiteRecord> {
  const query = expand ? { expandSubResources: true } : {};
  try {
    return await vendor.get<NetsuiteRecord>(`${record}/${type}/eid:${encodeURIComponent(externalId)}`, query);
  } catch (error) {
    const failure = Failure.from(error);
    if (failure.kind !== 'not-found') throw failure;
    // NetSuite does not say which record it looked for.
    throw new Failure('not-found', `NetSuite has no ${words[type] ?? type} ${externalId}`, {
      ...(type === 'job' && { code: 'unknown-project' }),
      cause: error,
    });
  }
}

/** The record with an external id, or null where there is none. */
export async function find(vendor: Vendor, type: string, externalId: string): Promise<NetsuiteRecord | null> {
  return get(vendor, type, externalId).catch(nothingThere);
}

/** Records by the names the contract has for them. */
const words: Record<string, string> = { job: 'project', department: 'cost centre', creditMemo: 'credit memo' };

/** Rows of a SuiteQL query: lower-case keys, text values, empty columns left out. */
export async function suiteQl(vendor: Vendor, q: string): Promise<Record<string, string>[]> {
  const { body } = await vendor.send<{ items: Record<string, string>[] }>({
    method: 'POST',
    path: '/services/rest/query/v1/suiteql',
    query: { limit: 1000, offset: 0 },
    headers: { prefer: 'transient' },
    body: { q },
    asks: true,
  });
  return body.items;
}

export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Id of a reference or an enum as read. */
export const idOf = (value: unknown): string | null => (value as { id?: string } | undefined)?.id ?? null;

/** Name of a reference as read. */
export const refNameOf = (value: unknown): string | null =>
  (value as { refName?: string } | undefined)?.refName ?? null;
