import type { World } from '../../core/simulator.js';
import { type EntitySet, keyOf, type Row } from './edm.js';
import { badQuery, noSuchRow, ODataError } from './errors.js';
import { isInSight } from './query.js';
import { entitySets } from './sets.js';
import { literalOf } from './values.js';

/** What an address is about: the rows of a set, their number, or one of them. */
export interface Place {
  set: EntitySet;
  path: string;
  row?: Row;
  isCount: boolean;
}

/** Follows `ProjectsV2(dataAreaId='usmf',ProjectId='000123')`; names are as they are spelt. */
export function addressed(world: World, path: string, asked: URLSearchParams): Place {
  const [, name = '', key, rest] = /^(\w+)(?:\((.*)\))?(\/\$count)?$/s.exec(path) ?? [];
  const set = entitySets[name];
  if (!set) throw noResource(world, path);
  if (key === undefined) return { set, path, isCount: rest !== undefined };
  const row = world.store.get<Row>(set.name, keyOf(set, keysOf(set, key)));
  if (!row || !isInSight(set, row, asked)) throw noSuchRow();
  return { set, path, row, isCount: false };
}

/** Every key is named, and all of them are needed; a set with one key only may leave out its name. */
function keysOf(set: EntitySet, text: string): Row {
  const parts = text.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];
  const keys: Row = {};
  for (const part of parts) {
    const [, name = set.keys[0]!, literal = part] = /^(\w+)=(.*)$/s.exec(part.trim()) ?? [];
    const property = set.properties[name];
    const value = property && set.keys.includes(name) ? literalOf(property, literal) : undefined;
    if (value === undefined) throw badKeys(set);
    keys[name] = value === '1900-01-01' ? undefined : value;
  }
  if (Object.keys(keys).length !== set.keys.length) throw badKeys(set);
  return keys;
}

const badKeys = ({ keys, type }: EntitySet): Error =>
  badQuery(`The key of 'Microsoft.Dynamics.DataEntities.${type}' has the properties ${keys.join(', ')}.`);

/** Assumption, unconfirmed by the vendor: the words, which are those of its web framework. */
const noResource = (world: World, path: string): Error =>
  new ODataError(404, `No HTTP resource was found that matches the request URI '${world.origin}/data/${path}'.`);
