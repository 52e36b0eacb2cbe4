import { Located } from '../document/source.js';
import { holds } from './holds.js';
import { alike } from './alike.js';
import { takesAll } from './patterns.js';
import { Shaper } from './shaper.js';
import { Bound, Kind, LimitKey, Part, Shape } from './shape.js';

/**
 * Steps of a proof and of all proofs of two documents, and how deep one leads into the next: what nobody writes by hand
 * need not be proven.
 */
const effort = 4000;
const allEffort = 1_000_000;
const deepest = 64;

/** A shape and the document it comes from. */
export interface Side {
  shape: Shape;
  shaper: Shaper;
}

/**
 * Proves that everything one shape allows another allows too. True is a proof; false means no proof was found. A loop is
 * proven by assuming it of itself; what was proven under an assumption is kept only if the whole proof succeeds.
 */
export class Subsets {
  private readonly proven = new Set<string>();
  private readonly refuted = new Set<string>();
  private assumed = new Set<string>();
  private left = effort;
  private leftOfAll = allEffort;
  private depth = 0;

  proves(sub: Side, sup: Side): boolean {
    this.left = Math.min(effort, this.leftOfAll);
    const given = this.left;
    this.depth = 0;
    this.assumed = new Set();
    const result = this.within(sub, sup);
    this.leftOfAll -= given - Math.max(0, this.left);
    if (result) for (const key of this.assumed) this.proven.add(key);
    return result;
  }

  private within(sub: Side, sup: Side): boolean {
    const key = `${sub.shaper.side}${sub.shape.id}<${sup.shaper.side}${sup.shape.id}`;
    if (this.proven.has(key) || this.assumed.has(key)) return true;
    if (this.refuted.has(key)) return false;
    if (this.left-- <= 0 || this.depth >= deepest) return false;
    this.assumed.add(key);
    this.depth += 1;
    const result = this.contained(sub, sup);
    this.depth -= 1;
    if (!result && this.left > 0) this.refuted.add(key);
    if (!result) this.assumed.delete(key);
    return result;
  }

  private contained(sub: Side, sup: Side): boolean {
    const { shape, shaper } = sub;
    if (shape.kinds.size === 0 || sup.shape.id === 'any') return true;
    const few = finite(shape);
    if (few !== undefined) {
      return few.every((value) => !holds(value, shape, shaper) || holds(value, sup.shape, sup.shaper));
    }
    if (![...shape.kinds].every((kind) => sup.shape.kinds.has(kind))) return false;
    const [kind, ...others] = groupsOf(shape.kinds);
    if (others.length > 0 && (shape.unions.length > 0 || sup.shape.unions.length > 0)) {
      const parts = [kind!, ...others].map((group) => shaper.only(shape, group));
      return parts.every((one) => this.within({ shape: one, shaper }, { ...sup, shape: onlyAs(sup, one) }));
    }
    if (shape.unions.length > 0) {
      return shape.unions.some((union, index) =>
        union.alternatives.every((_, at) => this.within({ shape: restricted(sub, index, at), shaper }, sup)),
      );
    }
    if (!this.unionsMet(sub, sup)) return false;
    return (
      scalarWithin(shape, sup.shape) &&
      this.objectWithin(sub, sup) &&
      this.listWithin(sub, sup) &&
      this.restWithin(sub, sup)
    );
  }

  /** Each union of the wider shape has one alternative that takes all. */
  private unionsMet(sub: Side, sup: Side): boolean {
    return sup.shape.unions.every((union) =>
      union.alternatives.some((one) => this.within(sub, { ...sup, shape: sup.shaper.shape([one]) })),
    );
  }

  private objectWithin(sub: Side, sup: Side): boolean {
    const a = sub.shape;
    const b = sup.shape;
    if (![...b.required].every((name) => a.required.has(name))) return false;
    const names = new Set([...a.properties.keys(), ...b.properties.keys()]);
    for (const name of names) {
      const inner = { ...sub, shape: sub.shaper.property(a, name) };
      // A name that only the wider shape knows and the other leaves open is taken as not sent.
      if (inner.shape.id === 'any' && !a.properties.has(name) && !a.required.has(name)) continue;
      if (!this.within(inner, { ...sup, shape: sup.shaper.property(b, name) })) return false;
    }
    for (const pattern of new Set([...a.patternProperties.keys(), ...b.patternProperties.keys()])) {
      const mine = a.patternProperties.get(pattern) ?? a.additional;
      const theirs = b.patternProperties.get(pattern) ?? b.additional;
      if (!this.within({ ...sub, shape: sub.shaper.shape(mine) }, { ...sup, shape: sup.shaper.shape(theirs) }))
        return false;
    }
    return this.within(
      { ...sub, shape: sub.shaper.shape(a.additional) },
      { ...sup, shape: sup.shaper.shape(b.additional) },
    );
  }

  private listWithin(sub: Side, sup: Side): boolean {
    const length = Math.max(sub.shape.prefix.length, sup.shape.prefix.length);
    const reach = Math.min(length + 1, sub.shape.limits.maxItems ?? Infinity);
    for (let index = 0; index < reach; index += 1) {
      const mine = { ...sub, shape: sub.shaper.item(sub.shape, index) };
      if (!this.within(mine, { ...sup, shape: sup.shaper.item(sup.shape, index) })) return false;
    }
    return true;
  }

  /** Keywords that are not taken apart: what the wider shape says, the narrower must say in the same words or stricter. */
  private restWithin(sub: Side, sup: Side): boolean {
    const a = sub.shape;
    const b = sup.shape;
    if (isOpaque(b)) {
      const pairs = a.parts.map((part, index) => [part, b.parts[index]] as const);
      const told = a.parts.length === b.parts.length && a.unions.length === 0 && b.unions.length === 0;
      return (
        told &&
        pairs.every(([mine, theirs]) =>
          alike(asWritten(mine), sub.shaper.source, asWritten(theirs!), sup.shaper.source),
        )
      );
    }
    for (const [name, needed] of b.dependentRequired) {
      const mine = a.dependentRequired.get(name);
      if (![...needed].every((one) => a.required.has(one) || mine?.has(one) === true)) return false;
    }
    return b.not.every((refused) => this.apart(sub, { ...sup, shape: sup.shaper.shape([refused]) }));
  }

  /** Whether two shapes share nothing: by kind, by values, or because one already refuses what the other is. */
  private apart(sub: Side, other: Side): boolean {
    if (![...sub.shape.kinds].some((kind) => other.shape.kinds.has(kind))) return true;
    return sub.shape.not.some((refused) => this.within(other, { ...sub, shape: sub.shaper.shape([refused]) }));
  }
}

function isOpaque(shape: Shape): boolean {
  const lists = [
    shape.conditions,
    shape.unevaluatedProperties,
    shape.unevaluatedItems,
    shape.propertyNames,
    shape.contains,
  ];
  return shape.dependentSchemas.size > 0 || lists.some((list) => list.length > 0);
}

const asWritten = ({ raw, at }: Part): Located => ({ value: raw, at });

/** All values of a shape that has only few. */
function finite(shape: Shape): readonly unknown[] | undefined {
  if (shape.values !== undefined) return shape.values;
  if (![...shape.kinds].every((kind) => kind === 'boolean' || kind === 'null')) return undefined;
  return [true, false, null];
}

function groupsOf(allowed: ReadonlySet<Kind>): Kind[][] {
  const numbers = [...allowed].filter((kind) => kind === 'integer' || kind === 'number');
  const others = [...allowed].filter((kind) => kind !== 'integer' && kind !== 'number').map((kind) => [kind]);
  return numbers.length > 0 ? [numbers, ...others] : others;
}

function onlyAs(sup: Side, one: Shape): Shape {
  return sup.shaper.only(sup.shape, [...one.kinds]);
}

function restricted({ shape, shaper }: Side, union: number, index: number): Shape {
  return shaper.only(shaper.alternative(shape, union, index), [...shape.kinds]);
}

const orders = ['int32', 'int64', 'float', 'double'];

/** Whether all of one format are of another; a value without the format is not. */
export function formatWithin(sub: string, sup: string): boolean {
  const ranks = [orders.indexOf(sub), orders.indexOf(sup)] as const;
  if (ranks[0] < 0 || ranks[1] < 0) return sub === sup;
  return ranks[0] <= ranks[1] && (ranks[1] !== 2 || ranks[0] === 2);
}

function scalarWithin(a: Shape, b: Shape): boolean {
  if (b.values !== undefined) return false;
  if (![...b.formats].every((format) => [...a.formats].some((one) => formatWithin(one, format)))) return false;
  if (![...b.patterns].every((pattern) => a.patterns.has(pattern) || takesAll(pattern))) return false;
  if (
    ![...b.multiples].every(
      (step) => [...a.multiples].some((one) => Number.isInteger(one / step)) || (step === 1 && !a.kinds.has('number')),
    )
  )
    return false;
  if (b.unique && !a.unique && a.limits.maxItems !== 1) return false;
  return upperWithin(a, b) && lowerWithin(a, b) && limitsWithin(a, b);
}

const wholeOnly = (shape: Shape): boolean => !shape.kinds.has('number');

/** A limit as a number that compares: of whole numbers an excluded limit is the next one. */
export function upperOf(shape: Shape): number {
  return limitOf(shape.maximum, wholeOnly(shape), -1) ?? Infinity;
}

export function lowerOf(shape: Shape): number {
  return limitOf(shape.minimum, wholeOnly(shape), 1) ?? -Infinity;
}

function limitOf(bound: Bound | undefined, whole: boolean, inward: 1 | -1): number | undefined {
  if (bound === undefined) return undefined;
  if (!whole) return bound.value;
  if (bound.exclusive && Number.isInteger(bound.value)) return bound.value + inward;
  return inward === 1 ? Math.ceil(bound.value) : Math.floor(bound.value);
}

/** Ends of the formats that have any. */
const ends: Readonly<Record<string, readonly [number, number]>> = {
  int32: [-(2 ** 31), 2 ** 31 - 1],
  int64: [-(2 ** 63), 2 ** 63],
};

function mostOf(shape: Shape): number {
  return Math.min(upperOf(shape), ...[...shape.formats].map((format) => ends[format]?.[1] ?? Infinity));
}

function leastOf(shape: Shape): number {
  return Math.max(lowerOf(shape), ...[...shape.formats].map((format) => ends[format]?.[0] ?? -Infinity));
}

function upperWithin(a: Shape, b: Shape): boolean {
  const tie = !wholeOnly(a) && b.maximum?.exclusive === true && a.maximum?.exclusive !== true;
  return (
    b.maximum === undefined ||
    (tie ? mostOf(a) < b.maximum.value : mostOf(a) <= (wholeOnly(a) ? limitOf(b.maximum, true, -1)! : b.maximum.value))
  );
}

function lowerWithin(a: Shape, b: Shape): boolean {
  const tie = !wholeOnly(a) && b.minimum?.exclusive === true && a.minimum?.exclusive !== true;
  return (
    b.minimum === undefined ||
    (tie ? leastOf(a) > b.minimum.value : leastOf(a) >= (wholeOnly(a) ? limitOf(b.minimum, true, 1)! : b.minimum.value))
  );
}

function limitsWithin(a: Shape, b: Shape): boolean {
  const most = (key: LimitKey): boolean => (a.limits[key] ?? Infinity) <= (b.limits[key] ?? Infinity);
  const least = (key: LimitKey): boolean => (a.limits[key] ?? 0) >= (b.limits[key] ?? 0);
  const fixed = a.limits.minProperties ?? a.required.size;
  return (
    most('maxLength') &&
    most('maxItems') &&
    most('maxProperties') &&
    least('minLength') &&
    least('minItems') &&
    fixed >= (b.limits.minProperties ?? 0)
  );
}
