import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { isUnmodified, refuseConditions, requireState, showState } from './conditions.js';
import { describe } from './describe.js';
import { invalidField, notFound, SalesforceError } from './errors.js';
import { fieldNamed, type ObjectType, type Row } from './objects.js';
import { change, create, existing, matching, remove, typeOf, writableType } from './rows.js';

interface Params {
  version: string;
  object: string;
  id: string;
  field: string;
  value: string;
}
type Asked = FastifyRequest<{ Params: Params; Querystring: { fields?: string; updateOnly?: string } }>;

const pathOf = (version: string, type: ObjectType, row: Row): string =>
  `/services/data/${version}/sobjects/${type.name}/${row.Id}`;

/** sObject rows: read, create, change, upsert and delete one record. */
export function rowRoutes(app: FastifyInstance, world: World): void {
  const row = '/sobjects/:object/:id';
  const byField = '/sobjects/:object/:field/:value';

  app.get('/sobjects/:object/describe', (request: Asked) => describe(world, typeOf(request.params.object)));
  app.get(row, (request: Asked, reply) => {
    const type = typeOf(request.params.object);
    return show(request, reply, type, existing(world, type, request.params.id));
  });
  app.post('/sobjects/:object', (request: Asked, reply) => {
    const { Id: id } = createNew(world, request, reply, request.body);
    return reply.send({ id, success: true, errors: [] });
  });
  app.patch(row, (request: Asked, reply) => {
    const type = writableType(request.params.object);
    changeExisting(world, request, type, existing(world, type, request.params.id));
    return reply.code(204).send();
  });
  app.delete(row, (request: Asked, reply) => {
    const type = writableType(request.params.object);
    refuseConditions(request);
    const gone = existing(world, type, request.params.id);
    remove(world, type, gone);
    world.ledger(request, { operation: 'delete', entity: type.name, id: String(gone.Id) });
    return reply.code(204).send();
  });
  app.get(byField, (request: Asked, reply) => {
    const { object, field, value, version } = request.params;
    const type = typeOf(object);
    const found = matching(world, type, field, value);
    if (found.length > 1) return ambiguous(reply, version, type, found);
    if (!found[0]) throw notFound();
    return show(request, reply, type, found[0]);
  });
  app.patch(byField, (request: Asked, reply) => upsert(world, request, reply));
  app.route({ method: ['PUT', 'POST'], url: row, handler: refuseMethod });
}

function refuseMethod({ method }: FastifyRequest): never {
  const message = `HTTP Method '${method}' not allowed. Allowed are DELETE,GET,HEAD,PATCH`;
  throw new SalesforceError(405, 'METHOD_NOT_ALLOWED', message);
}

function show(request: Asked, reply: FastifyReply, type: ObjectType, row: Row): FastifyReply {
  requireState(request, type, row);
  showState(reply, type, row);
  if (isUnmodified(request, type, row)) return reply.code(304).send();
  const values = askedFields(type, request.query.fields).map((name) => [name, row[name] ?? null]);
  const attributes = { type: type.name, url: pathOf(request.params.version, type, row) };
  return reply.send({ attributes, ...Object.fromEntries(values) });
}

function askedFields(type: ObjectType, asked: string | undefined): string[] {
  if (!asked) return type.fields.map(({ name }) => name);
  const names = asked.split(',').map((name) => {
    const field = fieldNamed(type, name.trim());
    if (!field) throw invalidField(`No such column '${name}' on entity '${type.name}'.`);
    return field.name;
  });
  return [...new Set(['Id', ...names])];
}

function createNew(world: World, request: Asked, reply: FastifyReply, values: unknown): Row {
  const type = writableType(request.params.object);
  const row = create(world, type, values);
  world.ledger(request, { operation: 'create', entity: type.name, id: String(row.Id), data: values });
  void reply.code(201).header('Location', pathOf(request.params.version, type, row));
  return row;
}

function changeExisting(world: World, request: Asked, type: ObjectType, row: Row): void {
  requireState(request, type, row);
  change(world, type, row, request.body);
  world.ledger(request, { operation: 'update', entity: type.name, id: String(row.Id), data: request.body });
}

/** 201 created, 200 updated, 300 where the value matches several rows and nothing is changed. */
function upsert(world: World, request: Asked, reply: FastifyReply): FastifyReply {
  const { object, field, value, version } = request.params;
  const type = writableType(object);
  const found = matching(world, type, field, value);
  const body = request.body ?? {};
  if (Object.keys(body).some((name) => name.toLowerCase() === field.toLowerCase()))
    throw invalidField(`The ${field} field should not be specified in the sobject data.`);
  if (found.length > 1) return ambiguous(reply, version, type, found);
  if (found[0]) {
    changeExisting(world, request, type, found[0]);
    return reply.send({ id: found[0].Id, success: true, errors: [], created: false });
  }
  // 404 for an absent row is an assumption, unconfirmed by the vendor.
  if (request.query.updateOnly === 'true') throw notFound();
  const { Id: id } = createNew(world, request, reply, { ...body, [field]: value });
  return reply.send({ id, success: true, errors: [], created: true });
}

const ambiguous = (reply: FastifyReply, version: string, type: ObjectType, rows: Row[]): FastifyReply =>
  reply.code(300).send(rows.map((row) => pathOf(version, type, row)));
