import type { World } from '../../core/simulator.js';
import { type EntitySet, keyOf, type Navigation, type Property, type Row } from './edm.js';

/** An entity as a caller wants it, with those sent along. */
export interface Draft {
  set: EntitySet;
  values: Row;
  nested: Record<string, Draft[]>;
}

/** What became of a creation; without an operation nothing was saved. */
export interface Outcome {
  row: Row;
  operation?: 'create' | 'update' | 'delete';
  warning?: { code: string; message: string };
}

export interface FunctionImport {
  set: EntitySet;
  parameters: Record<string, Property>;
  call: (world: World, given: Row) => Row;
}

/** An OData V2 service; sets without a rule to create or update are read-only. */
export interface Service {
  name: string;
  version: '0001' | '0002';
  sets: Record<string, EntitySet>;
  creates: Record<string, (world: World, draft: Draft) => Outcome>;
  updates: Record<string, (world: World, before: Row, values: Row) => Row>;
  functions: Record<string, FunctionImport>;
}

export const named = (...sets: EntitySet[]): Record<string, EntitySet> =>
  Object.fromEntries(sets.map((set) => [set.name, set]));

/** Versions other than the first are a matrix parameter of the service's name, and must stay in every address. */
export const addressOf = (world: World, { name, version }: Service): string =>
  `${world.origin}/sap/opu/odata/sap/${name}${version === '0001' ? '' : `;v=${version}`}`;

export const rowsOf = (world: World, set: EntitySet): Row[] => world.store.list<Row>(set.name);

export const save = (world: World, set: EntitySet, row: Row): Row => {
  world.store.put(set.name, keyOf(set, row), row);
  return row;
};

export const related = (world: World, target: EntitySet, { on }: Navigation, row: Row): Row[] =>
  rowsOf(world, target).filter((other) => Object.entries(on).every(([there, here]) => other[there] === row[here]));

/** The vendor keeps seconds. */
export const momentNow = (world: World): string => `${world.now().toISOString().slice(0, 19)}.000Z`;
export const today = (world: World): string => `${world.now().toISOString().slice(0, 10)}T00:00:00`;
