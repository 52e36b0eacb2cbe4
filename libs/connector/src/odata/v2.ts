import { Failure } from '#kernel';
import type { Vendor, VendorReply, VendorRequest } from '../http/vendor.js';
import { withToken } from './csrf.js';
import { differences, type ODataEntity } from './values.js';

interface Page {
  results: ODataEntity[];
  __next?: string;
}

interface Query {
  filter?: string;
  expand?: string;
}

/** An OData V2 service as SAP's gateway speaks it: every change needs the service's CSRF token. */
export class ODataV2Service {
  /** `path` as it stands in every address, with a `;v=0002` that belongs to the name. */
  constructor(readonly path: string) {}

  /** Every record that fits; long answers come in pages. Only for lists that are short by nature. */
  async list(vendor: Vendor, set: string, query: Query): Promise<ODataEntity[]> {
    const first = `${this.path}/${set}`;
    const found: ODataEntity[] = [];
    let path: string | null = first + textOf(query);
    while (path) {
      const page: { d: Page } = await vendor.get(path);
      found.push(...page.d.results);
      path = page.d.__next ? nextPath(page.d.__next, first) : null;
    }
    return found;
  }

  async get(vendor: Vendor, path: string, query: Query = {}): Promise<ODataEntity> {
    return (await vendor.get<{ d: ODataEntity }>(`${this.path}/${path}${textOf(query)}`)).d;
  }

  /** Creates a record with what hangs on it; answers it as the vendor now has it. */
  async create(vendor: Vendor, set: string, body: object): Promise<ODataEntity> {
    const { body: reply } = await this.change<{ d?: ODataEntity }>(vendor, { method: 'POST', path: set, body });
    if (reply?.d) return reply.d;
    throw new Failure('outcome-unknown', `${vendor.instance} did not say what it made of ${set}`, {
      code: 'no-record',
    });
  }

  /** Brings a record that was read to what is wanted, where it is not so already and nobody changed it since. */
  async update(vendor: Vendor, read: ODataEntity, wanted: object): Promise<void> {
    const body = differences(read, wanted);
    if (Object.keys(body).length === 0) return;
    const { etag } = read.__metadata ?? {};
    const path = entityPath(read);
    await this.change(vendor, { method: 'PATCH', path, body, ...(etag && { headers: { 'if-match': etag } }) });
  }

  /** Calls a function import; its parameters are literals in the address. */
  async call(vendor: Vendor, name: string, values: Record<string, string>): Promise<void> {
    const parameters = Object.entries(values).map(
      ([parameter, literal]) => `${parameter}=${encodeURIComponent(literal)}`,
    );
    await this.change(vendor, { method: 'POST', path: `${name}?${parameters.join('&')}`, body: {} });
  }

  private change<T>(vendor: Vendor, request: VendorRequest): Promise<VendorReply<T>> {
    return withToken<T>(vendor, this.path, { ...request, path: `${this.path}/${request.path}` });
  }
}

/** Where a record that was read is within its service, by the address it says of itself: `A_Customer('17')`. */
export function entityPath({ __metadata }: ODataEntity): string {
  const path = /\/([^/(]+\(.*\))$/.exec(__metadata?.uri ?? '')?.[1];
  if (path) return path;
  throw new Failure('unavailable', 'a record came without its own address', { code: 'no-address' });
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

/** The address of the next page may be relative, or name the host as SAP knows itself behind its proxies. */
function nextPath(next: string, first: string): string {
  const { pathname, search } = new URL(next, `https://sap${first}`);
  return pathname.slice(pathname.indexOf('/sap/opu/')) + search;
}

export const odataGuid = (id: string): string => `guid'${id}'`;
export const odataMidnight = (day: string): string => `datetime'${day}T00:00:00'`;

/** `2026-11-20` → `/Date(1795132800000)/` */
export const odataDate = (day: string): string => `/Date(${Date.parse(`${day}T00:00:00Z`)})/`;

/** Records of an expanded navigation; empty where it was not expanded or leads nowhere. */
export function related(value: unknown): ODataEntity[] {
  if (Array.isArray(value)) return value as ODataEntity[];
  return (value as { results?: ODataEntity[] } | null | undefined)?.results ?? [];
}
