import type { ScreensOf } from '../../core/screens.js';
import type { Simulator } from '../../core/simulator.js';
import { setThrottle } from '../../core/throttle.js';
import { setAllowance } from './access.js';
import { FloatError, notFound } from './errors.js';
import { floatRoutes } from './routes.js';
import { cancelAssignment, changeAssignment, staff } from './scheduling.js';
import { seed } from './seed.js';

/** A Float team: people, projects and who works on what, in hours per day. */
export const float: Simulator = {
  name: 'float',
  routes(app, world) {
    app.removeContentTypeParser('application/x-www-form-urlencoded');
    app.setErrorHandler((error: Error & { statusCode?: number; headers?: object }, _request, reply) => {
      const known =
        error instanceof FloatError ? error : new FloatError(error.statusCode ?? 500, error.name, error.message);
      return reply
        .code(known.status)
        .headers({ ...error.headers })
        .send(known.body);
    });
    app.setNotFoundHandler((_request, reply) => reply.code(404).send(notFound().body));
    floatRoutes(app, world);
  },
  seed,
  hurry: (world) => setAllowance(world, { times: 50 }),
  actions: {
    staff,
    changeAssignment,
    cancelAssignment,
    setThrottle,
    setAllowance,
  } satisfies ScreensOf<'scheduling'>,
  domains: ['scheduling'],
};
