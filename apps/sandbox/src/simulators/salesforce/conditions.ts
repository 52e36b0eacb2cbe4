import { createHash } from 'node:crypto';
import type { Call } from './call.js';
import { SalesforceError } from './errors.js';
import type { ObjectType, Row } from './org.js';

// Codes of these two refusals are an assumption, unconfirmed by the vendor; the statuses are documented under
// "Conditional Requests" of the REST API developer guide.
const preconditionFailed = 'PRECONDITION_FAILED';
const invalidHeader = 'INVALID_HEADER';

/** Only account rows have entity tags. */
const hasTag = (type: ObjectType): boolean => type.name === 'Account';

const tagOf = (row: Row): string => `"${createHash('sha256').update(JSON.stringify(row)).digest('base64')}--gzip"`;

const modifiedAt = (row: Row): Date => new Date(String(row.LastModifiedDate));

/** The headers that say which state of a row a reply shows. */
export const stateHeaders = (type: ObjectType, row: Row): Record<string, string> => ({
  'Last-Modified': modifiedAt(row).toUTCString(),
  ...(hasTag(type) && { ETag: tagOf(row) }),
});

/** Whether a read may be answered with 304. */
export function isUnmodified({ headers }: Call, type: ObjectType, row: Row): boolean {
  const [tags, since] = [headers['if-none-match']?.toString(), headers['if-modified-since']?.toString()];
  if (hasTag(type) && tags !== undefined) return names(tags, row);
  const moment = since === undefined ? null : httpDate(since);
  return moment !== null && modifiedAt(row).getTime() <= moment;
}

/** Throws 412 where the row is not in the state the caller knows, 400 where a header cannot be read. */
export function requireState({ method, headers }: Call, type: ObjectType, row: Row): void {
  const [tags, since] = [headers['if-match']?.toString(), headers['if-unmodified-since']?.toString()];
  const moment = since === undefined ? null : httpDate(since);
  if (since !== undefined && moment === null && method !== 'GET')
    throw new SalesforceError(400, invalidHeader, `Invalid If-Unmodified-Since header: ${since}`);
  const changed = moment !== null && modifiedAt(row).getTime() > moment;
  if (changed || (hasTag(type) && tags !== undefined && !names(tags, row)))
    throw new SalesforceError(412, preconditionFailed, 'The record has changed since the given state');
}

/** Deletes cannot be conditional; that the attempt is refused, not ignored, is an assumption, unconfirmed. */
export function refuseConditions({ headers }: Call): void {
  if (headers['if-match'] === undefined && headers['if-unmodified-since'] === undefined) return;
  throw new SalesforceError(400, invalidHeader, 'Conditional headers are not supported for DELETE');
}

const names = (tags: string, row: Row): boolean =>
  tags.split(',').some((tag) => tag.trim() === '*' || tag.trim() === tagOf(row));

/** Milliseconds of e.g. `Tue, 10 Aug 2027 14:30:00 GMT`, null where it is no HTTP date. */
function httpDate(text: string): number | null {
  const moment = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(moment) ? null : moment;
}
