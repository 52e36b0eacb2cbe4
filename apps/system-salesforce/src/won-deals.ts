import { type Change, type Feed, type FeedPage, orgMoment, readStamped, soql, soqlText, type Vendor } from '#connector';
import { events } from '#contracts';
import {
  opportunityColumns,
  type OpportunityRow,
  type Org,
  changedAt,
  toOpportunity,
  versionOf,
  wonAt,
} from './mapping.js';
import { orgOf } from './settings.js';

export const pageSize = 200;

/** Won deals, oldest change first, ties by id. */
export const wonDeals = (org: Org, condition: string, limit: number): string =>
  `SELECT ${opportunityColumns(org)} FROM Opportunity WHERE IsWon = true AND IsClosed = true${condition}` +
  ` ORDER BY SystemModstamp, Id LIMIT ${limit}`;

/** The won deals that changed after a cursor of `readStamped`, a page of them. */
export async function wonSince(vendor: Vendor, cursor: string): Promise<FeedPage> {
  const org = orgOf(vendor);
  const { rows, ...progress } = await readStamped(cursor, pageSize, (condition) =>
    soql<OpportunityRow>(vendor, wonDeals(org, condition, pageSize)),
  );
  return { changes: rows.flatMap((row) => changesOf(vendor, org, row)), ...progress };
}

/** Those of the deals that are won, oldest change first; what changed before the firm's day is left as it is. */
export async function wonAmong(vendor: Vendor, ids: string[]): Promise<Change[]> {
  const org = orgOf(vendor);
  const since = ` AND SystemModstamp >= ${vendor.config.changesSince}T00:00:00Z`;
  const rows = await inPortions(ids, (some) =>
    soql<OpportunityRow>(vendor, wonDeals(org, `${since} AND Id IN (${some})`, pageSize)),
  );
  const byChange = (a: OpportunityRow, b: OpportunityRow): number =>
    changedAt(a).localeCompare(changedAt(b)) || a.Id.localeCompare(b.Id);
  return rows.toSorted(byChange).flatMap((row) => changesOf(vendor, org, row));
}

/** The deals that lines belong to. */
export async function dealsOfLines(vendor: Vendor, ids: string[]): Promise<string[]> {
  const rows = await inPortions(ids, (some) =>
    soql<{ OpportunityId: string }>(vendor, `SELECT OpportunityId FROM OpportunityLineItem WHERE Id IN (${some})`),
  );
  return rows.map(({ OpportunityId: id }) => id);
}

async function inPortions<T>(ids: string[], rows: (some: string) => Promise<T[]>): Promise<T[]> {
  const found: T[] = [];
  for (let at = 0; at < ids.length; at += pageSize) {
    found.push(
      ...(await rows(
        ids
          .slice(at, at + pageSize)
          .map(soqlText)
          .join(', '),
      )),
    );
  }
  return found;
}

/**
 * What a version of a won deal says: won, where it was won since the gateway took over, which sets a mobilisation that
 * stopped going again; and changed, where it is younger than the stage. The version is the key, whichever way the change
 * was noticed.
 */
function changesOf(vendor: Vendor, org: Org, row: OpportunityRow): Change[] {
  const opportunity = toOpportunity(row, org);
  const time = orgMoment(changedAt(row));
  const change = {
    subject: `opportunity/${row.Id}`,
    key: versionOf(row, opportunity),
    time,
    data: { instance: vendor.instance, id: row.Id, opportunity },
  };
  const won = wonAt(row);
  return [
    ...(won >= `${vendor.config.changesSince}` ? [{ type: events.opportunityWon, ...change }] : []),
    ...(time > won ? [{ type: events.opportunityChanged, ...change }] : []),
  ];
}

export const wonOpportunities: Feed = {
  name: 'won-opportunities',
  everyMs: 60_000,
  since: (moment) => new Date(moment).toISOString(),
  poll: wonSince,
};
