import { has } from '../document/json.js';
import { Kind } from './shape.js';
import { Side } from './subset.js';

/** Whether no value of the kinds asked for can meet both shapes, as far as can be told; false means that one might. */
export function apart(a: Side, b: Side, kinds: ReadonlySet<Kind>, depth = 3): boolean {
  const shared = [...kinds].filter((kind) => a.shape.kinds.has(kind) && b.shape.kinds.has(kind));
  if (shared.length === 0) return true;
  const [mine, theirs] = [a.shape.values, b.shape.values];
  if (mine !== undefined && theirs !== undefined) return !mine.some((one) => has(theirs, one));
  return depth > 0 && shared.every((kind) => kind === 'object') && objectsApart(a, b, depth);
}

/** A property that one of them needs and that cannot be the same in both. */
function objectsApart(a: Side, b: Side, depth: number): boolean {
  return [...a.shape.required, ...b.shape.required].some((name) => {
    const mine = { ...a, shape: a.shaper.property(a.shape, name) };
    const theirs = { ...b, shape: b.shaper.property(b.shape, name) };
    return apart(mine, theirs, mine.shape.kinds, depth - 1);
  });
}
