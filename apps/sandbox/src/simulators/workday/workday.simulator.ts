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
import { timeOffEntries } from './time-off-entries.js';

/** A Workday tenant: workers, organisations and holidays by SOAP, absences by REST. */
export const workday: Simulator = {
  name: 'workday',
  routes(app, world) {
    app.setNotFoundHandler((_request, reply) => refuse(reply, noSuchResource()));
    tokenRoute(app, world);
    void app.register((scope) => Promise.resolve(soapRoutes(scope, world)));
    rest(app, world, '/ccx/api/absenceManagement/v1/:tenant', absenceRoutes);
    // The common service has no name in its address.
    rest(app, world, '/ccx/api/v1/:tenant', timeOffEntries);
  },
  seed(firm, world) {
    seedOrganizations(firm, world);
    seedHolidays(firm, world);
    for (const { code, name, category } of firm.skills) world.store.put('skill', code, { name, category });
    for (const worker of firm.workers) seedWorker(world, worker);
  },
  actions,
  domains: ['hr'],
};

type Routes = (scope: FastifyInstance, world: World) => void;

function rest(app: FastifyInstance, world: World, prefix: string, routes: Routes): void {
  const service = (scope: FastifyInstance): Promise<void> => {
    scope.addHook<{ Params: { tenant: string } }>('onRequest', async (request) => {
      requireToken(world, request);
      if (request.params.tenant !== world.credentials.workday.tenant) throw noSuchResource();
      admitRest(world);
    });
    scope.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) =>
      refuse(reply, error instanceof RestError ? error : new RestError(error.statusCode ?? 500, error.message)),
    );
    routes(scope, world);
    return Promise.resolve();
  };
  void app.register(service, { prefix });
}

const refuse = (reply: FastifyReply, { status, body }: RestError): FastifyReply => reply.code(status).send(body);
