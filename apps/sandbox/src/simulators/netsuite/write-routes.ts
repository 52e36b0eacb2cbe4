import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { acceptJob } from './async-jobs.js';
import { invalidContent, invalidHeader, NetsuiteError } from './errors.js';
import { getRecord, hrefOf, recordPath } from './find-record.js';
import type { Stored } from './record-type.js';
import { isCollection, parametersOf, prefers, requireJson } from './request-parts.js';
import { create, update, updateNamed, upsert, upsertNamed, type Write } from './writes.js';
import { deleteRecord } from './write-record.js';

type Typed = { Params: { type: string } };
type Keyed = { Params: { type: string; id: string } };
type Save = (write: Write) => Stored;

const types = `${recordPath}/:type`;
const record = `${types}/:id`;

/** Writing records: success has no body, its Location names the record. */
export function writeRoutes(app: FastifyInstance, world: World): void {
  app.post<Typed>(types, (request, reply) => {
    const answerTo = isCollection(request) ? batch : one;
    return answerTo(world, request, reply, request.params.type, (write) => create(world, write));
  });

  app.put<Typed>(types, (request, reply) => {
    if (!isCollection(request)) throw methodNotAllowed();
    return batch(world, request, reply, request.params.type, (write) => upsertNamed(world, write));
  });

  app.patch<Typed>(types, (request, reply) => {
    if (!isCollection(request)) throw methodNotAllowed();
    return batch(world, request, reply, request.params.type, (write) => updateNamed(world, write));
  });

  app.patch<Keyed>(record, (request, reply) => {
    const { type, id } = request.params;
    return one(world, request, reply, type, (write) => update(world, write, id));
  });

  app.put<Keyed>(record, (request, reply) => {
    const { type, id } = request.params;
    // Assumption, unconfirmed by the vendor: an upsert by internal id is refused as a method.
    if (!id.startsWith('eid:')) throw methodNotAllowed();
    return one(world, request, reply, type, (write) => upsert(world, write, id.slice(4)));
  });

  app.delete<Keyed>(record, (request, reply) => {
    const { type, id } = request.params;
    parametersOf(request);
    const found = getRecord(world, type, id);
    deleteRecord(world, type, found);
    world.ledger(request, { operation: 'delete', entity: type, id: found.id });
    return reply.code(204).send();
  });

  app.post<Keyed>(`${recordPath}/job/:id/!transform/invoice`, (request, reply) => {
    const { id } = getRecord(world, 'job', request.params.id);
    const tranDate = world.now().toISOString().slice(0, 10);
    return one(world, request, reply, 'invoice', (write) =>
      create(world, { ...write, body: { tranDate, ...(write.body as object), entity: { id } } }),
    );
  });
}

const methodNotAllowed = (): NetsuiteError =>
  new NetsuiteError(405, 'METHOD_NOT_ALLOWED', 'The method is not allowed for this resource.');

function one(world: World, request: FastifyRequest, reply: FastifyReply, type: string, save: Save): FastifyReply {
  requireJson(request);
  const write = (): Stored => save({ request, reply, type, body: request.body });
  if (prefers(request, 'respond-async')) return acceptJob(world, request, reply, type, [write]);
  const { id } = write();
  return reply
    .header('Location', hrefOf(world, type, id))
    .code(204)
    .send();
}

const largestBatch = 100;

/** Many records of one type: only later, and each succeeds or fails for itself. */
function batch(world: World, request: FastifyRequest, reply: FastifyReply, type: string, save: Save): FastifyReply {
  if (!prefers(request, 'respond-async')) throw invalidHeader('A collection can only be written later.', 'Prefer');
  const { items } = (request.body ?? {}) as { items?: unknown };
  if (!Array.isArray(items) || items.length === 0 || items.length > largestBatch) {
    throw invalidContent(`A collection holds 1 to ${largestBatch} items.`);
  }
  const writes = items.map((body: unknown) => () => save({ request, reply, type, body }));
  return acceptJob(world, request, reply, type, writes);
}
