import { createPublicKey, randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import type { World } from '../../core/simulator.js';
import { NetsuiteError } from './errors.js';

export const tokenPath = '/services/rest/auth/oauth2/v1/token';
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const tokenLifeSeconds = 3600;

/** Client credentials with a signed assertion; RS256 is not among the algorithms the vendor lists. */
export function tokenRoute(app: FastifyInstance, world: World): void {
  app.post<{ Body: Record<string, string> }>(tokenPath, async (request, reply) => {
    const { grant_type: grant, client_assertion_type: type, client_assertion: assertion } = request.body ?? {};
    if (grant !== 'client_credentials' || type !== assertionType || !(await genuine(world, assertion ?? ''))) {
      return reply.code(400).send({ error: 'invalid_grant' });
    }
    const token = randomBytes(32).toString('base64url');
    world.store.put('token', token, { token, expiresAt: world.now().getTime() + tokenLifeSeconds * 1000 });
    return reply.send({ access_token: token, expires_in: String(tokenLifeSeconds), token_type: 'bearer' });
  });
}

async function genuine(world: World, assertion: string): Promise<boolean> {
  const { clientId, certificateId, publicKey } = world.credentials.netsuite;
  try {
    if (decodeProtectedHeader(assertion).kid !== certificateId) return false;
    const { payload } = await jwtVerify(assertion, createPublicKey(publicKey), {
      algorithms: ['PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512'],
      issuer: clientId,
      audience: world.origin + tokenPath,
      currentDate: world.now(),
    });
    return (
      payload.iat !== undefined &&
      payload.exp !== undefined &&
      payload.exp - payload.iat < 3600 &&
      payload.scope !== undefined
    );
  } catch {
    return false;
  }
}

export function requireToken(world: World, request: FastifyRequest): void {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const held = world.store.get<{ expiresAt: number }>('token', token);
  if (!held || held.expiresAt <= world.now().getTime()) {
    throw new NetsuiteError(
      401,
      'INVALID_LOGIN',
      'Invalid login attempt. For more details, see the Login Audit Trail in the NetSuite UI.',
    );
  }
}
