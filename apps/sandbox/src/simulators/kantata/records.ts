import type { World } from '../../core/simulator.js';
import { invalid, KantataError, notFound } from './errors.js';
import { modelOf, resources, type Stored } from './resources.js';
import { insert, overwrite } from './rows.js';
import { afterCreate, beforeSave } from './rules.js';

type Body = Record<string, unknown>;

export function existing(world: World, resource: string, id: string): Stored {
  const record = world.store.get<Stored>(resource, id);
  if (!record) throw notFound();
  return record;
}

/** Creates a record the way the API does: unknown attributes are ignored, a repeat is a second record. */
export function create(world: World, resource: string, body: Body): Stored {
  const type = resources[resource]!;
  const problems = type.required
    .filter(({ field }) => body[field] === undefined || body[field] === null || body[field] === '')
    .map(({ field, message }) => ({ type: 'validation' as const, message, field }));
  if (problems.length > 0) throw new KantataError(422, problems);
  const values = beforeSave(world, resource, allowed(body, type.create), null);
  const record = afterCreate(world, resource, insert(world, resource, values));
  if (body.external_reference) {
    // A reference given with an invitation belongs to the person it makes.
    const [subject, id] =
      resource === 'account_invitations' ? ['users', String(record.user_id)] : [resource, record.id];
    attachReference(world, subject, id, body.external_reference as Body);
  }
  return record;
}

export function update(world: World, resource: string, id: string, body: Body): Stored {
  const before = existing(world, resource, id);
  const values = beforeSave(world, resource, allowed(body, resources[resource]!.update), before);
  return overwrite(world, resource, before, values);
}

const allowed = (body: Body, names: string[]): Body =>
  Object.fromEntries(Object.entries(body).filter(([name]) => names.includes(name)));

/** Marks a record with the caller's own reference; a service names an object once. */
export function attachReference(world: World, resource: string, subjectId: string, body: Body): Stored {
  const { service_name: service, service_model: model, service_model_ref: ref } = body;
  if (!service || !model || !ref)
    throw invalid('external_reference', 'service_name, service_model and service_model_ref are required');
  const subject = { subject_type: modelOf[resource], subject_id: subjectId };
  const found = world.store.find<Stored>(
    'external_references',
    (reference) =>
      reference.subject_id === subjectId &&
      reference.subject_type === subject.subject_type &&
      reference.service_name === service,
  );
  const values = { status: 'successful', ...body, ...subject };
  return found ? overwrite(world, 'external_references', found, values) : insert(world, 'external_references', values);
}

export const referencesOf = (world: World, resource: string, id: string): Stored[] =>
  world.store
    .list<Stored>('external_references')
    .filter((reference) => reference.subject_id === id && reference.subject_type === modelOf[resource]);
