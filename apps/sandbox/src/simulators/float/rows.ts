import { createHash } from 'node:crypto';
import type { World } from '../../core/simulator.js';
import type { Resource, Stored } from './resource.js';
import { resourceNamed } from './resources.js';

/** The account owner, as whom every caller with the token works. */
const ownerId = 1001;

/** `2026-03-02 09:14:55`, in UTC: recorded equal to the reply's own Date header. */
export const stamp = (at: Date, hasMillis = false): string =>
  at
    .toISOString()
    .replace('T', ' ')
    .slice(0, hasMillis ? 23 : 19);

/** Adds a record without asking whether a caller could; fields nobody set get their defaults. */
export function addRecord(world: World, name: string, values: Stored): Stored {
  const resource = resourceNamed(name);
  const id = newId(world, name);
  const defaults = Object.entries(resource.fields).map(([field, { default: value }]) => [field, value ?? null]);
  const record: Stored = {
    [resource.id]: id,
    ...Object.fromEntries(defaults),
    ...setFields(values),
    ...signature(world, resource, 'created'),
  };
  world.store.put(name, String(id), record);
  return record;
}

export function overwrite(world: World, name: string, before: Stored, values: Stored): Stored {
  const resource = resourceNamed(name);
  const record: Stored = { ...before, ...setFields(values), ...signature(world, resource, 'modified') };
  world.store.put(name, String(record[resource.id]), record);
  return record;
}

const setFields = (values: Stored): Stored =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** Ids are numbers, but logged time's are hexadecimal text. */
function newId(world: World, name: string): number | string {
  const number = world.store.next(name, 1001);
  if (name !== 'logged-time') return number;
  return createHash('sha256').update(String(number)).digest('hex').slice(0, 24);
}

/** Who did it and when; a new allocation has nobody, 0, as its last editor, as recorded. */
function signature(world: World, { fields, hasMillis }: Resource, what: 'created' | 'modified'): Stored {
  const at = stamp(world.now(), hasMillis);
  const isNew = what === 'created';
  return {
    ...('created' in fields && isNew && { created: at }),
    ...('modified' in fields && { modified: at }),
    ...('created_by' in fields && isNew && { created_by: ownerId }),
    ...('modified_by' in fields && { modified_by: isNew ? 0 : ownerId }),
  };
}
