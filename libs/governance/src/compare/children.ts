import { Place, SchemaPair } from './change.js';
import { Alternatives } from './unions.js';
import { isMapped } from '../rules/schema/property-names-of.js';
import { onlyLeftOver } from '../schema/leftover.js';
import { Side } from '../schema/subset.js';

/** A pair of schemas inside another, and the step that leads there: `.name`, `[]`, `.*`. */
export interface Child extends SchemaPair {
  step: string;
}

/** The schemas two shapes have in common: properties, items, what is not named, alternatives. */
export function childrenOf(pair: SchemaPair, unions: readonly Alternatives[]): Child[] {
  return [...properties(pair), ...others(pair), ...items(pair), ...alternatives(pair, unions)];
}

export function alternatives({ place }: SchemaPair, unions: readonly Alternatives[]): Child[] {
  return unions.flatMap(({ pairs }) => pairs.map(([base, revision]) => ({ base, revision, place, step: '' })));
}

function properties(pair: SchemaPair): Child[] {
  const { base, revision } = pair;
  const names = new Set([...base.shape.properties.keys(), ...revision.shape.properties.keys()]);
  return [...names].flatMap((name) => {
    const was = { ...base, shape: base.shaper.property(base.shape, name) };
    const is = { ...revision, shape: revision.shaper.property(revision.shape, name) };
    if (!isDescribed(base, name) || !isDescribed(revision, name)) return [];
    return [{ base: was, revision: is, step: `.${name}`, place: placeOf(pair.place, was, is) }];
  });
}

function isDescribed(side: Side, name: string): boolean {
  return side.shape.properties.has(name) || isMapped(side, name);
}

function placeOf(place: Place, was: Side, is: Side): Place {
  const key = place.direction === 'request' ? 'readOnly' : 'writeOnly';
  const ignored = place.ignored || was.shape.notes[key] || is.shape.notes[key];
  return ignored === place.ignored && !place.repeated ? place : { ...place, ignored, repeated: false };
}

function others({ base, revision, place }: SchemaPair): Child[] {
  const pairs: [string, Side, Side][] = [];
  const add = (step: string, was: Side['shape'], is: Side['shape']): void => {
    if (was.id === 'any' && is.id === 'any') return;
    if (was.kinds.size > 0 && is.kinds.size > 0)
      pairs.push([step, { ...base, shape: was }, { ...revision, shape: is }]);
  };
  if (!onlyLeftOver(base.shape.additional, revision.shape.additional))
    add('.*', base.shaper.shape(base.shape.additional), revision.shaper.shape(revision.shape.additional));
  for (const [pattern, was] of base.shape.patternProperties) {
    const is = revision.shape.patternProperties.get(pattern);
    if (is !== undefined) add(`.${pattern}`, base.shaper.shape(was), revision.shaper.shape(is));
  }
  if (base.shape.propertyNames.length === revision.shape.propertyNames.length) {
    add('.(names)', base.shaper.shape(base.shape.propertyNames), revision.shaper.shape(revision.shape.propertyNames));
  }
  if (base.shape.contains.length === revision.shape.contains.length) {
    const schemas = (side: Side): Side['shape'] => side.shaper.shape(side.shape.contains.map(({ schema }) => schema));
    add('[contained]', schemas(base), schemas(revision));
  }
  return pairs.map(([step, was, is]) => ({ step, base: was, revision: is, place }));
}

function items({ base, revision, place }: SchemaPair): Child[] {
  if (!base.shape.kinds.has('array') || !revision.shape.kinds.has('array')) return [];
  const listed = Math.max(base.shape.prefix.length, revision.shape.prefix.length);
  const reach = Math.min(...[base, revision].map(({ shape }) => shape.limits.maxItems ?? Infinity));
  const length = Math.min(listed, reach);
  const inner = place.repeated ? { ...place, repeated: false } : place;
  const at = (index: number, step: string): Child[] => {
    const was = { ...base, shape: base.shaper.item(base.shape, index) };
    const is = { ...revision, shape: revision.shaper.item(revision.shape, index) };
    return was.shape.id === 'any' && is.shape.id === 'any' ? [] : [{ base: was, revision: is, step, place: inner }];
  };
  const fixed = Array.from({ length }, (_, index) => at(index, `[${index}]`)).flat();
  return listed < reach ? [...fixed, ...at(listed, '[]')] : fixed;
}
