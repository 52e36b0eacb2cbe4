import { createHash } from 'node:crypto';
import { group, type Part } from './wire.js';

/** A Workday ID: 32 hexadecimal digits that never change, made from what an instance is. */
export const widOf = (kind: string, key: string): string => createHash('md5').update(`${kind}/${key}`).digest('hex');

/** The ids an instance is known by, by their types; the WID always comes first. */
export interface Instance {
  wid: string;
  ids: Record<string, string>;
  descriptor: string;
}

/** Something of the vendor's own lists, e.g. a currency. */
export const listed = (kind: string, type: string, id: string, descriptor: string = id): Instance => ({
  wid: widOf(kind, id),
  ids: { [type]: id },
  descriptor,
});

/** Nothing where the id is empty. */
export function reference(name: string, { wid, ids, descriptor }: Instance): Part {
  if (Object.values(ids).includes('')) return undefined;
  const all = Object.entries({ WID: wid, ...ids });
  return group(
    name,
    all.map(([type, value]) => ({ name: 'ID', attributes: { type }, content: value })),
    { Descriptor: descriptor },
  );
}
