import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { requireSession } from './auth.js';
import { SalesforceError } from './errors.js';
import { evaluate } from './evaluate.js';
import { objects, type Row } from './objects.js';
import { change, create, existing, typeOf } from './records.js';

const batchSize = { least: 200, most: 2000 };
const dailyAllocation = 15_000;

interface Params {
  version: string;
  object: string;
  id: string;
  field: string;
  value: string;
}

/** The REST data API below `/services/data`. */
export function dataRoutes(app: FastifyInstance, world: World): void {
  const data = (request: FastifyRequest, reply: FastifyReply): void => {
    requireSession(world, request);
    const used = world.store.next('api-usage');
    void reply.header('Sforce-Limit-Info', `api-usage=${used}/${dailyAllocation}`);
    const limit = world.store.get<{ remaining: number }>('limit', 'daily');
    if (!limit) return;
    if (limit.remaining <= 0) throw new SalesforceError(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
    world.store.put('limit', 'daily', { remaining: limit.remaining - 1 });
  };
  const base = '/services/data/:version';

  app.get('/services/data', () =>
    ['62.0', '67.0', '68.0'].map((version) => ({ label: `v${version}`, url: `/services/data/v${version}`, version })),
  );

  app.get<{ Params: Params; Querystring: { q?: string } }>(`${base}/query`, (request, reply) => {
    data(request, reply);
    const records = evaluate(world.store, request.query.q ?? '', request.params.version);
    return page(world, records, 0, sizeOf(request), request.params.version);
  });

  app.get<{ Params: Params & { locator: string } }>(`${base}/query/:locator`, (request, reply) => {
    data(request, reply);
    const [cursor, offset] = request.params.locator.split('-');
    const held = world.store.get<{ records: object[]; size: number }>('cursor', cursor!);
    if (!held) throw new SalesforceError(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
    return page(world, held.records, Number(offset), held.size, request.params.version, cursor);
  });

  app.get<{ Params: Params }>(`${base}/limits`, (request, reply) => {
    data(request, reply);
    return { DailyApiRequests: { Max: dailyAllocation, Remaining: dailyAllocation - world.store.next('limit-reads') } };
  });

  app.get<{ Params: Params }>(`${base}/sobjects/:object/describe`, (request, reply) => {
    data(request, reply);
    const type = typeOf(request.params.object);
    const fields = type.fields.map((name) => ({
      name,
      externalId: name === type.externalId,
      updateable: !type.readOnly.includes(name),
      nillable: name !== 'Id' && name !== 'Name',
    }));
    return { name: request.params.object, keyPrefix: type.prefix, fields };
  });

  app.get<{ Params: Params }>(`${base}/sobjects/:object/:id`, (request, reply) => {
    data(request, reply);
    const { object, id, version } = request.params;
    const row = existing(world, object, id);
    void reply.header('Last-Modified', new Date(String(row.LastModifiedDate)).toUTCString());
    if (object === 'Account')
      void reply.header('ETag', `"${Buffer.from(String(row.SystemModstamp)).toString('base64')}"`);
    const complete = Object.fromEntries(objects[object]!.fields.map((field) => [field, row[field] ?? null]));
    return { attributes: { type: object, url: `/services/data/${version}/sobjects/${object}/${id}` }, ...complete };
  });

  app.post<{ Params: Params; Body: Row }>(`${base}/sobjects/:object`, (request, reply) => {
    data(request, reply);
    const { object, version } = request.params;
    const row = create(world, object, request.body);
    world.ledger(request, { operation: 'create', entity: object, id: String(row.Id), data: request.body });
    void reply.header('Location', `/services/data/${version}/sobjects/${object}/${row.Id}`);
    return reply.code(201).send({ id: row.Id, success: true, errors: [] });
  });

  app.patch<{ Params: Params; Body: Row }>(`${base}/sobjects/:object/:id`, (request, reply) => {
    data(request, reply);
    const { object, id } = request.params;
    change(world, object, id, request.body);
    world.ledger(request, { operation: 'update', entity: object, id, data: request.body });
    return reply.code(204).send();
  });

  app.patch<{ Params: Params; Body: Row }>(`${base}/sobjects/:object/:field/:value`, (request, reply) => {
    data(request, reply);
    return upsert(world, request, reply);
  });
}

function sizeOf(request: FastifyRequest): number {
  const asked = /batchSize=(\d+)/.exec(String(request.headers['sforce-query-options'] ?? ''))?.[1];
  return Math.min(batchSize.most, Math.max(batchSize.least, Number(asked ?? batchSize.most)));
}

function page(world: World, records: object[], offset: number, size: number, version: string, cursor?: string): object {
  const shown = records.slice(offset, offset + size);
  const next = offset + size;
  if (next >= records.length) return { totalSize: records.length, done: true, records: shown };
  const held = cursor ?? `0r8xx${world.store.next('cursor')}`;
  if (!cursor) world.store.put('cursor', held, { records, size });
  const nextRecordsUrl = `/services/data/${version}/query/${held}-${next}`;
  return { totalSize: records.length, done: false, nextRecordsUrl, records: shown };
}

/** 201 created, 200 updated, 300 where the value matches several rows and nothing is changed. */
function upsert(
  world: World,
  request: FastifyRequest<{ Params: Params; Body: Row }>,
  reply: FastifyReply,
): FastifyReply {
  const { object, field, value, version } = request.params;
  if (typeOf(object).externalId !== field)
    throw new SalesforceError(
      404,
      'NOT_FOUND',
      `Provided external ID field does not exist or is not accessible: ${field}`,
    );
  if (field in request.body)
    throw new SalesforceError(400, 'INVALID_FIELD', `The ${field} field should not be specified in the sobject data.`);
  const matching = world.store.list<Row>(object).filter((row) => row[field] === value);
  if (matching.length > 1) {
    return reply.code(300).send(matching.map((row) => `/services/data/${version}/sobjects/${object}/${row.Id}`));
  }
  const [found] = matching;
  const row = found
    ? change(world, object, String(found.Id), request.body)
    : create(world, object, { ...request.body, [field]: value });
  world.ledger(request, {
    operation: found ? 'update' : 'create',
    entity: object,
    id: String(row.Id),
    data: request.body,
  });
  return reply.code(found ? 200 : 201).send({ id: row.Id, success: true, errors: [], created: !found });
}
