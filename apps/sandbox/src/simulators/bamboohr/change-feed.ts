import type { FastifyInstance } from 'fastify';
import type { World } from '../../core/simulator.js';
import type { Employee } from './employee.js';
import { BambooError } from './errors.js';
import { answer } from './wire.js';

const types = ['inserted', 'updated', 'deleted', 'all'];

/** Who changed since a moment; not paged, and one line for each employee whatever happened in between. */
export function changeFeed(app: FastifyInstance, world: World): void {
  app.get<{ Querystring: { since?: string; type?: string } }>('/employees/changed', (request, reply) => {
    const { since = '', type = 'all' } = request.query;
    if (!isMoment(since)) throw new BambooError(400, 'The since parameter is missing or not an ISO 8601 date');
    if (!types.includes(type)) throw new BambooError(400, 'The type parameter is invalid');
    const changed = world.store
      .list<Employee>('employee')
      .filter(({ lastChanged }) => isAfter(lastChanged, since))
      .map((employee) => ({ id: employee.id, action: actionOf(employee, since), lastChanged: employee.lastChanged }))
      .filter(({ action }) => type === 'all' || action.toLowerCase() === type);
    const moments = changed.map(({ lastChanged }) => lastChanged).sort();
    return answer(request, reply, 'employees', {
      latest: moments.at(-1) ?? since,
      // Nobody is an empty list and not an empty object: the vendor's PHP cannot tell them apart.
      employees: changed.length > 0 ? Object.fromEntries(changed.map((change) => [change.id, change])) : [],
    });
  });
}

/** A `+` that was not encoded arrives as a space, and is no moment. */
const isMoment = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.test(text) &&
  !Number.isNaN(Date.parse(text));

/**
 * Assumption, unconfirmed by the vendor: the moment itself is not included. Programs that ask again from exactly
 * `latest` miss what happened later in that second.
 */
const isAfter = (moment: string, since: string): boolean => Date.parse(moment) > Date.parse(since);

function actionOf(employee: Employee, since: string): string {
  if (employee.deleted) return 'Deleted';
  return isAfter(employee.inserted, since) ? 'Inserted' : 'Updated';
}
