import type { World } from '../../core/simulator.js';
import { recordTypes, type Stored } from './record-types.js';

const base = '/services/rest/record/v1';

/** A record as GET shows it: references and enums as objects with their names. */
export function present(world: World, typeName: string, record: Stored, expand: boolean): object {
  const type = recordTypes[typeName]!;
  const shown: Record<string, unknown> = { links: [{ rel: 'self', href: hrefOf(world, typeName, record.id) }] };
  for (const [field, value] of Object.entries(record)) {
    if (value === null || value === undefined) continue;
    if (field in type.references) shown[field] = reference(world, type.references[field]!, String(value));
    else if (field in type.enums) shown[field] = { id: value, refName: type.enums[field]![String(value)] };
    else if (field in type.sublists)
      shown[field] = sublist(world, typeName, record.id, field, value as object[], expand);
    else shown[field] = value;
  }
  return shown;
}

export const hrefOf = (world: World, type: string, id: string): string => `${world.origin}${base}/${type}/${id}`;

function reference(world: World, target: string, id: string): object {
  const found = world.store.get<Stored>(target, id) ?? world.store.get<Stored>('customer', id);
  const refName = found ? recordTypes[target]!.name(found) : '';
  return { links: [{ rel: 'self', href: hrefOf(world, target, id) }], id, refName };
}

/** Sublists are links unless the caller asked for sub-resources. */
function sublist(world: World, type: string, id: string, field: string, lines: object[], expand: boolean): object {
  const links = [{ rel: 'self', href: `${hrefOf(world, type, id)}/${field}` }];
  return expand
    ? { links, items: lines, totalResults: lines.length, count: lines.length, hasMore: false, offset: 0 }
    : { links };
}
