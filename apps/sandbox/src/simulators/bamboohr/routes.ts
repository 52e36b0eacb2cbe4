import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { changeEmployee, type Employee, knownFields, shown } from './employee.js';

/** The company's subdomain, part of the older host's addresses. */
const company = 'meridian';

/** A refusal: the reason travels in a header, the body stays empty. */
export class BambooError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }
}

/** The API on both hosts' paths: `/api/v1` and the older gateway's. */
export function bambooRoutes(app: FastifyInstance, world: World): void {
  for (const prefix of ['/api/v1', `/api/gateway.php/${company}/v1`]) {
    app.register(
      (scope, _options, done) => {
        scope.addHook('preHandler', (request, _reply, next) => {
          admit(world, request);
          next();
        });
        employeeRoutes(scope, world);
        done();
      },
      { prefix },
    );
  }
}

function admit(world: World, request: FastifyRequest): void {
  const [scheme, credentials] = (request.headers.authorization ?? '').split(' ');
  const user = Buffer.from(credentials ?? '', 'base64')
    .toString('utf8')
    .split(':')[0];
  if (scheme !== 'Basic' || user !== world.credentials.bamboohr.apiKey) throw new BambooError(401, 'Invalid API key');
  const throttle = world.store.get<{ times: number; status: number; retryAfterSeconds: number }>('setting', 'throttle');
  if (!throttle || throttle.times <= 0) return;
  world.store.put('setting', 'throttle', { ...throttle, times: throttle.times - 1 });
  const headers: Record<string, string> =
    throttle.status === 429 ? { 'Retry-After': String(throttle.retryAfterSeconds) } : {};
  throw new BambooError(throttle.status, 'Limit Exceeded', headers);
}

function employeeRoutes(app: FastifyInstance, world: World): void {
  app.get<{ Querystring: { onlyCurrent?: string } }>('/employees/directory', (request, reply) => {
    const fields = ['displayName', 'firstName', 'lastName', 'jobTitle', 'workEmail', 'location', 'supervisor'];
    const employees = active(world).map((employee) => ({
      id: employee.id,
      ...Object.fromEntries(fields.map((field) => [field, shown(employee, field)])),
    }));
    return answer(request, reply, { fields: fields.map((id) => ({ id, type: 'text', name: id })), employees });
  });

  app.get<{ Querystring: { since?: string; type?: string } }>('/employees/changed', (request, reply) => {
    const { since, type = 'all' } = request.query;
    if (!since || Number.isNaN(Date.parse(since))) throw new BambooError(400, 'Missing or invalid "since" parameter');
    const changed = world.store
      .list<Employee>('employee')
      .filter((employee) => Date.parse(employee.lastChanged) >= Date.parse(since))
      .map((employee) => ({ employee, action: actionOf(employee, since) }))
      .filter(({ action }) => type === 'all' || action.toLowerCase() === type);
    const latest =
      changed
        .map(({ employee }) => employee.lastChanged)
        .sort()
        .at(-1) ?? since;
    const employees = Object.fromEntries(
      changed.map(({ employee, action }) => [
        employee.id,
        { id: employee.id, action, lastChanged: employee.lastChanged },
      ]),
    );
    // An empty map is an empty list: the vendor's PHP cannot tell them apart.
    return answer(request, reply, { latest, employees: changed.length > 0 ? employees : [] });
  });

  app.get<{ Params: { id: string }; Querystring: { fields?: string } }>('/employees/:id', (request, reply) => {
    const wanted = (request.query.fields ?? 'firstName,lastName').split(',').map((field) => field.trim());
    if (wanted.length > 400) throw new BambooError(400, 'Too many fields requested');
    const employee = one(world, request.params.id);
    const values = wanted
      .filter((field) => knownFields.includes(field))
      .map((field) => [field, shown(employee, field)]);
    return answer(request, reply, { id: employee.id, ...Object.fromEntries(values) });
  });

  app.post<{ Params: { id: string }; Body: Record<string, string> }>('/employees/:id', (request, reply) => {
    const employee = changeEmployee(world, one(world, request.params.id), request.body);
    world.ledger(request, {
      operation: 'update',
      entity: 'employee',
      id: employee.id,
      data: Object.keys(request.body),
    });
    return answer(request, reply, { id: employee.id });
  });

  app.get('/meta/fields', (request, reply) =>
    answer(
      request,
      reply,
      knownFields.map((alias, index) => ({ id: index + 1, name: alias, type: 'text', alias })),
    ),
  );
}

const active = (world: World): Employee[] =>
  world.store.list<Employee>('employee').filter((employee) => employee.fields.status === 'Active' && !employee.deleted);

const actionOf = (employee: Employee, since: string): string => {
  if (employee.deleted) return 'Deleted';
  return Date.parse(employee.inserted) >= Date.parse(since) ? 'Inserted' : 'Updated';
};

function one(world: World, id: string): Employee {
  const employee = world.store.get<Employee>('employee', id);
  if (!employee || employee.deleted) throw new BambooError(404, 'Employee not found');
  return employee;
}

/** JSON only where it was asked for; XML otherwise. */
function answer(request: FastifyRequest, reply: FastifyReply, value: object): FastifyReply {
  if ((request.headers.accept ?? '').includes('application/json')) return reply.type('application/json').send(value);
  return reply.type('text/xml').send(`<?xml version="1.0"?>\n${xml('result', value)}`);
}

function xml(name: string, value: unknown): string {
  const tag = /^[A-Za-z]/.test(name) ? name : `item id="${name}"`;
  const inner =
    value && typeof value === 'object'
      ? Object.entries(value)
          .map(([key, item]) => xml(key, item))
          .join('')
      : String(value ?? '')
          .replaceAll('&', '&amp;')
          .replaceAll('<', '&lt;');
  return `<${tag}>${inner}</${tag.split(' ')[0]}>`;
}
