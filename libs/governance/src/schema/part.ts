import { own, recordOf } from '../document/json.js';
import { Located, below } from '../document/source.js';
import { Part } from './shape.js';

/** What parts say under a keyword, and where. */

export function located(part: Part, key: string): Located | undefined {
  const value = own(part.raw, key);
  return value === undefined ? undefined : { value, at: below(part.at, key) };
}

export function everyLocated(parts: readonly Part[], key: string): Located[] {
  return parts.flatMap((part) => located(part, key) ?? []);
}

export function entriesOf(part: Part, key: string): [string, Located][] {
  const at = below(part.at, key);
  return Object.entries(recordOf(own(part.raw, key))).map(([name, value]) => [name, { value, at: below(at, name) }]);
}

export function mapOf(parts: readonly Part[], key: string): Map<string, Located[]> {
  return mapped(parts.flatMap((part) => entriesOf(part, key)));
}

/** Each name with every schema that is given for it. */
export function mapped(entries: readonly (readonly [string, Located])[]): Map<string, Located[]> {
  const found = new Map<string, Located[]>();
  for (const [name, schema] of entries) found.set(name, [...(found.get(name) ?? []), schema]);
  return found;
}
