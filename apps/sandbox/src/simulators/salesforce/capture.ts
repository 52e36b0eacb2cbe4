import { userId } from './ids.js';
import type { ObjectType, Org, Row, Transaction, Value } from './org.js';
import { valueOf } from './org.js';
import { wakeSubscribers } from './subscribers.js';

export type ChangeType =
  | 'CREATE'
  | 'UPDATE'
  | 'DELETE'
  | 'UNDELETE'
  | 'GAP_CREATE'
  | 'GAP_UPDATE'
  | 'GAP_DELETE'
  | 'GAP_UNDELETE'
  | 'GAP_OVERFLOW';

interface Header {
  entityName: string;
  recordIds: string[];
  changeType: ChangeType;
  changeOrigin: string;
  transactionKey: string;
  sequenceNumber: number;
  commitTimestamp: number;
  commitNumber: number;
  commitUser: string;
  nulledFields: string[];
  diffFields: string[];
  changedFields: string[];
}

/** A change event as it is kept for replay. */
export interface ChangeEvent {
  replayId: number;
  payload: { ChangeEventHeader: Header } & Record<string, unknown>;
}

const collection = 'change-event';
const retentionMs = 72 * 3_600_000;
/** Not what the header tells already. */
const notCarried = new Set(['Id', 'IsDeleted', 'SystemModstamp']);

/** Writes down what happened to a row, where its object is selected and the events are not held back. */
export function capture(org: Org, type: ObjectType, changeType: ChangeType, row: Row, before: Row | null = null): void {
  const { transaction } = org;
  if (!transaction || !org.setup.captured.includes(type.name) || org.store.get('setting', 'muted-capture')) return;
  const values = changeType === 'DELETE' ? {} : changedValues(org, type, row, before);
  const changed = changeType === 'UPDATE' ? Object.keys(values) : [];
  const nulled = changed.filter((name) => values[name] === null);
  const event = { transaction, changeType, recordIds: [String(row.Id)], values, changed, nulled };
  if (changeType === 'CREATE' || !merged(org, type, event)) publish(org, type, event);
}

export interface NewEvent {
  transaction: Transaction;
  changeType: ChangeType;
  recordIds: string[];
  values?: Row;
  changed?: string[];
  nulled?: string[];
}

/** Keeps an event and hands it to whoever listens. Replay ids grow and are not contiguous. */
export function publish(org: Org, type: ObjectType, event: NewEvent): void {
  const { transaction, changeType, recordIds, values = {}, changed = [], nulled = [] } = event;
  const number = org.store.next(collection);
  const replayId = 18_098_000 + number * 7;
  const fields = Object.fromEntries(
    type.fields.filter(({ name, formula }) => !formula && !notCarried.has(name)).map(({ name }) => [name, null]),
  );
  const ChangeEventHeader: Header = {
    entityName: type.name,
    recordIds,
    changeType,
    changeOrigin: transaction.origin,
    transactionKey: transaction.key,
    sequenceNumber: (transaction.events += 1),
    commitTimestamp: Math.floor(org.now().getTime() / 1000) * 1000,
    commitNumber: 11_657_372_702_432 + number,
    commitUser: userId,
    nulledFields: nulled,
    diffFields: [],
    changedFields: changed,
  };
  // An unchanged field is null, and so is one that was emptied: only the header tells them apart.
  const kept: ChangeEvent = { replayId, payload: { ChangeEventHeader, ...fields, ...values } };
  org.store.put(collection, String(replayId), kept);
  for (const old of org.store.list<ChangeEvent>(collection)) {
    if (isOver(org, old)) org.store.delete(collection, String(old.replayId));
  }
  wakeSubscribers(org);
}

/** What is kept for replay, oldest first. */
export const retained = (org: Org): ChangeEvent[] =>
  org.store.list<ChangeEvent>(collection).filter((event) => !isOver(org, event));

/** Forgets all that is kept, as the org does by itself after 72 hours. */
export function forgetEvents(org: Org): void {
  for (const { replayId } of retained(org)) org.store.delete(collection, String(replayId));
}

export const headerOf = ({ payload }: ChangeEvent): Header => payload.ChangeEventHeader;

const isOver = (org: Org, event: ChangeEvent): boolean =>
  org.now().getTime() - headerOf(event).commitTimestamp > retentionMs;

function changedValues(org: Org, type: ObjectType, row: Row, before: Row | null): Row {
  const carried = type.fields.filter(({ name, formula }) => !formula && !notCarried.has(name));
  const values = carried.map((field): [string, Value] => [field.name, valueOf(org, row, field)]);
  return Object.fromEntries(
    values.filter(([name, value]) => !before || name === 'LastModifiedDate' || value !== (before[name] ?? null)),
  );
}

/** The same change to several rows within a transaction and a second is told once. */
function merged(org: Org, type: ObjectType, event: NewEvent): boolean {
  const last = retained(org).at(-1);
  if (!last || !isSame(last, type, event)) return false;
  const { ChangeEventHeader: header, ...fields } = last.payload;
  const recordIds = [...new Set([...header.recordIds, ...event.recordIds])];
  const payload = { ...fields, ChangeEventHeader: { ...header, recordIds } };
  org.store.put(collection, String(last.replayId), { ...last, payload });
  return true;
}

function isSame({ payload }: ChangeEvent, type: ObjectType, event: NewEvent): boolean {
  const { transactionKey, entityName, changeType, changedFields } = payload.ChangeEventHeader;
  const { transaction, values = {}, changed = [] } = event;
  if (transactionKey !== transaction.key || entityName !== type.name || changeType !== event.changeType) return false;
  return changed.join() === changedFields.join() && changed.every((name) => payload[name] === values[name]);
}
