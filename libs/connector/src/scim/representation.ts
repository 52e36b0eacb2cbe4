import { type Attributes, enterpriseSchema, nameIn, userSchema, workerSchema } from './schemas.js';
import { etagOf } from './versions.js';

/** A user as it is kept. */
export interface Resource {
  id: string;
  attributes: Attributes;
  /** Grows by one with each change. */
  version: number;
  createdAt: Date;
  modifiedAt: Date;
}

export const json = 'application/scim+json';
const listResponse = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

export const locationOf = (publicUrl: string, id: string): string => `${publicUrl}/Users/${id}`;

/** A user as its platform is answered: what is stored, and what we add. */
export function represent(user: Resource, publicUrl: string): Attributes {
  const { id, attributes, createdAt, modifiedAt } = user;
  return {
    schemas: [userSchema, ...[enterpriseSchema, workerSchema].filter((name) => name in attributes)],
    id,
    ...attributes,
    meta: {
      resourceType: 'User',
      created: createdAt.toISOString(),
      lastModified: modifiedAt.toISOString(),
      location: locationOf(publicUrl, id),
      version: etagOf(user),
    },
  };
}

const always = new Set(['schemas', 'id', 'meta']);

/** `attributes` and `excludedAttributes` of RFC 7644, 3.9, for whole attributes; of a part, its attribute is shown. */
export function selected(user: Attributes, query: Record<string, string | undefined>): Attributes {
  const wanted = topNames(user, query.attributes);
  const unwanted = topNames(user, query.excludedAttributes);
  return Object.fromEntries(
    Object.entries(user).filter(
      ([name]) => always.has(name) || (!unwanted.has(name) && (wanted.size === 0 || wanted.has(name))),
    ),
  );
}

function topNames(user: Attributes, list = ''): Set<string> {
  const asked = list
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  return new Set(asked.map((one) => extensionOf(user, one) ?? nameIn(user, one.split('.')[0]!)));
}

const extensionOf = (user: Attributes, path: string): string | undefined =>
  Object.keys(user).find((name) => name.startsWith('urn:') && path.toLowerCase().startsWith(name.toLowerCase()));

export const listOf = (resources: Attributes[], total: number, startIndex: number): Attributes => ({
  schemas: [listResponse],
  totalResults: total,
  startIndex,
  itemsPerPage: resources.length,
  Resources: resources,
});
