import Fastify, { type FastifyInstance } from 'fastify';
import type { Fault } from './core/faults.js';
import type { Hosted } from './core/host.js';
import type { PostgresJournal } from './core/journal.repository.js';
import type { Credentials } from './core/simulator.js';
import type { Firm } from './firm/firm.js';
import type { People, ProjectRefs } from './firm/people.js';

export interface ControlParts {
  products: Map<keyof Credentials, Hosted>;
  people: People;
  firm: Firm;
  journal: PostgresJournal;
}

/** The sandbox's own API, on the loopback only: looks into the products, makes them misbehave, sends people to work. */
export function control({ products, people, firm, journal }: ControlParts): FastifyInstance {
  const app = Fastify({ forceCloseConnections: true });
  app.setErrorHandler((error: Error, _request, reply) => reply.code(422).send({ message: error.message }));
  const product = (name: string): Hosted => {
    const found = products.get(name as keyof Credentials);
    if (!found) throw new Error(`there is no simulator "${name}": use one of ${[...products.keys()].join(', ')}`);
    return found;
  };

  app.get('/health', () => ({ status: 'up' }));
  app.get('/firm', () => firm);
  app.get('/simulators', () =>
    [...products.values()].map(({ simulator, world, faults }) => ({
      name: simulator.name,
      origin: world.origin,
      faults: faults.happened,
    })),
  );
  app.get<{ Querystring: { simulator?: string; after?: string; limit?: string } }>('/ledger', ({ query }) =>
    journal.ledger(query.simulator, Number(query.after ?? 0), Math.min(Number(query.limit ?? 1000), 10_000)),
  );
  app.post<{ Body: { simulator: string; fault: Fault } }>('/faults', ({ body }) => {
    product(body.simulator).faults.add(body.fault);
    return { waiting: true };
  });
  app.delete('/faults', () => {
    for (const { faults } of products.values()) faults.clear();
    return { waiting: false };
  });
  app.post<{ Params: { simulator: string; action: string }; Body: object }>(
    '/actions/:simulator/:action',
    async ({ params, body }) => {
      const { simulator, world } = product(params.simulator);
      const action = simulator.actions[params.action];
      if (!action)
        throw new Error(
          `${params.simulator} has no action "${params.action}": use one of ${Object.keys(simulator.actions).join(', ')}`,
        );
      const result = action(world, (body ?? {}) as never);
      await world.store.settled();
      return result ?? {};
    },
  );
  app.post('/people/win-deals', () => people.winDeals());
  app.post<{ Body: { projects: ProjectRefs } }>('/people/staff-projects', ({ body }) =>
    people.staffProjects(body.projects),
  );
  app.post<{ Body: { projects: ProjectRefs } }>('/people/work-the-month', ({ body }) =>
    people.workTheMonth(body.projects),
  );
  return app;
}
