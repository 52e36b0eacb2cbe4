import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { admit } from './access.js';
import { page, paginate, type Query, shown, single } from './listing.js';
import { create, existing, remove, update } from './records.js';
import type { Stored } from './resource.js';
import { resourceNamed, resources } from './resources.js';

type Asked = FastifyRequest<{ Querystring: Query; Params: { id: string } }>;

/** The API below `/v3`. */
export function floatRoutes(app: FastifyInstance, world: World): void {
  app.register(
    (scope, _options, done) => {
      scope.addHook('onRequest', async (request) => admit(world, request));
      for (const [name, { isWritable }] of Object.entries(resources)) {
        readRoutes(scope, world, name);
        if (isWritable) writeRoutes(scope, world, name);
      }
      done();
    },
    { prefix: '/v3' },
  );
}

function readRoutes(app: FastifyInstance, world: World, name: string): void {
  app.get(`/${name}`, (request: Asked, reply) => page(world, name, request.query, reply));
  app.get(`/${name}/:id`, (request: Asked, reply) => {
    const record = existing(world, name, request.params.id);
    paginate(reply, single);
    return shown(world, name, record, request.query);
  });
}

function writeRoutes(app: FastifyInstance, world: World, name: string): void {
  const { id: idField } = resourceNamed(name);
  const tell = (request: Asked, operation: string, record: Stored): void =>
    world.ledger(request, { operation, entity: name, id: String(record[idField]), data: request.body });

  app.post(`/${name}`, (request: Asked, reply) => {
    const record = create(world, name, request.body);
    tell(request, 'create', record);
    void reply.code(201).header('Location', `${world.origin}/v3/${name}/${String(record[idField])}`);
    return asCreated(name, shown(world, name, record), request.body as Stored);
  });
  const change = (request: Asked): Stored => {
    const record = update(world, name, existing(world, name, request.params.id), request.body);
    tell(request, 'update', record);
    // Recorded: the reply to a change does not say when the record was made.
    return { ...shown(world, name, record), ...('created' in record && { created: null }) };
  };
  app.patch(`/${name}/:id`, change);
  app.put(`/${name}/:id`, change);
  app.delete(`/${name}/:id`, (request: Asked, reply: FastifyReply) => {
    const record = existing(world, name, request.params.id);
    remove(world, name, record[idField] as number);
    tell(request, 'delete', record);
    return reply.code(204).send();
  });
}

/** Recorded: the reply to a new project may show null for a default that a read shows afterwards. */
function asCreated(name: string, record: Stored, sent: Stored): Stored {
  if (name !== 'projects') return record;
  const { fields } = resourceNamed(name);
  const unset = Object.entries(fields).filter(([field, { kind }]) => kind === 'flag' && !(field in sent));
  return { ...record, ...Object.fromEntries(unset.map(([field]) => [field, null])) };
}
