import type { World } from '../../core/simulator.js';
import { KantataError, notFound } from './errors.js';
import { attachReference, referencesOf } from './references.js';
import type { Body, Stored } from './resource.js';
import { resourceNamed } from './resources.js';
import { insert, overwrite } from './rows.js';
import { addsTo, afterCreate, afterRemove, afterSave, beforeSave } from './rules.js';

export function existing(world: World, resource: string, id: string): Stored {
  const record = world.store.get<Stored>(resource, id);
  if (!record) throw notFound();
  return record;
}

/** Creates a record the way the API does: unknown attributes are ignored, a repeat is a second record. */
export function create(world: World, resource: string, body: Body): Stored {
  const type = resourceNamed(resource);
  const problems = type.required
    .filter(({ field }) => body[field] === undefined || body[field] === null || body[field] === '')
    .map(({ field, message }) => ({ type: 'validation' as const, message, field }));
  if (problems.length > 0) throw new KantataError(422, problems);
  const values = beforeSave(world, resource, allowed(body, type.create), null);
  const same = addsTo(world, resource, values);
  const kept = same ? overwrite(world, resource, same, values) : insert(world, resource, values);
  const record = afterCreate(world, resource, kept);
  refer(world, resource, record, body);
  return record;
}

export function update(world: World, resource: string, id: string, body: Body): Stored {
  const before = existing(world, resource, id);
  const values = beforeSave(world, resource, allowed(body, resourceNamed(resource).update), before);
  const record = afterSave(world, resource, overwrite(world, resource, before, values));
  refer(world, resource, record, body);
  return record;
}

/** Deletes a record, its references, and what the product takes along. */
export function remove(world: World, resource: string, id: string): void {
  const record = existing(world, resource, id);
  world.store.delete(resource, id);
  for (const reference of referencesOf(world, resource, id)) world.store.delete('external_references', reference.id);
  afterRemove(world, resource, record);
}

const allowed = (body: Body, names: string[]): Body =>
  Object.fromEntries(Object.entries(body).filter(([name]) => names.includes(name)));

/** A reference given with an invitation belongs to the person it makes. */
function refer(world: World, resource: string, record: Stored, body: Body): void {
  if (!body.external_reference) return;
  const [subject, id] =
    resource === 'account_invitations' ? ['users', String(record.invitee_id)] : [resource, record.id];
  attachReference(world, subject, id, body.external_reference as Body);
}
