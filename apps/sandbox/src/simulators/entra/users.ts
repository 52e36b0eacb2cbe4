import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { requirePermission } from './access.js';
import { badQuery, forbidden, notFound } from './errors.js';
import { page, parseFilter, type Query } from './odata.js';
import { type User, userNamed, userNumbered } from './user.js';

type Asked = FastifyRequest<{ Querystring: Query; Params: { id: string } }>;

/** What is shown unless something else is selected; whether somebody may sign in is not among it. */
const usual = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
];

const unset = { businessPhones: [], mail: null, mobilePhone: null, officeLocation: null };

/** `/users`, to read alone: people come into the directory by the provisioning job. */
export function userRoutes(app: FastifyInstance, world: World): void {
  app.get('/users', ({ query }: Asked) => {
    requirePermission(world, 'User.Read.All');
    const matches = query.$filter === undefined ? () => true : parseFilter(query.$filter, ['eq', 'startswith']);
    const found = world.store.list<User>('user').filter(matches);
    const listed = page(found, { query, path: 'users', origin: world.origin, most: 999, size: 100 });
    return { ...listed, value: listed.value.map((user) => selected(user, query.$select)) };
  });

  app.get('/users/:id', ({ params, query }: Asked) => {
    requirePermission(world, 'User.Read.All');
    const context = `${world.origin}/v1.0/$metadata#users/$entity`;
    return { '@odata.context': context, ...selected(existing(world, params.id), query.$select) };
  });

  app.get('/users/:id/manager', ({ params, query }: Asked) => {
    requirePermission(world, 'User.Read.All');
    const { managerEmployeeId: number } = existing(world, params.id);
    const manager = number === null ? undefined : userNumbered(world, number);
    if (!manager) throw notFound('manager');
    return { '@odata.type': '#microsoft.graph.user', ...selected(manager, query.$select) };
  });

  app.route({
    method: ['POST', 'PATCH', 'PUT', 'DELETE'],
    url: '/users*',
    handler: () => {
      throw forbidden();
    },
  });
}

/** By id, or by the name somebody signs in by. */
function existing(world: World, id: string): User {
  const user = world.store.get<User>('user', id) ?? userNamed(world, id);
  if (!user) throw notFound(id);
  return user;
}

function selected(user: User, select: string | undefined): object {
  const all: Record<string, unknown> = { ...unset, ...user };
  delete all.managerEmployeeId;
  const names = select?.split(',').map((name) => name.trim()) ?? usual;
  const unknown = names.find((name) => !Object.hasOwn(all, name));
  if (unknown !== undefined)
    throw badQuery(`Could not find a property named '${unknown}' on type 'microsoft.graph.user'.`);
  return Object.fromEntries(names.map((name) => [name, all[name]]));
}
