import {
  classifyOrgError,
  defineConnector,
  orgHeaders,
  read,
  signInToOrg,
  soql,
  soqlAfter,
  soqlText,
  type Vendor,
} from '#connector';
import { Failure } from '#kernel';
import { capturedOpportunities } from './capture.js';
import {
  accountColumns,
  type AccountRow,
  opportunityColumns,
  type OpportunityRow,
  toAccount,
  toOpportunity,
} from './mapping.js';
import { orgOf, SalesforceSettings } from './settings.js';
import { pageSize, wonDeals, wonOpportunities } from './won-deals.js';

async function one<T>(vendor: Vendor, query: string, what: string): Promise<T> {
  const [row] = await soql<T>(vendor, query);
  if (!row) throw new Failure('not-found', `Salesforce has no ${what}`);
  return row;
}

export const salesforce = defineConnector<SalesforceSettings>({
  platform: 'salesforce',
  title: 'Salesforce',
  settings: SalesforceSettings,
  address: (settings) => settings.loginUrl,
  signIn: signInToOrg,
  headers: orgHeaders,
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
  capture: capturedOpportunities,
});
