import type { World } from '../../core/simulator.js';
import { envelope } from './envelope.js';
import { badRequest } from './errors.js';
import { referenceFilter } from './references.js';
import type { Query, Resource, Stored } from './resource.js';
import { resourceNamed } from './resources.js';
import { isVisible } from './visibility.js';

const largestPage = 200;
const defaultPage = 20;

/** Indexes that answer only once they know what they are asked about. */
const needsSubjectType = ['custom_field_values', 'external_references'];

/** A page of an index, in the product's envelope. */
export function page(world: World, resource: string, query: Query): object {
  if (needsSubjectType.includes(resource) && !query.subject_type) throw badRequest('subject_type is required');
  const found = listed(world, resource, query);
  const { start, size } = range(query);
  const pageSize = perPage(query);
  // The page number and size are those of `page` and `per_page` even where `limit` and `offset` decide.
  const meta = {
    count: found.length,
    page_count: Math.ceil(found.length / pageSize),
    page_number: found.length > 0 ? pageNumber(query) : 0,
    page_size: pageSize,
  };
  return envelope(world, resource, found.slice(start, start + size), query, meta);
}

/** The records an index request asks for, in order; parameters nobody knows are ignored. */
function listed(world: World, resource: string, query: Query): Stored[] {
  const type = resourceNamed(resource);
  const only = query.only?.split(',');
  const asked = Object.entries(type.filters).filter(([name]) => query[name] !== undefined);
  const tests = [...timeFilters(query), referenceFilter(world, resource, query)];
  const found = candidates(world, resource, query).filter(
    (record) =>
      (!only || only.includes(record.id)) &&
      isVisible(world, resource, record, query) &&
      tests.every((test) => test(record)) &&
      asked.every(([name, filter]) => filter(record, query[name]!, world)),
  );
  return sorted(found, type, query.order);
}

/** All records in the order of their creation, or the fewer that a request for one id leaves: a firm has thousands. */
function candidates(world: World, resource: string, query: Query): Stored[] {
  const { filters } = resourceNamed(resource);
  for (const [name, { field }] of Object.entries(filters)) {
    const id = query[name];
    if (field?.endsWith('_id') && id && !id.includes(',')) return world.store.where<Stored>(resource, field, id);
  }
  return world.store.list<Stored>(resource);
}

function timeFilters(query: Query): ((record: Stored) => boolean)[] {
  const bound = (name: string): number | undefined => {
    const moment = query[name] === undefined ? undefined : Date.parse(query[name]);
    if (Number.isNaN(moment)) throw badRequest(`${name} must be an ISO 8601 date-time`);
    return moment;
  };
  return (['created_at', 'updated_at'] as const).flatMap((field) => {
    const name = field.replace('_at', '');
    const [after, before] = [bound(`${name}_after`), bound(`${name}_before`)];
    if (after === undefined && before === undefined) return [];
    return (record: Stored) => {
      const at = Date.parse(record[field]);
      return (after === undefined || at > after) && (before === undefined || at < before);
    };
  });
}

const words = new Intl.Collator('en');
const numbers = new Intl.Collator('en', { numeric: true });
/** Stamps have one offset and one length, so that a plain comparison orders them, and fast. */
const moments = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** An order the resource does not know is not refused: the default applies. */
function sorted(records: Stored[], { orders, defaultOrder }: Resource, asked = ''): Stored[] {
  const [name, direction] = (orders[asked.split(':')[0]!] ? asked : defaultOrder).split(':') as [string, string?];
  const field = orders[name]!;
  const sign = direction === 'desc' ? -1 : 1;
  const key = (record: Stored): string => String(record[field] ?? '');
  const compare = field.endsWith('_id') ? numbers.compare : field.endsWith('_at') ? moments : words.compare;
  return [...records].sort((a, b) => sign * compare(key(a), key(b)));
}

/** `limit` and `offset` count only together. */
function range(query: Query): { start: number; size: number } {
  if (query.limit && query.offset)
    return { start: Math.max(whole(query.offset), 0), size: Math.min(Math.max(whole(query.limit), 1), largestPage) };
  return { start: (pageNumber(query) - 1) * perPage(query), size: perPage(query) };
}

const pageNumber = (query: Query): number => Math.max(whole(query.page ?? '1'), 1);

/** More than the largest page is not refused: fewer rows come. */
function perPage(query: Query): number {
  const asked = Math.min(whole(query.per_page ?? String(defaultPage)), largestPage);
  return asked < 1 ? defaultPage : asked;
}

const whole = (text: string): number => Number.parseInt(text, 10) || 0;
