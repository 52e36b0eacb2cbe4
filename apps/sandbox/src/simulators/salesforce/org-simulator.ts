import type { FastifyError } from 'fastify';
import type { Simulator } from '../../core/simulator.js';
import { tokenRoute } from './auth.js';
import { dataApi } from './data-api.js';
import { notFound, SalesforceError } from './errors.js';
import { orgOf, type Setup } from './org.js';

/** An org on its REST API, as its administrator has set it up: sessions, SOQL, sObject rows. */
export const orgSimulator = (setup: Setup): Simulator => ({
  name: setup.name,
  routes(app, world) {
    const org = orgOf(world, setup);
    app.setErrorHandler((error: FastifyError, _request, reply) => {
      const refusal = error instanceof SalesforceError ? error : unforeseen(error);
      return reply.code(refusal.status).send(refusal.body);
    });
    app.setNotFoundHandler((_request, reply) => reply.code(404).send(notFound().body));
    tokenRoute(app, org);
    dataApi(app, org);
  },
  seed: (firm, world) => setup.seed(firm, orgOf(world, setup)),
  actions: Object.fromEntries(
    Object.entries(setup.actions).map(([name, act]) => [name, (world, input) => act(orgOf(world, setup), input)]),
  ),
});

function unforeseen({ statusCode = 500, message }: FastifyError): SalesforceError {
  if (statusCode >= 500) return new SalesforceError(500, 'UNKNOWN_EXCEPTION', 'An unexpected error occurred');
  return new SalesforceError(statusCode, 'JSON_PARSER_ERROR', message);
}
