import type { World } from '../../core/simulator.js';
import { SalesforceError } from './errors.js';
import { recordId } from './ids.js';
import { objects, type ObjectType, type Row } from './objects.js';

/** `2026-05-01T07:25:37.000+0000` */
export const stamp = (at: Date): string => at.toISOString().replace('Z', '+0000');

export function typeOf(object: string): ObjectType {
  const type = objects[object];
  if (!type) throw new SalesforceError(404, 'NOT_FOUND', 'The requested resource does not exist');
  return type;
}

export function existing(world: World, object: string, id: string): Row {
  typeOf(object);
  const row =
    world.store.get<Row>(object, id) ??
    world.store.find<Row>(object, (candidate) => String(candidate.Id).startsWith(id) && id.length === 15);
  if (!row)
    throw new SalesforceError(
      404,
      'NOT_FOUND',
      'Provided external ID field does not exist or is not accessible: ' + id,
    );
  return row;
}

/** Refuses what the org would refuse; values of unknown fields never reach the store. */
function check(object: string, values: Row, creating: boolean): void {
  const type = typeOf(object);
  for (const field of Object.keys(values)) {
    if (!type.fields.includes(field)) {
      throw new SalesforceError(400, 'INVALID_FIELD', `No such column '${field}' on sobject of type ${object}`);
    }
    if (type.readOnly.includes(field)) {
      throw new SalesforceError(400, 'INVALID_FIELD_FOR_INSERT_UPDATE', `Unable to create/update fields: ${field}.`, [
        field,
      ]);
    }
  }
  const required = { Account: ['Name'], Opportunity: ['Name', 'StageName', 'CloseDate'] }[object] ?? [];
  const missing = required.filter((field) => (creating ? !values[field] : field in values && !values[field]));
  if (missing.length > 0) {
    throw new SalesforceError(
      400,
      'REQUIRED_FIELD_MISSING',
      `Required fields are missing: [${missing.join(', ')}]`,
      missing,
    );
  }
}

export function create(world: World, object: string, values: Row): Row {
  check(object, values, true);
  return insert(world, object, values);
}

export function insert(world: World, object: string, values: Row): Row {
  const at = stamp(world.now());
  const id = recordId(typeOf(object).prefix, world.store.next(object));
  const row: Row = { Id: id, CreatedDate: at, LastModifiedDate: at, SystemModstamp: at, ...values };
  world.store.put(object, id, row);
  return row;
}

export function change(world: World, object: string, id: string, values: Row): Row {
  const row = existing(world, object, id);
  check(object, values, false);
  return overwrite(world, object, row, values);
}

export function overwrite(world: World, object: string, row: Row, values: Row): Row {
  const at = stamp(world.now());
  const changed: Row = { ...row, ...values, LastModifiedDate: at, SystemModstamp: at };
  world.store.put(object, String(row.Id), changed);
  return changed;
}
