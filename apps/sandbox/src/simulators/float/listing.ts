import type { FastifyReply } from 'fastify';
import type { World } from '../../core/simulator.js';
import type { Resource, Stored } from './resource.js';
import { resourceNamed } from './resources.js';

export type Query = Record<string, string | undefined>;

const perPage = { usual: 50, most: 200 };

/** One page of a list, as a bare array; how much there is stands in headers only. */
export function page(world: World, name: string, query: Query, reply: FastifyReply): Stored[] {
  const resource = resourceNamed(name);
  const found = sorted(
    world.store.list<Stored>(name).filter((record) => isAsked(resource, record, query)),
    query.sort,
  );
  const size = Math.min(perPage.most, positive(query['per-page']) ?? perPage.usual);
  const number = positive(query.page) ?? 1;
  paginate(reply, { total: found.length, number, size });
  return found.slice((number - 1) * size, number * size).map((record) => shown(world, name, record, query));
}

/** The headers come with a single record too, as recorded. */
export function paginate(
  reply: FastifyReply,
  { total, number, size }: Record<'total' | 'number' | 'size', number>,
): void {
  void reply.headers({
    'X-Pagination-Total-Count': String(total),
    'X-Pagination-Page-Count': String(Math.ceil(total / size)),
    'X-Pagination-Current-Page': String(number),
    'X-Pagination-Per-Page': String(size),
  });
}

export const single = { total: 1, number: 1, size: perPage.usual };

const positive = (text: string | undefined): number | undefined =>
  text !== undefined && /^[1-9]\d*$/.test(text) ? Number(text) : undefined;

/** A field compared with its value, a period, or what changed since; words the API does not know are ignored. */
function isAsked(resource: Resource, record: Stored, query: Query): boolean {
  if (resource.period && !overlaps(record, resource.period, query)) return false;
  const { modified_since: since } = query;
  if (since && resource.isFollowed && String(record.modified) < since) return false;
  return Object.entries(query).every(
    ([name, asked]) => resource.period?.includes(name) || isEqual(resource, record, name, asked),
  );
}

function isEqual({ id, fields }: Resource, record: Stored, name: string, asked: string | undefined): boolean {
  if (name === 'department_id' && 'department' in fields)
    return String((record.department as Stored | null)?.department_id) === asked;
  if (name !== id && !(name in fields)) return true;
  return [record[name]].flat().some((value) => String(value) === asked);
}

const overlaps = (record: Stored, [from, to]: [string, string], query: Query): boolean =>
  (!query.start_date || String(record[to]) >= query.start_date) &&
  (!query.end_date || String(record[from]) <= query.end_date);

function sorted(records: Stored[], sort: string | undefined): Stored[] {
  if (!sort) return records;
  const name = sort.replace(/^-/, '');
  const direction = sort.startsWith('-') ? -1 : 1;
  const key = (record: Stored): string | number =>
    typeof record[name] === 'number' ? record[name] : text(record[name]);
  return records.toSorted((a, b) => (key(a) < key(b) ? -direction : key(a) > key(b) ? direction : 0));
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A record as a reply shows it: the fields that were asked for, and parts of a project only if asked for. */
export function shown(world: World, name: string, record: Stored, { fields, expand }: Query = {}): Stored {
  const { project_team: team, ...whole } = record;
  const asked = fields?.split(',');
  const parts = (expand?.split(',') ?? []).map((part): [string, unknown] => [
    part,
    partOf(world, name, record, part, team),
  ]);
  const all = { ...whole, ...Object.fromEntries(parts.filter(([, value]) => value !== undefined)) };
  return asked ? Object.fromEntries(Object.entries(all).filter(([field]) => asked.includes(field))) : all;
}

function partOf(world: World, name: string, record: Stored, part: string, team: unknown): unknown {
  if (name !== 'projects') return undefined;
  if (part === 'project_team') return team ?? [];
  if (part !== 'project_tasks') return undefined;
  return world.store
    .list<Stored>('project-tasks')
    .filter(({ project_id: project }) => project === record.project_id)
    .map(({ task_meta_id, task_name, billable }) => ({ task_meta_id, task_name, billable }));
}
