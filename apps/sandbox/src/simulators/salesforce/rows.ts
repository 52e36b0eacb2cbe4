import type { World } from '../../core/simulator.js';
import { notFound, SalesforceError } from './errors.js';
import { fullId, recordId, userId } from './ids.js';
import { fieldNamed, objectNamed, type ObjectType, type Row } from './objects.js';
import { corporateCurrency } from './picklists.js';
import { completed, refuseRemoval } from './rules.js';
import { accepted } from './values.js';

/** `2026-05-01T07:25:37.000+0000`: the org stamps whole seconds, so two changes may carry the same one. */
const stamp = (at: Date): string => at.toISOString().replace(/\.\d{3}Z$/, '.000+0000');

const lineItem = 'OpportunityLineItem';

export function typeOf(object: string): ObjectType {
  const type = objectNamed(object);
  if (!type) throw notFound();
  return type;
}

export function writableType(object: string): ObjectType {
  const type = typeOf(object);
  if (type.writable) return type;
  throw new SalesforceError(403, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
}

export function existing(world: World, type: ObjectType, id: string): Row {
  const full = fullId(id);
  if (!full) throw notFound(`Provided external ID field does not exist or is not accessible: ${id}`);
  const row = world.store.get<Row>(type.name, full);
  if (row) return row;
  if (world.store.get('deleted', full)) throw new SalesforceError(404, 'ENTITY_IS_DELETED', 'entity is deleted');
  throw notFound();
}

/** Rows by `Id` or by a field that is marked as external id, whatever the case of its letters. */
export function matching(world: World, type: ObjectType, fieldName: string, value: string): Row[] {
  const field = fieldNamed(type, fieldName);
  if (field?.type === 'id') return [existing(world, type, value)];
  if (!field?.externalId)
    throw notFound(`Provided external ID field does not exist or is not accessible: ${fieldName}`);
  return world.store
    .list<Row>(type.name)
    .filter((row) => String(row[field.name] ?? '').toLowerCase() === value.toLowerCase());
}

export const create = (world: World, type: ObjectType, values: unknown): Row =>
  insert(world, type.name, completed(world, type, accepted(world, type, values, true), null));

export const change = (world: World, type: ObjectType, row: Row, values: unknown): Row =>
  overwrite(world, type.name, row, completed(world, type, accepted(world, type, values, false), row));

/** Keeps a tombstone; what belongs to a deal goes with it. */
export function remove(world: World, type: ObjectType, row: Row): void {
  refuseRemoval(world, type, row);
  const lines = world.store.list<Row>(lineItem).filter((line) => line.OpportunityId === row.Id);
  const gone = [{ object: type.name, id: row.Id }, ...lines.map(({ Id: id }) => ({ object: lineItem, id }))];
  for (const { object, id } of gone) {
    world.store.delete(object, String(id));
    world.store.put('deleted', String(id), { object });
  }
}

/** Adds a row without asking whether a caller could. */
export function insert(world: World, object: string, values: Row): Row {
  const at = stamp(world.now());
  const id = recordId(typeOf(object).prefix, world.store.next(object));
  const row: Row = {
    Id: id,
    IsDeleted: false,
    CreatedDate: at,
    LastModifiedDate: at,
    SystemModstamp: at,
    CurrencyIsoCode: corporateCurrency(world),
    ...(fieldNamed(typeOf(object), 'OwnerId') && { OwnerId: userId }),
    ...values,
  };
  world.store.put(object, id, row);
  return row;
}

function overwrite(world: World, object: string, row: Row, values: Row): Row {
  const at = stamp(world.now());
  const changed: Row = { ...row, ...values, LastModifiedDate: at, SystemModstamp: at };
  world.store.put(object, String(row.Id), changed);
  return changed;
}
