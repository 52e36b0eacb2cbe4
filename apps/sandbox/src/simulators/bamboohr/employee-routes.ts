import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { World } from '../../core/simulator.js';
import { companyOf } from './access.js';
import { create, edit, remove, scheduledFor } from './changes.js';
import { type Employee, employees, findEmployee, shown, today } from './employee.js';
import { BambooError } from './errors.js';
import { fieldOf, historyTables } from './fields.js';
import { answer, sentFields } from './wire.js';

type ById = { Params: { id: string } };

const mostFields = 400;

/** One employee: read, created, changed, deleted; the directory; tables of what was when. */
export function employeeRoutes(app: FastifyInstance, world: World): void {
  app.get<ById & { Querystring: { fields?: string; onlyCurrent?: string } }>('/employees/:id', (request, reply) => {
    const wanted = (request.query.fields || 'firstName,lastName').split(',').map((name) => name.trim());
    if (wanted.length > mostFields) throw new BambooError(400, `The maximum of ${mostFields} fields was exceeded`);
    const employee = existing(world, request.params.id);
    const future = request.query.onlyCurrent === 'false' ? scheduledFor(world, employee)?.fields : undefined;
    // Fields nobody knows are left out without a word.
    const values = wanted.flatMap((name) => {
      const alias = fieldOf(name)?.alias;
      return alias ? [[name, future?.[alias] ?? shown(world, employee, alias)]] : [];
    });
    return answer(request, reply, 'employee', { id: employee.id, ...Object.fromEntries(values) });
  });

  app.post('/employees', (request, reply) => {
    const sent = sentFields(request);
    const employee = create(world, sent);
    world.ledger(request, entryFor('create', employee, sent));
    const location = `${world.origin}/api/gateway.php/${companyOf(world)}/v1/employees/${employee.id}`;
    return answer(request, reply.code(201).header('Location', location), 'employee', summary(employee));
  });

  app.post<ById>('/employees/:id', (request, reply) => {
    const before = existing(world, request.params.id);
    const sent = sentFields(request);
    const employee = edit(world, before, sent);
    world.ledger(request, entryFor('update', employee, sent));
    const changed = Object.keys(sent).map((name) => [name, shown(world, employee, fieldOf(name)!.alias)]);
    return answer(request, reply, 'employee', { ...summary(employee), ...Object.fromEntries(changed) });
  });

  // Not in the vendor's published description, but seen to work.
  app.delete<ById>('/employees/:id', (request, reply) => {
    const employee = existing(world, request.params.id);
    remove(world, employee);
    world.ledger(request, { operation: 'delete', entity: 'employee', id: employee.id });
    return reply.code(204).send();
  });

  app.get<{ Querystring: { onlyCurrent?: string } }>('/employees/directory', (request, reply) => {
    const listed = directory(world, request.query.onlyCurrent !== 'false');
    if (listed.length === 0) throw new BambooError(404, 'The directory is empty');
    return answer(request, reply, 'directory', {
      fields: directoryFields.map((id) => ({ id, type: 'text', name: fieldOf(id)!.name })),
      employees: listed,
    });
  });

  app.get<{ Params: { id: string; table: string } }>('/employees/:id/tables/:table', (request, reply) =>
    answer(request, reply, 'table', tableRows(world, request)),
  );
}

function existing(world: World, id: string): Employee {
  const employee = findEmployee(world, id);
  if (!employee) throw new BambooError(404, 'Employee not found');
  return employee;
}

const summary = ({ id, fields }: Employee): object => ({
  id,
  firstName: fields.firstName,
  lastName: fields.lastName,
  status: fields.status,
});

/** Names the fields only: pay must not spread into ledgers. */
const entryFor = (operation: string, { id }: Employee, sent: object) => ({
  operation,
  entity: 'employee',
  id,
  data: Object.keys(sent),
});

const directoryFields = [
  'displayName',
  'firstName',
  'lastName',
  'preferredName',
  'jobTitle',
  'workEmail',
  'department',
  'location',
  'division',
  'supervisor',
];

/** Active people who have started; those still to come on request. */
function directory(world: World, onlyCurrent: boolean): object[] {
  return employees(world)
    .filter(({ fields }) => fields.status === 'Active')
    .filter(({ fields }) => !onlyCurrent || (fields.hireDate ?? '') <= today(world))
    .map((employee) => ({
      id: employee.id,
      ...Object.fromEntries(directoryFields.map((alias) => [alias, shown(world, employee, alias)])),
      photoUploaded: false,
      photoUrl: null,
      canUploadPhoto: 1,
    }));
}

function tableRows(world: World, request: FastifyRequest<{ Params: { id: string; table: string } }>): object[] {
  const { id, table } = request.params;
  if (!(table in historyTables)) throw new BambooError(404, 'Table not found');
  const of = id === 'all' ? employees(world) : [existing(world, id)];
  return of.flatMap((employee) =>
    employee.history
      .filter((row) => row.table === table)
      .map((row) => ({ id: row.id, employeeId: employee.id, date: row.date, ...columnsOf(world, row.values) })),
  );
}

/** The tables call some fields otherwise, and the manager by name. */
function columnsOf(world: World, values: Record<string, string>): Record<string, string | null> {
  const { supervisorId, employmentHistoryStatus, ...rest } = values;
  if (employmentHistoryStatus !== undefined) return { employmentStatus: employmentHistoryStatus };
  const manager = findEmployee(world, supervisorId ?? '');
  return {
    ...Object.fromEntries(Object.entries(rest).map(([alias, value]) => [alias, value || null])),
    reportsTo: manager ? shown(world, manager, 'displayName') : null,
  };
}
