import type { World } from '../../core/simulator.js';
import type { Query, Stored } from './resource.js';
import { resourceNamed } from './resources.js';

type Maps = Record<string, Record<string, object>>;

const alone = { page_count: 1, page_number: 1, page_size: 20 };

/** Results by id, with what was asked to be included beside them. */
export function envelope(
  world: World,
  resource: string,
  records: Stored[],
  query: Query,
  meta: { count: number } = { count: records.length, ...alone },
): object {
  const { associations } = resourceNamed(resource);
  const included = listOf(query.include).filter((name) => associations[name]);
  const maps: Maps = { [resource]: {} };
  for (const name of included) maps[associations[name]!.resource] ??= {};
  for (const record of records)
    maps[resource]![record.id] = shown(world, resource, record, included, listOf(query.optional_fields));
  for (const record of records) {
    for (const name of included) {
      const target = associations[name]!.resource;
      for (const side of sideLoaded(world, resource, record, name))
        maps[target]![side.id] ??= shown(world, target, side, [], []);
    }
  }
  return { count: meta.count, meta, results: records.map(({ id }) => ({ key: resource, id })), ...maps };
}

const listOf = (text = ''): string[] => text.split(',').map((name) => name.trim());

/** Association ids appear only where the association was asked for. */
function shown(world: World, resource: string, record: Stored, included: string[], asked: string[]): object {
  const { attributes, optional = [], associations } = resourceNamed(resource);
  const names = [...attributes, ...optional.filter((name) => asked.includes(name))];
  const linked = included.map((name) => {
    const { field, by } = associations[name]!;
    return [field, by ? sideLoaded(world, resource, record, name).map(({ id }) => id) : (record[field] ?? null)];
  });
  return Object.fromEntries([
    ['id', record.id],
    ...names.map((name) => [name, record[name] ?? null]),
    ...linked,
  ]) as object;
}

function sideLoaded(world: World, resource: string, record: Stored, name: string): Stored[] {
  const { by, resource: target, field } = resourceNamed(resource).associations[name]!;
  if (by) return world.store.where<Stored>(target, by, record.id);
  const found = world.store.get<Stored>(target, String(record[field]));
  return found ? [found] : [];
}
