import type { World } from '../../core/simulator.js';
import { badRequest, notFound } from './errors.js';
import type { Stored } from './resource.js';
import { resourceNamed, resources } from './resources.js';
import { addRecord, overwrite } from './rows.js';
import { checked } from './rules.js';
import { accepted } from './values.js';

export function existing(world: World, name: string, id: string): Stored {
  const record = world.store.get<Stored>(name, id);
  if (!record) throw notFound(`Object not found: ${id}`);
  return record;
}

export const create = (world: World, name: string, body: unknown): Stored =>
  addRecord(world, name, checked(world, name, accepted(world, resourceNamed(name), objectOf(body), null), null));

export const update = (world: World, name: string, before: Stored, body: unknown): Stored => {
  const values = accepted(world, resourceNamed(name), objectOf(body), before);
  return overwrite(world, name, before, checked(world, name, values, before));
};

function objectOf(body: unknown): Stored {
  if (!body || typeof body !== 'object' || Array.isArray(body)) throw badRequest('Invalid JSON data in request body.');
  return body as Stored;
}

/**
 * Removes a record, what cannot be without it, and every mention of it. The vendor does not say what goes along:
 * assumption, unconfirmed.
 */
export function remove(world: World, name: string, id: number | string): void {
  world.store.delete(name, String(id));
  for (const [other, { id: idField, fields }] of Object.entries(resources)) {
    for (const [field, { to, required, kind }] of Object.entries(fields)) {
      if (to !== name) continue;
      for (const record of world.store.list<Stored>(other)) {
        if (![record[field]].flat().includes(id)) continue;
        const rest = kind === 'integers' ? (record[field] as number[]).filter((one) => one !== id) : null;
        if (required || rest?.length === 0) remove(world, other, record[idField] as number);
        else overwrite(world, other, record, { [field]: rest });
      }
    }
  }
}
