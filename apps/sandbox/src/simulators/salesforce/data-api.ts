import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { allocation, meter } from './allocation.js';
import { requireSession } from './auth.js';
import { type Call, ok, type Route } from './call.js';
import { collectionRoutes } from './collections.js';
import { compositeRoutes } from './composite.js';
import { notFound, SalesforceError } from './errors.js';
import { type Org, within } from './org.js';
import { queryRoutes } from './query-routes.js';
import { rowRoutes } from './row-routes.js';

/** The releases this org answers. */
const versions = [
  { version: '62.0', label: "Winter '25" },
  { version: '63.0', label: "Spring '25" },
  { version: '64.0', label: "Summer '25" },
  { version: '65.0', label: "Winter '26" },
  { version: '66.0', label: "Spring '26" },
  { version: '67.0', label: "Summer '26" },
  { version: '68.0', label: "Winter '27" },
];

const limitsRoute: Route = {
  method: 'GET',
  path: '/limits',
  answer: (org) => {
    const { max, used } = allocation(org);
    return ok({ DailyApiRequests: { Max: max, Remaining: max - used } });
  },
};

const routes: Route[] = [limitsRoute, ...queryRoutes, ...rowRoutes, ...collectionRoutes, ...compositeRoutes];

/** The data API below `/services/data`: every call needs a session, counts, and names a version. */
export function dataApi(app: FastifyInstance, org: Org): void {
  app.addHook('onSend', async (_request, reply) => {
    void reply.header('X-SFDC-Request-Id', randomUUID());
  });
  app.get('/services/data', () =>
    versions.map(({ version, label }) => ({ label, url: `/services/data/v${version}`, version })),
  );
  app.register(
    (scope, _options, done) => {
      scope.addHook('onRequest', async (request: FastifyRequest<{ Params: { version: string } }>, reply) => {
        requireSession(org, request);
        meter(org, reply);
        if (!versions.some(({ version }) => `v${version}` === request.params.version)) throw notFound();
        refuseOtherMedia(request);
      });
      for (const { method, path, answer } of routes)
        scope.route({
          method,
          url: path,
          handler: (request, reply) => {
            const call = callOf(request);
            return respond(reply, answer(within(org, originOf(call)), call));
          },
        });
      done();
    },
    { prefix: '/services/data/:version' },
  );
}

function callOf(request: FastifyRequest): Call {
  const { version = '', ...params } = request.params as Record<string, string>;
  const { method, headers, body } = request;
  return { method, version, params, query: request.query as Call['query'], headers, body, request };
}

/** Programs say who they are in `Sforce-Call-Options: client=…`. */
function originOf({ version, headers }: Call): string {
  const client = /(?:^|[,;\s])client=([^,;\s]+)/.exec(String(headers['sforce-call-options'] ?? ''))?.[1] ?? '';
  return `com/salesforce/api/rest/${version.slice(1)};client=${client}`;
}

const respond = (reply: FastifyReply, { status, headers = {}, body }: ReturnType<Route['answer']>): FastifyReply =>
  reply.code(status).headers(headers).send(body);

function refuseOtherMedia({ headers }: FastifyRequest): void {
  const type = headers['content-type'];
  if (type === undefined || /^application\/json\b/i.test(type)) return;
  const message = 'Entity is in an unsupported format. The supported format is application/json.';
  throw new SalesforceError(415, 'UNSUPPORTED_MEDIA_TYPE', message);
}
