import { IsObject, IsOptional, Matches } from 'class-validator';
import {
  classifyOrgError,
  defineConnector,
  type Feed,
  orgMoment,
  OrgSettings,
  read,
  readStamped,
  signInToOrg,
  soql,
  soqlAfter,
  soqlText,
  type Vendor,
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
  toOpportunity,
} from './mapping.js';

/** What an operator says about one org. */
export class SalesforceSettings extends OrgSettings {
  /** Names of the org's own fields where they differ from ours. */
  @IsOptional() @IsObject() fields?: Partial<Fields>;
  /** The org's currency, where it has one only. */
  @IsOptional() @Matches(/^[A-Z]{3}$/, { message: 'must be an ISO 4217 code such as USD' }) currency?: string;
}

const pageSize = 200;

const settingsOf = (vendor: Vendor): SalesforceSettings => vendor.settings as SalesforceSettings;
const orgOf = (vendor: Vendor): Org => {
  const { fields, currency = null } = settingsOf(vendor);
  return { fields: { ...defaultFields, ...fields }, currency };
};

async function one<T>(vendor: Vendor, query: string, what: string): Promise<T> {
  const [row] = await soql<T>(vendor, query);
  if (!row) throw new Failure('not-found', `Salesforce has no ${what}`);
  return row;
}

/** Won deals, oldest change first, ties by id. */
const wonDeals = (org: Org, condition: string, limit: number): string =>
  `SELECT ${opportunityColumns(org)} FROM Opportunity WHERE IsWon = true AND IsClosed = true${condition}` +
  ` ORDER BY SystemModstamp, Id LIMIT ${limit}`;

const wonOpportunities: Feed = {
  name: 'won-opportunities',
  everyMs: 60_000,
  since: (moment) => new Date(moment).toISOString(),
  async poll(vendor, cursor) {
    const org = orgOf(vendor);
    const { rows, ...progress } = await readStamped(cursor, pageSize, (condition) =>
      soql<OpportunityRow>(vendor, wonDeals(org, condition, pageSize)),
    );
    const changes = rows.map((row) => ({
      type: events.opportunityWon,
      subject: `opportunity/${row.Id}`,
      key: `${row.Id}/${row.SystemModstamp}`,
      time: orgMoment(row.SystemModstamp),
      data: { instance: vendor.instance, id: row.Id, opportunity: toOpportunity(row, org) },
    }));
    return { changes, ...progress };
  },
};

export const salesforce = defineConnector<SalesforceSettings>({
  platform: 'salesforce',
  title: 'Salesforce',
  settings: SalesforceSettings,
  address: (settings) => settings.loginUrl,
  signIn: signInToOrg,
  classify: classifyOrgError,
  // A recorded org allowed 15,000 a day, shared with everything else that calls it.
  limits: { concurrency: 10, timeoutMs: 30_000, perDay: 15_000 },
  domains: {
    crm: {
      getOpportunity: read(async (vendor, { id }) => {
        const org = orgOf(vendor);
        const query = `SELECT ${opportunityColumns(org)} FROM Opportunity WHERE Id = ${soqlText(id)}`;
        return toOpportunity(await one<OpportunityRow>(vendor, query, `opportunity ${id}`), org);
      }),
      listWonOpportunities: read(async (vendor, { cursor, limit = pageSize }) => {
        const org = orgOf(vendor);
        const [stamp, id] = cursor?.split('|') ?? [];
        const condition = stamp && id ? soqlAfter(stamp, id) : '';
        const rows = await soql<OpportunityRow>(vendor, wonDeals(org, condition, limit + 1));
        const items = rows.slice(0, limit).map((row) => toOpportunity(row, org));
        const last = items.at(-1);
        return { items, nextCursor: last && rows.length > limit ? `${last.modifiedAt}|${last.id}` : null };
      }),
      getAccount: read(async (vendor, { id }) => {
        const org = orgOf(vendor);
        const query = `SELECT ${accountColumns(org.fields)} FROM Account WHERE Id = ${soqlText(id)}`;
        return toAccount(await one<AccountRow>(vendor, query, `account ${id}`), org.fields);
      }),
    },
  },
  feeds: [wonOpportunities],
});
