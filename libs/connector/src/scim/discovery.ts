import { listOf } from './representation.js';
import { type Attributes, enterpriseSchema, schemas, userSchema, workerSchema } from './schemas.js';

/** So many resources are answered at once, whatever is asked for. */
export const largestPage = 200;

const core = 'urn:ietf:params:scim:schemas:core:2.0';

/** What this service provider can do (RFC 7644, 4). `publicUrl` ends where `/Users` begins. */
export const serviceProviderConfig = (publicUrl: string): Attributes => ({
  schemas: [`${core}:ServiceProviderConfig`],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: largestPage },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: true },
  authenticationSchemes: [
    { type: 'oauthbearertoken', name: 'Bearer token', description: 'A token of its own for each client' },
  ],
  meta: { resourceType: 'ServiceProviderConfig', location: `${publicUrl}/ServiceProviderConfig` },
});

export function resourceTypes(publicUrl: string): Attributes {
  const user = {
    schemas: [`${core}:ResourceType`],
    id: 'User',
    name: 'User',
    endpoint: '/Users',
    schema: userSchema,
    schemaExtensions: [enterpriseSchema, workerSchema].map((schema) => ({ schema, required: false })),
    meta: { resourceType: 'ResourceType', location: `${publicUrl}/ResourceTypes/User` },
  };
  return listOf([user], 1, 1);
}

export function announcedSchemas(publicUrl: string): Attributes {
  const all = Object.entries(schemas).map(([id, { name, attributes }]) => ({
    schemas: [`${core}:Schema`],
    id,
    name,
    attributes: Object.entries(attributes).map(([attribute, { type, multiValued = false, subAttributes }]) => ({
      ...described(attribute, type, multiValued),
      ...(attribute === 'userName' && { required: true, uniqueness: 'server' }),
      ...(subAttributes && {
        subAttributes: subAttributes.map((sub) => described(sub, sub === 'primary' ? 'boolean' : 'string', false)),
      }),
    })),
    meta: { resourceType: 'Schema', location: `${publicUrl}/Schemas/${id}` },
  }));
  return listOf(all, all.length, 1);
}

const described = (name: string, type: string, multiValued: boolean): Attributes => ({
  name,
  type,
  multiValued,
  required: false,
  caseExact: name === 'externalId',
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
});
