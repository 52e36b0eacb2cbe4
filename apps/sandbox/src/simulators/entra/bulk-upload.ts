import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { requirePermission } from './access.js';
import { invalidData, notFound } from './errors.js';
import { countUpload } from './limits.js';
import { jobOf } from './tenant.js';
import { isNode } from './user.js';

export type Data = Record<string, unknown>;

/** A request that waits for the job. */
export interface Upload {
  id: string;
  /** Milliseconds since the epoch. */
  dueAt: number;
  users: Data[];
  correlationId?: string;
  effectId?: string;
}

type Asked = FastifyRequest<{ Params: { servicePrincipal: string; job: string } }>;

const bulkRequest = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
const mostOperations = 50;

/** Takes users in for the provisioning job, which finds out for itself what is new and what has changed. */
export function bulkUploadRoute(app: FastifyInstance, world: World): void {
  app.post('/servicePrincipals/:servicePrincipal/synchronization/jobs/:job/bulkUpload', (request: Asked, reply) => {
    requirePermission(world, 'SynchronizationData-User.Upload');
    countUpload(world);
    const { servicePrincipalId, jobId } = world.credentials.entra;
    const { params, headers } = request;
    if (params.servicePrincipal !== servicePrincipalId) throw notFound(params.servicePrincipal);
    if (params.job !== jobId) throw notFound(params.job);
    const users = readUsers(request);
    const id = randomUUID();
    const dueAt = world.now().getTime() + jobOf(world).processingSeconds * 1000;
    const { 'x-correlation-id': correlationId, 'x-effect-id': effectId } = headers;
    const upload: Upload = {
      id,
      dueAt,
      users,
      ...(typeof correlationId === 'string' && { correlationId }),
      ...(typeof effectId === 'string' && { effectId }),
    };
    world.store.put('upload', id, upload);
    const numbers = users.map(({ externalId }) => externalId);
    world.ledger(request, { operation: 'bulkUpload', entity: 'upload', id, data: { externalIds: numbers } });
    const filter = `$filter=jobid%20eq%20'${jobId}'`;
    return reply
      .code(202)
      .header('Location', `${world.origin}/v1.0/auditLogs/provisioning/?${filter}`)
      .header('request-id', id)
      .header('client-request-id', headers['client-request-id'] ?? id)
      .send();
  });
}

/** Assumption, unconfirmed by the vendor: one operation that is not as documented refuses the whole request. */
function readUsers({ headers, body }: Asked): Data[] {
  if (!/^application\/scim\+json\b/.test(headers['content-type'] ?? ''))
    throw invalidData('the content type must be application/scim+json');
  if (!isNode(body) || !Array.isArray(body.schemas) || !body.schemas.includes(bulkRequest))
    throw invalidData(`schemas must name ${bulkRequest}`);
  const { Operations: operations } = body;
  if (!Array.isArray(operations) || operations.length === 0) throw invalidData('there are no Operations');
  if (operations.length > mostOperations) throw invalidData(`more than ${mostOperations} Operations`);
  return operations.map((operation: unknown, index) => {
    if (!isNode(operation)) throw invalidData(`Operations[${index}] is no object`);
    const { method, path, bulkId, data } = operation;
    if (method !== 'POST') throw invalidData(`Operations[${index}].method must be POST, for a change too`);
    if (path !== '/Users') throw invalidData(`Operations[${index}].path must be /Users`);
    if (typeof bulkId !== 'string' || bulkId === '') throw invalidData(`Operations[${index}].bulkId is missing`);
    if (!isNode(data) || !Array.isArray(data.schemas)) throw invalidData(`Operations[${index}].data has no schemas`);
    return data;
  });
}
