import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { turnedAway } from '../../core/throttle.js';
import { Refused, required } from './errors.js';

interface Token {
  token: string;
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

/** Assumption, unconfirmed by the vendor. */
const lifeSeconds = 3600;

/** Client credentials, in the Authorization header or in the form; without a client certificate nobody gets this far. */
export function tokenRoute(app: FastifyInstance, world: World): void {
  app.post<{ Body?: Record<string, string> }>('/auth/oauth/v2/token', ({ headers, body: form = {} }, reply) => {
    // Assumption, unconfirmed by the vendor: refusals are those of RFC 6749.
    const refuse = (status: number, error: string) => reply.code(status).send({ error });
    if (!/x-www-form-urlencoded/.test(headers['content-type'] ?? '')) return refuse(400, 'invalid_request');
    const { clientId, clientSecret } = world.credentials.adp;
    const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
    const isInForm = form.client_id === clientId && form.client_secret === clientSecret;
    if (headers.authorization === undefined ? !isInForm : headers.authorization !== basic)
      return refuse(401, 'invalid_client');
    if (form.grant_type !== 'client_credentials') return refuse(400, 'unsupported_grant_type');
    const token = randomBytes(24).toString('base64url');
    const held: Token = { token, expiresAt: world.now().getTime() + lifeSeconds * 1000 };
    world.store.put('token', token, held);
    return { access_token: token, token_type: 'Bearer', expires_in: lifeSeconds, scope: 'api' };
  });
}

/** The specification names five; which of them may do what is not published, but that pay data is a practitioner's. */
const roles = new Set(['practitioner', 'administrator']);

/** Lets a caller in who has a live token, says in which role it acts, and does not come too often. */
export function admit(world: World, { headers }: FastifyRequest): void {
  const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
  const held = world.store.get<Token>('token', token);
  if (!held || held.expiresAt <= world.now().getTime())
    throw new Refused(401, 'Unauthorized', 'The access token is missing, malformed or expired.');
  const { rolecode: role } = headers;
  if (typeof role !== 'string') throw required('roleCode');
  if (!roles.has(role)) throw new Refused(403, 'Forbidden', `The role ${role} may not do this.`);
  const away = turnedAway(world);
  if (away) throw new Refused(429, 'TooManyRequests', 'Too many requests.', away);
}

export function expireTokens(world: World): void {
  for (const { token } of world.store.list<Token>('token')) world.store.delete('token', token);
}
