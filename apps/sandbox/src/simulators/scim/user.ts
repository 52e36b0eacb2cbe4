import { isDeepStrictEqual } from 'node:util';
import type { World } from '../../core/simulator.js';
import { badRequest, ScimError } from './errors.js';
import { isNode, keyOf, type Node } from './paths.js';
import { enterpriseSchema, userAttributes, userSchema } from './schemas.js';

export interface User extends Node {
  id: string;
  userName: string;
  meta: { resourceType: 'User'; created: string; lastModified: string; location: string; version: string };
}

/** What a caller may set; read-only attributes are left out. */
export function assignable(body: Node | undefined): Node {
  if (!isNode(body) || !Array.isArray(body.schemas) || !body.schemas.includes(userSchema))
    throw badRequest('invalidSyntax', `schemas must name ${userSchema}`);
  const named = userAttributes.map(({ name }) => name);
  const readOnly = ['id', 'meta', 'groups', 'schemas'];
  const entries = Object.entries(body)
    .map(([name, value]) => [named.find((known) => known.toLowerCase() === name.toLowerCase()) ?? name, value] as const)
    .filter(([name, value]) => !readOnly.includes(name) && isAssigned(value));
  return Object.fromEntries(entries);
}

/** Null and an empty list say that there is no value. */
const isAssigned = (value: unknown): boolean =>
  value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);

/** Keeps a user as a new version, unless nothing has changed. A password is taken and never told. */
export function save(world: World, id: string, values: Node, before: User | null): User {
  checkValues(values);
  refuseDuplicate(world, String(values.userName), id);
  const { meta: _meta, schemas: _schemas, password: _password, ...rest } = values;
  const extended = isNode(rest[keyOf(rest, enterpriseSchema)]);
  const body = { ...rest, id, schemas: extended ? [userSchema, enterpriseSchema] : [userSchema] };
  if (before && isDeepStrictEqual({ ...body, meta: before.meta }, before)) return before;
  const at = world.now().toISOString();
  const meta: User['meta'] = {
    resourceType: 'User',
    created: before?.meta.created ?? at,
    lastModified: at,
    location: `${world.origin}/scim/v2/Users/${id}`,
    version: `W/"${world.store.next('version')}"`,
  };
  const user: User = { ...body, userName: String(values.userName), meta };
  world.store.put('user', id, user);
  return user;
}

function checkValues(values: Node): void {
  if (typeof values.userName !== 'string' || values.userName === '')
    throw badRequest('invalidValue', 'userName is required');
  if (values.active !== undefined && typeof values.active !== 'boolean')
    throw badRequest('invalidValue', 'active must be a boolean');
  for (const { name } of userAttributes.filter(({ multiValued }) => multiValued)) {
    const list = values[name];
    if (list === undefined) continue;
    if (!Array.isArray(list) || !list.every(isNode))
      throw badRequest('invalidValue', `${name} must be a list of objects`);
    if (list.filter(({ primary }) => primary === true).length > 1)
      throw badRequest('invalidValue', `${name} has more than one primary value`);
  }
}

/** userName is unique whatever its case. */
function refuseDuplicate(world: World, userName: string, own: string): void {
  const taken = userNamed(world, userName);
  if (taken && taken.id !== own) throw new ScimError(409, `userName ${userName} is taken`, 'uniqueness');
}

export const userNamed = (world: World, userName: string): User | undefined =>
  world.store.find<User>('user', (user) => user.userName.toLowerCase() === userName.toLowerCase());

export function existing(world: World, id: string): User {
  const user = world.store.get<User>('user', id);
  if (!user) throw new ScimError(404, `Resource ${id} not found`);
  return user;
}
