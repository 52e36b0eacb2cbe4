import type { World } from '../../core/simulator.js';
import { NetsuiteError, userError } from './errors.js';
import { refuseLockedPeriods } from './locked-periods.js';
import { type RecordType, type Stored, type Values, withoutNulls } from './record-type.js';
import { recordTypes, typeOf } from './record-types.js';
import { refuseAsArranged } from './refusals.js';
import { rules } from './rules.js';
import { withMergedLines } from './sublists.js';

/** Whose values must differ from those of every other record of the type. */
const uniqueFields = ['externalId', 'entityId'];

export function createRecord(world: World, typeName: string, values: Values): Stored {
  refuseViewOnly(typeName);
  refuseAsArranged(world, typeName);
  return saveRecord(world, typeName, values);
}

export function updateRecord(
  world: World,
  typeName: string,
  before: Stored,
  values: Values,
  replace: string[] = [],
): Stored {
  refuseViewOnly(typeName);
  return saveRecord(world, typeName, values, before, replace);
}

export function deleteRecord(world: World, typeName: string, record: Stored): void {
  refuseViewOnly(typeName);
  if (!typeOf(typeName).postsNothing) refuseLockedPeriods(world, record);
  if (isReferred(world, typeName, record.id)) {
    throw userError('This record cannot be deleted because it has dependent records.');
  }
  world.store.delete(typeName, record.id);
}

/** Saves what the account's rules allow, whoever asks. */
export function saveRecord(
  world: World,
  typeName: string,
  values: Values,
  before?: Stored,
  replace?: string[],
): Stored {
  const type = typeOf(typeName);
  const record = withoutNulls({ ...before, ...withMergedLines(type.fields, values, before, replace) });
  const missing = type.required.filter((field) => record[field] === undefined || record[field] === '');
  if (missing.length > 0) throw userError(`Please enter value(s) for: ${missing.join(', ')}.`, missing[0]);
  refuseTwins(world, typeName, record, before);
  if (!type.postsNothing) refuseLockedPeriods(world, before, record);
  rules[typeName]?.check?.(world, record);
  const stored = stamped(world, type, record, before?.id);
  const saved = rules[typeName]?.complete?.(world, stored) ?? stored;
  world.store.put(typeName, saved.id, saved);
  return saved;
}

/** A record with what the account itself knows of it. The vendor keeps seconds. */
function stamped(world: World, { ids, createdIn, numberedAs }: RecordType, record: Values, known?: string): Stored {
  const id = known ?? String(world.store.next(ids.sequence, ids.start));
  const lastModifiedDate = `${world.now().toISOString().slice(0, 19)}Z`;
  return {
    ...(createdIn && { [createdIn]: lastModifiedDate }),
    ...(numberedAs && { entityId: `${numberedAs}-${id}` }),
    ...record,
    id,
    lastModifiedDate,
  };
}

function refuseViewOnly(typeName: string): void {
  if (!typeOf(typeName).viewOnly) return;
  const detail = `The role of this integration does not have permission to write ${typeName} records.`;
  throw new NetsuiteError(403, 'INSUFFICIENT_PERMISSION', detail);
}

function refuseTwins(world: World, typeName: string, record: Values, before?: Stored): void {
  for (const field of uniqueFields.filter((name) => record[name] !== undefined)) {
    const twin = world.store.lookup<Stored>(typeName, field, record[field]);
    if (twin && twin.id !== before?.id) throw userError('This entity already exists.', field);
  }
}

function isReferred(world: World, typeName: string, id: string): boolean {
  return Object.entries(recordTypes).some(([otherName, other]) => {
    const names = Object.entries(other.fields)
      .filter(([, field]) => field.kind === 'reference' && field.to.includes(typeName))
      .map(([name]) => name);
    return (
      names.length > 0 &&
      world.store.list<Stored>(otherName).some((record) => names.some((name) => record[name] === id))
    );
  });
}
