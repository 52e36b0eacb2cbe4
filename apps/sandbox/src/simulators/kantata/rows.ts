import type { World } from '../../core/simulator.js';
import type { Body, Stored } from './resource.js';

const offset = '-07:00';
const offsetMs = 7 * 3_600_000;

/** Now, as the vendor writes it: whole seconds and the offset of its own clock. */
export const stamp = (world: World): string =>
  `${new Date(world.now().getTime() - offsetMs).toISOString().slice(0, 19)}${offset}`;

/** Adds a row with a new id. */
export function insert(world: World, resource: string, values: Body): Stored {
  const at = stamp(world);
  const id = String(world.store.next('id', 4001));
  const record: Stored = { ...textIds(values), id, created_at: at, updated_at: at };
  world.store.put(resource, id, record);
  return record;
}

export function overwrite(world: World, resource: string, before: Stored, values: Body): Stored {
  const record: Stored = { ...before, ...textIds(values), updated_at: stamp(world) };
  world.store.put(resource, before.id, record);
  return record;
}

/** Ids may come as numbers and are always kept, and sent, as text. */
function textIds(values: Body): Body {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      name.endsWith('_id') && typeof value === 'number' ? String(value) : value,
    ]),
  );
}
