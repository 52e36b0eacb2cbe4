import { isRecord, same } from '../document/json.js';
import { Located, Source } from '../document/source.js';

const describing = new Set([
  'description',
  'title',
  'deprecated',
  'example',
  'examples',
  'externalDocs',
  '$comment',
  'xml',
  'default',
  'summary',
]);
const maps = new Set([
  'properties',
  'patternProperties',
  '$defs',
  'definitions',
  'dependentSchemas',
  'dependentRequired',
]);

/** Whether a keyword only describes. */
export function isAnnotation(key: string): boolean {
  return describing.has(key) || (key.startsWith('x-') && key !== 'x-extensible-enum');
}

/** Whether a schema allows everything. */
export function isAnything(value: unknown): boolean {
  return value === true || (isRecord(value) && Object.keys(value).every(isAnnotation));
}

/** Whether a schema allows nothing. */
export function isNothing(value: unknown): boolean {
  if (value === false) return true;
  const said = isRecord(value) ? Object.keys(value).filter((key) => !isAnnotation(key)) : [];
  return said.length === 1 && said[0] === 'not' && isAnything((value as { not: unknown }).not);
}

/** Whether two schemas say the same words once references are followed and descriptions left out. */
export function alike(a: Located, from: Source, b: Located, to: Source): boolean {
  const known = comparisons.get(from)?.get(to) ?? new Comparison(from, to);
  comparisons.set(from, (comparisons.get(from) ?? new WeakMap<Source, Comparison>()).set(to, known));
  return known.run(a, b);
}

const comparisons = new WeakMap<Source, WeakMap<Source, Comparison>>();

class Comparison {
  private readonly assumed = new Map<unknown, Set<unknown>>();
  private trail: [unknown, unknown][] = [];

  constructor(
    private readonly from: Source,
    private readonly to: Source,
  ) {}

  /** What is found alike stays so; what was only assumed in a comparison that failed does not. */
  run(a: Located, b: Located): boolean {
    this.trail = [];
    const result = this.equal(a, b, false);
    if (!result) for (const [mine, theirs] of this.trail) this.assumed.get(mine)?.delete(theirs);
    return result;
  }

  private equal(a: Located, b: Located, isMap: boolean): boolean {
    const mine = isMap ? a : this.from.follow(a);
    const theirs = isMap ? b : this.to.follow(b);
    if (Array.isArray(mine.value) && Array.isArray(theirs.value)) return this.equalLists(mine, theirs);
    if (!isRecord(mine.value) || !isRecord(theirs.value)) return same(mine.value, theirs.value);
    if (this.assumed.get(mine.value)?.has(theirs.value) === true) return true;
    this.trail.push([mine.value, theirs.value]);
    this.assumed.set(mine.value, (this.assumed.get(mine.value) ?? new Set()).add(theirs.value));
    const keysOf = (value: object): string[] =>
      Object.keys(value)
        .filter((key) => isMap || !isAnnotation(key))
        .sort();
    const keys = keysOf(mine.value);
    if (!same(keys, keysOf(theirs.value))) return false;
    return keys.every((key) => this.equal(step(mine, key), step(theirs, key), !isMap && maps.has(key)));
  }

  private equalLists(a: Located, b: Located): boolean {
    const length = (a.value as unknown[]).length;
    if (length !== (b.value as unknown[]).length) return false;
    return Array.from({ length }, (_, index) => String(index)).every((key) =>
      this.equal(step(a, key), step(b, key), false),
    );
  }
}

/** Where it is written does not matter here. */
function step({ value }: Located, key: string): Located {
  return { value: (value as Record<string, unknown>)[key], at: '' };
}
