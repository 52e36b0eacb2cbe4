import { SchemaPair } from '../../compare/change.js';
import { Shape } from '../../schema/shape.js';
import { Side } from '../../schema/subset.js';

/** Properties a schema names, be it only as required. */
export function namesOf({ properties, required }: Shape): ReadonlySet<string> {
  return new Set([...properties.keys(), ...required]);
}

/** Not named, yet described: by a pattern or as any other property. Such schemas are compared. */
export function isMapped({ shape, shaper }: Side, name: string): boolean {
  const other = shaper.property(shape, name);
  return other.id !== 'any' && other.kinds.size > 0;
}

/** Which side sends, and whether the property is none of its business: read-only in a request, write-only in a response. */
export function sideOf({ place }: SchemaPair, property: Shape): { request: boolean; unseen: boolean } {
  const request = place.direction === 'request';
  return { request, unseen: place.ignored || (request ? property.notes.readOnly : property.notes.writeOnly) };
}
