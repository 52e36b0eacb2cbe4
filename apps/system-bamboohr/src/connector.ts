import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, IsOptional, IsString, IsUrl } from 'class-validator';
import {
  adjustedHolidays,
  basic,
  type Change,
  defineConnector,
  type Feed,
  read,
  retryAfter,
  type Vendor,
  type VendorReply,
  workerChanged,
  workerHired,
} from '#connector';
import type { hr, PageQuery } from '#contracts';
import { Failure, nothingThere } from '#kernel';
import { getLeave, listHolidays, listLeave, recordedLeave } from './leave.js';
import { defaultFields, type EmployeeRow, type Fields, toWorker } from './mapping.js';
import { type EmployeeDelivery, parse, verify } from './webhook.js';

/** What an operator says about one company. */
export class BambooSettings {
  /** e.g. https://meridian.bamboohr.com */
  @IsUrl({ require_tld: false, require_protocol: true }) baseUrl!: string;
  @IsString() apiKey!: string;
  /** Private keys of the webhook; two while one replaces the other. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(2) @IsString({ each: true }) webhookKeys!: string[];
  /** Names of the company's own fields where they differ from ours. */
  @IsOptional() @IsObject() fields?: Partial<Fields>;
}

const fieldsOf = (vendor: Vendor): Fields => ({ ...defaultFields, ...(vendor.settings as BambooSettings).fields });

async function getEmployee(
  vendor: Vendor,
  id: string,
  names: string[],
  when: { onlyCurrent?: string } = {},
): Promise<EmployeeRow> {
  const path = `/api/v1/employees/${encodeURIComponent(id)}`;
  return vendor.get<EmployeeRow>(path, { fields: names.join(','), ...when }).catch((error: unknown) => {
    const failure = Failure.from(error);
    if (failure.kind !== 'not-found') throw failure;
    throw new Failure('not-found', `BambooHR has no employee ${id}`, { code: 'unknown-worker', cause: error });
  });
}

interface EmployeePage {
  data: { employeeId: string }[];
  meta: { page: { nextCursor: string | null } };
}

/** BambooHR gives no more than this at once. */
const largestPage = 100;

/** Its lists lack most attributes: each employee of a page is read by itself, but for one who was deleted meanwhile. */
async function listWorkers(vendor: Vendor, { cursor, limit = 50 }: PageQuery): Promise<hr.WorkerPage> {
  const page = { 'page[limit]': Math.min(limit, largestPage), ...(cursor && { 'page[after]': cursor }) };
  const { data, meta } = await vendor.get<EmployeePage>('/api/v1/employees', page);
  const fields = fieldsOf(vendor);
  const found = data.map(({ employeeId }) =>
    getEmployee(vendor, employeeId, Object.values(fields)).catch(nothingThere),
  );
  const rows = (await Promise.all(found)).filter((row) => row !== null);
  return { items: rows.map((row) => toWorker(row, fields)), nextCursor: meta.page.nextCursor };
}

/** The reason travels in a header; the body stays empty. 503 was the throttling reply until September 2026. */
function classify(reply: VendorReply): Failure | null {
  const message = reply.headers.get('x-bamboohr-error-message');
  const text = `BambooHR: ${message ?? `HTTP ${reply.status}`}`;
  if (reply.status === 429) return new Failure('throttled', text, retryAfter(reply));
  if (reply.status === 503)
    return new Failure(/limit/i.test(message ?? '') ? 'throttled' : 'unavailable', text, retryAfter(reply));
  if (reply.status === 404) return new Failure('not-found', text);
  return reply.status >= 400 && reply.status < 500 && reply.status !== 401 && reply.status !== 403
    ? new Failure('rejected', text)
    : null;
}

/** The same moment is written with `Z` in one place and with an offset in another. */
const changed = ({ instance }: Vendor, id: string, moment: string): Change =>
  workerChanged(instance, id, moment, new Date(moment).toISOString());

type ChangedReply = {
  latest: string;
  employees: Record<string, { id: string; action: string; lastChanged: string }> | [];
};

/** `since` may or may not include its own second: the last one is asked for again. */
const overlapMs = 1_000;

const changedEmployees: Feed = {
  name: 'changed-employees',
  everyMs: 60_000,
  since: (moment) => moment,
  async poll(vendor, cursor) {
    const since = new Date(Date.parse(cursor) - overlapMs).toISOString();
    const { latest, employees } = await vendor.get<ChangedReply>('/api/v1/employees/changed', { since });
    const changes = Object.values(employees).flatMap(({ id, action, lastChanged }) => {
      const change = changed(vendor, id, lastChanged);
      return action === 'Inserted' ? [workerHired(vendor.instance, id, lastChanged), change] : [change];
    });
    return { changes, cursor: latest, more: false };
  },
};

/** The webhook names the worker; the moment of the change is read back, so that polling reports the same event. */
async function deliveredChanges(vendor: Vendor, delivery: EmployeeDelivery): Promise<Change[]> {
  // Who was deleted cannot be read back; the change feed knows the moment.
  if (delivery.type === 'employee.deleted') return [];
  const { employeeId } = delivery.data;
  const { modifiedAt } = fieldsOf(vendor);
  const version = (await getEmployee(vendor, employeeId, [modifiedAt]))[modifiedAt]!;
  const change = changed(vendor, employeeId, version);
  return delivery.type === 'employee.created' ? [workerHired(vendor.instance, employeeId, version), change] : [change];
}

export const bamboohr = defineConnector<BambooSettings>({
  platform: 'bamboohr',
  title: 'BambooHR',
  settings: BambooSettings,
  address: (settings) => settings.baseUrl,
  signIn: ({ apiKey }) => Promise.resolve({ headers: basic(apiKey, 'x') }),
  classify,
  limits: { concurrency: 6, timeoutMs: 30_000 },
  domains: {
    hr: {
      getWorker: read(async (vendor, { id }) => {
        const fields = fieldsOf(vendor);
        const row = await getEmployee(vendor, id, Object.values(fields));
        // A last day to come is in the history only, and the history is answered only when it is asked for.
        const { terminationDate } = fields;
        const ahead = await getEmployee(vendor, id, [terminationDate], { onlyCurrent: 'false' });
        return toWorker({ ...row, [terminationDate]: ahead[terminationDate] || row[terminationDate]! }, fields);
      }),
      getLeave: read(getLeave),
      listLeave: read(listLeave),
      listHolidays: read(listHolidays),
      listWorkers: read(listWorkers),
    },
  },
  feeds: [changedEmployees, recordedLeave, adjustedHolidays(listHolidays)],
  webhook: { verify, parse, changes: deliveredChanges },
});
