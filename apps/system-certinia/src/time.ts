import {
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
import { events } from '#contracts';
import { Failure } from '#kernel';
import { splitColumns, type SplitRow, toEntries } from './mapping.js';
import { settingsOf } from './settings.js';

/** A split has up to seven days, and a page up to 200 entries. */
const daysASplit = 7;
const largestPage = 196;

/** Approved splits, oldest change first, ties by id. */
const approvedSplits = (vendor: Vendor, condition: string, limit: number): Promise<SplitRow[]> =>
  soql<SplitRow>(
    vendor,
    `SELECT ${splitColumns(settingsOf(vendor))} FROM pse__Timecard__c WHERE pse__Status__c = 'Approved'${condition}` +
      ` ORDER BY SystemModstamp, Id LIMIT ${limit}`,
  );

export const timeOperations: Pick<DomainOperations['psa'], 'getTimeEntry' | 'listApprovedTime'> = {
  getTimeEntry: read(async (vendor, { id }) => {
    const settings = settingsOf(vendor);
    const [split = ''] = id.split('-');
    const where = `Id = ${soqlText(split)}`;
    const query = `SELECT ${splitColumns(settings)} FROM pse__Timecard__c WHERE ${where}`;
    const rows = await soql<SplitRow>(vendor, query);
    const entry = rows.flatMap((row) => toEntries(row, settings)).find((one) => one.id === id);
    if (entry) return entry;
    throw new Failure('not-found', `Certinia has no time entry ${id}`);
  }),

  listApprovedTime: read(async (vendor, { cursor, limit = largestPage }) => {
    const splits = Math.max(1, Math.floor(Math.min(limit, largestPage) / daysASplit));
    const [stamp, id] = cursor?.split('|') ?? [];
    const found = await approvedSplits(vendor, stamp && id ? soqlAfter(stamp, id) : '', splits + 1);
    const page = found.slice(0, splits);
    const last = page.at(-1);
    return {
      items: page.flatMap((row) => toEntries(row, settingsOf(vendor))),
      nextCursor: last && found.length > splits ? `${orgMoment(last.SystemModstamp)}|${last.Id}` : null,
    };
  }),
};

const splitsAPage = 100;

export const approvedTimeFeed: Feed = {
  name: 'approved-time',
  everyMs: 60_000,
  since: (moment) => new Date(moment).toISOString(),
  async poll(vendor, cursor) {
    const { rows, ...progress } = await readStamped(cursor, splitsAPage, (condition) =>
      approvedSplits(vendor, condition, splitsAPage),
    );
    const entries = rows.flatMap((row) => toEntries(row, settingsOf(vendor)));
    const changes = entries.map((entry) => ({
      type: events.timeApproved,
      subject: `time-entry/${entry.id}`,
      key: `${entry.id}/${entry.modifiedAt}`,
      time: entry.modifiedAt,
      data: { instance: vendor.instance, id: entry.id, entry },
    }));
    return { changes, ...progress };
  },
};
