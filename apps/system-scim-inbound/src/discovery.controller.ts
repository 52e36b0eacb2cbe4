import { Controller, Get, Header, UseFilters, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '#platform';
import { CallingClient, type Client, ScimAccess } from './access.js';
import { listOf, scimJson } from './representation.js';
import { ScimErrors } from './scim-errors.js';
import { type Attributes, enterpriseSchema, schemas, userSchema, workerSchema } from './schemas.js';
import { largestPage } from './user-query.js';

const why = 'identity platforms carry a token of their own, which ScimAccess knows';
const core = 'urn:ietf:params:scim:schemas:core:2.0';

/** What this service provider can do (RFC 7644, 4). */
@ApiExcludeController()
@UseGuards(ScimAccess)
@UseFilters(ScimErrors)
@Controller('scim/v2')
export class ScimDiscoveryController {
  @Get('ServiceProviderConfig')
  @Public(why)
  @Header('content-type', scimJson)
  config(@CallingClient() { publicUrl }: Client): Attributes {
    return {
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
    };
  }

  @Get('ResourceTypes')
  @Public(why)
  @Header('content-type', scimJson)
  resourceTypes(@CallingClient() { publicUrl }: Client): Attributes {
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

  @Get('Schemas')
  @Public(why)
  @Header('content-type', scimJson)
  schemas(@CallingClient() { publicUrl }: Client): Attributes {
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
