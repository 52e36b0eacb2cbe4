import type { World } from '../../core/simulator.js';
import { referencesOf } from './records.js';
import { resources, type Stored } from './resources.js';

export type Query = Record<string, string | undefined>;

const largestPage = 200;
const defaultPage = 20;

/** The records an index request asks for, in order. */
export function listed(world: World, resource: string, query: Query): Stored[] {
  const type = resources[resource]!;
  const only = query.only?.split(',');
  const found = world.store.list<Stored>(resource).filter((record) => {
    if (only && !only.includes(record.id)) return false;
    if (resource === 'workspaces' && record.archived === true && query.include_archived !== 'true') return false;
    if (query.updated_after && record.updated_at <= query.updated_after) return false;
    if (query.created_after && record.created_at <= query.created_after) return false;
    if (!matchesReference(world, resource, record, query)) return false;
    return Object.entries(type.filters).every(
      ([name, field]) => query[name] === undefined || String(record[field]) === query[name],
    );
  });
  return sorted(found, query.order ?? (resource === 'workspaces' ? 'updated_at:desc' : 'id:asc'));
}

function matchesReference(world: World, resource: string, record: Stored, query: Query): boolean {
  const service = query.external_reference_service_name;
  const refs = query.external_reference_service_model_refs?.split(',').slice(0, 200);
  if (!service && !refs) return true;
  return referencesOf(world, resource, record.id).some(
    (reference) =>
      (!service || reference.service_name === service) && (!refs || refs.includes(String(reference.service_model_ref))),
  );
}

function sorted(records: Stored[], order: string): Stored[] {
  const [field, direction] = order.split(':') as [string, string | undefined];
  const sign = direction === 'desc' ? -1 : 1;
  return [...records].sort((a, b) => {
    const [x, y] = [String(a[field] ?? ''), String(b[field] ?? '')];
    return sign * x.localeCompare(y, 'en', { numeric: field === 'id' });
  });
}

/** A page of an index, in the product's envelope. */
export function page(world: World, resource: string, query: Query): object {
  const found = listed(world, resource, query);
  const byOffset = query.limit !== undefined || query.offset !== undefined;
  const size = Math.max(1, Math.min(Number((byOffset ? query.limit : query.per_page) ?? defaultPage), largestPage));
  const number = byOffset ? Math.floor(Number(query.offset ?? 0) / size) + 1 : Math.max(1, Number(query.page ?? 1));
  const start = byOffset ? Number(query.offset ?? 0) : (number - 1) * size;
  const meta = {
    count: found.length,
    page_count: Math.max(1, Math.ceil(found.length / size)),
    page_number: number,
    page_size: size,
  };
  return envelope(world, resource, found.slice(start, start + size), query.include, meta);
}

/** Results by id, with what was asked to be included beside them. */
export function envelope(
  world: World,
  resource: string,
  records: Stored[],
  include: string | undefined,
  meta: object = { count: records.length, page_count: 1, page_number: 1, page_size: defaultPage },
): object {
  const wanted = (include ?? '').split(',').filter(Boolean);
  const maps: Record<string, Record<string, object>> = { [resource]: {} };
  const add = (name: string, record: Stored, with_: string[]): void => {
    maps[name] ??= {};
    maps[name][record.id] ??= shown(world, name, record, with_);
  };
  for (const record of records) {
    add(resource, record, wanted);
    for (const name of wanted) {
      for (const [target, side] of sideLoaded(world, resource, record, name)) add(target, side, []);
    }
  }
  const count = (meta as { count: number }).count;
  return { count, meta, results: records.map(({ id }) => ({ key: resource, id })), ...maps };
}

/** Association ids appear only where the association was asked for. */
function shown(world: World, resource: string, record: Stored, wanted: string[]): object {
  const type = resources[resource]!;
  const plain = type.attributes.map((name) => [name, record[name] ?? null]);
  const linked = wanted
    .filter((name) => type.associations[name])
    .map((name) => {
      const { field, many } = type.associations[name]!;
      return [field, many ? referencesOf(world, resource, record.id).map(({ id }) => id) : (record[field] ?? null)];
    });
  return Object.fromEntries([['id', record.id], ...plain, ...linked]) as object;
}

function sideLoaded(world: World, resource: string, record: Stored, name: string): [string, Stored][] {
  const association = resources[resource]!.associations[name];
  if (!association) return [];
  if (association.many)
    return referencesOf(world, resource, record.id).map((reference) => [association.resource, reference]);
  const target = world.store.get<Stored>(association.resource, String(record[association.field]));
  return target ? [[association.resource, target]] : [];
}
