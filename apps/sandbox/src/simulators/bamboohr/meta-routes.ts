import type { FastifyInstance } from 'fastify';
import type { World } from '../../core/simulator.js';
import type { ListOption } from './employee.js';
import { fields, listFields } from './fields.js';
import { answer } from './wire.js';

/** What this company's fields and lists are. */
export function metaRoutes(app: FastifyInstance, world: World): void {
  app.get('/meta/fields', (request, reply) =>
    answer(
      request,
      reply,
      'fields',
      fields.map(({ id, name, type, alias }) => ({ id, name, type, alias })),
    ),
  );

  app.get('/meta/lists', (request, reply) =>
    answer(
      request,
      reply,
      'lists',
      listFields.map(({ id, name, alias }) => ({
        id,
        fieldId: String(id),
        manageable: 'yes',
        multiple: 'no',
        name,
        alias,
        options: world.store
          .list<ListOption>('option')
          .filter((option) => option.alias === alias)
          .map((option) => ({
            id: option.id,
            name: option.name,
            archived: 'no',
            createdDate: option.created,
            archivedDate: null,
            manageable: 'yes',
          })),
      })),
    ),
  );
}
