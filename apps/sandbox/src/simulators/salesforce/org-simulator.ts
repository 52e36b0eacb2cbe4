import type { FastifyError } from 'fastify';
import type { Simulator } from '../../core/simulator.js';
import { tokenRoute } from './auth.js';
import { captureActions } from './capture-actions.js';
import { cometd } from './cometd.js';
import { dataApi } from './data-api.js';
import { notFound, SalesforceError } from './errors.js';
import { orgOf, type Setup, within } from './org.js';

/** An org on its REST API, as its administrator has set it up: sessions, SOQL, sObject rows, change events. */
export const orgSimulator = (setup: Setup): Simulator => ({
  name: setup.name,
  domains: setup.domains,
  routes(app, world) {
    const org = orgOf(world, setup);
    app.setErrorHandler((error: FastifyError, _request, reply) => {
      const refusal = error instanceof SalesforceError ? error : unforeseen(error);
      return reply.code(refusal.status).send(refusal.body);
    });
    app.setNotFoundHandler((_request, reply) => reply.code(404).send(notFound().body));
    tokenRoute(app, org);
    dataApi(app, org);
    cometd(app, org);
  },
  seed: (firm, world) => setup.seed(firm, orgOf(world, setup)),
  actions: Object.fromEntries(
    Object.entries({ ...captureActions, ...setup.actions }).map(([name, act]) => [
      name,
      (world, input) => act(within(orgOf(world, setup), screens), input),
    ]),
  ),
});

/** What the org's own screens say they are. */
const screens = 'com/salesforce/api/soap/67.0;client=SfdcInternalAPI/';

function unforeseen({ statusCode = 500, message }: FastifyError): SalesforceError {
  if (statusCode >= 500) return new SalesforceError(500, 'UNKNOWN_EXCEPTION', 'An unexpected error occurred');
  return new SalesforceError(statusCode, 'JSON_PARSER_ERROR', message);
}
