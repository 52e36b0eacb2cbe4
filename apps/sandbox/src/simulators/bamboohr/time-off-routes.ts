import type { FastifyInstance, FastifyReply } from 'fastify';
import type { World } from '../../core/simulator.js';
import { companyOf } from './access.js';
import { findEmployee, shown, today } from './employee.js';
import { BambooError } from './errors.js';
import {
  addRequest,
  decide,
  defaultHours,
  daysAfter,
  eachDay,
  type Holiday,
  requests,
  type Status,
  statuses,
  type TimeOff,
  typeOf,
  types,
  usualHours,
} from './time-off.js';
import { answer, sentFields } from './wire.js';

interface Search {
  start?: string;
  end?: string;
  id?: string;
  employeeId?: string;
  type?: string;
  status?: string;
  excludeNote?: string;
}

/** Requests for time off, who is out, and the company's holidays, which are nowhere else. */
export function timeOffRoutes(app: FastifyInstance, world: World): void {
  app.get<{ Querystring: Search }>('/time_off/requests', (request, reply) => {
    const { query } = request;
    const { start, end } = spanOf(query);
    const among = (list: string | undefined, value: string): boolean => !list || list.split(',').includes(value);
    const found = requests(world)
      .filter((one) => one.start <= end && one.end >= start)
      .filter((one) => among(query.id, one.id) && among(query.employeeId, one.employeeId))
      .filter((one) => among(query.type, String(one.typeId)) && among(query.status, one.status));
    return answer(
      request,
      reply,
      'requests',
      found.map((one) => wordsOf(world, one, !query.excludeNote)),
    );
  });

  app.put<{ Params: { id: string } }>('/employees/:id/time_off/request', (request, reply) => {
    const made = requestOf(world, request.params.id, sentFields(request));
    world.ledger(request, { operation: 'create', entity: 'timeOff', id: made.id });
    const location = `${world.origin}/api/gateway.php/${companyOf(world)}/v1/time_off/requests/${made.id}`;
    return answer(request, reply.code(201).header('Location', location), 'request', wordsOf(world, made, true));
  });

  app.put<{ Params: { id: string } }>('/time_off/requests/:id/status', (request, reply): FastifyReply => {
    const decided = decide(world, request.params.id, statusOf(sentFields(request).status));
    world.ledger(request, { operation: decided.status, entity: 'timeOff', id: decided.id });
    return reply.type('text/html').send('');
  });

  app.get('/meta/time_off/types', (request, reply) =>
    answer(request, reply, 'types', { timeOffTypes: types, defaultHours }),
  );

  app.get<{ Querystring: Search }>('/time_off/whos_out', (request, reply) => {
    const start = request.query.start || today(world);
    const end = request.query.end || daysAfter(start, 14);
    const out = [...holidaysOut(world), ...peopleOut(world)].filter((one) => one.start <= end && one.end >= start);
    return answer(
      request,
      reply,
      'calendar',
      out.sort((a, b) => (a.start < b.start ? -1 : 1)),
    );
  });
}

function spanOf({ start, end }: Search): { start: string; end: string } {
  if (start && end) return { start, end };
  throw new BambooError(400, 'Both start and end are required');
}

/** Some say it otherwise: `declined`, `cancelled`. */
function statusOf(word: unknown): Status {
  const known = { declined: 'denied', cancelled: 'canceled' }[String(word)] ?? word;
  const status = statuses.find((one) => one === known);
  if (!status) throw new BambooError(400, 'Invalid status');
  return status;
}

function requestOf(world: World, employeeId: string, sent: Record<string, unknown>): TimeOff {
  if (!findEmployee(world, employeeId)) throw new BambooError(404, 'Employee not found');
  const { start, end, timeOffTypeId, dates, previousRequest } = sent;
  if (typeof start !== 'string' || typeof end !== 'string' || end < start) throw new BambooError(400, 'Invalid dates');
  const type = typeOf(Number(timeOffTypeId));
  const usual = eachDay(start, end).map((day): [string, number] => [
    day,
    type.units === 'hours' ? usualHours(day) : Math.sign(usualHours(day)),
  ]);
  const named = ((dates ?? []) as { ymd: string; amount: number | string }[]).map(
    ({ ymd, amount }): [string, number] => [ymd, Number(amount)],
  );
  if (previousRequest) decide(world, String(previousRequest), 'superceded');
  return addRequest(world, {
    employeeId,
    status: statusOf(sent.status),
    start,
    end,
    typeId: type.id,
    dates: Object.fromEntries([...usual, ...named]),
  });
}

/** Ids and amounts are text, whatever the description says; an empty map is a list. */
function wordsOf(world: World, request: TimeOff, withNotes: boolean): object {
  const type = typeOf(request.typeId);
  const dates = Object.entries(request.dates).map(([day, amount]) => [day, String(amount)]);
  const total = Object.values(request.dates).reduce((sum, amount) => sum + amount, 0);
  const mayCancel = request.status === 'approved' || request.status === 'requested';
  return {
    id: request.id,
    employeeId: request.employeeId,
    status: { lastChanged: request.lastChanged, lastChangedByUserId: '1', status: request.status },
    name: shown(world, findEmployee(world, request.employeeId)!, 'displayName'),
    start: request.start,
    end: request.end,
    created: request.created,
    type: { id: String(type.id), name: type.name, icon: type.icon },
    amount: { unit: type.units, amount: String(total) },
    actions: { view: true, edit: true, cancel: mayCancel, approve: false, deny: false, bypass: false },
    dates: dates.length > 0 ? Object.fromEntries(dates) : [],
    ...(withNotes && { notes: [] }),
  };
}

const holidaysOut = (world: World) =>
  world.store.list<Holiday>('holiday').map((one) => ({ ...one, id: Number(one.id), type: 'holiday' }));

const peopleOut = (world: World) =>
  requests(world)
    .filter(({ status }) => status === 'approved')
    .map(({ id, employeeId, start, end }) => ({
      id: Number(id),
      type: 'timeOff',
      employeeId: Number(employeeId),
      name: shown(world, findEmployee(world, employeeId)!, 'displayName'),
      start,
      end,
    }));
