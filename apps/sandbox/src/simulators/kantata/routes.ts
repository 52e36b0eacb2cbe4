import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { KantataError, notFound } from './errors.js';
import { envelope, page, type Query } from './listing.js';
import { attachReference, create, existing, update } from './records.js';
import { modelOf, resources } from './resources.js';

type Body = Record<string, unknown>;
type Indexed = FastifyRequest<{ Querystring: Query; Params: { id: string }; Body: Record<string, Body> }>;

/** The API below `/api/v1`; paths may end in `.json`. */
export function kantataRoutes(app: FastifyInstance, world: World): void {
  app.register(
    (scope, _options, done) => {
      scope.addHook('preHandler', (request, _reply, next) => {
        admit(world, request);
        next();
      });
      for (const resource of Object.keys(resources)) resourceRoutes(scope, world, resource);
      referenceRoutes(scope, world);
      done();
    },
    { prefix: '/api/v1' },
  );
}

function admit(world: World, request: FastifyRequest): void {
  if (request.headers.authorization !== `Bearer ${world.credentials.kantata.token}`) {
    throw new KantataError(401, [{ type: 'oauth', message: 'Invalid OAuth 2 Request' }]);
  }
  const throttle = world.store.get<{ times: number }>('setting', 'throttle');
  if (!throttle || throttle.times <= 0) return;
  world.store.put('setting', 'throttle', { times: throttle.times - 1 });
  throw new KantataError(429, [{ type: 'system', message: 'Too many requests' }]);
}

function resourceRoutes(app: FastifyInstance, world: World, resource: string): void {
  const { singular } = resources[resource]!;

  app.get(`/${resource}`, (request: Indexed) => index(world, resource, request));
  app.get(`/${resource}/:id`, (request: Indexed) => {
    const record = existing(world, resource, idOf(request));
    if (resource === 'workspaces' && record.archived === true && request.query.include_archived !== 'true')
      throw notFound();
    return envelope(world, resource, [record], request.query.include);
  });

  app.post(`/${resource}`, (request: Indexed) => {
    const record = create(world, resource, rootOf(request, singular));
    world.ledger(request, { operation: 'create', entity: singular, id: record.id, data: rootOf(request, singular) });
    return envelope(world, resource, [record], request.query.include);
  });

  app.put(`/${resource}/:id`, (request: Indexed) => {
    const record = update(world, resource, idOf(request), rootOf(request, singular));
    world.ledger(request, { operation: 'update', entity: singular, id: record.id, data: rootOf(request, singular) });
    return envelope(world, resource, [record], request.query.include);
  });
}

function index(world: World, resource: string, request: Indexed): object {
  if (resource === 'custom_field_values' && !request.query.subject_type) {
    throw new KantataError(400, [{ type: 'system', message: 'subject_type is required' }]);
  }
  return page(world, resource, request.query);
}

function referenceRoutes(app: FastifyInstance, world: World): void {
  app.post('/external_references/create_or_update', (request: Indexed, reply: FastifyReply) => {
    const body = rootOf(request, 'external_reference');
    const resource = Object.keys(modelOf).find((name) => modelOf[name] === body.subject_type);
    if (!resource)
      throw new KantataError(422, [
        { type: 'validation', message: 'Subject type is not included in the list', field: 'subject_type' },
      ]);
    existing(world, resource, String(body.subject_id));
    const reference = attachReference(world, resource, String(body.subject_id), body);
    world.ledger(request, {
      operation: 'reference',
      entity: String(body.subject_type),
      id: String(body.subject_id),
      data: body,
    });
    return reply.send(envelope(world, 'external_references', [reference], undefined));
  });
}

const idOf = (request: Indexed): string => request.params.id;

function rootOf(request: Indexed, singular: string): Body {
  const root = request.body?.[singular];
  if (!root || typeof root !== 'object')
    throw new KantataError(400, [{ type: 'system', message: `param is missing or the value is empty: ${singular}` }]);
  return root;
}
