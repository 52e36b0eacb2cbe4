import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { requireToken } from './auth.js';
import { NetsuiteError } from './errors.js';
import { hrefOf, present } from './present.js';
import { runSuiteQl } from './suiteql.js';
import type { Stored } from './record-types.js';
import { createRecord, findRecord, getRecord, typeOf, updateRecord } from './write.js';

interface Params {
  type: string;
  id: string;
}

type Body = Record<string, unknown>;

const record = '/services/rest/record/v1/:type';
const largestPage = 1000;

/** The record service and the query service. */
export function netsuiteRoutes(app: FastifyInstance, world: World): void {
  app.get<{ Params: Params; Querystring: Record<string, string> }>(record, (request) => {
    requireToken(world, request);
    typeOf(request.params.type);
    const all = world.store.list<Stored>(request.params.type);
    // The list names records; reading them is another call each.
    const item = ({ id }: Stored): object => ({
      links: [{ rel: 'self', href: hrefOf(world, request.params.type, id) }],
      id,
    });
    return page(request, all.map(item));
  });

  app.get<{ Params: Params; Querystring: Record<string, string> }>(`${record}/:id`, (request) => {
    requireToken(world, request);
    const { type, id } = request.params;
    return present(world, type, getRecord(world, type, id), request.query.expandSubResources === 'true');
  });

  app.post<{ Params: Params; Body: Body }>(record, (request, reply) => {
    requireToken(world, request);
    const { type } = request.params;
    const saved = createRecord(world, type, request.body);
    return written(world, request, reply, type, saved, 'create');
  });

  app.patch<{ Params: Params; Body: Body }>(`${record}/:id`, (request, reply) => {
    requireToken(world, request);
    const { type, id } = request.params;
    const saved = updateRecord(world, type, getRecord(world, type, id), request.body);
    return written(world, request, reply, type, saved, 'update');
  });

  app.put<{ Params: Params; Body: Body }>(`${record}/:id`, (request, reply) => {
    requireToken(world, request);
    const { type, id } = request.params;
    if (!id.startsWith('eid:')) throw new NetsuiteError(405, 'METHOD_NOT_ALLOWED', 'PUT needs an external id (eid:).');
    const found = findRecord(world, type, id);
    const saved = found
      ? updateRecord(world, type, found, request.body)
      : createRecord(world, type, { ...request.body, externalId: id.slice(4) });
    return written(world, request, reply, type, saved, found ? 'update' : 'create');
  });

  app.delete<{ Params: Params }>(`${record}/:id`, (request, reply) => {
    requireToken(world, request);
    const { type, id } = request.params;
    const found = getRecord(world, type, id);
    world.store.delete(type, found.id);
    world.ledger(request, { operation: 'delete', entity: type, id: found.id });
    return reply.code(204).send();
  });

  app.post<{ Body: { q?: string }; Querystring: Record<string, string> }>(
    '/services/rest/query/v1/suiteql',
    (request) => {
      requireToken(world, request);
      if (request.headers.prefer !== 'transient') {
        throw new NetsuiteError(
          400,
          'INVALID_HEADER',
          'The required request header "Prefer" is missing or is not "transient".',
        );
      }
      return page(request, runSuiteQl(world, request.body?.q ?? ''));
    },
  );
}

function written(
  world: World,
  request: FastifyRequest,
  reply: FastifyReply,
  type: string,
  saved: Stored,
  operation: string,
): FastifyReply {
  world.ledger(request, { operation, entity: type, id: saved.id, data: request.body });
  return reply
    .header('Location', hrefOf(world, type, saved.id))
    .code(204)
    .send();
}

function page(request: FastifyRequest<{ Querystring: Record<string, string> }>, rows: object[]): object {
  const limit = Math.min(Number(request.query.limit ?? largestPage), largestPage);
  const offset = Number(request.query.offset ?? 0);
  // The vendor's rule for offsets is unconfirmed; the stricter one is kept.
  if (!(limit > 0) || offset % limit !== 0)
    throw new NetsuiteError(400, 'INVALID_PARAMETER', 'offset must be a multiple of limit.');
  const items = rows.slice(offset, offset + limit);
  return {
    links: [],
    count: items.length,
    hasMore: offset + limit < rows.length,
    items,
    offset,
    totalResults: rows.length,
  };
}
