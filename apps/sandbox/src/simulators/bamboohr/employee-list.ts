import type { FastifyInstance } from 'fastify';
import type { World } from '../../core/simulator.js';
import { type Employee, employees, findEmployee, optionOf, shown } from './employee.js';
import { listError } from './errors.js';

type Query = Record<string, string | string[] | undefined>;

const defaultLimit = 50;
/** Assumption, unconfirmed by the vendor, whose description names 100 and 2500: the smaller one, refused beyond. */
const mostPerPage = 100;

/** The list with cursors, in JSON whatever was asked for. */
export function employeeList(app: FastifyInstance, world: World): void {
  app.get<{ Querystring: Query }>('/employees', ({ query, url }) => {
    const limit = limitOf(query);
    const matching = sorted(employees(world).filter(filterOf(query)), one(query, 'sort'));
    const { from, rows } = pageOf(matching, limit, one(query, 'page[after]'), one(query, 'page[before]'));
    const next = from + rows.length < matching.length ? cursor('after', rows.at(-1)!.id) : null;
    const previous = from > 0 && rows.length > 0 ? cursor('before', rows[0]!.id) : null;
    const address = new URL(url, world.origin);
    const self = address.toString();
    address.searchParams.set('page[after]', next ?? '');
    return {
      data: rows.map((employee) => row(world, employee, (one(query, 'fields') ?? '').split(','))),
      meta: { total: matching.length, page: { limit, nextCursor: next, prevCursor: previous } },
      _links: { self: { href: self }, ...(next && { next: { href: address.toString() } }) },
    };
  });
}

const one = (query: Query, name: string): string | undefined => [query[name]].flat()[0];

function limitOf(query: Query): number {
  const text = one(query, 'page[limit]') ?? String(defaultLimit);
  const limit = /^\d+$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > mostPerPage) throw listError('BadRequest', `page[limit] must be 1 to ${mostPerPage}`);
  return limit;
}

const filters = ['firstName', 'lastName', 'jobTitleName', 'status', 'ids'];

function filterOf(query: Query): (employee: Employee) => boolean {
  const named = Object.keys(query).flatMap((key) => /^filter\[(\w+)\]/.exec(key)?.[1] ?? []);
  const unknown = named.find((name) => !filters.includes(name));
  if (unknown) throw listError('BadRequest', `Unknown filter ${unknown}`);
  const status = one(query, 'filter[status]');
  if (status && !['active', 'inactive'].includes(status)) throw listError('BadRequest', 'Invalid filter[status]');
  // Repeated keys, or for older programs one comma-separated text.
  const ids = [query['filter[ids][]'] ?? [], query['filter[ids]'] ?? []].flat().flatMap((text) => text.split(','));
  const contains = (value: string | undefined, name: string): boolean =>
    (value ?? '').toLowerCase().includes((one(query, `filter[${name}]`) ?? '').toLowerCase());
  return ({ id, fields }) =>
    contains(fields.firstName, 'firstName') &&
    contains(fields.lastName, 'lastName') &&
    contains(fields.jobTitle, 'jobTitleName') &&
    (!status || fields.status?.toLowerCase() === status) &&
    (ids.length === 0 || ids.includes(id));
}

const sortFields: Record<string, (employee: Employee) => string> = {
  employeeId: ({ id }) => id.padStart(10, '0'),
  firstName: ({ fields }) => fields.firstName ?? '',
  lastName: ({ fields }) => fields.lastName ?? '',
  preferredName: ({ fields }) => fields.preferredName ?? '',
  jobTitleName: ({ fields }) => fields.jobTitle ?? '',
  status: ({ fields }) => fields.status ?? '',
};

function sorted(rows: Employee[], sort = 'employeeId'): Employee[] {
  const keys = sort.split(',').map((text) => ({ by: sortFields[text.replace(/^-/, '')], down: text.startsWith('-') }));
  return [...rows].sort((a, b) => {
    for (const { by, down } of keys) {
      if (!by) throw listError('BadRequest', `Cannot sort by ${sort}`);
      const order = by(a) < by(b) ? -1 : by(a) > by(b) ? 1 : 0;
      if (order !== 0) return down ? -order : order;
    }
    return 0;
  });
}

/** Cursors name the employee at the edge; they break when that one is gone. */
const cursor = (direction: 'after' | 'before', id: string): string =>
  Buffer.from(JSON.stringify({ cursor: `${direction}-${id}` })).toString('base64');

function pageOf(matching: Employee[], limit: number, after?: string, before?: string) {
  if (after) {
    const from = edge(matching, 'after', after) + 1;
    return { from, rows: matching.slice(from, from + limit) };
  }
  const end = before ? edge(matching, 'before', before) : limit;
  const from = before ? Math.max(0, end - limit) : 0;
  return { from, rows: matching.slice(from, end) };
}

function edge(matching: Employee[], direction: string, text: string): number {
  const plain = Buffer.from(text, 'base64').toString('utf8');
  const [, towards, id] = /^\{"cursor":"(after|before)-(\d+)"\}$/.exec(plain) ?? [];
  const index = matching.findIndex((employee) => employee.id === id);
  if (towards !== direction || index < 0) throw listError('BadPage', 'The page cursor is not valid');
  return index;
}

type Optional = (world: World, employee: Employee) => string | null;

const optionId =
  (alias: string): Optional =>
  (world, { fields }) =>
    optionOf(world, alias, fields[alias])?.id.toString() ?? null;
const value =
  (alias: string): Optional =>
  (world, employee) =>
    shown(world, employee, alias);
const emptyDate = '0000-00-00';

/** What the list adds on request, under names of its own; others it does not know and ignores. */
const optional: Record<string, Optional> = {
  workEmail: value('workEmail'),
  // Lists show empty dates as a date of zeros; single employees show null.
  hireDate: (_world, { fields }) => fields.hireDate || emptyDate,
  birthDate: () => emptyDate,
  divisionName: value('division'),
  divisionId: optionId('division'),
  departmentName: value('department'),
  departmentId: optionId('department'),
  locationName: value('location'),
  locationId: optionId('location'),
  jobTitleId: optionId('jobTitle'),
  employmentStatusName: value('employmentHistoryStatus'),
  employmentStatusId: optionId('employmentHistoryStatus'),
  reportsToName: (world, { fields }) => {
    const manager = findEmployee(world, fields.supervisorId ?? '');
    return manager ? shown(world, manager, 'displayName') : null;
  },
  reportsToId: value('supervisorId'),
};

function row(world: World, employee: Employee, wanted: string[]): object {
  const { fields } = employee;
  const extra = wanted.filter((name) => name in optional).map((name) => [name, optional[name]!(world, employee)]);
  return {
    employeeId: employee.id,
    firstName: fields.firstName,
    lastName: fields.lastName,
    preferredName: fields.preferredName || null,
    photoUrl: null,
    jobTitleName: fields.jobTitle || null,
    status: fields.status,
    ...Object.fromEntries(extra),
    _restrictedFields: [],
  };
}
