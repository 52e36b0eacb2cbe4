import type { FastifyError } from 'fastify';
import type { Simulator } from '../../core/simulator.js';
import { actions } from './actions.js';
import { tokenRoute } from './auth.js';
import { dataApi } from './data-api.js';
import { notFound, SalesforceError } from './errors.js';
import { seed } from './seed.js';

/** A Salesforce org on its REST API: sessions, SOQL, sObject rows. */
export const salesforce: Simulator = {
  name: 'salesforce',
  routes(app, world) {
    app.setErrorHandler((error: FastifyError, _request, reply) => {
      const refusal = error instanceof SalesforceError ? error : unforeseen(error);
      return reply.code(refusal.status).send(refusal.body);
    });
    app.setNotFoundHandler((_request, reply) => reply.code(404).send(notFound().body));
    tokenRoute(app, world);
    dataApi(app, world);
  },
  seed,
  actions,
};

function unforeseen({ statusCode = 500, message }: FastifyError): SalesforceError {
  if (statusCode >= 500) return new SalesforceError(500, 'UNKNOWN_EXCEPTION', 'An unexpected error occurred');
  return new SalesforceError(statusCode, 'JSON_PARSER_ERROR', message);
}
