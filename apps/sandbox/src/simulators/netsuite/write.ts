import type { World } from '../../core/simulator.js';
import { NetsuiteError, unknownRecord, userError } from './errors.js';
import { recordTypes, type RecordType, type Stored } from './record-types.js';
import { applyRules } from './rules.js';

type Body = Record<string, unknown>;

export function typeOf(name: string): RecordType {
  const type = recordTypes[name];
  if (!type) throw new NetsuiteError(404, 'NONEXISTENT_RECORD_TYPE', `Record type '${name}' does not exist.`);
  return type;
}

/** A record by id, or by `eid:` and its external id. */
export function findRecord(world: World, type: string, key: string): Stored | undefined {
  typeOf(type);
  if (!key.startsWith('eid:')) return world.store.get<Stored>(type, key);
  const externalId = key.slice(4);
  return world.store.find<Stored>(type, (record) => record.externalId === externalId);
}

export function getRecord(world: World, type: string, key: string): Stored {
  const record = findRecord(world, type, key);
  if (!record) throw unknownRecord(type, key);
  return record;
}

export function createRecord(world: World, type: string, body: Body): Stored {
  const externalId = body.externalId;
  if (typeof externalId === 'string' && findRecord(world, type, `eid:${externalId}`)) {
    throw userError('Error while accessing a resource. This entity already exists.', 'externalId');
  }
  refuseAsTold(world, type);
  return save(world, type, { id: '', externalId: null, lastModifiedDate: '' }, body, true);
}

export const updateRecord = (world: World, type: string, record: Stored, body: Body): Stored =>
  save(world, type, record, body, false);

function save(world: World, type: string, before: Stored, body: Body, creating: boolean): Stored {
  const record = { ...before, ...readBody(world, type, body) };
  const missing = typeOf(type).required.filter(
    (field) => record[field] === undefined || record[field] === '' || record[field] === null,
  );
  if (missing.length > 0)
    throw userError(`Error while accessing a resource. Please enter value(s) for: ${missing.join(', ')}.`, missing[0]);
  const finished = applyRules(world, type, record, creating);
  const id = creating ? String(world.store.next(type, firstId[type] ?? 100)) : before.id;
  const saved: Stored = { ...finished, id, lastModifiedDate: world.now().toISOString() };
  world.store.put(type, id, saved);
  return saved;
}

/** Ids are per record type here; nothing may depend on their order. */
const firstId: Record<string, number> = { job: 8801, customer: 1491, employee: 77, invoice: 50_001, timeBill: 300_001 };

/** References become ids, enums are checked, unknown fields are dropped with a warning as the account's default says. */
function readBody(world: World, typeName: string, body: Body): Body {
  const type = typeOf(typeName);
  const values: Body = {};
  for (const [field, value] of Object.entries(body)) {
    if (type.fields.includes(field)) values[field] = value;
    else if (field in type.references)
      values[field] = value === null ? null : referenceId(world, type.references[field]!, field, value);
    else if (field in type.enums) values[field] = enumId(type.enums[field]!, field, value);
    else if (field in type.sublists) values[field] = sublist(world, field, value);
  }
  return values;
}

function referenceId(world: World, target: string, field: string, value: unknown): string {
  const { id, externalId } = (value ?? {}) as { id?: unknown; externalId?: unknown };
  const key = typeof externalId === 'string' ? `eid:${externalId}` : typeof id === 'string' ? id : '';
  // A transaction's entity may be a customer or one of its projects.
  const found =
    findRecord(world, target, key) ??
    (field === 'entity' || field === 'customer' ? findRecord(world, 'customer', key) : undefined);
  if (!found)
    throw userError(
      `Error while accessing a resource. Invalid reference key ${key || JSON.stringify(value)} for ${field}.`,
      field,
    );
  return found.id;
}

function enumId(allowed: Record<string, string>, field: string, value: unknown): string {
  const id = typeof value === 'string' ? value : (value as { id?: unknown } | null)?.id;
  if (typeof id !== 'string' || !(id in allowed))
    throw userError(`Invalid Field Value ${String(id)} for the following field: ${field}`, field);
  return id;
}

function sublist(world: World, field: string, value: unknown): unknown[] {
  const items = (value as { items?: unknown }).items;
  if (!Array.isArray(items)) throw userError(`The sublist ${field} must hold items.`, field);
  return items.map((line: Body) => ({ ...line, item: referenceId(world, 'serviceItem', `${field}.item`, line.item) }));
}

/** Refusals an administrator arranged for the next creates of a type. */
function refuseAsTold(world: World, type: string): void {
  const told = world.store.get<{ errorCode: string; detail: string; times: number }>('refusal', type);
  if (!told || told.times <= 0) return;
  world.store.put('refusal', type, { ...told, times: told.times - 1 });
  throw new NetsuiteError(400, told.errorCode, told.detail);
}
