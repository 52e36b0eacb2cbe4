import { IsObject, IsOptional, IsString, IsUrl, Matches } from 'class-validator';
import { importPKCS8, SignJWT } from 'jose';
import {
  defineConnector,
  type Feed,
  read,
  type Session,
  type TokenRequest,
  type Vendor,
  type VendorReply,
} from '#connector';
import { events } from '#contracts';
import { Failure } from '#kernel';
import {
  accountColumns,
  type AccountRow,
  defaultFields,
  type Fields,
  opportunityColumns,
  type OpportunityRow,
  type Org,
  toAccount,
  toMoment,
  toOpportunity,
} from './mapping.js';

/** What an operator says about one org. */
export class SalesforceSettings {
  /** Where the org signs programs in, e.g. https://login.salesforce.com. */
  @IsUrl({ require_tld: false, require_protocol: true }) loginUrl!: string;
  /** Consumer key of the connected app. */
  @IsString() clientId!: string;
  @IsString() username!: string;
  /** Private key (PKCS 8, RSA) whose certificate the connected app holds. */
  @IsString() privateKey!: string;
  /** Names of the org's own fields where they differ from ours. */
  @IsOptional() @IsObject() fields?: Partial<Fields>;
  /** The org's currency, where it has one only. */
  @IsOptional() @Matches(/^[A-Z]{3}$/, { message: 'must be an ISO 4217 code such as USD' }) currency?: string;
}

const version = 'v67.0';
const data = `/services/data/${version}`;
/** Commit order is not stamp order: what was stamped a little earlier may show up later. */
const overlapMs = 60_000;
const pageSize = 200;

const settingsOf = (vendor: Vendor): SalesforceSettings => vendor.settings as SalesforceSettings;
const orgOf = (vendor: Vendor): Org => {
  const { fields, currency = null } = settingsOf(vendor);
  return { fields: { ...defaultFields, ...fields }, currency };
};

/** JWT bearer: no secret travels, and replies name no lifetime; a 401 is what ends a session. */
async function signIn(settings: SalesforceSettings, request: TokenRequest): Promise<Session> {
  const key = await importPKCS8(settings.privateKey, 'RS256');
  const assertion = await new SignJWT()
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(settings.clientId)
    .setSubject(settings.username)
    .setAudience(settings.loginUrl)
    .setExpirationTime('3m')
    .sign(key);
  const reply = await request(`${settings.loginUrl}/services/oauth2/token`, {
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion,
  });
  return { headers: { authorization: `Bearer ${String(reply.access_token)}` }, origin: String(reply.instance_url) };
}

/** Errors are arrays; the code decides, because one status carries several meanings. */
function classify(reply: VendorReply): Failure | null {
  const [error] = Array.isArray(reply.body)
    ? (reply.body as { errorCode?: string; message?: string; fields?: string[] }[])
    : [];
  if (!error?.errorCode) return null;
  const detail = {
    code: error.errorCode,
    fields: (error.fields ?? []).map((field) => ({ field, message: error.message ?? '' })),
  };
  const text = `Salesforce: ${error.message ?? error.errorCode}`;
  switch (error.errorCode) {
    case 'REQUEST_LIMIT_EXCEEDED':
      // The daily allocation is a sliding window: an hour frees some of it. Too many long calls at once pass sooner.
      return new Failure('throttled', text, {
        ...detail,
        retryAfterMs: error.message?.includes('Concurrent') ? 5_000 : 3_600_000,
      });
    case 'UNABLE_TO_LOCK_ROW':
    case 'SERVER_UNAVAILABLE':
      return new Failure('unavailable', text, detail);
    case 'NOT_FOUND':
    case 'ENTITY_IS_DELETED':
      return new Failure('not-found', text, detail);
    case 'INSUFFICIENT_ACCESS_OR_READONLY':
    case 'INVALID_SESSION_ID':
      return new Failure('forbidden', text, detail);
    default:
      return reply.status >= 500 ? null : new Failure('rejected', text, detail);
  }
}

interface QueryReply<T> {
  done: boolean;
  nextRecordsUrl?: string;
  records: T[];
}

/** All rows of a query; further pages are named by the reply, relative to the host. */
async function query<T>(vendor: Vendor, soql: string): Promise<T[]> {
  let reply = await vendor.get<QueryReply<T>>(`${data}/query`, { q: soql });
  const rows = [...reply.records];
  while (!reply.done && reply.nextRecordsUrl) {
    reply = await vendor.get<QueryReply<T>>(reply.nextRecordsUrl);
    rows.push(...reply.records);
  }
  return rows;
}

/** SOQL quotes with a backslash. */
const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

async function one<T>(vendor: Vendor, soql: string, what: string): Promise<T> {
  const [row] = await query<T>(vendor, soql);
  if (!row) throw new Failure('not-found', `Salesforce has no ${what}`);
  return row;
}

/** Won deals, oldest change first, ties by id. */
const wonDeals = (org: Org, condition: string, limit: number): string =>
  `SELECT ${opportunityColumns(org)} FROM Opportunity WHERE IsWon = true AND IsClosed = true${condition}` +
  ` ORDER BY SystemModstamp, Id LIMIT ${limit}`;

/** Where the next page begins: many deals may carry one stamp. */
const after = (stamp: string, id: string): string =>
  ` AND (SystemModstamp > ${stamp} OR (SystemModstamp = ${stamp} AND Id > ${quoted(id)}))`;

/** `2026-10-30T08:00:00.000Z`: read up to there; with `|<id>` behind it a page in the middle of reading. */
const wonOpportunities: Feed = {
  name: 'won-opportunities',
  everyMs: 60_000,
  since: (moment) => new Date(moment).toISOString(),
  async poll(vendor, cursor) {
    const org = orgOf(vendor);
    const [stamp = '', id] = cursor.split('|');
    const overlap = new Date(Date.parse(stamp) - overlapMs).toISOString();
    const condition = id ? after(stamp, id) : ` AND SystemModstamp >= ${overlap}`;
    const rows = await query<OpportunityRow>(vendor, wonDeals(org, condition, pageSize));
    const changes = rows.map((row) => ({
      type: events.opportunityWon,
      subject: `opportunity/${row.Id}`,
      key: `${row.Id}/${row.SystemModstamp}`,
      time: toMoment(row.SystemModstamp),
      data: { instance: vendor.instance, id: row.Id, opportunity: toOpportunity(row, org) },
    }));
    const last = rows.at(-1);
    const more = rows.length === pageSize;
    const reached = last ? toMoment(last.SystemModstamp) : stamp;
    return { changes, cursor: more ? `${reached}|${last!.Id}` : reached, more };
  },
};

export const salesforce = defineConnector<SalesforceSettings>({
  platform: 'salesforce',
  title: 'Salesforce',
  settings: SalesforceSettings,
  address: (settings) => settings.loginUrl,
  signIn,
  classify,
  // A recorded org allowed 15,000 a day, shared with everything else that calls it.
  limits: { concurrency: 10, timeoutMs: 30_000, perDay: 15_000 },
  domains: {
    crm: {
      getOpportunity: read(async (vendor, { id }) => {
        const org = orgOf(vendor);
        const soql = `SELECT ${opportunityColumns(org)} FROM Opportunity WHERE Id = ${quoted(id)}`;
        return toOpportunity(await one<OpportunityRow>(vendor, soql, `opportunity ${id}`), org);
      }),
      listWonOpportunities: read(async (vendor, { cursor, limit = pageSize }) => {
        const org = orgOf(vendor);
        const [stamp, id] = cursor?.split('|') ?? [];
        const condition = stamp && id ? after(stamp, id) : '';
        const rows = await query<OpportunityRow>(vendor, wonDeals(org, condition, limit + 1));
        const items = rows.slice(0, limit).map((row) => toOpportunity(row, org));
        const last = items.at(-1);
        return { items, nextCursor: last && rows.length > limit ? `${last.modifiedAt}|${last.id}` : null };
      }),
      getAccount: read(async (vendor, { id }) => {
        const org = orgOf(vendor);
        const soql = `SELECT ${accountColumns(org.fields)} FROM Account WHERE Id = ${quoted(id)}`;
        return toAccount(await one<AccountRow>(vendor, soql, `account ${id}`), org.fields);
      }),
    },
  },
  feeds: [wonOpportunities],
});
