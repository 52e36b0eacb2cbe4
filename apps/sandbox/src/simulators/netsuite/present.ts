import type { World } from '../../core/simulator.js';
import type { Field, Fields } from './fields.js';
import { hrefOf } from './find-record.js';
import type { Line, Stored, Values } from './record-type.js';
import { typeOf } from './record-types.js';

/** How much of a record a caller asked to see. */
export interface View {
  /** Sublists in full instead of as links. */
  expand: boolean;
  simpleEnums: boolean;
  /** Only these fields; all when absent. */
  only?: string[];
}

export const selfLink = (href: string): object[] => [{ rel: 'self', href }];

/** A record as GET shows it: references and enums are objects with their names. */
export function present(world: World, typeName: string, record: Stored, view: View): object {
  const href = hrefOf(world, typeName, record.id);
  const fields = Object.entries(typeOf(typeName).fields).filter(
    ([name]) => name === 'id' || !view.only || view.only.includes(name),
  );
  return { links: selfLink(href), ...shownFields(world, Object.fromEntries(fields), record, view, href) };
}

/** The lines of one sublist, as a collection of its own. */
export function presentLines(world: World, fields: Fields, lines: Line[], view: View, href: string): object {
  const items = lines.map((line) => presentLine(world, fields, line, view, href));
  return { links: selfLink(href), count: lines.length, hasMore: false, items, offset: 0, totalResults: lines.length };
}

export function presentLine(world: World, fields: Fields, line: Line, view: View, href: string): object {
  const links = selfLink(`${href}/${line.line}`);
  return view.expand ? { links, ...shownFields(world, fields, line, view, href) } : { links };
}

function shownFields(world: World, fields: Fields, record: Values, view: View, href: string): Values {
  const shown: Values = {};
  for (const [name, field] of Object.entries(fields)) {
    // A checkbox is never empty.
    const value = record[name] ?? (field.kind === 'boolean' ? false : undefined);
    if (field.kind === 'sublist') {
      const at = `${href}/${name}`;
      const lines = (value ?? []) as Line[];
      shown[name] = view.expand ? presentLines(world, field.line, lines, view, at) : { links: selfLink(at) };
    } else if (value !== undefined) shown[name] = shownValue(world, field, String(value), view) ?? value;
  }
  return shown;
}

function shownValue(world: World, field: Field, id: string, view: View): object | undefined {
  if (field.kind === 'reference') return presentReference(world, field.to, id);
  if (field.kind !== 'enum' || view.simpleEnums) return undefined;
  return { id, refName: field.names[id] };
}

function presentReference(world: World, types: string[], id: string): object {
  const type = types.find((name) => world.store.get(name, id)) ?? types[0]!;
  return { links: selfLink(hrefOf(world, type, id)), id, refName: referenceName(world, types, id) };
}

/** The name of the record an id refers to. */
export function referenceName(world: World, types: string[], id: string): string {
  for (const type of types) {
    const record = world.store.get<Stored>(type, id);
    if (record) return String(typeOf(type).nameOf(record));
  }
  return '';
}
