import { isCalendarDate } from '#kernel';
import type { FastifyInstance } from 'fastify';
import type { World } from '../../core/simulator.js';
import {
  type Leave,
  leaveStatuses,
  leaveStatusOf,
  leaveType,
  type TimeOff,
  timeOffStatus,
  timeOffStatuses,
  timeOffType,
  unitOfTime,
} from './absence.js';
import type { Instance } from './identity.js';
import { maySee } from './permissions.js';
import { invalidParameter, permissionDenied } from './rest-error.js';
import { page, type Query, shown, workerWithWid } from './rest-parts.js';
import { today } from './tenant-time.js';
import { instanceOf } from './worker.js';

/** Absences, worker by worker: there is no list of everybody's, and no feed of what changed. */
export function absenceRoutes(app: FastifyInstance, world: World): void {
  app.get<{ Params: { id: string }; Querystring: Query }>('/workers/:id/timeOffDetails', ({ params, query }) => {
    if (!maySee(world, 'timeOffDetails')) throw permissionDenied();
    const worker = workerWithWid(world, params.id);
    const wanted = filters(query, ['status', 'timeOffType']);
    const entries = world.store
      .list<TimeOff>('timeOff')
      .filter((entry) => entry.worker === params.id && entry.status !== 'Canceled')
      .filter(({ date }) => wanted.from <= date && date <= wanted.to)
      .filter((entry) => wanted.allows('status', timeOffStatus(entry.status)))
      .filter((entry) => wanted.allows('timeOffType', timeOffType(entry)));
    return page(query, entries, (entry) => ({
      date: entry.date,
      quantity: entry.quantity,
      unit: shown(unitOfTime(entry.unit)),
      timeOffType: shown(timeOffType(entry)),
      status: shown(timeOffStatus(entry.status)),
      worker: shown(instanceOf(worker)),
    }));
  });

  app.get<{ Params: { id: string }; Querystring: Query }>('/workers/:id/leavesOfAbsence', ({ params, query }) => {
    if (!maySee(world, 'leavesOfAbsence')) throw permissionDenied();
    const worker = workerWithWid(world, params.id);
    const wanted = filters(query, ['status', 'leaveType']);
    const leaves = world.store
      .list<Leave>('leave')
      .filter((leave) => leave.worker === params.id && isWithin(leave, wanted, today(world)))
      .filter((leave) => wanted.allows('status', leaveStatusOf(leave.status)))
      .filter((leave) => wanted.allows('leaveType', leaveType(leave.type)));
    return page(query, leaves, (leave) => ({
      id: leave.wid,
      firstDayOfLeave: leave.firstDay,
      estimatedLastDayOfLeave: leave.estimatedLastDay,
      ...(leave.actualLastDay && { actualLastDayOfLeave: leave.actualLastDay }),
      leaveType: shown(leaveType(leave.type)),
      status: shown(leaveStatusOf(leave.status)),
      worker: shown(instanceOf(worker)),
    }));
  });

  valuesRoute(app, '/values/timeOff/status', timeOffStatuses.map(timeOffStatus));
  valuesRoute(app, '/values/leave/status', leaveStatuses.map(leaveStatusOf));
}

/** The ids of a parameter's values; the vendor writes the path with a slash at its end. */
function valuesRoute(app: FastifyInstance, path: string, values: Instance[]): void {
  for (const route of [path, `${path}/`]) {
    app.get(route, () => ({ total: values.length, data: values.map(shown) }));
  }
}

interface Wanted {
  from: string;
  to: string;
  allows: (parameter: string, instance: Instance) => boolean;
}

function filters(query: Query, parameters: string[]): Wanted {
  const date = (name: string, otherwise: string): string => {
    const text = query[name];
    if (text === undefined) return otherwise;
    if (typeof text !== 'string' || !isCalendarDate(text)) throw invalidParameter(name, `Invalid value for ${name}`);
    return text;
  };
  const known = ['fromDate', 'toDate', 'limit', 'offset', ...parameters];
  const unknown = Object.keys(query).find((name) => !known.includes(name));
  // Assumption, unconfirmed by the vendor: silence would hide a filter that does nothing.
  if (unknown !== undefined) throw invalidParameter(unknown, `Unknown parameter ${unknown}`);
  return {
    from: date('fromDate', '0000-01-01'),
    to: date('toDate', '9999-12-31'),
    allows: (parameter, { wid }) => query[parameter] === undefined || [query[parameter]].flat().includes(wid),
  };
}

/** Leave that should be over goes on until somebody says that it is. */
function isWithin({ firstDay, estimatedLastDay, actualLastDay }: Leave, { from, to }: Wanted, now: string): boolean {
  const isOverdue = actualLastDay === undefined && estimatedLastDay < now;
  return firstDay <= to && (isOverdue || (actualLastDay ?? estimatedLastDay) >= from);
}
