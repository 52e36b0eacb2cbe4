import type { World } from '../../core/simulator.js';
import { type EntitySet, keyOf, type Row } from './edm.js';
import { notFound } from './errors.js';

export const rowsOf = (world: World, set: EntitySet): Row[] => world.store.list<Row>(set.name);

export const rowAt = (world: World, set: EntitySet, keys: Row): Row | undefined =>
  world.store.get<Row>(set.name, keyOf(set, keys));

/** Record ids are one sequence over all tables. */
export const nextRecId = (world: World): number => world.store.next('rec-id', 5_637_144_576);

/** Saves a row under a record id of its own and a version that no state of it had before. */
export function save(world: World, set: EntitySet, row: Row): Row {
  const before = row['#version'] === undefined ? rowAt(world, set, row) : row;
  const recId = row['#recId'] ?? before?.['#recId'] ?? nextRecId(world);
  const saved = { ...row, '#recId': recId, '#version': before ? world.store.next('rec-version', 465_652_902) : 1 };
  world.store.put(set.name, keyOf(set, row), saved);
  return saved;
}

/** The next of a company's numbers, e.g. `MEUS-000029`. */
export const numberOf = (world: World, sequence: string, { dataAreaId }: Row): string =>
  `${String(dataAreaId).toUpperCase()}-${String(world.store.next(`${sequence}-${String(dataAreaId)}`, 29)).padStart(6, '0')}`;

/** A key as it was given, else the next number of its company. */
export const numbered = (world: World, sequence: string, values: Row, key: string): Row => ({
  ...values,
  [key]: values[key] ?? numberOf(world, sequence, values),
});

export const today = (world: World): string => world.now().toISOString().slice(0, 10);

/** A complaint where a row names something its related table does not have; nothing named is no complaint. */
export function unrelated(world: World, set: EntitySet, keys: Row, field: string): string[] {
  const value = keys[set.keys.at(-1)!];
  if (value === undefined || rowAt(world, set, keys)) return [];
  return [notFound(value, field, set.table.replace(/ \(\w+\)$/, ''))];
}
