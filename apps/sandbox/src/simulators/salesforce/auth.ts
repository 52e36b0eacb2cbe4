import { createPublicKey, randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { jwtVerify } from 'jose';
import type { World } from '../../core/simulator.js';
import { SalesforceError } from './errors.js';

/** Longest life of an assertion the vendor accepts; 3 or 5 minutes, unconfirmed by the vendor: the longer one. */
const longestAssertionSeconds = 300;

/** The token endpoint. Replies carry no lifetime: a session ends when the org says so. */
export function tokenRoute(app: FastifyInstance, world: World): void {
  app.post<{ Body: Record<string, string> }>('/services/oauth2/token', async (request, reply) => {
    const { grant_type: grant, assertion } = request.body ?? {};
    if (grant !== 'urn:ietf:params:oauth:grant-type:jwt-bearer')
      return refuse(reply, 'unsupported_grant_type', 'grant type not supported');
    const reason = await verify(world, assertion ?? '');
    if (reason) return refuse(reply, reason.error, reason.description);
    const token = `00D5g000004XYZ1!${randomBytes(24).toString('base64url')}`;
    world.store.put('session', token, { token });
    return reply.send({
      access_token: token,
      scope: 'api',
      instance_url: world.origin,
      id: 'https://login.salesforce.com/id/00D5g000004XYZ1EAO/0055g000001AbcdAAE',
      token_type: 'Bearer',
    });
  });
}

const refuse = (reply: FastifyReply, error: string, description: string): FastifyReply =>
  reply.code(400).send({ error, error_description: description });

async function verify(world: World, assertion: string): Promise<{ error: string; description: string } | null> {
  const { clientId, username, publicKey } = world.credentials.salesforce;
  try {
    const { payload } = await jwtVerify(assertion, createPublicKey(publicKey), {
      algorithms: ['RS256'],
      audience: [world.origin, 'https://login.salesforce.com'],
      currentDate: world.now(),
    });
    const now = world.now().getTime() / 1000;
    if (!payload.exp || payload.exp > now + longestAssertionSeconds)
      return { error: 'invalid_grant', description: 'expired authorization code' };
    if (payload.iss !== clientId) return { error: 'invalid_client_id', description: 'client identifier invalid' };
    if (payload.sub !== username) return { error: 'invalid_grant', description: "user hasn't approved this consumer" };
    return null;
  } catch {
    return { error: 'invalid_grant', description: 'invalid assertion' };
  }
}

/** Every data request needs a live session. */
export function requireSession(world: World, request: FastifyRequest): void {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (!token || !world.store.get('session', token)) {
    throw new SalesforceError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
  }
}
