import { createPublicKey, randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { decodeProtectedHeader, type JWTPayload, jwtVerify } from 'jose';
import type { World } from '../../core/simulator.js';
import { NetsuiteError } from './errors.js';

export const tokenPath = '/services/rest/auth/oauth2/v1/token';
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/** RS256, which most libraries take by default, is not among the algorithms the vendor lists. */
const algorithms = ['PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512'];
const knownScopes = ['restlets', 'rest_webservices', 'suite_analytics'];
const hourSeconds = 3600;

interface Token {
  token: string;
  scopes: string[];
  expiresAt: number;
}

/** Client credentials with a signed assertion. Assumption, unconfirmed by the vendor: the OAuth error bodies. */
export function tokenRoute(app: FastifyInstance, world: World): void {
  app.post<{ Body?: Record<string, string> }>(tokenPath, async (request, reply) => {
    const refuse = (error: string) => reply.code(400).send({ error });
    const form = request.body;
    if (!/x-www-form-urlencoded/.test(request.headers['content-type'] ?? '') || !form) return refuse('invalid_request');
    if (form.grant_type !== 'client_credentials') return refuse('unsupported_grant_type');
    if (form.client_assertion_type !== assertionType || !form.client_assertion) return refuse('invalid_request');
    if (!knows(world, form.client_assertion)) return refuse('invalid_client');
    const scopes = await scopesOf(world, form.client_assertion).catch(() => []);
    if (scopes.length === 0) return refuse('invalid_grant');
    return reply.send(issue(world, scopes));
  });
}

function knows(world: World, assertion: string): boolean {
  try {
    const { kid, typ } = decodeProtectedHeader(assertion);
    return typ === 'JWT' && kid === world.credentials.netsuite.certificateId;
  } catch {
    return false;
  }
}

/** The scopes a genuine assertion asks for; none if it asks for one that does not exist. */
async function scopesOf(world: World, assertion: string): Promise<string[]> {
  const { clientId, publicKey } = world.credentials.netsuite;
  const { payload } = await jwtVerify(assertion, createPublicKey(publicKey), {
    algorithms,
    issuer: clientId,
    audience: world.origin + tokenPath,
    requiredClaims: ['exp'],
    maxTokenAge: hourSeconds,
    currentDate: world.now(),
  });
  const { iat = 0, exp = Infinity, scope } = payload as JWTPayload & { scope?: unknown };
  if (exp - iat >= hourSeconds) return [];
  const scopes = (Array.isArray(scope) ? scope : String(scope ?? '').split(',')).map(String);
  return scopes.every((name) => knownScopes.includes(name)) ? scopes : [];
}

function issue(world: World, scopes: string[]): object {
  const token = randomBytes(32).toString('base64url');
  const held: Token = { token, scopes, expiresAt: world.now().getTime() + hourSeconds * 1000 };
  world.store.put('token', token, held);
  return { access_token: token, expires_in: String(hourSeconds), token_type: 'bearer' };
}

/** Refuses a call without a living token for REST web services. */
export function requireToken(world: World, request: FastifyRequest): void {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const held = world.store.get<Token>('token', token);
  if (!held || held.expiresAt <= world.now().getTime()) {
    const detail = 'Invalid login attempt. For more details, see the Login Audit Trail in the NetSuite UI.';
    throw new NetsuiteError(401, 'INVALID_LOGIN', detail);
  }
  if (!held.scopes.includes('rest_webservices')) {
    throw new NetsuiteError(403, 'INSUFFICIENT_PERMISSION', 'The token is not meant for REST web services.');
  }
}

export function expireTokens(world: World): void {
  for (const { token } of world.store.list<Token>('token')) world.store.delete('token', token);
}
