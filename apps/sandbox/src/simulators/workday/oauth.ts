import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { RestError } from './rest-error.js';

interface Token {
  token: string;
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

/** Assumption, unconfirmed by the vendor. The reply does not tell: a caller learns by a 401. */
const lifeMs = 4 * 60 * 60 * 1000;

/** Gives an access token for the refresh token an administrator made for the integration. */
export function tokenRoute(app: FastifyInstance, world: World): void {
  app.post<{ Params: { tenant: string }; Body?: Record<string, string> }>(
    '/ccx/oauth2/:tenant/token',
    (request, reply) => {
      const { tenant, clientId, clientSecret, refreshToken } = world.credentials.workday;
      const refuse = (status: number, error: string) => reply.code(status).send({ error });
      const form = request.body;
      if (!/x-www-form-urlencoded/.test(request.headers['content-type'] ?? '') || !form) {
        return refuse(400, 'invalid_request');
      }
      const client = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
      if (request.params.tenant !== tenant || request.headers.authorization !== client) {
        return refuse(401, 'invalid_client');
      }
      if (form.grant_type !== 'refresh_token') return refuse(400, 'unsupported_grant_type');
      if (form.refresh_token !== refreshToken) return refuse(400, 'invalid_grant');
      const token = randomBytes(32).toString('base64url');
      const held: Token = { token, expiresAt: world.now().getTime() + lifeMs };
      world.store.put('token', token, held);
      return { access_token: token, token_type: 'Bearer', refresh_token: refreshToken };
    },
  );
}

export function requireToken(world: World, request: FastifyRequest): void {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const held = world.store.get<Token>('token', token);
  if (!held || held.expiresAt <= world.now().getTime()) throw new RestError(401, 'invalid_token');
}

export function expireTokens(world: World): void {
  for (const { token } of world.store.list<Token>('token')) world.store.delete('token', token);
}
