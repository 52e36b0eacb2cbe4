import type { FastifyInstance } from 'fastify';
import type { Simulator, World } from '../../core/simulator.js';
import { tokenRoute } from './auth.js';
import { NetsuiteError } from './errors.js';
import type { Stored } from './record-types.js';
import { netsuiteRoutes } from './routes.js';
import { addDepartment, seed } from './seed.js';
import { getRecord, updateRecord } from './write.js';

/** A NetSuite account: OAuth 2.0 with a certificate, the REST record service, SuiteQL, concurrency governance. */
export const netsuite: Simulator = {
  name: 'netsuite',
  routes(app, world) {
    app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
      const known =
        error instanceof NetsuiteError
          ? error
          : new NetsuiteError(error.statusCode ?? 500, 'UNEXPECTED_ERROR', error.message);
      return reply
        .code(known.status)
        .type('application/vnd.oracle.resource+json; type=error')
        .send(JSON.stringify(known.body));
    });
    app.setNotFoundHandler((_request, reply) =>
      reply
        .code(404)
        .send(new NetsuiteError(404, 'NONEXISTENT_ENDPOINT', 'The requested endpoint does not exist.').body),
    );
    govern(app, world);
    tokenRoute(app, world);
    netsuiteRoutes(app, world);
  },
  seed,
  actions: {
    addDepartment: (world, input: { code: string; name: string; legalEntity: string }) => {
      const { id } = addDepartment(world, input);
      world.store.record({ operation: 'create', entity: 'department', id, by: 'person' });
      return { id };
    },
    closeProject: (world, { externalId }: { externalId: string }) => {
      const job = getRecord(world, 'job', `eid:${externalId}`);
      updateRecord(world, 'job', job, { entityStatus: { id: '1' }, allowTime: false });
      world.store.record({ operation: 'update', entity: 'job', id: job.id, by: 'person' });
    },
    lockPeriod: (world, { month }: { month: string }) => world.store.put('locked-period', month, { month }),
    unlockPeriod: (world, { month }: { month: string }) => world.store.delete('locked-period', month),
    expireTokens: (world) => {
      for (const { token } of world.store.list<{ token: string }>('token')) world.store.delete('token', token);
    },
    setConcurrency: (world, { limit }: { limit: number }) => world.store.put('setting', 'concurrency', { limit }),
    failNext: (world, input: { type: string; errorCode: string; detail: string; times: number }) =>
      world.store.put('refusal', input.type, input),
    mergeCustomer: (world, { name, externalId }: { name: string; externalId: string }) => {
      const customer = world.store.find<Stored>('customer', (record) => record.companyName === name);
      if (!customer) throw new Error(`there is no customer "${name}"`);
      updateRecord(world, 'customer', customer, { externalId });
      world.store.record({ operation: 'update', entity: 'customer', id: customer.id, by: 'person' });
    },
  },
};

const defaultConcurrency = 5;
/** Long enough that requests overlap, as they do over a real network. */
const workMs = 2;

/** Governance is by requests in flight, per account, and names no time to come back. */
function govern(app: FastifyInstance, world: World): void {
  let inFlight = 0;
  app.addHook('onRequest', async (_request, reply) => {
    inFlight += 1;
    reply.raw.once('close', () => (inFlight -= 1));
    const limit = world.store.get<{ limit: number }>('setting', 'concurrency')?.limit ?? defaultConcurrency;
    if (inFlight > limit)
      throw new NetsuiteError(429, 'CONCURRENCY_LIMIT_EXCEEDED', 'Concurrent request limit exceeded. Request blocked.');
    await new Promise((resolve) => setTimeout(resolve, workMs));
  });
}
