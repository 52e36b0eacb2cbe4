import type { World } from '../../core/simulator.js';
import { type EntitySet, keyOf, type Row } from './edm.js';
import { invalidSyntax, noSuchEntity, unknownSegment } from './errors.js';
import { literalOf } from './literals.js';
import { related, type Service } from './service.js';

/** What an address is about: rows of a set, or one of them. */
export interface Resource {
  set: EntitySet;
  rows: Row[];
  /** The one row the address names. */
  row?: Row;
  /** What a new member of the collection gets from the entity above it. */
  inherited: Row;
  isCount: boolean;
}

/** Follows `A_EnterpriseProject(guid'…')/to_EnterpriseProjectElement` to its rows. */
export function resourceAt(world: World, service: Service, path: string): Resource {
  const [first = '', ...rest] = segmentsOf(path);
  const [, name = '', key] = /^(\w+)(?:\((.*)\))?$/.exec(first) ?? [];
  const set = service.sets[name];
  if (!set) throw unknownSegment(first);
  let resource: Resource = { set, rows: world.store.list<Row>(set.name), inherited: {}, isCount: false };
  if (key !== undefined) resource = { ...resource, row: rowWith(world, set, keysOf(set, key)) };
  for (const [index, segment] of rest.entries()) {
    if (segment === '$count' && index === rest.length - 1 && !resource.row) return { ...resource, isCount: true };
    resource = follow(world, service, resource, segment);
  }
  return resource;
}

const segmentsOf = (path: string): string[] => path.match(/(?:'(?:[^']|'')*'|[^/'])+/g) ?? [];

function follow(world: World, service: Service, { set, row }: Resource, segment: string): Resource {
  const navigation = set.navigations[segment];
  if (!navigation || !row) throw unknownSegment(segment);
  const target = service.sets[navigation.to]!;
  const rows = related(world, target, navigation, row);
  const inherited = Object.fromEntries(Object.entries(navigation.on).map(([there, here]) => [there, row[here]]));
  const found = { set: target, rows, inherited, isCount: false };
  if (navigation.many) return found;
  if (!rows[0]) throw noSuchEntity(target.type);
  return { ...found, row: rows[0] };
}

/** The key between the parentheses; a key's only property may go unnamed. */
function keysOf(set: EntitySet, text: string): Row {
  const parts = text.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];
  const [only = ''] = set.keys;
  const named = parts.map((part): [string, string] => {
    const [, name = only, literal = part] = /^(\w+)=(.*)$/s.exec(part) ?? [];
    return [name, literal];
  });
  const keys = Object.fromEntries(
    named.map(([name, literal]) => {
      if (!set.keys.includes(name)) throw invalidSyntax(`Invalid key predicate for type ${set.type}`);
      return [name, literalOf(set.properties[name]!, literal)];
    }),
  );
  if (Object.keys(keys).length !== set.keys.length) throw invalidSyntax(`Invalid key predicate for type ${set.type}`);
  return keys;
}

function rowWith(world: World, set: EntitySet, keys: Row): Row {
  const row = world.store.get<Row>(set.name, keyOf(set, keys));
  if (!row) throw noSuchEntity(set.type);
  return row;
}
