import type { Simulator } from '../../core/simulator.js';
import { KantataError, notFound } from './errors.js';
import { editTimeEntry, logTime, projectOf, staff, submitAndApproveTime } from './people.js';
import { kantataRoutes } from './routes.js';
import { overwrite } from './rows.js';
import { seed } from './seed.js';

/** A Kantata OX account: projects, people, places, time, in the product's envelope. */
export const kantata: Simulator = {
  name: 'kantata',
  routes(app, world) {
    app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
      const known =
        error instanceof KantataError
          ? error
          : new KantataError(error.statusCode ?? 500, [{ type: 'system', message: error.message }]);
      return reply.code(known.status).send({ errors: known.errors });
    });
    app.setNotFoundHandler((_request, reply) => reply.code(404).send({ errors: notFound().errors }));
    kantataRoutes(app, world);
  },
  seed,
  actions: {
    staff,
    logTime,
    submitAndApproveTime,
    editTimeEntry,
    setThrottle: (world, { times }: { times: number }) => world.store.put('setting', 'throttle', { times }),
    archiveProject: (world, { projectRef }: { projectRef: string }) =>
      void overwrite(world, 'workspaces', projectOf(world, projectRef), { archived: true }),
  },
};
