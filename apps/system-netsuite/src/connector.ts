import { importPKCS8, SignJWT } from 'jose';
import {
  bearer,
  defineConnector,
  refusedFields,
  retryAfter,
  type Session,
  type TokenRequest,
  type VendorReply,
} from '#connector';
import { Failure } from '#kernel';
import { erpOperations } from './erp.js';
import { NetsuiteSettings } from './settings.js';

const tokenPath = '/services/rest/auth/oauth2/v1/token';

/** Client credentials with a signed assertion: PS256 or ES256, never RS256. */
async function signIn(settings: NetsuiteSettings, request: TokenRequest): Promise<Session> {
  const key = await importPKCS8(settings.privateKey, 'ES256');
  const audience = settings.baseUrl + tokenPath;
  const assertion = await new SignJWT({ scope: ['rest_webservices'] })
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: settings.certificateId })
    .setIssuer(settings.clientId)
    .setAudience(audience)
    // A vendor whose clock is a little behind ours would refuse what was issued in its future.
    .setIssuedAt('30 seconds ago')
    .setExpirationTime('5m')
    .sign(key);
  const reply = await request(audience, {
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  });
  return bearer(reply);
}

interface ErrorDetail {
  detail?: string;
  'o:errorCode'?: string;
  'o:errorPath'?: string;
}

/** `o:errorCode` decides; NetSuite itself names no time to come back, what stands before it may. */
function classify(reply: VendorReply): Failure | null {
  const { 'o:errorDetails': details = [] } = (reply.body ?? {}) as { 'o:errorDetails'?: ErrorDetail[] };
  const [first] = details;
  if (!first) return null;
  const code = first['o:errorCode'] ?? 'unknown';
  const text = `NetSuite: ${details.map(({ detail }) => detail).join('; ')}`;
  const fields = refusedFields(details.map((one) => ({ field: one['o:errorPath'], message: one.detail })));
  if (code === 'CONCURRENCY_LIMIT_EXCEEDED' || reply.status === 429) {
    return new Failure('throttled', text, retryAfter(reply));
  }
  if (code === 'NONEXISTENT_ID' || reply.status === 404) return new Failure('not-found', text);
  if (code === 'INSUFFICIENT_PERMISSION' || code === 'INVALID_LOGIN') return new Failure('forbidden', text, { code });
  return reply.status < 500 ? new Failure('rejected', text, { fields }) : null;
}

export const netsuite = defineConnector<NetsuiteSettings>({
  platform: 'netsuite',
  title: 'Oracle NetSuite',
  settings: NetsuiteSettings,
  address: (settings) => settings.baseUrl,
  signIn,
  classify,
  // The smallest account admits five requests at once, shared with everything else that calls it.
  limits: { concurrency: 4, timeoutMs: 60_000 },
  domains: { erp: erpOperations },
  feeds: [],
});
