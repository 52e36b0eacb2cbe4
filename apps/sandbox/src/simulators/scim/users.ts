import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { ScimError } from './errors.js';
import { parseFilter } from './filter.js';
import { patched, type PatchOperation } from './patch.js';

const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User';

interface User extends Record<string, unknown> {
  id: string;
  userName: string;
  externalId?: string;
  meta: { resourceType: 'User'; created: string; lastModified: string; location: string; version: string };
}

/** `/scim/v2/Users`: the whole life of an account. */
export function userRoutes(app: FastifyInstance, world: World): void {
  app.get<{ Querystring: Record<string, string | undefined> }>('/Users', (request, reply) => {
    const { filter, startIndex, count } = request.query;
    const matches = filter ? parseFilter(filter) : () => true;
    const found = world.store.list<User>('user').filter(matches);
    const start = Math.max(1, Number(startIndex ?? 1));
    const size = Math.max(0, Math.min(Number(count ?? 100), 100));
    const page = found.slice(start - 1, start - 1 + size);
    return send(reply, 200, {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      totalResults: found.length,
      startIndex: start,
      itemsPerPage: page.length,
      Resources: page,
    });
  });

  app.get<{ Params: { id: string } }>('/Users/:id', (request, reply) => {
    const user = existing(world, request.params.id);
    if (request.headers['if-none-match'] === user.meta.version) return reply.code(304).send();
    return send(reply.header('ETag', user.meta.version), 200, user);
  });

  app.post<{ Body: Record<string, unknown> }>('/Users', (request, reply) => {
    const body = checked(request.body);
    refuseDuplicate(world, body, null);
    const id = randomUUID();
    const user = store(world, { ...body, id, userName: String(body.userName) }, null);
    world.ledger(request, { operation: 'create', entity: 'User', id, data: { userName: user.userName } });
    return send(reply.header('Location', user.meta.location), 201, user);
  });

  app.put<{ Params: { id: string }; Body: Record<string, unknown> }>('/Users/:id', (request, reply) => {
    const before = current(world, request);
    const body = checked(request.body);
    refuseDuplicate(world, body, before.id);
    const user = store(world, { ...body, id: before.id, userName: String(body.userName) }, before);
    world.ledger(request, { operation: 'replace', entity: 'User', id: before.id });
    return send(reply, 200, user);
  });

  app.patch<{ Params: { id: string }; Body: { Operations?: PatchOperation[] } }>('/Users/:id', (request, reply) => {
    const before = current(world, request);
    const after = patched(before, request.body.Operations ?? []) as User;
    refuseDuplicate(world, after, before.id);
    const user = store(world, after, before);
    world.ledger(request, { operation: 'patch', entity: 'User', id: before.id });
    return send(reply, 200, user);
  });

  app.delete<{ Params: { id: string } }>('/Users/:id', (request, reply) => {
    const { id } = current(world, request);
    world.store.delete('user', id);
    world.ledger(request, { operation: 'delete', entity: 'User', id });
    return reply.code(204).send();
  });
}

export const send = (reply: FastifyReply, status: number, body: object): FastifyReply =>
  reply.code(status).type('application/scim+json').send(body);

function existing(world: World, id: string): User {
  const user = world.store.get<User>('user', id);
  if (!user) throw new ScimError(404, `Resource ${id} not found`);
  return user;
}

function current(world: World, request: FastifyRequest<{ Params: { id: string } }>): User {
  const user = existing(world, request.params.id);
  const expected = request.headers['if-match'];
  if (expected && expected !== '*' && expected !== user.meta.version)
    throw new ScimError(412, 'The resource has changed');
  return user;
}

function checked(body: Record<string, unknown> | undefined): Record<string, unknown> {
  if (!body || !Array.isArray(body.schemas) || !body.schemas.includes(userSchema)) {
    throw new ScimError(400, `schemas must name ${userSchema}`, 'invalidSyntax');
  }
  if (typeof body.userName !== 'string' || body.userName === '')
    throw new ScimError(400, 'userName is required', 'invalidValue');
  if ('active' in body && typeof body.active !== 'boolean')
    throw new ScimError(400, 'active must be a boolean', 'invalidValue');
  return body;
}

/** userName is unique whatever its case. */
function refuseDuplicate(world: World, body: Record<string, unknown>, own: string | null): void {
  const name = String(body.userName).toLowerCase();
  const taken = world.store.find<User>('user', (user) => user.id !== own && user.userName.toLowerCase() === name);
  if (taken) throw new ScimError(409, `userName ${String(body.userName)} is taken`, 'uniqueness');
}

function store(
  world: World,
  values: Record<string, unknown> & { id: string; userName: string },
  before: User | null,
): User {
  const at = world.now().toISOString();
  const version = `W/"${world.store.next('version')}"`;
  const meta = {
    resourceType: 'User' as const,
    created: before?.meta.created ?? at,
    lastModified: at,
    location: `${world.origin}/scim/v2/Users/${values.id}`,
    version,
  };
  const user: User = { ...values, meta };
  world.store.put('user', user.id, user);
  return user;
}
