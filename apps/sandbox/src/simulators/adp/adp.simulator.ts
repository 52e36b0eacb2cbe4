import { arrangeRefusal, type Refusal } from '../../core/arranged-refusals.js';
import { makeServer } from '../../core/certificates.js';
import type { Simulator, World } from '../../core/simulator.js';
import { setThrottle } from '../../core/throttle.js';
import { admit, expireTokens, tokenRoute } from './access.js';
import { runPayroll } from './batches.js';
import { hire, seed, setCycle } from './company.js';
import { AdpError, Refused } from './errors.js';
import { answerLater, payDataInput, payDataRoutes } from './pay-data.js';
import { statementRoutes } from './pay-statements.js';
import { workerRoutes } from './workers.js';

/**
 * ADP Workforce Now: workers, pay data input and pay statements. The vendor's two hosts, for tokens and for the API, are
 * one here; both demand a client certificate, so who has none never gets to speak HTTP.
 */
export const adp: Simulator = {
  name: 'adp',
  tls({ adp: { authority } }, hosts) {
    const { key, certificate: cert } = makeServer(authority, hosts);
    return { key, cert, ca: authority.certificate, requestCert: true, rejectUnauthorized: true };
  },
  routes(app, world) {
    app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
      const known = error instanceof AdpError ? error : new Refused(error.statusCode ?? 500, 'Error', error.message);
      const [path = ''] = request.url.split('?');
      const { method } = request;
      return reply
        .code(known.status)
        .headers(known.headers)
        .send(known.body({ method, path, now: world.now() }));
    });
    app.setNotFoundHandler(() => {
      throw new Refused(404, 'NotFound', 'There is no such resource.');
    });
    tokenRoute(app, world);
    app.register((scope, _options, done) => {
      scope.addHook('onRequest', async (request) => admit(world, request));
      workerRoutes(scope, world);
      payDataRoutes(scope, world);
      statementRoutes(scope, world);
      done();
    });
  },
  seed,
  actions: { hire, setCycle, runPayroll, failNext, answerLater, setThrottle, expireTokens },
};

/** Payroll has set up a check of its own that turns down the next batches. */
function failNext(world: World, refusal: Omit<Refusal, 'type'>): void {
  arrangeRefusal(world, { ...refusal, type: payDataInput });
}
