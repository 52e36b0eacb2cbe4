import type { FastifyError, FastifyInstance } from 'fastify';
import type { Simulator } from '../../core/simulator.js';
import { actions } from './actions.js';
import { tokenPath, tokenRoute } from './auth.js';
import { jobRoutes } from './async-jobs.js';
import { errorMediaType, invalidContent, NetsuiteError, notFound, resourceMediaType } from './errors.js';
import { govern } from './governance.js';
import { queryRoutes } from './query-routes.js';
import { readRoutes } from './read-routes.js';
import { seed } from './seed.js';
import { writeRoutes } from './write-routes.js';

/** A NetSuite account: OAuth 2.0 with a certificate, the REST record service, SuiteQL, concurrency governance. */
export const netsuite: Simulator = {
  name: 'netsuite',
  routes(app, world) {
    speak(app);
    govern(app, world);
    tokenRoute(app, world);
    readRoutes(app, world);
    writeRoutes(app, world);
    queryRoutes(app, world);
    jobRoutes(app, world);
  },
  seed,
  actions,
};

/** The vendor's media types and its way of refusing. */
function speak(app: FastifyInstance): void {
  const json = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser(resourceMediaType, { parseAs: 'string' }, json);
  app.addHook('preSerialization', async (request, reply, payload: object) => {
    if (request.url === tokenPath) return payload;
    void reply.type(`${resourceMediaType}; type=${'items' in payload ? 'collection' : 'singular'}`);
    return payload;
  });
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const refusal = error instanceof NetsuiteError ? error : unforeseen(error);
    return reply.code(refusal.status).headers(refusal.headers).type(errorMediaType).send(JSON.stringify(refusal.body));
  });
  app.setNotFoundHandler(({ url }) => {
    throw notFound('The requested endpoint does not exist.', url);
  });
}

function unforeseen({ statusCode = 500, message }: FastifyError): NetsuiteError {
  if (statusCode === 400) return invalidContent(message);
  if (statusCode < 500) return new NetsuiteError(statusCode, 'INVALID_CONTENT', message);
  return new NetsuiteError(500, 'UNEXPECTED_ERROR', 'An unexpected error occurred.');
}
