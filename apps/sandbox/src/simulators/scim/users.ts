import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { badRequest, ScimError } from './errors.js';
import { parseFilter } from './filter.js';
import { patched } from './patch.js';
import type { Node } from './paths.js';
import { type Projection, projected } from './projection.js';
import { listResponse, send, sendUser } from './reply.js';
import { assignable, existing, save, type User } from './user.js';

interface Query extends Projection {
  filter?: string;
  startIndex?: string;
  count?: string;
}
type Asked = FastifyRequest<{ Querystring: Query; Params: { id: string }; Body: Node | undefined }>;

export const mostResults = 100;
const patchSchema = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** `/scim/v2/Users`: the whole life of an account. */
export function userRoutes(app: FastifyInstance, world: World): void {
  app.get('/Users', (request: Asked, reply) => list(world, request, reply));

  app.get('/Users/:id', (request: Asked, reply) => {
    const user = existing(world, request.params.id);
    if (isOneOf(request.headers['if-none-match'], user))
      return reply.code(304).header('ETag', user.meta.version).send();
    return sendUser(reply, 200, user, request.query);
  });

  app.post('/Users', (request: Asked, reply) => {
    const user = save(world, randomUUID(), assignable(request.body), null);
    const { id, userName } = user;
    world.ledger(request, { operation: 'create', entity: 'User', id, data: { userName } });
    return sendUser(reply.header('Location', user.meta.location), 201, user, request.query);
  });

  app.put('/Users/:id', (request: Asked, reply) => {
    const before = current(world, request);
    const user = changed(world, request, 'replace', before, assignable(request.body));
    return sendUser(reply, 200, user, request.query);
  });

  app.patch('/Users/:id', (request: Asked, reply) => {
    const before = current(world, request);
    const { schemas, Operations: operations } = request.body ?? {};
    if (!Array.isArray(schemas) || !schemas.includes(patchSchema))
      throw badRequest('invalidSyntax', `schemas must name ${patchSchema}`);
    const user = changed(world, request, 'patch', before, patched(before, operations));
    return sendUser(reply, 200, user, request.query);
  });

  app.delete('/Users/:id', (request: Asked, reply) => {
    const { id } = current(world, request);
    world.store.delete('user', id);
    world.ledger(request, { operation: 'delete', entity: 'User', id });
    return reply.code(204).send();
  });
}

function list(world: World, { query }: Asked, reply: FastifyReply): FastifyReply {
  const matches = query.filter === undefined ? () => true : parseFilter(query.filter);
  const found = world.store.list<User>('user').filter(matches);
  const start = Math.max(1, whole('startIndex', query.startIndex ?? '1'));
  const size = Math.max(0, Math.min(whole('count', query.count ?? String(mostResults)), mostResults));
  const page = found.slice(start - 1, start - 1 + size);
  const shown = page.map((user) => projected(user, query));
  return send(reply, 200, listResponse(shown, found.length, start));
}

function whole(name: string, text: string): number {
  if (!/^-?\d+$/.test(text)) throw badRequest('invalidValue', `${name} must be a whole number`);
  return Number(text);
}

function changed(world: World, request: Asked, operation: string, before: User, values: Node): User {
  const user = save(world, before.id, values, before);
  if (user !== before) world.ledger(request, { operation, entity: 'User', id: user.id });
  return user;
}

/** The user a write is for, unless somebody else has changed it since the caller looked. */
function current(world: World, request: Asked): User {
  const user = existing(world, request.params.id);
  const expected = request.headers['if-match'];
  if (expected !== undefined && !isOneOf(expected, user)) throw new ScimError(412, 'The resource has changed');
  return user;
}

const isOneOf = (versions: string | undefined, user: User): boolean =>
  versions?.split(',').some((version) => ['*', user.meta.version].includes(version.trim())) ?? false;
