import { defineConnector, refusedFields, retryAfter, type VendorReply } from '#connector';
import { Failure } from '#kernel';
import { assignmentFeed } from './places.js';
import { psaOperations } from './psa.js';
import { schedulingOperations } from './scheduling.js';
import { KantataSettings } from './settings.js';
import { approvedTimeFeed } from './time.js';

interface Problem {
  type?: string;
  message?: string;
  field?: string;
}

/** `errors[]` names the fields; a 429 body is not documented and not looked at. */
function classify(reply: VendorReply): Failure | null {
  const { errors = [] } = (reply.body ?? {}) as { errors?: Problem[] };
  const text = `Kantata: ${errors.map(({ message }) => message).join('; ') || `HTTP ${reply.status}`}`;
  if (reply.status === 429) return new Failure('throttled', text, retryAfter(reply));
  if (reply.status === 503) return new Failure('unavailable', text, retryAfter(reply));
  if (reply.status !== 400 && reply.status !== 422) return null;
  return new Failure('rejected', text, { fields: refusedFields(errors) });
}

export const kantata = defineConnector<KantataSettings>({
  platform: 'kantata',
  title: 'Kantata OX',
  settings: KantataSettings,
  address: (settings) => settings.baseUrl,
  signIn: (settings) => Promise.resolve({ headers: { authorization: `Bearer ${settings.token}` } }),
  classify,
  limits: { concurrency: 8, timeoutMs: 30_000 },
  domains: { psa: psaOperations, scheduling: schedulingOperations },
  feeds: [approvedTimeFeed, assignmentFeed],
});
