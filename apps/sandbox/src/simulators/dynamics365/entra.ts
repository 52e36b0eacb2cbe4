import { randomBytes, randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';

interface Token {
  token: string;
  /** The resource it is for, and the application it was given to. */
  audience: string;
  clientId: string;
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

type Form = Record<string, string | undefined>;

const lifeSeconds = 3599;

/** A refusal of the directory, by its number. */
class DirectoryError extends Error {
  constructor(
    readonly status: number,
    readonly error: string,
    readonly number: number,
    description: string,
  ) {
    super(`AADSTS${number}: ${description}`);
  }
}

/** The directory's token endpoints: by scope (v2.0), and by resource (v1), which takes any resource it is told. */
export function tokenRoutes(app: FastifyInstance, world: World): void {
  for (const [path, audienceOf] of [
    ['/:tenant/oauth2/v2.0/token', audienceOfScope],
    ['/:tenant/oauth2/token', audienceOfResource],
  ] as const) {
    app.post<{ Params: { tenant: string }; Body?: Form }>(path, (request, reply) => {
      try {
        const form = checkedForm(world, request.params.tenant, request.body ?? {});
        const { token } = issue(world, audienceOf(world, form));
        return { token_type: 'Bearer', expires_in: lifeSeconds, ext_expires_in: lifeSeconds, access_token: token };
      } catch (error) {
        if (!(error instanceof DirectoryError)) throw error;
        return reply.code(error.status).send(bodyOf(world, error));
      }
    });
  }
}

function checkedForm({ credentials }: World, tenant: string, form: Form): Form {
  const { tenant: known, clientId, clientSecret } = credentials.dynamics365;
  if (tenant.toLowerCase() !== known) {
    throw new DirectoryError(400, 'invalid_request', 90_002, `Tenant '${tenant}' not found.`);
  }
  if (!form.grant_type) throw missing('grant_type');
  if (form.grant_type !== 'client_credentials') {
    throw new DirectoryError(
      400,
      'unsupported_grant_type',
      70_003,
      `The app requested an unsupported grant type '${form.grant_type}'.`,
    );
  }
  if (!form.client_id) throw missing('client_id');
  if (form.client_id !== clientId) {
    const words = `Application with identifier '${form.client_id}' was not found in the directory '${tenant}'.`;
    throw new DirectoryError(400, 'unauthorized_client', 700_016, words);
  }
  if (!form.client_secret) {
    const words = "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.";
    throw new DirectoryError(401, 'invalid_client', 7_000_218, words);
  }
  if (form.client_secret !== clientSecret) {
    throw new DirectoryError(401, 'invalid_client', 7_000_215, 'Invalid client secret provided.');
  }
  return form;
}

const missing = (name: string): DirectoryError =>
  new DirectoryError(
    400,
    'invalid_request',
    900_144,
    `The request body must contain the following parameter: '${name}'.`,
  );

function audienceOfScope(world: World, { scope }: Form): string {
  if (!scope) throw missing('scope');
  const [, audience] = /^(.*)\/\.default$/.exec(scope) ?? [];
  if (audience === undefined) {
    const words = `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`;
    throw new DirectoryError(400, 'invalid_scope', 1_002_012, words);
  }
  if (audience.replace(/\/$/, '') !== world.origin) {
    const words = `The resource principal named ${audience} was not found in the tenant.`;
    throw new DirectoryError(400, 'invalid_resource', 500_011, words);
  }
  return audience;
}

/** A slash at its end makes it another audience, which the product will not accept. */
function audienceOfResource(_world: World, { resource }: Form): string {
  if (!resource) throw missing('resource');
  return resource;
}

function issue(world: World, audience: string): Token {
  const now = world.now().getTime();
  for (const { token, expiresAt } of world.store.list<Token>('token')) {
    if (expiresAt <= now) world.store.delete('token', token);
  }
  const { tenant, clientId } = world.credentials.dynamics365;
  const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const claims = { aud: audience, appid: clientId, tid: tenant, exp: Math.floor(now / 1000) + lifeSeconds };
  const token = `${encoded({ typ: 'JWT', alg: 'RS256' })}.${encoded(claims)}.${randomBytes(32).toString('base64url')}`;
  const held: Token = { token, audience, clientId, expiresAt: now + lifeSeconds * 1000 };
  world.store.put('token', token, held);
  return held;
}

/** Whether a request carries a live token for this product, of an application that is registered in it. */
export function isAdmitted(world: World, { headers }: FastifyRequest): boolean {
  const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
  const held = world.store.get<Token>('token', token);
  if (!held || held.expiresAt <= world.now().getTime() || held.audience !== world.origin) return false;
  return world.store.get('unregistered-application', held.clientId) === undefined;
}

/** Takes the gateway's application off the product's list of those it lets in, or puts it back on. */
export function setApplication(world: World, { registered }: { registered: boolean }): void {
  const { clientId } = world.credentials.dynamics365;
  if (registered) world.store.delete('unregistered-application', clientId);
  else world.store.put('unregistered-application', clientId, { clientId });
}

export function expireTokens(world: World): void {
  for (const { token } of world.store.list<Token>('token')) world.store.delete('token', token);
}

function bodyOf(world: World, { error, message, number }: DirectoryError): object {
  const [trace_id, correlation_id] = [randomUUID(), randomUUID()];
  const timestamp = `${world.now().toISOString().slice(0, 19).replace('T', ' ')}Z`;
  return {
    error,
    error_description: `${message} Trace ID: ${trace_id} Correlation ID: ${correlation_id} Timestamp: ${timestamp}`,
    error_codes: [number],
    timestamp,
    trace_id,
    correlation_id,
  };
}
