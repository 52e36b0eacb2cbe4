import type { Vendor } from '#connector';

/** What Entra's provisioning service did with one uploaded record. */
export interface LogEntry {
  activityDateTime: string;
  sourceIdentity: Identity | null;
  targetIdentity: Identity | null;
  provisioningStatusInfo: {
    status: 'success' | 'warning' | 'failure' | 'skipped' | 'unknownFutureValue';
    errorInformation: { errorCode: string | null; reason: string | null; errorCategory: string | null } | null;
  } | null;
}

interface Identity {
  id: string | null;
  displayName: string | null;
  details: Record<string, unknown> | null;
}

interface LogPage {
  value: LogEntry[];
  '@odata.nextLink'?: string;
}

/** `Date` of the reply says whole seconds, and `gt` leaves out the moment itself. */
const clockMarginMs = 1_000;

/** Where the outcome of a record shows that was accepted at a moment of the vendor's own clock. */
export function logSince(jobId: string, accepted: Date): string {
  const from = new Date(accepted.getTime() - clockMarginMs).toISOString();
  const filter = `jobid eq '${quoted(jobId)}' and activityDateTime gt ${from}`;
  return `/auditLogs/provisioning?$filter=${encodeURIComponent(filter)}&$top=100`;
}

const settlingMs = 60_000;

/** Whether an entry may be about an upload just before ours; it is waited for another, but not for ever. */
export function mayBeEarlier(location: string, { activityDateTime }: LogEntry): boolean {
  const from = Date.parse(/ gt ([^&\s]+)/.exec(decodeURIComponent(location))?.[1] ?? '');
  return Date.parse(activityDateTime) - from < 2 * clockMarginMs && Date.now() - from < settlingMs;
}

/** The newest entry about a record of ours; undefined while there is none. */
export async function newestEntry(vendor: Vendor, location: string, reference: string): Promise<LogEntry | undefined> {
  const found: LogEntry[] = [];
  for (let path: string | undefined = location; path;) {
    const page: LogPage = await vendor.get<LogPage>(path);
    found.push(...page.value.filter(({ sourceIdentity }) => isOf(sourceIdentity, reference)));
    path = page['@odata.nextLink'];
  }
  return found.sort((one, other) => Date.parse(other.activityDateTime) - Date.parse(one.activityDateTime))[0];
}

/** Which part of the source identity holds an uploaded `externalId` is not documented: wherever it stands, it is ours. */
const isOf = (source: Identity | null, reference: string): boolean =>
  source !== null && [source.id, source.displayName, ...Object.values(source.details ?? {})].includes(reference);

/** Text within the quotes of an OData filter. */
export const quoted = (text: string): string => text.replaceAll("'", "''");
