import type { OpenAPIObject } from '@nestjs/swagger';
import { domainControllers } from '#connector';
import { schedulerTool as tool } from '#contracts';
import { describeControllers } from '#platform';
import type { Published } from './documents.js';

type Paths = OpenAPIObject['paths'];
type Operation = Paths[string]['get'] & { 'x-scope'?: string };

const description =
  `What a scheduling tool answers so that the gateway can drive it. It is the scheduling domain without
instances, and a list of changes. A change comes under a reference of ours and with an Idempotency-Key: making it again
makes nothing twice. The same key within 24 hours gets the first answer and does nothing, so that a request that was on
its way for too long does not undo a later one; the same key with another request is refused with 422. Refusals are
Problem details whose \`kind\` and status say that nothing was done; after any other status, or none, the gateway asks
again under the same key. How to build it: apps/system-scheduler/README.md.`.replaceAll('\n', ' ');

const inInstance = '/v1/scheduling/{instance}/';

/** The contract a firm's own scheduling tool implements, made of the domain contract so that the two cannot differ. */
export async function schedulerTool(): Promise<Published> {
  const facts = { title: 'Scheduling tool', description, version: '1.0.0', owner: 'resource-management' };
  const models = [tool.AssignmentChange, tool.ChangePage];
  const domain = await describeControllers([domainControllers.scheduling], { ...facts, audience: 'system' }, models);
  const routes = Object.entries(domain.paths).filter(([path]) => path.startsWith(inInstance));
  const paths: Paths = Object.fromEntries(
    routes.map(([path, item]) => [path.replace(inInstance, '/v1/'), atTool(item as Record<string, Operation>)]),
  );
  const { Problem: problem, ...schemas } = domain.components!.schemas!;
  const document = {
    ...domain,
    info: { ...domain.info, 'x-audience': 'partner' },
    paths: { '/v1/changes': { get: listChanges(paths) }, ...paths },
    components: {
      // The rest of a problem is for people.
      schemas: { ...schemas, Problem: { ...problem, required: ['status', 'kind', 'detail'] } },
      securitySchemes: { bearer: { scheme: 'bearer', type: 'http' } },
    },
  } as OpenAPIObject;
  return { path: 'partner/scheduler/v1', document, byOthers: true };
}

/** The operations of a path as a tool has them: one bearer token, and no instance. */
const atTool = (item: Record<string, Operation>): Paths[string] =>
  Object.fromEntries(
    Object.entries(item).map(([method, { 'x-scope': _scope, ...operation }]) => [
      method,
      {
        ...operation,
        parameters: operation.parameters?.filter((one) => !('name' in one && one.name === 'instance')),
        security: [{ bearer: [] }],
      },
    ]),
  );

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

function listChanges(paths: Paths): Operation {
  const like = paths['/v1/assignments/{id}']!.get!;
  const asked = (name: string, what: string, schema: object) => ({
    description: what,
    in: 'query',
    name,
    required: false,
    schema,
  });
  return {
    ...like,
    operationId: 'listChanges',
    parameters: [
      asked('after', 'Changes behind this cursor', { maxLength: 500, type: 'string' }),
      asked('since', 'Changes since this moment; asked where there is no cursor yet', {
        format: 'date-time',
        type: 'string',
      }),
      ...(like.parameters?.filter((one) => 'name' in one && one.in === 'header') ?? []),
    ],
    responses: {
      ...like.responses,
      200: { content: { 'application/json': { schema: ref('ChangePage') } }, description: 'Done' },
    },
    summary: 'What happened to assignments that somebody was promised to, oldest first',
  } as Operation;
}
