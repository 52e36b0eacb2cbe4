import type { FastifyInstance } from 'fastify';
import type { World } from '../../core/simulator.js';
import { type TimeOff, timeOffType, unitOfTime } from './absence.js';
import { maySee } from './permissions.js';
import { permissionDenied } from './rest-error.js';
import { page, type Query, shown, workerWithWid } from './rest-parts.js';
import { instanceOf } from './worker.js';

/** Of requests the common service tells how far their process has come, and not what was decided about the day. */
const processStatuses: Record<TimeOff['status'], string> = {
  Approved: 'Successfully Completed',
  Submitted: 'In Progress',
  Canceled: 'Canceled',
};

/**
 * A worker's time off as the common service has it: every entry with its id and request, and without a filter.
 * Assumption, unconfirmed by the vendor: what was cancelled is among them.
 */
export function timeOffEntries(app: FastifyInstance, world: World): void {
  app.get<{ Params: { id: string }; Querystring: Query }>('/workers/:id/timeOffEntries', ({ params, query, url }) => {
    if (!maySee(world, 'timeOffDetails')) throw permissionDenied();
    const worker = workerWithWid(world, params.id);
    const entries = world.store.list<TimeOff>('timeOff').filter((entry) => entry.worker === params.id);
    const address = world.origin + url.split('?')[0]!;
    return page(query, entries, (entry) => ({
      id: entry.wid,
      descriptor: `${entry.date} ${entry.type}`,
      href: `${address}/${entry.wid}`,
      date: entry.date,
      units: entry.quantity,
      unitOfTime: shown(unitOfTime(entry.unit)),
      employee: shown(instanceOf(worker)),
      timeOff: shown(timeOffType(entry)),
      timeOffRequest: { id: entry.request, status: processStatuses[entry.status], descriptor: entry.type },
    }));
  });
}
