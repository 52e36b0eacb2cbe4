import type { FastifyError, FastifyInstance } from 'fastify';
import type { Simulator } from '../../core/simulator.js';
import { actions } from './actions.js';
import { errorBody, ODataError } from './errors.js';
import { dynamicsRoutes } from './routes.js';
import { seed } from './seed.js';

/** Microsoft Dynamics 365 Finance with its projects (Project Operations hosted there): OData V4, and the directory's tokens. */
export const dynamics365: Simulator = {
  name: 'dynamics365',
  routes(app, world) {
    speak(app);
    dynamicsRoutes(app, world);
  },
  seed,
  actions,
};

/** Bodies are read as text, since what is wrong with them is told in the vendor's words. */
function speak(app: FastifyInstance): void {
  app.removeContentTypeParser('application/json');
  for (const type of ['application/json', /^multipart\/mixed/]) {
    app.addContentTypeParser(type, { parseAs: 'string' }, (_request, body, done) => done(null, String(body)));
  }
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const { statusCode = 500 } = error;
    return reply.code(statusCode).send(errorBody(new ODataError(statusCode, 'An error has occurred.')));
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).type('text/html').send('<html><body>404</body></html>'));
}
