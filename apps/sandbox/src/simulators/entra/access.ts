import { randomBytes, randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { forbidden, GraphError } from './errors.js';

interface Token {
  token: string;
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

const lifeSeconds = 3599;
const scope = 'https://graph.microsoft.com/.default';

/** Client credentials of the application that an administrator registered, in the form. */
export function tokenRoute(app: FastifyInstance, world: World): void {
  app.post<{ Params: { tenant: string }; Body?: Record<string, string> }>(
    '/:tenant/oauth2/v2.0/token',
    ({ params, body: form = {} }, reply) => {
      const { tenantId, clientId, clientSecret } = world.credentials.entra;
      const refuse = (status: number, error: string, code: number, words: string) =>
        reply.code(status).send({
          error,
          error_description: `AADSTS${code}: ${words}`,
          error_codes: [code],
          timestamp: world.now().toISOString(),
          trace_id: randomUUID(),
          correlation_id: randomUUID(),
        });
      if (params.tenant !== tenantId)
        return refuse(400, 'invalid_request', 90002, `Tenant '${params.tenant}' not found.`);
      if (form.grant_type !== 'client_credentials')
        return refuse(400, 'unsupported_grant_type', 70003, 'The app requested an unsupported grant type.');
      if (form.client_id !== clientId)
        return refuse(400, 'unauthorized_client', 700016, 'Application was not found in the directory.');
      if (form.client_secret !== clientSecret)
        return refuse(401, 'invalid_client', 7000215, 'Invalid client secret provided.');
      if (form.scope !== scope)
        return refuse(400, 'invalid_scope', 70011, 'The provided value for scope is not valid.');
      const token = randomBytes(48).toString('base64url');
      const held: Token = { token, expiresAt: world.now().getTime() + lifeSeconds * 1000 };
      world.store.put('token', token, held);
      return { token_type: 'Bearer', expires_in: lifeSeconds, ext_expires_in: lifeSeconds, access_token: token };
    },
  );
}

/** What an administrator has consented to; the least that uploading and seeing what became of it takes. */
const granted = ['SynchronizationData-User.Upload', 'AuditLog.Read.All', 'User.Read.All'] as const;
export type Permission = (typeof granted)[number];

export function admit(world: World, { headers }: FastifyRequest): void {
  const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  if (token === undefined) throw new GraphError(401, 'InvalidAuthenticationToken', 'Access token is empty.');
  const held = world.store.get<Token>('token', token);
  if (!held || held.expiresAt <= world.now().getTime())
    throw new GraphError(401, 'InvalidAuthenticationToken', 'Access token has expired or is not yet valid.');
}

export function requirePermission(world: World, permission: Permission): void {
  const { permissions } = world.store.get<{ permissions: string[] }>('setting', 'consent') ?? { permissions: granted };
  if (!permissions.includes(permission)) throw forbidden();
}

/** An administrator consents to these permissions alone. */
export function setPermissions(world: World, { permissions }: { permissions: string[] }): void {
  world.store.put('setting', 'consent', { permissions });
}

export function expireTokens(world: World): void {
  for (const { token } of world.store.list<Token>('token')) world.store.delete('token', token);
}
