import type { FastifyInstance } from 'fastify';
import type { World } from '../../core/simulator.js';
import { invalidHeader, invalidParameter } from './errors.js';
import { collection, pageOf } from './paging.js';
import { parametersOf, prefers, requireJson } from './request-parts.js';
import { rowsOf } from './suiteql-rows.js';

/** SuiteQL: a query in the body, one page of rows in the reply. */
export function queryRoutes(app: FastifyInstance, world: World): void {
  app.post<{ Body: { q?: unknown } | null }>('/services/rest/query/v1/suiteql', (request) => {
    const page = pageOf(parametersOf(request, 'limit', 'offset'));
    if (!prefers(request, 'transient')) {
      throw invalidHeader("The required request header 'Prefer' is missing or is not 'transient'.", 'Prefer');
    }
    requireJson(request);
    const query = request.body?.q;
    if (typeof query !== 'string' || query === '') throw invalidParameter("The parameter 'q' is missing.", 'q');
    return collection(world, request, rowsOf(world, query), page);
  });
}
