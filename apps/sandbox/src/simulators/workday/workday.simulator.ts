import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Simulator, World } from '../../core/simulator.js';
import { absenceRoutes } from './absence-routes.js';
import { actions } from './actions.js';
import { seedHolidays } from './get-holiday-calendars.js';
import { requireToken, tokenRoute } from './oauth.js';
import { seedOrganizations } from './organizations.js';
import { seedWorker } from './people.js';
import { noSuchResource, RestError } from './rest-error.js';
import { soapRoutes } from './soap.js';
import { admitRest } from './throttle.js';

/** A Workday tenant: workers, organisations and holidays by SOAP, absences by REST. */
export const workday: Simulator = {
  name: 'workday',
  routes(app, world) {
    app.setNotFoundHandler((_request, reply) => refuse(reply, noSuchResource()));
    tokenRoute(app, world);
    void app.register((scope) => Promise.resolve(soapRoutes(scope, world)));
    void app.register((scope) => Promise.resolve(rest(scope, world)), {
      prefix: '/ccx/api/absenceManagement/v1/:tenant',
    });
  },
  seed(firm, world) {
    seedOrganizations(firm, world);
    seedHolidays(firm, world);
    for (const { code, name, category } of firm.skills) world.store.put('skill', code, { name, category });
    for (const worker of firm.workers) seedWorker(world, worker);
  },
  actions,
};

function rest(scope: FastifyInstance, world: World): void {
  scope.addHook<{ Params: { tenant: string } }>('onRequest', async (request) => {
    requireToken(world, request);
    if (request.params.tenant !== world.credentials.workday.tenant) throw noSuchResource();
    admitRest(world);
  });
  scope.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) =>
    refuse(reply, error instanceof RestError ? error : new RestError(error.statusCode ?? 500, error.message)),
  );
  absenceRoutes(scope, world);
}

const refuse = (reply: FastifyReply, { status, body }: RestError): FastifyReply => reply.code(status).send(body);
