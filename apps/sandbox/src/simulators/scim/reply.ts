import type { FastifyReply } from 'fastify';
import type { User } from './user.js';
import { type Projection, projected } from './projection.js';

/** Every reply with a body is SCIM's own kind of JSON, a refusal too. */
export const send = (reply: FastifyReply, status: number, body: object): FastifyReply =>
  reply.code(status).type('application/scim+json').send(body);

export const sendUser = (reply: FastifyReply, status: number, user: User, asked: Projection = {}): FastifyReply =>
  send(reply.header('ETag', user.meta.version), status, projected(user, asked));

export const listResponse = (resources: object[], total = resources.length, startIndex = 1): object => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
  totalResults: total,
  startIndex,
  itemsPerPage: resources.length,
  Resources: resources,
});
