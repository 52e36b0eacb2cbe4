import { randomUUID } from 'node:crypto';
import type { ScreensOf } from '../../core/screens.js';
import type { Simulator } from '../../core/simulator.js';
import { setThrottle } from '../../core/throttle.js';
import { KantataError, notFound } from './errors.js';
import { archiveProject, staff } from './people.js';
import { changeBooking, disablePerson, recordTimeOff, removeBooking, removeTimeOff } from './planning.js';
import { kantataRoutes } from './routes.js';
import { seed } from './seed.js';
import { editTimeEntry, logTime, rejectTime, submitAndApproveTime } from './timekeeping.js';

/** A Kantata OX account: projects, people, places, time, in the product's envelope. */
export const kantata: Simulator = {
  name: 'kantata',
  routes(app, world) {
    app.addHook('onSend', async (_request, reply) => void reply.header('X-Request-ID', randomUUID()));
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
    archiveProject,
    changeBooking,
    removeBooking,
    disablePerson,
    recordTimeOff,
    removeTimeOff,
    logTime,
    submitAndApproveTime,
    rejectTime,
    editTimeEntry,
    setThrottle,
  } satisfies ScreensOf<'scheduling'> & ScreensOf<'psa'>,
  domains: ['scheduling', 'psa'],
};
