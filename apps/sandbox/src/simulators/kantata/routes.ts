import type { FastifyInstance } from 'fastify';
import type { World } from '../../core/simulator.js';
import { admit } from './access.js';
import { type Asked, queryOf, rootOf, rootsOf } from './asked.js';
import { envelope } from './envelope.js';
import { invalid, notFound } from './errors.js';
import { page } from './listing.js';
import { create, existing, update } from './records.js';
import { attachReference, subjectTypes } from './references.js';
import { removeRoutes } from './remove-routes.js';
import type { Body, Stored } from './resource.js';
import { resourceNamed, resources } from './resources.js';
import { verbRoutes } from './verb-routes.js';
import { isVisible } from './visibility.js';

/** The API below `/api/v1`; paths may end in `.json`. */
export function kantataRoutes(app: FastifyInstance, world: World): void {
  app.register(
    (scope, _options, done) => {
      scope.addHook('preHandler', (request, _reply, next) => {
        admit(world, request);
        next();
      });
      for (const resource of Object.keys(resources)) {
        readRoutes(scope, world, resource);
        writeRoutes(scope, world, resource);
        removeRoutes(scope, world, resource);
      }
      referenceRoute(scope, world);
      verbRoutes(scope, world);
      done();
    },
    { prefix: '/api/v1' },
  );
}

function readRoutes(app: FastifyInstance, world: World, resource: string): void {
  app.get(`/${resource}`, (request: Asked) => page(world, resource, queryOf(request)));
  if (resourceNamed(resource).indexOnly) return;
  app.get(`/${resource}/:id`, (request: Asked) => {
    const query = queryOf(request);
    const record = existing(world, resource, request.params.id);
    if (!isVisible(world, resource, record, query)) throw notFound();
    return envelope(world, resource, [record], query);
  });
}

/**
 * A write answers 200 with what was written, a create too. Assumption, unconfirmed by the vendor: of a create of
 * several nothing is kept where one of them is refused.
 */
function writeRoutes(app: FastifyInstance, world: World, resource: string): void {
  const { singular, create: creatable, update: updatable } = resourceNamed(resource);
  const record = (request: Asked, operation: string, data: Body, { id }: Stored): void =>
    world.ledger(request, { operation, entity: singular, id, data });
  if (creatable.length > 0)
    app.post(`/${resource}`, (request: Asked) => {
      const bodies = rootsOf(request, resource);
      const made = world.store.atomically(() => bodies.map((body) => create(world, resource, body)));
      bodies.forEach((body, at) => record(request, 'create', body, made[at]!));
      const distinct = [...new Map(made.map((one) => [one.id, one])).values()];
      return envelope(world, resource, distinct, queryOf(request));
    });
  if (updatable.length > 0)
    app.put(`/${resource}/:id`, (request: Asked) => {
      const body = rootOf(request, singular);
      const changed = world.store.atomically(() => update(world, resource, request.params.id, body));
      record(request, 'update', body, changed);
      return envelope(world, resource, [changed], queryOf(request));
    });
}

/** Makes or renews the reference, never the object. */
function referenceRoute(app: FastifyInstance, world: World): void {
  app.post('/external_references/create_or_update', (request: Asked) => {
    const body = rootOf(request, 'external_reference');
    const resource = Object.keys(subjectTypes).find((name) => subjectTypes[name] === body.subject_type);
    if (!resource) throw invalid('subject_type', 'Subject type is not included in the list');
    const subject = existing(world, resource, String(body.subject_id));
    const reference = attachReference(world, resource, subject.id, body);
    world.ledger(request, { operation: 'reference', entity: String(body.subject_type), id: subject.id, data: body });
    return envelope(world, 'external_references', [reference], {});
  });
}
