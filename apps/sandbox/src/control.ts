import Fastify, { type FastifyInstance } from 'fastify';
import type { Fault } from './core/faults.js';
import type { Hosted } from './core/host.js';
import type { PostgresJournal } from './core/journal.repository.js';
import type { Deed, Leave, Screens } from './core/screens.js';
import type { Credentials } from './core/simulator.js';
import type { Firm, Worker } from './firm/firm.js';
import type { People, ProjectRefs } from './firm/people.js';

export interface ControlParts {
  products: Map<keyof Credentials, Hosted>;
  people: People;
  firm: Firm;
  journal: Pick<PostgresJournal, 'ledger'>;
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
    journal.ledger(
      query.simulator,
      whole('after', query.after ?? '0'),
      Math.min(whole('limit', query.limit ?? '1000'), mostRows),
    ),
  );
  app.get<{ Params: { simulator: string; type: string; id: string } }>(
    '/records/:simulator/:type/:id',
    ({ params }) => {
      const { simulator, type, id } = params;
      const found = product(simulator).world.store.get<object>(type, id);
      if (!found) throw new Error(`${simulator} has no ${type} ${id}`);
      return found;
    },
  );
  app.post<{ Body: { simulator: string; fault: Fault } }>('/faults', ({ body }) => {
    const { faults } = product(body.simulator);
    if (!(body.fault?.times > 0)) throw new Error('say which fault: {"kind": "status", "times": 1, "status": 500}');
    faults.add(body.fault);
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
  peopleRoutes(app, people);
  return app;
}

/** What the firm's people do in the products, as they would by hand. */
function peopleRoutes(app: FastifyInstance, people: People): void {
  app.post('/people/win-deals', () => people.winDeals());
  app.post<{ Body: { worker: Worker } }>('/people/hire-worker', ({ body }) =>
    people.hireWorker(required(body, 'worker')),
  );
  app.post('/people/run-billing', () => people.runBilling());
  app.post<{ Body: Deed }>('/people/act', async ({ body }) => {
    required(body, 'input');
    return { result: await people.act(body) };
  });
  app.get<{ Querystring: { of?: string } }>('/people/deeds', ({ query }) => people.done(query.of ?? ''));
  app.post<{ Body: Screens['hr']['editEmployee'] }>('/people/complete-worker', ({ body }) => {
    required(body, 'fields');
    return people.completeWorker(body);
  });
  app.post<{ Body: { leave: Leave } }>('/people/take-leave', ({ body }) => people.takeLeave(required(body, 'leave')));
  app.post<{ Body: { projects: ProjectRefs } }>('/people/staff-projects', ({ body }) =>
    people.staffProjects(required(body, 'projects')),
  );
  app.post<{ Body: { projects: ProjectRefs } }>('/people/work-the-month', ({ body }) =>
    people.workTheMonth(required(body, 'projects')),
  );
}

const mostRows = 10_000;

function whole(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`${name} must be a whole number`);
  return Number(text);
}

function required<T, K extends keyof T & string>(body: T | undefined, name: K): T[K] {
  if (typeof body?.[name] !== 'object') throw new Error(`say which ${name}: {"${name}": {…}}`);
  return body[name];
}
