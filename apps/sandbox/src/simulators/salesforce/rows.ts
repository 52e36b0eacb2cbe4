import { autoNumber } from './auto-number.js';
import { capture } from './capture.js';
import { notFound, SalesforceError } from './errors.js';
import { fullId, recordId, userId } from './ids.js';
import { fieldNamed, objectNamed, type ObjectType, type Org, type Row } from './org.js';
import { corporateCurrency } from './picklists.js';
import { accepted } from './values.js';

/** `2026-05-01T07:25:37.000+0000`: the org stamps whole seconds, so two changes may carry the same one. */
export const stamp = (at: Date): string => at.toISOString().replace(/\.\d{3}Z$/, '.000+0000');

export function typeOf(org: Org, object: string): ObjectType {
  const type = objectNamed(org, object);
  if (!type) throw notFound();
  return type;
}

export function writableType(org: Org, object: string): ObjectType {
  const type = typeOf(org, object);
  if (type.writable) return type;
  throw new SalesforceError(403, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
}

export function existing(org: Org, type: ObjectType, id: string): Row {
  const full = fullId(id);
  if (!full) throw notFound(`Provided external ID field does not exist or is not accessible: ${id}`);
  const row = org.store.get<Row>(type.name, full);
  if (row) return row;
  if (org.store.get('deleted', full)) throw new SalesforceError(404, 'ENTITY_IS_DELETED', 'entity is deleted');
  throw notFound();
}

/** Rows by `Id` or by a field that is marked as external id, whatever the case of its letters. */
export function matching(org: Org, type: ObjectType, fieldName: string, value: string): Row[] {
  const field = fieldNamed(type, fieldName);
  if (field?.type === 'id') return [existing(org, type, value)];
  if (!field?.externalId)
    throw notFound(`Provided external ID field does not exist or is not accessible: ${fieldName}`);
  return org.store
    .list<Row>(type.name)
    .filter((row) => String(row[field.name] ?? '').toLowerCase() === value.toLowerCase());
}

export const create = (org: Org, type: ObjectType, values: unknown): Row => admitted(org, type, values, null);

export const change = (org: Org, type: ObjectType, row: Row, values: unknown): Row => admitted(org, type, values, row);

function admitted(org: Org, type: ObjectType, given: unknown, before: Row | null): Row {
  const values = accepted(org, type, given, before === null);
  org.setup.rules.admit?.(org, type, values, before);
  return save(org, type, values, before);
}

/** Keeps a row and does what follows from it, both or neither. */
export const save = (org: Org, type: ObjectType, values: Row, before: Row | null): Row =>
  org.store.atomically(() => {
    const { rules } = org.setup;
    const complete = rules.completed(org, type, values, before);
    refuseDuplicates(org, type, complete, before);
    const row = before ? overwrite(org, type.name, before, complete) : insert(org, type.name, complete);
    rules.afterSave?.(org, type, row, before);
    return row;
  });

function refuseDuplicates(org: Org, type: ObjectType, values: Row, before: Row | null): void {
  for (const { name } of type.fields.filter(({ unique }) => unique)) {
    const value = values[name];
    if (typeof value !== 'string') continue;
    const same = org.store
      .list<Row>(type.name)
      .find((row) => row.Id !== before?.Id && String(row[name] ?? '').toLowerCase() === value.toLowerCase());
    if (!same) continue;
    const message = `duplicate value found: ${name} duplicates value on record with id: ${String(same.Id).slice(0, 15)}`;
    throw new SalesforceError(400, 'DUPLICATE_VALUE', message, []);
  }
}

/** Keeps a tombstone; what belongs to a row goes with it. */
export function remove(org: Org, type: ObjectType, row: Row): void {
  org.setup.rules.refuseRemoval(org, type, row);
  drop(org, type, row);
}

function drop(org: Org, type: ObjectType, row: Row): void {
  org.store.delete(type.name, String(row.Id));
  org.store.put('deleted', String(row.Id), { object: type.name });
  capture(org, type, 'DELETE', { Id: row.Id! });
  for (const { object, field } of type.children.filter(({ isOwned }) => isOwned)) {
    const owned = org.store.list<Row>(object).filter((child) => child[field] === row.Id);
    for (const child of owned) drop(org, typeOf(org, object), child);
  }
}

/** Adds a row without asking whether a caller could. */
export function insert(org: Org, object: string, values: Row): Row {
  const at = stamp(org.now());
  const type = typeOf(org, object);
  const number = org.store.next(object);
  const id = recordId(type.prefix, number);
  const row: Row = {
    ...initialValues(type),
    Id: id,
    IsDeleted: false,
    CreatedDate: at,
    LastModifiedDate: at,
    SystemModstamp: at,
    CurrencyIsoCode: corporateCurrency(org),
    ...(fieldNamed(type, 'OwnerId') && { OwnerId: userId }),
    ...(type.nameFormat && { Name: autoNumber(type.nameFormat, number, org.now()) }),
    ...values,
  };
  org.store.put(object, id, row);
  capture(org, type, 'CREATE', row);
  return row;
}

/** A checkbox is never null. */
export function initialValues({ fields }: ObjectType): Row {
  const given = fields.filter(({ type, default: value }) => type === 'boolean' || value !== undefined);
  return Object.fromEntries(given.map(({ name, default: value }) => [name, value ?? false]));
}

export function overwrite(org: Org, object: string, row: Row, values: Row): Row {
  const at = stamp(org.now());
  const changed: Row = { ...row, ...values, LastModifiedDate: at, SystemModstamp: at };
  org.store.put(object, String(row.Id), changed);
  capture(org, typeOf(org, object), 'UPDATE', changed, row);
  return changed;
}
