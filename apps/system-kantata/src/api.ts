import { inChunks, type Vendor } from '#connector';
import { nothingThere } from '#kernel';

/** Our name in external references. */
export const service = 'throughline';

/** A record as the API shows it: ids are text, association ids only where they were included. */
export type Row = { id: string } & Record<string, unknown>;

/** The product's envelope: an order of ids, and maps of records by id. */
interface Envelope {
  count: number;
  meta: { page_count: number; page_number: number };
  results: { key: string; id: string }[];
  [collection: string]: unknown;
}

type Query = Record<string, string | number | boolean | undefined>;

export interface Listing {
  rows: Row[];
  /** Side-loaded records. */
  side: (collection: string, id: unknown) => Row | undefined;
  more: boolean;
}

const largestPage = 200;

/** What an index leaves out unless it is asked for: archived projects and their time, people without a project, places without a person. */
const everything: Record<string, Query> = {
  workspaces: { include_archived: true },
  time_entries: { from_archived_workspaces: true },
  users: { on_my_account: true },
  workspace_resources: { include_unnamed: true },
};

export async function list(vendor: Vendor, resource: string, query: Query): Promise<Listing> {
  const whole = { per_page: largestPage, ...everything[resource] };
  const reply = await vendor.get<Envelope>(`/api/v1/${resource}`, { ...whole, ...query });
  return listing(reply);
}

/** Every page of an index; only for lists that are short by nature. */
export async function listAll(vendor: Vendor, resource: string, query: Query): Promise<Row[]> {
  const rows: Row[] = [];
  for (let page = 1; ; page += 1) {
    const found = await list(vendor, resource, { ...query, page });
    rows.push(...found.rows);
    if (!found.more) return rows;
  }
}

/** What a parameter asks for by a list of ids, in as many requests as it takes. */
export async function listByIds(
  vendor: Vendor,
  resource: string,
  parameter: string,
  ids: string[],
  query: Query = {},
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const some of inChunks(ids, largestPage))
    rows.push(...(await listAll(vendor, resource, { ...query, [parameter]: some.join(',') })));
  return rows;
}

/** Root of one record's body: `time_off_entry` of `time_off_entries`. */
const rootOf = (resource: string): string => resource.replace(/ies$/, 'y').replace(/s$/, '');

export async function create(vendor: Vendor, resource: string, body: object, query: Query = {}): Promise<Row> {
  const path = `/api/v1/${resource}`;
  const reply = await vendor.send<Envelope>({ method: 'POST', path, body: { [rootOf(resource)]: body }, query });
  return listing(reply.body).rows[0]!;
}

export async function update(vendor: Vendor, resource: string, id: string, body: object): Promise<Row> {
  const path = `/api/v1/${resource}/${id}`;
  const reply = await vendor.send<Envelope>({ method: 'PUT', path, body: { [rootOf(resource)]: body } });
  return listing(reply.body).rows[0]!;
}

/** What is gone already needs no deleting. */
export async function remove(vendor: Vendor, resource: string, id: string): Promise<void> {
  await vendor.send({ method: 'DELETE', path: `/api/v1/${resource}/${id}` }).catch(nothingThere);
}

function listing(reply: Envelope): Listing {
  const collection = (name: string): Record<string, Row> => (reply[name] ?? {}) as Record<string, Row>;
  return {
    rows: reply.results.map(({ key, id }) => collection(key)[id]!),
    side: (name, id) => collection(name)[String(id)],
    more: reply.meta.page_number < reply.meta.page_count,
  };
}

/** The marker a record of ours carries from its very creation. */
export const reference = (model: string, ref: string) => ({
  service_name: service,
  service_model: model,
  service_model_ref: ref,
});

/** Asks for records of people alone: what we created ourselves carries our reference. */
export const notOurs = { without_external_reference_service_name: service };

/** Records that carry a reference of ours. */
export async function findByReference(vendor: Vendor, resource: string, ref: string, include?: string): Promise<Row[]> {
  const { rows } = await list(vendor, resource, {
    external_reference_service_name: service,
    external_reference_service_model_refs: ref,
    ...(include && { include }),
  });
  return rows;
}

/** Marks a record that was there before us. The reference is upserted, so a repeat changes nothing. */
export async function adopt(
  vendor: Vendor,
  subjectType: string,
  id: string,
  model: string,
  ref: string,
): Promise<void> {
  const body = { external_reference: { subject_type: subjectType, subject_id: id, ...reference(model, ref) } };
  await vendor.send({ method: 'POST', path: '/api/v1/external_references/create_or_update', body });
}

/** Our reference of each of these records, by record id; of people also where they were disabled since. */
export async function referencesOf(vendor: Vendor, resource: string, ids: string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const some of inChunks(ids, largestPage)) {
    const disabled = resource === 'users' && { show_disabled: true };
    const query = { only: some.join(','), include: 'external_references', ...disabled };
    const { rows, side } = await list(vendor, resource, query);
    for (const row of rows) {
      for (const id of (row.external_reference_ids ?? []) as string[]) {
        const external = side('external_references', id);
        if (external?.service_name === service) found.set(row.id, String(external.service_model_ref));
      }
    }
  }
  return found;
}
