import { createPublicKey, randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { decodeJwt, errors, jwtVerify } from 'jose';
import { SalesforceError } from './errors.js';
import { orgId, userId } from './ids.js';
import type { Org } from './org.js';

/** Longest life of an assertion; 3 or 5 minutes, assumption, unconfirmed by the vendor. */
const longestAssertionSeconds = 300;

const loginHost = 'https://login.salesforce.com';

/** The OAuth endpoint refuses with an object, not with the data API's array. */
class OAuthError extends Error {
  constructor(
    readonly error: string,
    description: string,
  ) {
    super(description);
  }
}

const invalidGrant = (description: string): OAuthError => new OAuthError('invalid_grant', description);

/** The token endpoint. Replies carry no lifetime: a session ends when the org says so. */
export function tokenRoute(app: FastifyInstance, org: Org): void {
  app.post('/services/oauth2/token', async (request, reply) => {
    try {
      await checkGrant(org, request);
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      return reply.code(400).send({ error: error.error, error_description: error.message });
    }
    const token = `${orgId.slice(0, 15)}!AQ${randomBytes(48).toString('base64url').replace('-', '.')}`;
    org.store.put('session', token, { token });
    return reply.send({
      access_token: token,
      scope: 'api',
      instance_url: org.origin,
      id: `${loginHost}/id/${orgId}/${userId}`,
      token_type: 'Bearer',
    });
  });
}

async function checkGrant(org: Org, request: FastifyRequest): Promise<void> {
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  const { grant_type: grant, assertion } = (isForm ? request.body : {}) as Record<string, string | undefined>;
  if (grant !== 'urn:ietf:params:oauth:grant-type:jwt-bearer')
    throw new OAuthError('unsupported_grant_type', 'grant type not supported');
  await checkAssertion(org, assertion ?? '');
}

async function checkAssertion(org: Org, assertion: string): Promise<void> {
  const { clientId, username, publicKey } = org.credentials[org.setup.name];
  if (issuerOf(assertion) !== clientId) throw new OAuthError('invalid_client_id', 'client identifier invalid');
  const { payload } = await jwtVerify(assertion, createPublicKey(publicKey), {
    algorithms: ['RS256'],
    audience: [org.origin, loginHost],
    requiredClaims: ['exp'],
    currentDate: org.now(),
  }).catch((error: unknown) => {
    throw invalidGrant(reasonOf(error));
  });
  const latest = org.now().getTime() / 1000 + longestAssertionSeconds;
  if (payload.exp! > latest) throw invalidGrant('expired authorization code');
  if (payload.sub !== username) throw invalidGrant("user hasn't approved this consumer");
}

function issuerOf(assertion: string): string | undefined {
  try {
    return decodeJwt(assertion).iss;
  } catch {
    throw invalidGrant('invalid assertion');
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'expired authorization code';
  return error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud'
    ? 'audience is invalid'
    : 'invalid assertion';
}

/** Every data request needs a live session. */
export function requireSession(org: Org, request: FastifyRequest): void {
  if (!hasSession(org, request)) throw new SalesforceError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
}

export function hasSession(org: Org, { headers }: FastifyRequest): boolean {
  const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  return token !== undefined && org.store.get('session', token) !== undefined;
}

/** Ends every session, as an administrator or the org's policy does. */
export function endSessions(org: Org): void {
  for (const { token } of org.store.list<{ token: string }>('session')) org.store.delete('session', token);
}
