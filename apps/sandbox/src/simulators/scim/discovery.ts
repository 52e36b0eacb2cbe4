import type { FastifyInstance } from 'fastify';
import { ScimError } from './errors.js';
import { listResponse, send } from './reply.js';
import { resourceTypes, schemas } from './schemas.js';
import { mostResults } from './users.js';

const serviceProviderConfig = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: mostResults },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: true },
  authenticationSchemes: [{ type: 'oauthbearertoken', name: 'OAuth Bearer Token', description: 'A bearer token' }],
  meta: { resourceType: 'ServiceProviderConfig', location: '/scim/v2/ServiceProviderConfig' },
};

/** What this provider can do, for clients that ask. */
export function discoveryRoutes(app: FastifyInstance): void {
  app.get('/ServiceProviderConfig', (_request, reply) => send(reply, 200, serviceProviderConfig));
  for (const [path, resources] of [
    ['/ResourceTypes', resourceTypes],
    ['/Schemas', schemas],
  ] as const) {
    app.get(path, (_request, reply) => send(reply, 200, listResponse([...resources])));
    app.get<{ Params: { id: string } }>(`${path}/:id`, ({ params }, reply) => {
      const found = resources.find(({ id }) => id === params.id);
      if (!found) throw new ScimError(404, `Resource ${params.id} not found`);
      return send(reply, 200, found);
    });
  }
}
