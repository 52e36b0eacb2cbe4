import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ScreensOf } from '../../core/screens.js';
import type { Simulator, World } from '../../core/simulator.js';
import { admit, nameCompany, setThrottle } from './access.js';
import { redeliverLast } from './announce.js';
import { changeFeed } from './change-feed.js';
import { startDelivery } from './delivery.js';
import { employeeList } from './employee-list.js';
import { employeeRoutes } from './employee-routes.js';
import { BambooError } from './errors.js';
import { metaRoutes } from './meta-routes.js';
import { editEmployee, hire, pauseWebhooks, seedEmployees, terminateEmployee } from './people.js';
import { addHoliday, recordLeave, removeHoliday, withdrawLeave } from './time-off.js';
import { timeOffRoutes } from './time-off-routes.js';
import { webhookRoutes } from './webhook-routes.js';
import { registerGateway } from './webhooks.js';

/** A BambooHR company: employees, time off, the change feed and signed webhooks, on both of the vendor's hosts. */
export const bamboohr: Simulator = {
  name: 'bamboohr',
  routes(app, world) {
    app.addHook('onSend', async (_request, reply) => void reply.header('X-Request-ID', randomUUID()));
    app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => refuse(reply, error));
    app.setNotFoundHandler((_request, reply) => refuse(reply, new BambooError(404, 'Not found')));
    // The company's own host and the older gateway serve the same.
    for (const prefix of ['/api/v1', '/api/gateway.php/:company/v1']) {
      void app.register((scope) => Promise.resolve(api(scope, world)), { prefix });
    }
  },
  seed(firm, world) {
    nameCompany(world, firm.name);
    seedEmployees(firm, world);
  },
  start(world) {
    registerGateway(world);
    return startDelivery(world);
  },
  actions: {
    hire,
    editEmployee,
    terminateEmployee,
    recordLeave,
    withdrawLeave,
    addHoliday,
    removeHoliday,
    setThrottle,
    pauseWebhooks,
    redeliverLast,
  } satisfies ScreensOf<'hr'>,
  domains: ['hr'],
};

function api(scope: FastifyInstance, world: World): void {
  scope.addHook('onRequest', async (request) => admit(world, request));
  employeeList(scope, world);
  changeFeed(scope, world);
  employeeRoutes(scope, world);
  metaRoutes(scope, world);
  timeOffRoutes(scope, world);
  webhookRoutes(scope, world);
}

function refuse(reply: FastifyReply, error: Error & { statusCode?: number }): FastifyReply {
  const { headers = {}, body } = error instanceof BambooError ? error.detail : {};
  const status = error instanceof BambooError ? error.status : (error.statusCode ?? 500);
  reply.code(status).headers({ ...headers, 'X-BambooHR-Error-Message': headerText(error.message) });
  return body ? reply.type('application/json').send(JSON.stringify(body)) : reply.send();
}

/** A header carries no line breaks and no letters beyond Latin-1. */
const headerText = (text: string): string => text.replaceAll(/[^\x20-\x7e]/g, '?');
