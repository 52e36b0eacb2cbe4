import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { admit } from './access.js';
import { envelope } from './envelope.js';
import { badRequest, invalid, notFound } from './errors.js';
import { page } from './listing.js';
import { create, existing, update } from './records.js';
import { attachReference, subjectTypes } from './references.js';
import type { Body, Query, Stored } from './resource.js';
import { resourceNamed, resources } from './resources.js';
import { isVisible } from './visibility.js';

type Asked = FastifyRequest<{
  Querystring: Record<string, string | string[] | undefined>;
  Params: { id: string };
  Body: Record<string, Body> | undefined;
}>;

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
      }
      referenceRoute(scope, world);
      done();
    },
    { prefix: '/api/v1' },
  );
}

function readRoutes(app: FastifyInstance, world: World, resource: string): void {
  app.get(`/${resource}`, (request: Asked) => page(world, resource, queryOf(request)));
  app.get(`/${resource}/:id`, (request: Asked) => {
    const query = queryOf(request);
    const record = existing(world, resource, request.params.id);
    if (!isVisible(world, resource, record, query)) throw notFound();
    return envelope(world, resource, [record], query);
  });
}

/** A write answers 200 with what was written, a create too. */
function writeRoutes(app: FastifyInstance, world: World, resource: string): void {
  const { singular, create: creatable, update: updatable } = resourceNamed(resource);
  const answer = (request: Asked, operation: string, data: Body, record: Stored): object => {
    world.ledger(request, { operation, entity: singular, id: record.id, data });
    const query = queryOf(request);
    return envelope(world, resource, [record], query);
  };
  if (creatable.length > 0)
    app.post(`/${resource}`, (request: Asked) => {
      const body = rootOf(request, singular);
      return answer(request, 'create', body, create(world, resource, body));
    });
  if (updatable.length > 0)
    app.put(`/${resource}/:id`, (request: Asked) => {
      const body = rootOf(request, singular);
      return answer(request, 'update', body, update(world, resource, request.params.id, body));
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

/** `ids=1,2`, `ids[]=1&ids[]=2` and `ids=1&ids=2` say the same. */
function queryOf(request: Asked): Query {
  return Object.fromEntries(
    Object.entries(request.query).map(([name, value]) => [
      name.replace(/\[\]$/, ''),
      Array.isArray(value) ? value.join(',') : value,
    ]),
  );
}

function rootOf(request: Asked, singular: string): Body {
  const root = request.body?.[singular];
  if (!root || typeof root !== 'object') throw badRequest(`param is missing or the value is empty: ${singular}`);
  return root;
}
