import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { allocation, meter } from './allocation.js';
import { requireSession } from './auth.js';
import { notFound, SalesforceError } from './errors.js';
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

/** The data API below `/services/data`: every call needs a session, counts, and names a version. */
export function dataApi(app: FastifyInstance, world: World): void {
  app.addHook('onSend', async (_request, reply) => {
    void reply.header('X-SFDC-Request-Id', randomUUID());
  });
  app.get('/services/data', () =>
    versions.map(({ version, label }) => ({ label, url: `/services/data/v${version}`, version })),
  );
  app.register(
    (scope, _options, done) => {
      scope.addHook('onRequest', async (request: FastifyRequest<{ Params: { version: string } }>, reply) => {
        requireSession(world, request);
        meter(world, reply);
        if (!versions.some(({ version }) => `v${version}` === request.params.version)) throw notFound();
        refuseOtherMedia(request);
      });
      scope.get('/limits', () => {
        const { max, used } = allocation(world);
        return { DailyApiRequests: { Max: max, Remaining: max - used } };
      });
      queryRoutes(scope, world);
      rowRoutes(scope, world);
      done();
    },
    { prefix: '/services/data/:version' },
  );
}

function refuseOtherMedia({ headers }: FastifyRequest): void {
  const type = headers['content-type'];
  if (type === undefined || /^application\/json\b/i.test(type)) return;
  const message = 'Entity is in an unsupported format. The supported format is application/json.';
  throw new SalesforceError(415, 'UNSUPPORTED_MEDIA_TYPE', message);
}
