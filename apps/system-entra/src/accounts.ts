import type { Sent, Vendor } from '#connector';
import type { identity } from '#contracts';
import { Failure } from '#kernel';
import { type GraphUser, toAccount, userFields } from './mapping.js';
import { type LogEntry, logSince, mayBeEarlier, newestEntry, quoted } from './provisioning-log.js';
import type { EntraSettings } from './settings.js';

export interface PutAccount {
  reference: string;
  state: identity.AccountState;
}

/** Entra says five to ten minutes pass between an upload and its entry in the log. */
const lookAgainMs = 30_000;

/** The account whose employee id is the worker number. */
export async function findAccount(vendor: Vendor, reference: string): Promise<identity.IdentityAccount | null> {
  const query = { $filter: `employeeId eq '${quoted(reference)}'`, $select: userFields };
  const { value } = await vendor.get<{ value: GraphUser[] }>('/users', query);
  if (value.length > 1) {
    throw new Failure('conflict', `${value.length} accounts in Entra have the employee id ${reference}`, {
      code: 'ambiguous-reference',
      record: `worker ${reference}`,
      remedy: 'take the employee id off every account but one in Entra, and retry',
    });
  }
  return value[0] ? toAccount(value[0]) : null;
}

/** Hands the record over; answers where its outcome will show. A repeat states the same and changes nothing. */
export async function upload(vendor: Vendor, { key, body }: Sent): Promise<string> {
  const { servicePrincipalId, jobId } = vendor.settings as EntraSettings;
  const { headers } = await vendor.send({
    method: 'POST',
    path: `/servicePrincipals/${encodeURIComponent(servicePrincipalId)}/synchronization/jobs/${encodeURIComponent(jobId)}/bulkUpload`,
    body,
    headers: { 'content-type': 'application/scim+json', 'client-request-id': key },
  });
  return logSince(jobId, new Date(headers.get('date') ?? Date.now()));
}

/** What became of an uploaded record: `unavailable` while that is not known. */
export async function outcome(vendor: Vendor, { reference, state }: PutAccount, location: string) {
  const entry = await newestEntry(vendor, location, reference);
  if (!entry) throw notYet(reference, 'its provisioning log does not show the change yet');
  refuseFailed(entry, reference);
  const account = await accountOf(vendor, entry, reference);
  if (account && mayBeEarlier(location, entry) && !shows(account, state)) {
    throw notYet(reference, 'its provisioning log shows the change before this one');
  }
  if (account && account.active === state.active) return account;
  if (entry.provisioningStatusInfo?.status === 'skipped') throw refused(entry, reference, 'skipped');
  if (!account) throw notYet(reference, 'the account cannot be read yet');
  throw new Failure('conflict', `Entra took the change, but worker ${reference} ${signsIn(account.active)}`, {
    code: 'not-as-written',
    record: `worker ${reference}`,
    remedy: 'map `active` to accountEnabled in the provisioning job, see whether somebody else changed it, and retry',
  });
}

/** A failure of Entra's own is tried again by Entra; any other needs somebody. */
function refuseFailed(entry: LogEntry, reference: string): void {
  const { status, errorInformation } = entry.provisioningStatusInfo ?? {};
  if (status === undefined || status === 'unknownFutureValue') throw notYet(reference, 'its outcome is not known yet');
  if (status !== 'failure') return;
  if (errorInformation?.errorCategory === 'failure') throw notYet(reference, 'Entra failed and will try again itself');
  throw refused(entry, reference, 'failed');
}

async function accountOf(vendor: Vendor, { targetIdentity }: LogEntry, reference: string) {
  if (!targetIdentity?.id) return findAccount(vendor, reference);
  const path = `/users/${encodeURIComponent(targetIdentity.id)}`;
  return toAccount(await vendor.get<GraphUser>(path, { $select: userFields }));
}

const shows = (
  account: identity.IdentityAccount,
  { jobTitle, costCentre, legalEntity, ...state }: identity.AccountState,
) =>
  (['firstName', 'lastName', 'active'] as const).every((name) => account[name] === state[name]) &&
  Object.entries({ jobTitle, costCentre, legalEntity }).every(
    ([name, value]) => value === null || account[name as 'jobTitle'] === value,
  );

const notYet = (reference: string, why: string): Failure =>
  new Failure('unavailable', `Entra works on the account of worker ${reference}: ${why}`, {
    code: 'still-running',
    retryAfterMs: lookAgainMs,
    remedy: 'if this lasts longer than an hour, see in the Entra admin center whether provisioning is paused',
  });

function refused({ provisioningStatusInfo }: LogEntry, reference: string, what: string): Failure {
  const { errorCode, reason } = provisioningStatusInfo?.errorInformation ?? {};
  return new Failure('rejected', `Entra ${what} the account of worker ${reference}: ${reason ?? 'no reason given'}`, {
    ...(errorCode && { code: errorCode }),
    record: `worker ${reference}`,
    remedy: 'see the entry in the provisioning log; correct the worker, the mapping or the scope of the job, and retry',
  });
}

const signsIn = (active: boolean): string => (active ? 'may still sign in' : 'may not sign in');
