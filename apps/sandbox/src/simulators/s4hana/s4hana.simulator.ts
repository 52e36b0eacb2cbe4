import type { FastifyError, FastifyInstance } from 'fastify';
import type { Simulator } from '../../core/simulator.js';
import { actions } from './actions.js';
import { errorBody, GatewayError } from './errors.js';
import { s4hanaRoutes } from './routes.js';
import { seed } from './seed.js';

/** An SAP S/4HANA Cloud system: OData V2 with CSRF tokens, a few V4 services, workforce replication by SOAP. */
export const s4hana: Simulator = {
  name: 's4hana',
  routes(app, world) {
    speak(app);
    s4hanaRoutes(app, world);
  },
  seed,
  actions,
  domains: ['erp'],
};

/** Bodies are read as text, since what is wrong with them is told in the vendor's words. */
function speak(app: FastifyInstance): void {
  const asText = (_request: unknown, body: string | Buffer, done: (error: null, body: string) => void): void =>
    done(null, String(body));
  app.removeContentTypeParser('application/json');
  for (const type of ['application/json', 'text/xml', 'application/soap+xml', /^multipart\/mixed/]) {
    app.addContentTypeParser(type, { parseAs: 'string' }, asText);
  }
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const { statusCode = 500 } = error;
    const refusal = error instanceof GatewayError ? error : new GatewayError(statusCode, 'SY/530', words(statusCode));
    const body = errorBody(refusal, { name: '', version: '0001' }, new Date());
    return reply.code(refusal.status).type('application/json').send(JSON.stringify(body));
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).type('text/html').send('<html><body>404</body></html>'));
}

const words = (status: number): string =>
  status === 415 ? 'The content type of the request is not supported' : 'An internal server error occurred';
