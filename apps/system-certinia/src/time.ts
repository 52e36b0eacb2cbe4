import {
  decidedTime,
  type DomainOperations,
  type Feed,
  orgMoment,
  read,
  readStamped,
  soql,
  soqlAfter,
  soqlText,
  type Vendor,
} from '#connector';
import { Failure } from '#kernel';
import { splitColumns, type SplitRow, toEntries } from './timecards.js';
import { settingsOf } from './settings.js';

/** A split has up to seven days, and a page up to 200 entries. */
const daysASplit = 7;
const largestPage = 196;

const recordId = /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/;

const approved = "pse__Status__c = 'Approved'";

/** Splits, oldest change first, ties by id. */
const splitsThat = (vendor: Vendor, condition: string, limit: number): Promise<SplitRow[]> =>
  soql<SplitRow>(
    vendor,
    `SELECT ${splitColumns(settingsOf(vendor))} FROM pse__Timecard__c WHERE ${condition}` +
      ` ORDER BY SystemModstamp, Id LIMIT ${limit}`,
  );

export const timeOperations: Pick<DomainOperations['psa'], 'getTimeEntry' | 'listApprovedTime'> = {
  getTimeEntry: read(async (vendor, { id }) => {
    const settings = settingsOf(vendor);
    const [card = ''] = id.split('-');
    const where = `pse__Timecard_Header__c = ${soqlText(card)}`;
    const query = `SELECT ${splitColumns(settings)} FROM pse__Timecard__c WHERE ${where}`;
    // The org calls what is no id of its own a broken query.
    const rows = recordId.test(card) ? await soql<SplitRow>(vendor, query) : [];
    const entry = rows.flatMap((row) => toEntries(row, settings)).find((one) => one.id === id);
    if (entry) return entry;
    throw new Failure('not-found', `Certinia has no time entry ${id}`);
  }),

  listApprovedTime: read(async (vendor, { cursor, limit = largestPage }) => {
    const splits = Math.max(1, Math.floor(Math.min(limit, largestPage) / daysASplit));
    const [stamp, id] = cursor?.split('|') ?? [];
    const found = await splitsThat(vendor, approved + (stamp && id ? soqlAfter(stamp, id) : ''), splits + 1);
    const page = found.slice(0, splits);
    const last = page.at(-1);
    return {
      items: page.flatMap((row) => toEntries(row, settingsOf(vendor))),
      nextCursor: last && found.length > splits ? `${orgMoment(last.SystemModstamp)}|${last.Id}` : null,
    };
  }),
};

const decided = "pse__Status__c IN ('Approved', 'Rejected')";
const splitsAPage = 100;

export const approvedTimeFeed: Feed = {
  name: 'approved-time',
  everyMs: 60_000,
  since: (moment) => new Date(moment).toISOString(),
  async poll(vendor, cursor) {
    const { rows, ...progress } = await readStamped(cursor, splitsAPage, (condition) =>
      splitsThat(vendor, decided + condition, splitsAPage),
    );
    const entries = rows.flatMap((row) => toEntries(row, settingsOf(vendor)));
    return { changes: decidedTime(vendor, entries), ...progress };
  },
};
