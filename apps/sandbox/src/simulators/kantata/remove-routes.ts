import type { FastifyInstance } from 'fastify';
import type { World } from '../../core/simulator.js';
import { type Asked, queryOf } from './asked.js';
import { badRequest, invalid } from './errors.js';
import { remove } from './records.js';
import { resourceNamed } from './resources.js';

const mostIds = 100;

/** A delete answers 204 without a body. Of several records all are deleted, or none. */
export function removeRoutes(app: FastifyInstance, world: World, resource: string): void {
  const { singular, remove: removable } = resourceNamed(resource);
  const removeAll = (request: Asked, ids: string[]): void => {
    world.store.atomically(() => {
      for (const id of ids) remove(world, resource, id);
    });
    for (const id of ids) world.ledger(request, { operation: 'delete', entity: singular, id });
  };
  if (removable)
    app.delete(`/${resource}/:id`, (request: Asked, reply) => {
      removeAll(request, [request.params.id]);
      return reply.code(204).send();
    });
  if (removable === 'many')
    app.delete(`/${resource}`, (request: Asked, reply) => {
      const asked = queryOf(request).ids ?? request.body?.ids;
      const ids = [
        ...new Set(
          String(asked ?? '')
            .split(',')
            .filter(Boolean),
        ),
      ];
      if (ids.length === 0) throw badRequest('param is missing or the value is empty: ids');
      if (ids.length > mostIds) throw badRequest(`ids takes up to ${mostIds} ids`);
      const missing = ids.filter((id) => !world.store.get(resource, id));
      // Assumption, unconfirmed by the vendor: the status and the wording.
      if (missing.length > 0)
        throw invalid('ids', `These could not be deleted, as they do not exist: ${missing.join()}`);
      removeAll(request, ids);
      return reply.code(204).send();
    });
}
