import type { Vendor, VendorReply, VendorRequest } from '#connector';
import { Failure } from '#kernel';
import { withToken } from './csrf.js';
import { differences } from './values.js';

/** Services by what they are used for. `;v=0002` belongs to the service's name and stays in every address. */
export const services = {
  projects: '/sap/opu/odata/sap/API_ENTERPRISE_PROJECT_SRV;v=0002',
  partners: '/sap/opu/odata/sap/API_BUSINESS_PARTNER',
  time: '/sap/opu/odata/sap/API_MANAGE_WORKFORCE_TIMESHEET',
  costCentres: '/sap/opu/odata/sap/API_COSTCENTER_SRV',
  debitMemos: '/sap/opu/odata/sap/API_DEBIT_MEMO_REQUEST_SRV',
  creditMemos: '/sap/opu/odata/sap/API_CREDIT_MEMO_REQUEST_SRV',
  purchaseOrders: '/sap/opu/odata/sap/API_PURCHASEORDER_PROCESS_SRV',
  billing: '/sap/opu/odata/sap/API_BILLING_DOCUMENT_SRV',
} as const;
type Service = keyof typeof services;

/** A record as OData V2 shows it: numbers and moments are text, expanded records are in `results`. */
export type Entity = { __metadata?: { etag?: string } } & Record<string, unknown>;

interface Page {
  results: Entity[];
  __next?: string;
}

interface Query {
  filter?: string;
  expand?: string;
}

/** Spaces as `%20`: a plus sign is no space in OData. */
function textOf({ filter, expand }: Query): string {
  const options = [
    filter && `$filter=${encodeURIComponent(filter)}`,
    expand && `$expand=${encodeURIComponent(expand)}`,
  ];
  const text = options.filter(Boolean).join('&');
  return text && `?${text}`;
}

/** Every record that fits; SAP cuts long answers into pages. Only for lists that are short by nature. */
export async function list(vendor: Vendor, service: Service, set: string, query: Query): Promise<Entity[]> {
  const first = `${services[service]}/${set}`;
  const found: Entity[] = [];
  let path: string | null = first + textOf(query);
  while (path) {
    const page: { d: Page } = await vendor.get(path);
    found.push(...page.d.results);
    path = page.d.__next ? pathOf(page.d.__next, first) : null;
  }
  return found;
}

/** The address of the next page may be relative, or name the host as SAP knows itself behind its proxies. */
function pathOf(next: string, first: string): string {
  const { pathname, search } = new URL(next, `https://sap${first}`);
  return pathname.slice(pathname.indexOf('/sap/opu/')) + search;
}

export async function get(vendor: Vendor, service: Service, path: string, query: Query = {}): Promise<Entity> {
  return (await vendor.get<{ d: Entity }>(`${services[service]}/${path}${textOf(query)}`)).d;
}

/** Creates a record with what hangs on it; answers it as SAP now has it. */
export async function create(vendor: Vendor, service: Service, set: string, body: object): Promise<Entity> {
  const { body: reply } = await change<{ d?: Entity }>(vendor, service, { method: 'POST', path: set, body });
  if (reply?.d) return reply.d;
  throw new Failure('outcome-unknown', `S/4HANA did not say what it made of ${set}`, { code: 'no-record' });
}

/** Brings a record that was read to what is wanted, where it is not so already and nobody changed it since. */
export async function update(
  vendor: Vendor,
  service: Service,
  path: string,
  read: Entity,
  wanted: object,
): Promise<void> {
  const body = differences(read, wanted);
  if (Object.keys(body).length === 0) return;
  const { etag } = read.__metadata ?? {};
  await change(vendor, service, { method: 'PATCH', path, body, ...(etag && { headers: { 'if-match': etag } }) });
}

/** Calls a function import; its parameters are literals in the address. */
export async function call(vendor: Vendor, service: Service, name: string, values: Record<string, string>) {
  const parameters = Object.entries(values).map(
    ([parameter, literal]) => `${parameter}=${encodeURIComponent(literal)}`,
  );
  await change(vendor, service, { method: 'POST', path: `${name}?${parameters.join('&')}`, body: {} });
}

const change = <T>(vendor: Vendor, service: Service, request: VendorRequest): Promise<VendorReply<T>> =>
  withToken<T>(vendor, services[service], { ...request, path: `${services[service]}/${request.path}` });

export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** Part of a path. */
export const keyed = (text: string): string => encodeURIComponent(quoted(text));
export const guid = (id: string): string => `guid'${id}'`;
export const dateTime = (day: string): string => `datetime'${day}T00:00:00'`;

/** Records of an expanded navigation; empty where it was not expanded or leads nowhere. */
export function related(value: unknown): Entity[] {
  if (Array.isArray(value)) return value as Entity[];
  return (value as { results?: Entity[] } | null | undefined)?.results ?? [];
}
