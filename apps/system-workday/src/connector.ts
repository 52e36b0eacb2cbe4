import {
  adjustedHolidays,
  basic,
  bearer,
  defineConnector,
  retryAfter,
  type Session,
  type TokenRequest,
  type VendorReply,
} from '#connector';
import { Failure } from '#kernel';
import { changedWorkers } from './changes.js';
import { listHolidays } from './holidays.js';
import { hrOperations } from './hr.js';
import { recordedLeave } from './leave.js';
import { WorkdaySettings } from './settings.js';
import { faultOf } from './soap.js';

/** For the REST services; SOAP requests carry the user's password themselves. */
async function signIn(settings: WorkdaySettings, request: TokenRequest): Promise<Session> {
  const { baseUrl, tenant, clientId, clientSecret, refreshToken } = settings;
  const reply = await request(
    `${baseUrl}/ccx/oauth2/${encodeURIComponent(tenant)}/token`,
    { grant_type: 'refresh_token', refresh_token: refreshToken },
    basic(clientId, clientSecret),
  );
  return bearer(reply);
}

interface RestError {
  error?: string;
  code?: string;
}

/** SOAP says 500 to everything and means its fault; REST says what it means, and throttles without a time to come back. */
export function classify(reply: VendorReply): Failure | null {
  const fault = faultOf(reply);
  if (fault) return fault;
  const { error, code, errors = [] } = (reply.body ?? {}) as RestError & { errors?: RestError[] };
  const codes = [code, ...errors.map((one) => one.code)];
  const text = `Workday: ${errors.map((one) => one.error).join('; ') || error || `HTTP ${reply.status}`}`;
  if (reply.status === 429) return new Failure('throttled', text, retryAfter(reply));
  if (codes.includes('S22')) return new Failure('forbidden', text, { code: 'S22' });
  if (codes.includes('S21') || reply.status === 404) return new Failure('not-found', text);
  return reply.status === 400 ? new Failure('rejected', text) : null;
}

export const workday = defineConnector<WorkdaySettings>({
  platform: 'workday',
  title: 'Workday',
  settings: WorkdaySettings,
  address: (settings) => settings.baseUrl,
  signIn,
  classify,
  // A tenant of the smallest size is granted 75,000 requests a day, shared with everything else that calls it.
  limits: { concurrency: 4, timeoutMs: 60_000, perDay: 60_000 },
  domains: { hr: hrOperations },
  feeds: [changedWorkers, recordedLeave, adjustedHolidays(listHolidays)],
});
