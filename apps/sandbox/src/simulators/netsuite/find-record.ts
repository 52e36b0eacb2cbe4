import type { World } from '../../core/simulator.js';
import { invalidField, notFound } from './errors.js';
import type { Stored } from './record-type.js';
import { typeOf } from './record-types.js';

export const recordPath = '/services/rest/record/v1';

export const hrefOf = (world: World, type: string, id: string): string => `${world.origin}${recordPath}/${type}/${id}`;

/** A record by its id, or by `eid:` and its external id. */
export function findRecord(world: World, type: string, key: string): Stored | undefined {
  typeOf(type);
  if (!key.startsWith('eid:')) return world.store.get<Stored>(type, key);
  return world.store.lookup<Stored>(type, 'externalId', key.slice(4));
}

export function getRecord(world: World, type: string, key: string): Stored {
  const record = findRecord(world, type, key);
  if (record) return record;
  const detail = 'The record instance does not exist. Provide a valid record instance ID.';
  throw notFound(detail, `${recordPath}/${type}/${key}`);
}

/** The id a caller's reference stands for: `{id}` or `{externalId}`, nothing else. */
export function resolve(world: World, types: string[], value: unknown, path: string): string {
  const { id, externalId } = (value ?? {}) as { id?: unknown; externalId?: unknown };
  const key = typeof id === 'string' ? id : typeof externalId === 'string' ? `eid:${externalId}` : undefined;
  for (const type of types) {
    const found = key === undefined ? undefined : findRecord(world, type, key);
    if (found) return found.id;
  }
  throw invalidField(path, value);
}
